import type { AxesPlot } from '../plot-types.ts';

/** Pixels of a plot's places and values, in the order of operations of Chart.js's own scales. */
export interface Scales {
  /** Middle of the n-th category along its axis. */
  category(index: number): number;
  value(value: number): number;
  /** Whether a grid line stands at zero: bars begin at its edge, not in its middle. */
  ruledZero: boolean;
  /** Bars lie: categories go down, values to the right. */
  rows: boolean;
}

export function scalesOf(plot: AxesPlot): Scales {
  const { area, bands, scale } = plot;
  const rows = plot.direction === 'rows';
  const [start, length] = rows ? [area.top, area.bottom - area.top] : [area.left, area.right - area.left];
  const [low, span] = rows ? [area.left, area.right - area.left] : [area.top, area.bottom - area.top];
  const places = Math.max(plot.labels.length - (bands ? 0 : 1), 1);
  const first = bands ? -0.5 : 0;
  const range = scale.max - scale.min;
  return {
    category: (index) => start + ((index - first) / places) * length,
    value(value) {
      const share = (value - scale.min) / range;
      return low + (rows ? share : 1 - share) * span;
    },
    ruledZero: scale.ticks.some((tick) => tick.value === 0),
    rows,
  };
}
