import { init } from 'echarts';
import { clientIds, peerReport } from '../report.ts';
import { STYLE } from '../words.ts';

// Static pages with charts that need no script: drawn to SVG while the pages are made.
const SIZE = { width: 480, height: 260 };

function drawn(option) {
  const chart = init(null, null, { renderer: 'svg', ssr: true, ...SIZE });
  chart.setOption({ animation: false, ...option });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return svg;
}

/** Two lines over time, each with an axis of its own. */
const overTime = ({ accent, words }, points, first) =>
  drawn({
    color: [accent, '#475569'],
    legend: { bottom: 0 },
    xAxis: { type: 'category', data: points.map(({ name }) => name) },
    yAxis: [{ type: 'value' }, { type: 'value', splitLine: { show: false } }],
    series: [first, 'leads'].map((metric, axis) => ({
      ...{ type: 'line', name: words.kpis[metric], showSymbol: false, yAxisIndex: axis },
      data: points.map((point) => point[metric]),
    })),
  });

function chartsOf(report) {
  const { accent, words, channels } = report;
  return [
    overTime(report, report.days, 'cost'),
    overTime(report, report.months, 'revenue'),
    drawn({
      color: [accent],
      xAxis: { type: 'category', data: channels.map(({ name }) => name) },
      yAxis: { type: 'value' },
      series: [{ type: 'bar', name: words.kpis.cost, data: channels.map(({ cost }) => cost) }],
    }),
    drawn({
      color: [accent, '#475569', '#d97706', '#0d9488', '#7c3aed'],
      series: [
        { type: 'pie', radius: ['45%', '70%'], data: channels.map(({ name, leads }) => ({ name, value: leads })) },
      ],
    }),
  ];
}

export default function (config) {
  config.addGlobalData('reports', () => clientIds().map(peerReport));
  config.addGlobalData('style', STYLE);
  config.addFilter('charts', chartsOf);
  return { dir: { input: 'pages', output: 'dist' } };
}
