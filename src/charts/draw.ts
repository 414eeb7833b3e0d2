import { paintMarks } from './config/marks.ts';
import { paintPlot } from './painting/paint.ts';
import { barPlot } from './plots/bar.ts';
import { doughnutPlot } from './plots/doughnut.ts';
import { linePlot } from './plots/line.ts';
import { planFactPlot } from './plots/plan-fact.ts';
import { sparklinePlot } from './plots/sparkline.ts';
import { stackedBarPlot } from './plots/stacked-bar.ts';
import { waterfallPlot } from './plots/waterfall.ts';
import { RecordingContext } from './recording-context.ts';
import { lineMark, sheetOf, textMark, type Sheet } from './sheet.ts';
import { svgOf } from './svg.ts';
import { tableOf } from './table.ts';
import type { Plot } from './plot-types.ts';
import type { ChartSpec, ChartTheme, DrawnChart, WaterfallSpec } from './types.ts';

/**
 * Draws a chart with the elements of Chart.js into SVG. Pure: the same specification and theme give the same bytes.
 * Throws when the specification contradicts itself: an id that is none, series and labels of different lengths,
 * contributions that do not add up.
 */
export function drawChart(spec: ChartSpec, theme: ChartTheme): DrawnChart {
  checkSpec(spec);
  const sheet = sheetOf(spec, theme);
  const plot = plotOf(spec, sheet);
  const id = `${spec.id}-${spec.size ?? 'wide'}`;
  const { title, description } = spec;
  const drawn = (svg: string, browserConfig: Plot | null): DrawnChart => ({
    svg,
    browserConfig,
    get table() {
      return tableOf(spec, sheet);
    },
  });
  if (plot === null || plot === 'negative') {
    const empty = emptyDrawing(spec, sheet, plot === null ? sheet.more.noData : sheet.more.negativeParts);
    const svg = svgOf({ id, title, description, family: theme.family, ...empty.canvas }, empty);
    return drawn(svg, null);
  }
  const { width, height, family } = plot;
  const context = new RecordingContext(width, height, theme.fonts);
  paintPlot(context, plot);
  const still = spec.kind === 'sparkline' && spec.still;
  return drawn(svgOf({ id, title, description, family, width, height }, context), still ? null : plot);
}

function plotOf(spec: ChartSpec, sheet: Sheet): Plot | 'negative' | null {
  switch (spec.kind) {
    case 'line':
      return linePlot(spec, sheet);
    case 'bar':
      return barPlot(spec, sheet);
    case 'stacked-bar':
      return stackedBarPlot(spec, sheet);
    case 'doughnut':
      return doughnutPlot(spec, sheet);
    case 'plan-fact':
      return planFactPlot(spec, sheet);
    case 'waterfall':
      return waterfallPlot(spec, sheet);
    case 'sparkline':
      return sparklinePlot(spec, sheet);
  }
}

/** A calm field that says why nothing is drawn; a sparkline is left blank. */
function emptyDrawing(spec: ChartSpec, sheet: Sheet, reason: string): RecordingContext {
  const spark = spec.kind === 'sparkline';
  const width = spark ? (spec.width ?? 120) : sheet.width;
  const height = spark ? (spec.height ?? 32) : 120;
  const context = new RecordingContext(width, height, sheet.theme.fonts);
  const { grid, muted } = sheet.theme;
  const rules = [
    lineMark(
      [
        [0, height - 1],
        [width, height - 1],
      ],
      grid,
    ),
  ];
  const text = textMark(reason, width / 2, height / 2, { align: 'center', size: sheet.size, colour: muted });
  paintMarks(
    context,
    spark
      ? rules
      : [
          lineMark(
            [
              [0, 1],
              [width, 1],
            ],
            grid,
          ),
          ...rules,
          text,
        ],
    sheet.theme.family,
  );
  return context;
}

function checkSpec(spec: ChartSpec): void {
  if (!/^[A-Za-z][\w-]*$/.test(spec.id))
    throw new Error(`A chart's id must be a plain name: ${JSON.stringify(spec.id)}.`);
  if (spec.kind === 'waterfall') checkSum(spec);
  if (!('labels' in spec)) return;
  const series =
    spec.kind === 'plan-fact'
      ? [spec.fact, spec.plan]
      : [...spec.series, ...(('comparison' in spec && spec.comparison) || [])];
  for (const one of series) {
    if (one.values.length !== spec.labels.length || (one.exact && one.exact.length !== spec.labels.length)) {
      throw new Error(`Chart ${spec.id}: series ${one.id} and the labels differ in length.`);
    }
  }
}

/** Contributions lead from the start to the end, but for the last digits of ratios. */
function checkSum(spec: WaterfallSpec): void {
  const values = [spec.start, ...spec.contributions].map((part) => part.value ?? 0);
  const sum = values.reduce((total, value) => total + value, 0);
  const largest = Math.max(...values.map(Math.abs), Math.abs(spec.end.value ?? 0));
  if (spec.start.value === null || spec.end.value === null) return;
  if (Math.abs(sum - spec.end.value) > largest * 1e-6) {
    throw new Error(`Chart ${spec.id}: contributions lead to ${sum}, not to ${spec.end.value}.`);
  }
}
