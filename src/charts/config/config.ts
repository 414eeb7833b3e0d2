import {
  ArcElement,
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  DoughnutController,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  type ChartConfiguration,
} from 'chart.js';
import type { Plot } from '../plot-types.ts';
import { axesConfig, axesPadding } from './axes.ts';
import { marksPlugin } from './marks.ts';
import { ringConfig } from './ring.ts';

Chart.register(
  LineController,
  BarController,
  DoughnutController,
  LineElement,
  PointElement,
  BarElement,
  ArcElement,
  CategoryScale,
  LinearScale,
);

export { Chart };

/** The Chart.js configuration of a plot, for the browser; a new object each time. */
export function chartConfig(plot: Plot): ChartConfiguration {
  const own = plot.type === 'axes' ? axesConfig(plot) : ringConfig(plot);
  const options = {
    responsive: false,
    maintainAspectRatio: false,
    animation: false,
    devicePixelRatio: 1,
    events: [],
    font: { family: plot.family, size: plot.fontSize },
    layout: {
      autoPadding: false,
      padding: plot.type === 'axes' ? axesPadding(plot) : 0,
    },
    ...own.options,
  };
  return { type: own.type, data: own.data, options, plugins: [marksPlugin(plot)] } as unknown as ChartConfiguration;
}
