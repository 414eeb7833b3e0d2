import { BasicPlatform } from 'chart.js';
import { Chart, chartConfig } from '../../src/charts/config/config.ts';
import type { FontMetrics } from '../../src/charts/font-metrics.ts';
import type { Plot } from '../../src/charts/plot-types.ts';
import { RecordingContext } from '../../src/charts/recording-context.ts';

/** What the browser does with a plot, on the recorder instead of a canvas. The caller destroys the chart. */
export function wholeChart(plot: Plot, fonts: FontMetrics): { chart: Chart; context: RecordingContext } {
  const context = new RecordingContext(plot.width, plot.height, fonts);
  const config = { ...chartConfig(plot), platform: BasicPlatform };
  return { chart: new Chart(context.canvas as unknown as HTMLCanvasElement, config), context };
}
