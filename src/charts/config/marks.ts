import type { Chart, Plugin } from 'chart.js';
import type { Mark, Plot } from '../plot-types.ts';

/** The part of a 2D context that marks need: a canvas in the browser, the recorder at build. */
export interface MarkContext {
  fillStyle: string;
  strokeStyle: string;
  lineWidth: number;
  font: string;
  textAlign: string;
  textBaseline: string;
  save(): void;
  restore(): void;
  beginPath(): void;
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  arc(x: number, y: number, radius: number, start: number, end: number): void;
  stroke(): void;
  fill(): void;
  fillRect(x: number, y: number, width: number, height: number): void;
  fillText(text: string, x: number, y: number): void;
  setLineDash(segments: number[]): void;
}

/** A Chart.js plugin that draws the plot's marks under and over the data. */
export function marksPlugin(plot: Plot): Plugin {
  return {
    id: 'marks',
    beforeDatasetsDraw: (chart) => paintMarks(contextOf(chart), plot.under, plot.family),
    afterDatasetsDraw: (chart) => paintMarks(contextOf(chart), plot.over, plot.family),
  };
}

const contextOf = (chart: Chart): MarkContext => chart.ctx as unknown as MarkContext;

export function paintMarks(ctx: MarkContext, marks: Mark[], family: string): void {
  ctx.save();
  for (const mark of marks) paint(ctx, mark, family);
  ctx.restore();
}

function paint(ctx: MarkContext, mark: Mark, family: string): void {
  ctx.fillStyle = mark.colour;
  switch (mark.kind) {
    case 'text':
      ctx.font = `${mark.bold ? 600 : 400} ${mark.size}px ${family}`;
      ctx.textAlign = mark.align;
      ctx.textBaseline = 'middle';
      ctx.fillText(mark.text, mark.x, mark.y);
      return;
    case 'line':
      ctx.strokeStyle = mark.colour;
      ctx.lineWidth = mark.width;
      ctx.setLineDash(mark.dash);
      ctx.beginPath();
      mark.points.forEach(([x, y], i) => (i === 0 ? ctx.moveTo(x, y) : ctx.lineTo(x, y)));
      ctx.stroke();
      return;
    case 'dot':
      ctx.beginPath();
      ctx.arc(mark.x, mark.y, mark.radius, 0, Math.PI * 2);
      ctx.fill();
      return;
    case 'box':
      ctx.fillRect(mark.x, mark.y, mark.width, mark.height);
  }
}
