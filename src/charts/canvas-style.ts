/** What `save` keeps of a canvas and `restore` gives back, besides its matrix, dashes and clips. */
export interface CanvasStyle {
  fillStyle: string;
  strokeStyle: string;
  lineWidth: number;
  lineCap: string;
  lineJoin: string;
  lineDashOffset: number;
  miterLimit: number;
  globalAlpha: number;
  font: string;
  textAlign: string;
  textBaseline: string;
}

/** Of a new canvas, as the standard has it. */
export const INITIAL: CanvasStyle = {
  fillStyle: '#000000',
  strokeStyle: '#000000',
  lineWidth: 1,
  lineCap: 'butt',
  lineJoin: 'miter',
  lineDashOffset: 0,
  miterLimit: 10,
  globalAlpha: 1,
  font: '10px sans-serif',
  textAlign: 'start',
  textBaseline: 'alphabetic',
};

export const styleOf = (from: CanvasStyle): CanvasStyle => copyStyle(from, {} as CanvasStyle);

/** Name by name: a list of names costs several times as much, and every shape is drawn between save and restore. */
export function copyStyle(from: CanvasStyle, to: CanvasStyle): CanvasStyle {
  to.fillStyle = from.fillStyle;
  to.strokeStyle = from.strokeStyle;
  to.lineWidth = from.lineWidth;
  to.lineCap = from.lineCap;
  to.lineJoin = from.lineJoin;
  to.lineDashOffset = from.lineDashOffset;
  to.miterLimit = from.miterLimit;
  to.globalAlpha = from.globalAlpha;
  to.font = from.font;
  to.textAlign = from.textAlign;
  to.textBaseline = from.textBaseline;
  return to;
}
