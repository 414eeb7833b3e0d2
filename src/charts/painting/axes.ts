import { clipArea, renderText, unclipArea } from 'chart.js/helpers';
import type { AxesPlot, Box } from '../plot-types.ts';
import type { Scales } from './scales.ts';

/** Air between labels and the data's area. */
const CATEGORY_GAP = 6;
const VALUE_GAP = 8;

type Font = Parameters<typeof renderText>[4];

/** Grid lines and labels as the scales of Chart.js draw them; a scale without labels shows nothing. */
export function paintAxes(canvas: CanvasRenderingContext2D, plot: AxesPlot, scales: Scales): void {
  const { area, width, height, fontSize, family } = plot;
  const { ticks } = plot.scale;
  const lineHeight = fontSize * 1.2;
  const font = { string: `${fontSize}px ${family}`, lineHeight } as Font;
  const style = { color: plot.colours.muted, textBaseline: 'middle' } as const;
  paintGrid(canvas, plot, scales);
  if (plot.labels.some((lines) => lines !== null)) {
    clipped(canvas, { left: 0, top: area.bottom, right: width, bottom: height }, () =>
      plot.labels.forEach((lines, index) => {
        const translation: [number, number] = [scales.category(index), area.bottom + CATEGORY_GAP];
        if (lines) renderText(canvas, lines, 0, lineHeight / 2, font, { ...style, textAlign: 'center', translation });
      }),
    );
  }
  if (ticks.length > 0) {
    clipped(canvas, { left: 0, top: 0, right: area.left, bottom: height }, () => {
      for (const tick of ticks) {
        const translation: [number, number] = [area.left - VALUE_GAP, scales.value(tick.value)];
        renderText(canvas, tick.label, 0, 0, font, { ...style, textAlign: 'right', translation });
      }
    });
  }
}

function paintGrid(canvas: CanvasRenderingContext2D, { area, colours, scale }: AxesPlot, scales: Scales): void {
  canvas.lineWidth = 1;
  for (const { value } of scale.ticks) {
    const y = crisp(scales.value(value));
    canvas.strokeStyle = value === 0 ? colours.ink : colours.grid;
    canvas.beginPath();
    canvas.moveTo(area.left, y);
    canvas.lineTo(area.right, y);
    canvas.stroke();
  }
}

/** The middle of a pixel, so that a line one pixel wide is not smeared over two. */
const crisp = (pixel: number): number => Math.round(pixel - 0.5) + 0.5;

function clipped(canvas: CanvasRenderingContext2D, box: Box, draw: () => void): void {
  clipArea(canvas, box);
  draw();
  unclipArea(canvas);
}
