import { mix } from '../colour.ts';
import type { EndLabel } from '../end-labels.ts';
import type { KeyItem } from '../key.ts';
import { exactOf, fullText, labelText, plotBase, shortText, textMark, type Sheet } from '../sheet.ts';
import { plainText } from '../text-fit.ts';
import { timeFrame, type TimeFrame } from '../time-frame.ts';
import type { AxesPlot, Mark, PlotSeries } from '../plot-types.ts';
import type { ChartEvent, ChartSeries } from '../types.ts';

/** A series of bars, or of thin marks at a plan. */
export interface BarSeries {
  series: ChartSeries;
  colour: string;
  mark: boolean;
}

export interface ColumnsInput {
  labels: string[];
  labelKind: 'day' | 'month' | 'text';
  bars: BarSeries[];
  stacked: boolean;
  /** Names at the end of the last column, instead of a key. */
  ends: EndLabel[];
  events: ChartEvent[];
  /** Exact value to print at the end of the last column. */
  lastValue: string | null;
}

/** Share of a band that its bars fill. */
const FILL = 0.72;
const WIDEST = 46;

/** Standing bars over time. */
export function columnsPlot(input: ColumnsInput, sheet: Sheet): AxesPlot {
  const [low, high] = extent(input.bars, input.stacked);
  const key: KeyItem[] =
    input.ends.length > 0 || input.bars.length < 2
      ? []
      : input.bars.map(({ series, colour, mark }) => ({ name: series.name, colour, line: mark }));
  const frame = timeFrame(sheet, {
    labels: input.labels,
    labelKind: input.labelKind,
    // Room for the value at the end of the last column.
    low: input.lastValue === null ? low : low * 1.06,
    high: input.lastValue === null ? high : high * 1.06,
    bands: true,
    ends: input.ends,
    events: input.events,
    key,
  });
  const band = (frame.area.right - frame.area.left) / input.labels.length;
  const standing = input.bars.filter((bar) => !bar.mark).length;
  const thickness = Math.min(WIDEST, (band * FILL) / (input.stacked ? 1 : standing));
  const over = [...frame.over];
  if (input.lastValue !== null) {
    const shift = input.stacked ? 0 : (thickness * (standing - 1)) / 2;
    over.push(lastValueMark(input, input.lastValue, frame, shift, sheet));
  }
  return {
    type: 'axes',
    direction: 'columns',
    stacked: input.stacked,
    bands: true,
    width: sheet.width,
    ...plotBase(sheet),
    ...{ height: frame.height, area: frame.area, scale: frame.scale, labels: frame.labels, under: frame.under, over },
    tipTitles: input.labels.map((label) => labelText(sheet, label, input.labelKind)),
    datasets: input.bars.map((bar) =>
      barDataset(bar, bar.mark ? Math.min(WIDEST, band * FILL) + 6 : thickness, input.stacked, sheet),
    ),
  };
}

/** The value over the last column, or under it when it hangs from zero. */
function lastValueMark(input: ColumnsInput, exact: string, frame: TimeFrame, shift: number, sheet: Sheet): Mark {
  const last = input.labels.length - 1;
  const values = input.bars.map(({ series }) => series.values[last] ?? 0);
  const [low, high] = input.stacked
    ? [sumOf(values, -1), sumOf(values, 1)]
    : [Math.min(0, values.at(-1)!), Math.max(0, values.at(-1)!)];
  const hangs = low < 0 ? high === 0 : frame.scale.max === 0;
  const text = shortText(sheet, exact);
  // Names may stand at the right.
  const edge = input.ends.length > 0 ? frame.area.right + 6 : sheet.width;
  const x = Math.min(frame.x(last) + shift, edge - sheet.measure(text, sheet.small, true) / 2);
  const y = hangs ? frame.y(low) + 9 : frame.y(high) - 8;
  return textMark(text, x, y, { align: 'center', size: sheet.small, bold: true, colour: sheet.theme.ink });
}

const sumOf = (values: number[], sign: 1 | -1): number =>
  values.reduce((total, value) => total + (value * sign > 0 ? value : 0), 0);

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
  let low = 0;
  let high = 0;
  for (let i = 0; i < count; i++) {
    const values = bars.map((bar) => bar.series.values[i] ?? 0);
    low = Math.min(low, stacked ? sumOf(values, -1) : Math.min(...values));
    high = Math.max(high, stacked ? sumOf(values, 1) : Math.max(...values));
  }
  return [low, high];
}

/** Bars of comparison stand back. */
export const paleColour = (sheet: Sheet): string => mix(sheet.theme.muted, sheet.theme.paper, 0.5);
