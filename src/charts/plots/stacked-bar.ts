import type { EndLabel } from '../end-labels.ts';
import { exactSum, largest, OTHERS } from '../group-small.ts';
import { coloursApart, exactOf, letterColour, quietColour, shortText, type Sheet } from '../sheet.ts';
import { columnsPlot } from './columns.ts';
import type { BarSeries } from './columns-input.ts';
import { rowsPlot } from './rows.ts';
import type { AxesPlot } from '../plot-types.ts';
import type { ChartSeries, StackedBarSpec } from '../types.ts';

/** Parts of a whole over time, named beside the last column; over names, rows with a key. */
export function stackedBarPlot(spec: StackedBarSpec, sheet: Sheet): AxesPlot | null {
  const known = spec.series.filter((series) => series.values.some((value) => value !== null));
  if (known.length === 0) return null;
  const series = groupSeries(known, sheet.words.others);
  const colours = coloursApart(sheet, spec.series, new Set(series.map(({ id }) => id)));
  colours.set(OTHERS, quietColour(sheet, 0.35));
  const bars = series.map((one): BarSeries => ({ series: one, colour: colours.get(one.id)!, mark: false }));
  const totalAt = (index: number): string | null => exactSum(series.map((one) => exactOf(one)[index] ?? null));
  if (spec.labelKind === 'text') {
    const totals = spec.labels.map((_, index) => totalAt(index));
    return rowsPlot({ labels: spec.labels, bars, stacked: true, totals }, sheet);
  }
  const end = spec.labels.length - 1;
  return columnsPlot(
    {
      labels: spec.labels,
      labelKind: spec.labelKind,
      part: spec.part,
      bars,
      stacked: true,
      ends: series.length === 1 || !stands(series, end) ? [] : segmentLabels(bars, end, sheet),
      events: spec.events ?? [],
      lastValue: totalAt(end),
    },
    sheet,
  );
}

/** Whether a column has any segment to name: names of nothing would pile up at zero, and stand in a key instead. */
const stands = (series: ChartSeries[], index: number): boolean =>
  series.some(({ values }) => (values[index] ?? 0) !== 0);

/** The smallest series summed index by index, exactly. */
function groupSeries(series: ChartSeries[], others: string): ChartSeries[] {
  const weight = (one: ChartSeries): number => one.values.reduce<number>((sum, value) => sum + Math.abs(value ?? 0), 0);
  const kept = largest(series.map((one) => ({ id: one.id, weight: weight(one) })));
  const rest = series.filter((one) => !kept.has(one.id));
  if (rest.length === 0) return series;
  const exact = rest[0]!.values.map((_, i) => exactSum(rest.map((one) => exactOf(one)[i] ?? null)));
  const values = exact.map((sum) => (sum === null ? null : Number(sum)));
  return [...series.filter((one) => kept.has(one.id)), { id: OTHERS, name: others, values, exact }];
}

/** A name at the middle of each segment of the last column. */
function segmentLabels(bars: BarSeries[], end: number, sheet: Sheet): EndLabel[] {
  let up = 0;
  let down = 0;
  return bars.map(({ series, colour }) => {
    const value = series.values[end] ?? 0;
    const from = value < 0 ? down : up;
    if (value < 0) down += value;
    else up += value;
    const exact = exactOf(series)[end] ?? null;
    return {
      name: series.name,
      value: shortText(sheet, exact),
      colour: letterColour(sheet, colour),
      at: from + value / 2,
    };
  });
}
