import { labelWord } from '../axis-labels.ts';
import { largest, MOST_PARTS } from '../group-small.ts';
import type { EndLabel } from '../end-labels.ts';
import {
  coloursApart,
  exactOf,
  fullText,
  labelTexts,
  letterColour,
  lineMark,
  plotBase,
  quietColour,
  shortText,
  type Sheet,
} from '../sheet.ts';
import { plainText } from '../text-fit.ts';
import { timeFrame, type TimeFrame } from '../time-frame.ts';
import type { AxesPlot, Mark, PlotSeries } from '../plot-types.ts';
import type { ChartSeries, LineSpec } from '../types.ts';

/** Of many lines, this many keep their colour and name. */
const TOLD_APART = 4;

const SHAPES = ['circle', 'rect', 'triangle', 'rectRot'] as const;

interface Line {
  series: ChartSeries;
  look: 'fact' | 'background' | 'comparison';
  colour: string;
  shape: (typeof SHAPES)[number];
}

/** Lines over time with their names at their ends; the rest and comparisons thin and muted. */
export function linePlot(spec: LineSpec, sheet: Sheet): AxesPlot | null {
  const lines = chooseLines(spec, sheet);
  if (!lines.some((line) => line.look === 'fact')) return null;
  const target = spec.target ?? null;
  const values = lines.flatMap((line) => line.series.values).filter((value) => value !== null);
  if (target) values.push(...target.values.filter((value) => value !== null));
  const bands = spec.labels.length === 1;
  const frame = timeFrame(sheet, {
    labels: spec.labels,
    labelKind: spec.labelKind,
    low: Math.min(...values),
    high: Math.max(...values),
    bands,
    ends: endLabels(spec, lines, sheet),
    events: spec.events ?? [],
    part: spec.part,
    key: [],
  });
  const under = [...frame.under, ...(target ? levels(target.values, frame, sheet) : [])];
  const several = lines.filter((line) => line.look === 'fact').length > 1;
  const shown = frame.labels.map((label) => label !== null);
  return {
    type: 'axes',
    direction: 'columns',
    stacked: false,
    bands,
    width: sheet.width,
    ...plotBase(sheet),
    ...{ height: frame.height, area: frame.area, scale: frame.scale, labels: frame.labels, under, over: frame.over },
    tipTitles: labelTexts(sheet, spec),
    // Chart.js draws the last dataset first: facts stand first, over their background.
    datasets: lines.map((line) => dataset(line, several ? shown : [], sheet)),
  };
}

/** A dashed line over each run of labels with the same target, from half a step before them to half a step after. */
function levels(values: (number | null)[], frame: TimeFrame, sheet: Sheet): Mark[] {
  const { left, right } = frame.area;
  const half = values.length > 1 ? (frame.x(1) - frame.x(0)) / 2 : right - left;
  return values.flatMap((value, start): Mark[] => {
    if (value === null || values[start - 1] === value) return [];
    const after = values.findIndex((one, i) => i > start && one !== value);
    const end = after < 0 ? values.length - 1 : after - 1;
    const y = frame.y(value);
    const ends: [number, number][] = [
      [Math.max(left, frame.x(start) - half), y],
      [Math.min(right, frame.x(end) + half), y],
    ];
    return [lineMark(ends, sheet.theme.ink, 1.25, [5, 4])];
  });
}

function chooseLines(spec: LineSpec, sheet: Sheet): Line[] {
  const facts = spec.series.filter((series) => series.values.some((value) => value !== null));
  const weights = facts.map((one) => ({
    id: one.id,
    weight: one.values.reduce<number>((sum, v) => sum + Math.abs(v ?? 0), 0),
  }));
  const told = facts.length > MOST_PARTS ? new Set(heaviest(weights)) : largest(weights);
  const faint = quietColour(sheet, 0.45);
  const colours = coloursApart(sheet, facts, told);
  const lines = facts.map((series, i): Line => {
    const fact = told.has(series.id);
    const index = facts.filter((one, at) => at < i && told.has(one.id)).length;
    return {
      series,
      look: fact ? 'fact' : 'background',
      colour: fact ? colours.get(series.id)! : faint,
      shape: SHAPES[index % SHAPES.length]!,
    };
  });
  const comparison = (spec.comparison ?? []).filter((series) => series.values.some((value) => value !== null));
  return [
    ...lines.filter((line) => line.look === 'fact'),
    ...comparison.map((series): Line => ({ series, look: 'comparison', colour: sheet.theme.muted, shape: 'circle' })),
    ...lines.filter((line) => line.look === 'background'),
  ];
}

const heaviest = (weights: { id: string; weight: number }[]): string[] =>
  [...weights]
    .sort((a, b) => b.weight - a.weight)
    .slice(0, TOLD_APART)
    .map((one) => one.id);

function endLabels(spec: LineSpec, lines: Line[], sheet: Sheet): EndLabel[] {
  const facts = lines.filter((line) => line.look === 'fact').length;
  const alone = facts === 1 && lines.length === 1;
  const ends = lines.flatMap((line): EndLabel[] => {
    if (line.look === 'background') return [];
    const last = line.series.values.findLastIndex((value) => value !== null);
    const name = alone ? '' : line.series.name;
    const colour = letterColour(sheet, line.colour);
    const value = shortText(sheet, exactOf(line.series)[last]!);
    // At the right edge it would be read as the value of the last label.
    const early = last < spec.labels.length - 1;
    const when = early ? `, ${labelWord(spec.labelKind, sheet.format.locale, spec.labels[last]!)}` : '';
    return [{ name, value: value + when, colour, at: line.series.values[last]! }];
  });
  const rest = lines.filter((line) => line.look === 'background');
  if (rest.length > 0) {
    const at = Math.max(...rest.map((line) => line.series.values.findLast((value) => value !== null) ?? 0));
    ends.push({
      name: sheet.more.moreLines(rest.length),
      value: null,
      colour: letterColour(sheet, sheet.theme.muted),
      at,
    });
  }
  const last = spec.target?.values.findLastIndex((value) => value !== null) ?? -1;
  if (spec.target && last >= 0) {
    const value = shortText(sheet, exactOf(spec.target)[last]!);
    const name = spec.target.name ?? sheet.words.target;
    ends.push({ name, value, colour: sheet.theme.ink, at: spec.target.values[last]! });
  }
  return ends;
}

function dataset(line: Line, marked: boolean[], sheet: Sheet): PlotSeries {
  const { series, look } = line;
  const last = series.values.findLastIndex((value) => value !== null);
  const isolated = (i: number): boolean =>
    (series.values[i - 1] ?? null) === null && (series.values[i + 1] ?? null) === null;
  const radius = (i: number): number => {
    if (look === 'fact' && (i === last || marked[i])) return line.shape === 'circle' ? 3 : 3.6;
    return isolated(i) ? 2 : 0;
  };
  return {
    type: 'line',
    name: plainText(series.name),
    values: series.values,
    colour: line.colour,
    width: look === 'fact' ? 2.25 : look === 'comparison' ? 1.25 : 1,
    shape: line.shape,
    radii: series.values.map((value, i) => (value === null ? 0 : radius(i))),
    tips: exactOf(series).map((exact) => (exact === null ? null : fullText(sheet, exact))),
  };
}
