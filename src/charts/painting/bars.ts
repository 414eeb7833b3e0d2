import { BarElement } from 'chart.js';
import type { AxesPlot, PlotSeries } from '../plot-types.ts';
import type { Scales } from './scales.ts';

/** No border by default, so no side of it to leave out. */
const NO_SIDES = {};

/** Bars of one series: beside those of the others in the band of their category, or on top of them. */
export function barsOf(series: PlotSeries, plot: AxesPlot, scales: Scales): BarElement[] {
  const { width, colour, colours } = series;
  const all = plot.datasets.filter(({ type }) => type === 'bar');
  const order = all.indexOf(series);
  const [lane, lanes] = plot.stacked ? [0, 1] : [order, all.length];
  const below = plot.stacked ? all.slice(0, order) : [];
  const shared = { ...BarElement.defaults, backgroundColor: colour };
  // A hair of paper between stacked pieces.
  const inflateAmount = series.stack === undefined ? 0 : -0.4;
  return series.values.flatMap((value, index) => {
    if (value === null) return [];
    const { base, head } = endsOf(value, below, index, scales);
    const size = width * lanes;
    const across = scales.category(index) - size / 2 + width * lane + width / 2;
    const place = scales.rows
      ? { x: head, y: across, height: width, width: Math.abs(head - base) }
      : { x: across, y: head, height: Math.abs(head - base), width };
    const options = colours ? { ...shared, backgroundColor: colours[index % colours.length] } : shared;
    const horizontal = scales.rows;
    return new BarElement({ ...place, base, horizontal, inflateAmount, borderSkipped: NO_SIDES, options });
  });
}

/** Where a bar begins and ends on the value axis, in pixels. */
function endsOf(
  value: number | [number, number],
  below: PlotSeries[],
  index: number,
  scales: Scales,
): { base: number; head: number } {
  const [from, length] = typeof value === 'number' ? onTop(value, below, index) : [value[0], value[1] - value[0]];
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
