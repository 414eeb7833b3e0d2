import { describe, expect, it } from 'vitest';
import { contrast } from '../../src/charts/colour.ts';
import { drawChart } from '../../src/charts/draw.ts';
import { loadFontMetrics } from '../../src/charts/load-fonts.ts';
import { examples } from './examples.ts';
import { themeOf } from './theme.ts';
import { wholeChart } from './whole-chart.ts';
import type { AxesPlot, Plot } from '../../src/charts/plot-types.ts';
import type { ChartSeries, ChartSpec, LineSpec, StackedBarSpec } from '../../src/charts/types.ts';

const fonts = loadFontMetrics('inter');
const plots = (['ru', 'en'] as const).flatMap((locale) =>
  examples(locale).flatMap((spec) =>
    (['wide', 'narrow'] as const).flatMap((size) => drawChart({ ...spec, size }, themeOf(fonts)).browserConfig ?? []),
  ),
);

const stackOf = (series: ChartSeries[]): StackedBarSpec => {
  const spec = examples('en').find((one) => one.kind === 'stacked-bar' && one.labelKind === 'month') as StackedBarSpec;
  return { ...spec, labels: ['2026-08', '2026-09', '2026-10'], series, events: [] };
};

describe('plots handed to the browser', () => {
  it('survive JSON and give the same drawing there', () => {
    for (const plot of plots) {
      const travelled = JSON.parse(JSON.stringify(plot)) as Plot;
      const [here, there] = [wholeChart(plot, fonts), wholeChart(travelled, fonts)];
      expect(there.context.drawn).toEqual(here.context.drawn);
      here.chart.destroy();
      there.chart.destroy();
    }
  });

  it('have a target over the months it was set for alone, with a step where it changes', () => {
    const example = examples('en').find(({ id }) => id.startsWith('line-target')) as LineSpec;
    const labels = example.labels.slice(-4);
    const series = [{ ...example.series[0]!, values: [1, 2, 3, 4] }];
    const target = { values: [null, 2, 2, 4] };
    const plot = drawChart({ ...example, labels, series, target }, themeOf(fonts)).browserConfig as AxesPlot;
    const { left, right } = plot.area;
    const step = (right - left) / 3;
    const dashed = plot.under.flatMap((mark) => (mark.kind === 'line' && mark.dash.length > 0 ? [mark.points] : []));
    expect(dashed.map((points) => points.map(([x]) => Math.round(x)))).toEqual([
      [Math.round(left + step / 2), Math.round(left + 2.5 * step)],
      [Math.round(left + 2.5 * step), Math.round(right)],
    ]);
    expect(dashed[1]![0]![1]).toBeLessThan(dashed[0]![0]![1]);
  });

  it('show no two channels in one colour, however many the client has', () => {
    const palette = ['#111111', '#222222', '#333333', '#444444', '#555555', '#666666', '#777777'];
    // Fourteen channels take the palette twice.
    const all = Array.from({ length: 14 }, (_, place) => `c${place}`);
    const theme = {
      ...themeOf(fonts),
      series: palette,
      colourOf: (id: string) => palette[all.indexOf(id) % 7] ?? null,
    };
    const series = all.map((id, place) => ({ id, name: id, values: [1, 1, [0, 7, 1, 8].includes(place) ? 90 : 1] }));
    const colours = (spec: Partial<ChartSpec>) => {
      const example = examples('en').find(({ kind }) => kind === spec.kind)!;
      const plot = drawChart({ ...example, ...spec } as ChartSpec, theme).browserConfig!;
      return (plot.type === 'ring' ? plot.parts : plot.datasets).map(({ name, colour }) => [name, colour] as const);
    };
    const months = {
      labels: ['2026-08', '2026-09', '2026-10'],
      labelKind: 'month' as const,
      events: [],
      comparison: [],
    };
    const parts = series.map(({ id, name, values }) => ({ id, name, value: values[2]! }));
    for (const shown of [
      colours({ kind: 'stacked-bar', ...months, series }),
      colours({ kind: 'line', ...months, series }).filter(([name]) => ['c0', 'c1', 'c7', 'c8'].includes(name)),
      colours({ kind: 'doughnut', parts }),
    ]) {
      expect(shown.length).toBeGreaterThanOrEqual(4);
      expect(new Set(shown.map(([, colour]) => colour)).size).toBe(shown.length);
      expect(new Map(shown).get('c0')).toBe('#111111');
    }
  });

  it('tell at the end of a line that ends before the others of when its value is', () => {
    const example = examples('en').find(({ kind }) => kind === 'line') as LineSpec;
    const ends = (spec: Partial<LineSpec>, values: (number | null)[]) => {
      const series = [{ id: 'leads', name: 'Leads', values }];
      const whole = { ...example, comparison: [], events: [], series, ...spec };
      delete whole.target;
      const plot = drawChart(whole, themeOf(fonts)).browserConfig as AxesPlot;
      const texts = [...plot.under, ...plot.over].flatMap((mark) => (mark.kind === 'text' ? [mark] : []));
      return texts.filter(({ x }) => x >= plot.area.right).map(({ text }) => text);
    };
    const months = { labels: ['2026-08', '2026-09', '2026-10'], labelKind: 'month' as const };
    const days = { labels: ['2026-10-01', '2026-10-02', '2026-10-03'], labelKind: 'day' as const };
    expect(ends(months, [5, 6, 7])).toEqual(['7']);
    expect(ends(months, [5, 6, null])).toEqual(['6, Sep']);
    expect(ends(days, [5, null, null])).toEqual(['5, Oct\u00a01']);
  });

  it.each([
    ['on white', '#ffffff', '#16181d', '#5b5d61'],
    ['on grey', '#f3e9d2', '#3b2a1a', '#6f6152'],
    ['on black', '#101418', '#eeeeee', '#a2a4a5'],
  ])('are seen %s: whatever stands for data is three times as light or dark as its ground', (_, paper, ink, muted) => {
    const theme = { ...themeOf(fonts), paper, ink, muted, series: [ink], accent: ink, good: ink, bad: ink };
    const seen = { ...theme, colourOf: () => null };
    for (const spec of examples('en')) {
      const plot = drawChart(spec, seen).browserConfig;
      const colours =
        plot === null
          ? []
          : plot.type === 'ring'
            ? plot.parts.map(({ colour }) => colour)
            : [
                ...plot.datasets.map(({ colour }) => colour),
                ...plot.under.flatMap((mark) => (mark.kind === 'line' ? [mark.colour] : [])),
              ];
      for (const colour of colours) {
        expect(contrast(colour, paper), `${spec.id} ${colour}`).toBeGreaterThanOrEqual(3);
      }
    }
  });

  it('stand in Chart.js exactly where they were laid out', () => {
    for (const plot of plots) {
      const { chart } = wholeChart(plot, fonts);
      const { left, top, right, bottom } = chart.chartArea;
      expect({ left, top, right, bottom }).toEqual(plot.area);
      chart.destroy();
    }
  });

  it('draw once however often they are asked', () => {
    const { chart, context } = wholeChart(plots[0]!, fonts);
    const once = structuredClone(context.drawn);
    chart.draw();
    expect(context.drawn).toEqual(once);
    chart.destroy();
  });

  it.each([
    ['beside its last column', 5, ['beside', 'beside', 'beside']],
    ['above the plot when the last column is nothing but zeros', 0, ['above', 'above', 'above']],
    ['above the plot when nothing is known of the last column', null, ['above', 'above', 'above']],
  ])('of a stack name its parts %s', (_, last, places) => {
    const series = ['Search', 'Social', 'Maps'].map((name) => ({ id: name, name, values: [3, 4, last] }));
    const spec = stackOf(series);
    const plot = drawChart({ ...spec, size: 'wide' }, themeOf(fonts)).browserConfig as AxesPlot;
    const names = plot.over.flatMap((mark) =>
      mark.kind === 'text' && series.some(({ name }) => name === mark.text) ? [mark] : [],
    );
    expect(names.map(({ x, y }) => (x > plot.area.right ? 'beside' : y < plot.area.top ? 'above' : 'within'))).toEqual(
      places,
    );
  });

  it('have a title and exact text for every point', () => {
    for (const plot of plots) {
      if (plot.type === 'ring') continue;
      for (const series of plot.datasets) {
        expect(series.tips.length).toBe(plot.tipTitles.length);
        series.values.forEach((value, i) => expect(series.tips[i] === null).toBe(value === null));
      }
    }
  });
});
