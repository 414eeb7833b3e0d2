import type { TimeFrame } from '../time-frame.ts';
import type { BarSeries, ColumnsInput } from './columns-input.ts';

/** Share of a band that its bars fill. */
const FILL = 0.72;
const WIDEST = 46;

/** Pixels: how wide one bar is, all bars of a band together, and the mark of a plan over them. */
export function barSizes(
  { labels, bars, stacked }: ColumnsInput,
  { area }: TimeFrame,
): { thickness: number; together: number; markLength: number } {
  const band = ((area.right - area.left) / labels.length) * FILL;
  const lanes = stacked ? 1 : bars.filter((bar) => !bar.mark).length;
  const thickness = Math.min(WIDEST, band / lanes);
  return { thickness, together: thickness * lanes, markLength: Math.min(WIDEST, band) + 6 };
}

/** Where the bars of one category end, below zero and above. */
export function columnExtent(bars: BarSeries[], index: number, stacked: boolean): [low: number, high: number] {
  const values = bars.map(({ series }) => series.values[index] ?? 0);
  return stacked ? [sumOf(values, -1), sumOf(values, 1)] : [Math.min(0, ...values), Math.max(0, ...values)];
}

const sumOf = (values: number[], sign: 1 | -1): number =>
  values.reduce((total, value) => total + (value * sign > 0 ? value : 0), 0);
