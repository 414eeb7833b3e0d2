import type { ChartDataset, CategoryScaleOptions, LinearScaleOptions, Scale } from 'chart.js';
import type { AxesPlot, PlotSeries } from '../plot-types.ts';

type AxesDataset = ChartDataset<'line' | 'bar', (number | [number, number] | null)[]>;

/** Pixels at the left for the value axis, and at the bottom for the categories. */
const axisWidth = (plot: AxesPlot): number => (plot.scale.ticks.length > 0 ? plot.area.left : 0);
const axisHeight = (plot: AxesPlot): number =>
  plot.labels.some((lines) => lines !== null) ? plot.height - plot.area.bottom : 0;

/** Room around the axes and the area. */
export function axesPadding(plot: AxesPlot) {
  const { area, width, height } = plot;
  return {
    left: area.left - axisWidth(plot),
    top: area.top,
    right: width - area.right,
    bottom: height - area.bottom - axisHeight(plot),
  };
}

/** Data and scales of lines and bars for Chart.js, which finds every position given already. */
export function axesConfig(plot: AxesPlot) {
  const rows = plot.direction === 'rows';
  const [category, value] = rows ? (['y', 'x'] as const) : (['x', 'y'] as const);
  return {
    type: 'bar' as const,
    data: {
      labels: plot.labels.map((lines) => lines ?? ''),
      datasets: plot.datasets.map((series, i) => (series.type === 'bar' ? bar(series, i) : line(series, i, rows))),
    },
    options: {
      indexAxis: category,
      datasets: { bar: { clip: false as const }, line: { clip: false as const } },
      scales: { [category]: categoryScale(plot), [value]: valueScale(plot) },
    },
  };
}

/** Earlier datasets are drawn over later ones. */
function bar(series: PlotSeries, order: number): AxesDataset {
  return {
    type: 'bar',
    order,
    label: series.name,
    data: series.values as (number | [number, number] | null)[],
    backgroundColor: series.colours ?? series.colour,
    barThickness: series.width,
    borderWidth: 0,
    // A hair of paper between stacked pieces.
    inflateAmount: series.stack === undefined ? 0 : -0.4,
    ...(series.stack === undefined ? {} : { stack: series.stack }),
  };
}

function line(series: PlotSeries, order: number, rows: boolean): AxesDataset {
  const mark = series.type === 'mark';
  return {
    type: 'line',
    // Marks of a plan stand over their bars.
    order: mark ? -1 : order,
    label: series.name,
    data: series.values as (number | null)[],
    showLine: !mark,
    borderColor: series.colour,
    backgroundColor: series.colour,
    borderWidth: series.width,
    borderJoinStyle: 'round',
    tension: 0,
    spanGaps: false,
    pointStyle: mark ? 'line' : (series.shape ?? 'circle'),
    pointRotation: mark && rows ? 90 : 0,
    pointRadius: mark ? series.width / 2 : (series.radii ?? 0),
    pointBorderWidth: mark ? 2.5 : 0,
    pointBorderColor: series.colour,
  };
}

/** A visible scale takes the room the plot left for it, an invisible one none: the area comes out as laid out. */
function takeRoom(width: number, height: number) {
  return (scale: Scale): void => {
    if (scale.isHorizontal()) scale.height = height;
    else scale.width = width;
    scale.paddingLeft = scale.paddingRight = scale.paddingTop = scale.paddingBottom = 0;
  };
}

function categoryScale(plot: AxesPlot) {
  const shown = plot.labels.some((lines) => lines !== null);
  return {
    type: 'category',
    offset: plot.bands,
    display: shown,
    stacked: plot.stacked,
    afterFit: takeRoom(0, axisHeight(plot)),
    grid: { display: false, drawTicks: false },
    border: { display: false },
    ticks: {
      color: plot.colours.muted,
      autoSkip: false,
      maxRotation: 0,
      // Rooms are given, so sizes of labels are not asked for.
      sampleSize: 1,
      padding: 6,
      font: { size: plot.fontSize, lineHeight: 1.2 },
    },
  } satisfies DeepPartial<CategoryScaleOptions> & { type: 'category' };
}

function valueScale(plot: AxesPlot) {
  const { min, max, ticks } = plot.scale;
  return {
    type: 'linear',
    display: ticks.length > 0,
    stacked: plot.stacked,
    min,
    max,
    afterBuildTicks: (scale: Scale) => {
      scale.ticks = ticks.map(({ value }) => ({ value }));
    },
    afterFit: takeRoom(axisWidth(plot), 0),
    grid: {
      color: (context: { tick?: { value: number } }) =>
        context.tick?.value === 0 ? plot.colours.ink : plot.colours.grid,
      drawTicks: false,
    },
    border: { display: false },
    ticks: {
      color: plot.colours.muted,
      autoSkip: false,
      // The ticks are given: no need to find how many would fit.
      stepSize: max - min,
      sampleSize: 1,
      padding: 8,
      font: { size: plot.fontSize },
      callback: (_value: unknown, index: number) => ticks[index]?.label ?? '',
    },
  } satisfies DeepPartial<LinearScaleOptions> & { type: 'linear' };
}

type DeepPartial<T> = T extends (...args: never[]) => unknown
  ? T
  : T extends object
    ? { [K in keyof T]?: DeepPartial<T[K]> | ((context: never) => unknown) }
    : T;
