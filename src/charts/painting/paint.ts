import type { RecordingContext } from '../recording-context.ts';
import { paintMarks } from '../config/marks.ts';
import type { AxesPlot, Plot, PlotSeries } from '../plot-types.ts';
import { paintAxes } from './axes.ts';
import { barsOf } from './bars.ts';
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

/** The first series is drawn last, over the others; marks of a plan stand over all bars. */
function paintSeries(canvas: CanvasRenderingContext2D, plot: AxesPlot, scales: Scales): void {
  const area = { ...plot.area, width: plot.width, height: plot.height };
  const upwards = plot.datasets.toReversed();
  const isMark = ({ type }: PlotSeries): boolean => type === 'mark';
  for (const series of [...upwards.filter((one) => !isMark(one)), ...upwards.filter(isMark)]) {
    if (series.type === 'bar') {
      for (const bar of barsOf(series, plot, scales)) bar.draw(canvas);
      continue;
    }
    const line = lineOf(series, scales);
    if (series.type === 'line') line.draw(canvas, area, 0, line.points.length);
    for (const point of pointsOf(series, line.points, scales.rows)) point.draw(canvas, area);
  }
}
