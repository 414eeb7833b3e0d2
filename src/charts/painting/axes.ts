import { clipArea, renderText, unclipArea } from 'chart.js/helpers';
import type { AxesPlot, Box } from '../plot-types.ts';
import { scalesOf, type Scales } from './scales.ts';

/** Air between labels and the data's area. */
const CATEGORY_GAP = 6;
const VALUE_GAP = 8;

/** Grid lines and labels as the scales of Chart.js draw them; a scale without labels shows nothing. */
export function paintAxes(canvas: CanvasRenderingContext2D, plot: AxesPlot): void {
  const scales = scalesOf(plot);
  const { area, width, height } = plot;
  const { ticks } = plot.scale;
  if (ticks.length > 0) paintGrid(canvas, plot, scales);
  if (plot.labels.some((lines) => lines !== null)) {
    clipped(canvas, { left: 0, top: area.bottom, right: width, bottom: height }, () =>
      plot.labels.forEach((lines, index) => {
        if (lines) label(canvas, plot, lines, [scales.category(index), area.bottom + CATEGORY_GAP]);
      }),
    );
  }
  if (ticks.length > 0) {
    clipped(canvas, { left: 0, top: 0, right: area.left, bottom: height }, () => {
      for (const tick of ticks) label(canvas, plot, tick.label, [area.left - VALUE_GAP, scales.value(tick.value)]);
    });
  }
}

function paintGrid(canvas: CanvasRenderingContext2D, { area, colours, scale }: AxesPlot, scales: Scales): void {
  for (const { value } of scale.ticks) {
    const y = crisp(scales.value(value));
    canvas.save();
    canvas.lineWidth = 1;
    canvas.strokeStyle = value === 0 ? colours.ink : colours.grid;
    canvas.setLineDash([]);
    canvas.lineDashOffset = 0;
    canvas.beginPath();
    canvas.moveTo(Math.round(area.left), y);
    canvas.lineTo(area.right, y);
    canvas.stroke();
    canvas.restore();
  }
}

/** The middle of a pixel, so that a line one pixel wide is not smeared over two. */
const crisp = (pixel: number): number => Math.round(pixel - 0.5) + 0.5;

function clipped(canvas: CanvasRenderingContext2D, box: Box, draw: () => void): void {
  clipArea(canvas, box);
  draw();
  unclipArea(canvas);
}

/** Lines under each other below a place of the category axis; one line beside a value. */
function label(
  canvas: CanvasRenderingContext2D,
  { family, fontSize, colours }: AxesPlot,
  text: string | string[],
  translation: [number, number],
): void {
  const lineHeight = fontSize * 1.2;
  const beneath = typeof text !== 'string';
  renderText(
    canvas,
    text,
    0,
    beneath ? lineHeight / 2 : 0,
    { string: `${fontSize}px ${family}`, lineHeight } as Parameters<typeof renderText>[4],
    { color: colours.muted, textAlign: beneath ? 'center' : 'right', textBaseline: 'middle', translation },
  );
}
