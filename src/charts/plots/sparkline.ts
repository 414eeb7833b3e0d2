import { colourOf, exactOf, fullText, labelText, plotBase, type Sheet } from '../sheet.ts';
import { plainText } from '../text-fit.ts';
import type { AxesPlot } from '../plot-types.ts';
import type { SparklineSpec } from '../types.ts';

const WIDTH = 120;
const HEIGHT = 32;
/** Air for the line's thickness and the last point. */
const MARGIN = 4;

/** The course of one series without axes, its last value a dot. The range is its own, not from zero. */
export function sparklinePlot(spec: SparklineSpec, sheet: Sheet): AxesPlot | null {
  const series = spec.series[0];
  const values = series?.values.filter((value) => value !== null) ?? [];
  if (!series || values.length === 0) return null;
  const low = Math.min(...values);
  const high = Math.max(...values);
  const air = high === low ? Math.abs(high) || 1 : 0;
  const last = series.values.findLastIndex((value) => value !== null);
  const width = spec.width ?? WIDTH;
  const height = spec.height ?? HEIGHT;
  const colour = colourOf(sheet, series.id, 0);
  return {
    type: 'axes',
    direction: 'columns',
    stacked: false,
    bands: false,
    width,
    height,
    area: { left: MARGIN, top: MARGIN, right: width - MARGIN, bottom: height - MARGIN },
    ...plotBase(sheet),
    labels: spec.labels.map(() => null),
    scale: { min: low - air, max: high + air, ticks: [] },
    under: [],
    over: [],
    tipTitles: spec.still ? [] : spec.labels.map((label) => labelText(sheet, label, spec.labelKind)),
    datasets: [
      {
        type: 'line',
        name: plainText(series.name),
        values: series.values,
        colour,
        width: 1.5,
        radii: series.values.map((_, i) => (i === last ? 2.5 : 0)),
        tips: spec.still ? [] : exactOf(series).map((exact) => (exact === null ? null : fullText(sheet, exact))),
      },
    ],
  };
}
