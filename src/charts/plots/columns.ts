import type { BarSeries, ColumnsInput } from './columns-input.ts';
import type { KeyItem } from '../key.ts';
import { exactOf, fullText, labelTexts, plotBase, quietColour, type Sheet } from '../sheet.ts';
import { plainText } from '../text-fit.ts';
import { timeFrame } from '../time-frame.ts';
import type { AxesPlot, PlotSeries } from '../plot-types.ts';
import { barSizes, columnExtent } from './bar-sizes.ts';
import { withLastValue } from './last-value.ts';

/** Standing bars over time. */
export function columnsPlot(input: ColumnsInput, sheet: Sheet): AxesPlot {
  const [low, high] = extent(input.bars, input.stacked);
  const key: KeyItem[] =
    input.ends.length > 0 || input.bars.length < 2
      ? []
      : input.bars.map(({ series, colour, mark }) => ({ name: series.name, colour, line: mark }));
  // Room for the value at the end of the last column.
  const air = input.lastValue === null ? 1 : 1.06;
  const { labels, labelKind, events, part } = input;
  const { frame, value } = withLastValue(input, sheet, (ends) =>
    timeFrame(sheet, { labels, labelKind, low: low * air, high: high * air, bands: true, ends, events, part, key }),
  );
  const { thickness, markLength } = barSizes(input, frame);
  return {
    type: 'axes',
    direction: 'columns',
    stacked: input.stacked,
    bands: true,
    width: sheet.width,
    ...plotBase(sheet),
    ...{ height: frame.height, area: frame.area, scale: frame.scale, labels: frame.labels, under: frame.under },
    over: value ? [...frame.over, value] : frame.over,
    tipTitles: labelTexts(sheet, input),
    datasets: input.bars.map((bar) => barDataset(bar, bar.mark ? markLength : thickness, input.stacked, sheet)),
  };
}

export function barDataset(bar: BarSeries, width: number, stacked: boolean, sheet: Sheet): PlotSeries {
  const dataset: PlotSeries = {
    type: bar.mark ? 'mark' : 'bar',
    name: plainText(bar.series.name),
    values: bar.series.values,
    colour: bar.colour,
    width: Math.round(width * 10) / 10,
    tips: exactOf(bar.series).map((exact) => (exact === null ? null : fullText(sheet, exact))),
  };
  if (stacked) dataset.stack = 'all';
  return dataset;
}

/** Smallest and largest bar end. */
export function extent(bars: BarSeries[], stacked: boolean): [number, number] {
  const count = Math.max(0, ...bars.map((bar) => bar.series.values.length));
  const ends = Array.from({ length: count }, (_, i) => columnExtent(bars, i, stacked));
  return [Math.min(0, ...ends.map(([low]) => low)), Math.max(0, ...ends.map(([, high]) => high))];
}

/** Bars of comparison stand back. */
export const paleColour = (sheet: Sheet): string => quietColour(sheet, 0.5);
