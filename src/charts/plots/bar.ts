import { colourOf, exactOf, type Sheet } from '../sheet.ts';
import { columnsPlot, paleColour } from './columns.ts';
import type { BarSeries } from './columns-input.ts';
import { rowsPlot } from './rows.ts';
import type { AxesPlot } from '../plot-types.ts';
import type { BarSpec } from '../types.ts';

/** Columns over time, rows over names; comparisons pale and before the fact. */
export function barPlot(spec: BarSpec, sheet: Sheet): AxesPlot | null {
  const known = spec.series.filter((series) => series.values.some((value) => value !== null));
  if (known.length === 0) return null;
  const comparison = spec.comparison ?? [];
  const bars: BarSeries[] = [
    ...comparison.map((series) => ({ series, colour: paleColour(sheet), mark: false })),
    ...known.map((series, i) => ({ series, colour: colourOf(sheet, series.id, i), mark: false })),
  ];
  if (spec.labelKind === 'text') return rowsPlot({ labels: spec.labels, bars, stacked: false }, sheet);
  const last = known.at(-1)!;
  const end = spec.labels.length - 1;
  const lastValue = known.length === 1 ? (exactOf(last)[end] ?? null) : null;
  return columnsPlot(
    {
      labels: spec.labels,
      labelKind: spec.labelKind,
      part: spec.part,
      bars,
      stacked: false,
      ends: [],
      events: spec.events ?? [],
      lastValue,
    },
    sheet,
  );
}
