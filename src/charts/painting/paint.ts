import type { RecordingContext } from '../recording-context.ts';
import { paintMarks } from '../config/marks.ts';
import type { AxesPlot, Plot } from '../plot-types.ts';
import { paintAxes } from './axes.ts';
import { barsOf, type Bar } from './bars.ts';
import { lineOf, pointsOf } from './lines.ts';
import { arcsOf } from './ring.ts';
import { scalesOf, type Scales } from './scales.ts';

/**
 * Draws a plot with the elements of Chart.js: its lines, points, bars and arcs, at the places where its controllers
 * would put them. A whole `Chart` spends nine tenths of its time finding out what the plot says already; what both
 * draw is the same, shape by shape (test/charts/painting.test.ts).
 */
export function paintPlot(context: RecordingContext, plot: Plot): void {
  // Elements draw on whatever answers the calls of a 2D canvas.
  const canvas = context as unknown as CanvasRenderingContext2D;
  const under = (): void => paintMarks(context, plot.under, plot.family);
  if (plot.type === 'axes') {
    const scales = scalesOf(plot);
    paintAxes(canvas, plot, scales);
    under();
    paintSeries(canvas, plot, scales);
  } else {
    under();
    for (const arc of arcsOf(plot)) arc.draw(canvas);
  }
  paintMarks(context, plot.over, plot.family);
}

/** The first series is drawn last, over the others; marks of a plan stand over their bars. */
function paintSeries(canvas: CanvasRenderingContext2D, plot: AxesPlot, scales: Scales): void {
  const bars = barsOf(plot, scales);
  const area = { ...plot.area, width: plot.width, height: plot.height };
  const order = plot.datasets.map((series, index) => ({ index, rank: series.type === 'mark' ? -1 : index }));
  order.sort((a, b) => b.rank - a.rank || b.index - a.index);
  for (const { index } of order) {
    const series = plot.datasets[index]!;
    if (series.type === 'bar') {
      for (const bar of bars.get(series) as Bar[]) bar.draw(canvas);
      continue;
    }
    const line = lineOf(series, scales);
    if (series.type === 'line') line.draw(canvas, area, 0, line.points.length);
    for (const point of pointsOf(series, line.points, plot.direction === 'rows')) point.draw(canvas, area);
  }
}
