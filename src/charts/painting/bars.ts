import { BarElement } from 'chart.js';
import type { AxesPlot, PlotSeries } from '../plot-types.ts';
import type { Scales } from './scales.ts';

export type Bar = InstanceType<typeof BarElement>;

/** No border by default, so no side of it to leave out. */
const NO_SIDES = {};

/** Bars of each series: side by side in the band of their category, or on top of each other. */
export function barsOf(plot: AxesPlot, scales: Scales): Map<PlotSeries, Bar[]> {
  const standing = plot.datasets.filter((series) => series.type === 'bar');
  const lanes = plot.stacked ? 1 : standing.length;
  return new Map(
    standing.map((series, order): [PlotSeries, Bar[]] => {
      const below = plot.stacked ? standing.slice(0, order) : [];
      const lane = plot.stacked ? 0 : order;
      return [series, seriesBars(series, below, { lane, lanes }, scales)];
    }),
  );
}

function seriesBars(
  series: PlotSeries,
  below: PlotSeries[],
  { lane, lanes }: { lane: number; lanes: number },
  scales: Scales,
): Bar[] {
  const { width, colour, colours } = series;
  const shared = { ...BarElement.defaults, backgroundColor: colour };
  // A hair of paper between stacked pieces.
  const inflateAmount = series.stack === undefined ? 0 : -0.4;
  const bars: Bar[] = [];
  series.values.forEach((value, index) => {
    if (value === null) return;
    const { base, head } = endsOf(value, below, index, scales);
    const size = width * lanes;
    const across = scales.category(index) - size / 2 + width * lane + width / 2;
    const place = scales.rows
      ? { x: head, y: across, height: width, width: Math.abs(head - base) }
      : { x: across, y: head, height: Math.abs(head - base), width };
    const options = colours ? { ...shared, backgroundColor: colours[index % colours.length] } : shared;
    const horizontal = scales.rows;
    bars.push(new BarElement({ ...place, base, horizontal, inflateAmount, borderSkipped: NO_SIDES, options }));
  });
  return bars;
}

/** Where a bar begins and ends on the value axis, in pixels. */
function endsOf(
  value: number | [number, number],
  below: PlotSeries[],
  index: number,
  scales: Scales,
): { base: number; head: number } {
  const [from, length] = typeof value === 'number' ? onTop(value, below, index) : floating(value);
  let base = scales.value(from);
  const head = scales.value(from + length);
  if (scales.ruledZero && base === scales.value(0)) base += Math.sign(head - base) / 2;
  return { base, head };
}

/** Upon what lies below on the same side of zero. */
function onTop(value: number, below: PlotSeries[], index: number): [from: number, length: number] {
  let end = value;
  for (const { values } of below) {
    const other = values[index] as number | null;
    if (other !== null && (end === 0 || Math.sign(end) === Math.sign(other))) end += other;
  }
  return [end === value ? 0 : end - value, value];
}

/** From the end nearer to zero. */
function floating([one, other]: [number, number]): [from: number, length: number] {
  const [low, high] = [Math.min(one, other), Math.max(one, other)];
  return Math.abs(low) > Math.abs(high) ? [high, low - high] : [low, high - low];
}
