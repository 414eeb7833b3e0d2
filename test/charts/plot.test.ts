import { BasicPlatform } from 'chart.js';
import { describe, expect, it } from 'vitest';
import { Chart, chartConfig } from '../../src/charts/config/config.ts';
import { drawChart } from '../../src/charts/draw.ts';
import { loadFontMetrics } from '../../src/charts/load-fonts.ts';
import { RecordingContext } from '../../src/charts/recording-context.ts';
import { examples } from './examples.ts';
import { themeOf } from './theme.ts';
import type { Plot } from '../../src/charts/plot-types.ts';

const fonts = loadFontMetrics('inter');
const plots = (['ru', 'en'] as const).flatMap((locale) =>
  examples(locale).flatMap((spec) =>
    (['wide', 'narrow'] as const).flatMap((size) => drawChart({ ...spec, size }, themeOf(fonts)).browserConfig ?? []),
  ),
);

/** What the browser does with a plot, on the recorder instead of a canvas. */
function live(plot: Plot): { chart: Chart; context: RecordingContext } {
  const context = new RecordingContext(plot.width, plot.height, fonts);
  const config = { ...chartConfig(plot), platform: BasicPlatform };
  return { chart: new Chart(context.canvas as unknown as HTMLCanvasElement, config), context };
}

describe('plots handed to the browser', () => {
  it('survive JSON and give the same drawing there', () => {
    for (const plot of plots) {
      const travelled = JSON.parse(JSON.stringify(plot)) as Plot;
      const [here, there] = [live(plot), live(travelled)];
      expect(there.context.drawn).toEqual(here.context.drawn);
      here.chart.destroy();
      there.chart.destroy();
    }
  });

  it('stand in Chart.js exactly where they were laid out', () => {
    for (const plot of plots) {
      const { chart } = live(plot);
      const { left, top, right, bottom } = chart.chartArea;
      expect({ left, top, right, bottom }).toEqual(plot.area);
      chart.destroy();
    }
  });

  it('draw once however often they are asked', () => {
    const { chart, context } = live(plots[0]!);
    const once = structuredClone(context.drawn);
    chart.draw();
    expect(context.drawn).toEqual(once);
    chart.destroy();
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
