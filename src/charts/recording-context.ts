import type { FontMetrics } from './font-metrics.ts';
import { copyStyle, INITIAL, styleOf, type CanvasStyle } from './canvas-style.ts';
import { anchorOf, baselineDrop, readFont } from './text-style.ts';
import { coordinate, IDENTITY, multiply, PathData, type Matrix } from './path-data.ts';

/** One thing drawn: a path or a text, with SVG attributes and the clip paths it lies under. */
export type Drawn =
  | { kind: 'path'; data: string; style: string; clips: readonly string[] }
  | { kind: 'text'; text: string; at: string; style: string; clips: readonly string[] };

/** A call or property Chart.js should never reach: the drawing would silently lack something. */
const unknownCalls = new Proxy(Object.prototype, {
  get(_target, name) {
    if (typeof name === 'symbol' || name in Object.prototype) return Reflect.get(Object.prototype, name);
    throw new Error(`The chart recorder does not know the canvas call or property "${name}".`);
  },
  set(_target, name) {
    throw new Error(`The chart recorder does not know the canvas property "${String(name)}".`);
  },
});

/** Everything of `CanvasRenderingContext2D` that Chart.js uses, recorded as SVG shapes instead of painted. */
export class RecordingContext implements CanvasStyle {
  // Fields are own properties: reading and writing them never reaches the guard.
  fillStyle = INITIAL.fillStyle;
  strokeStyle = INITIAL.strokeStyle;
  lineWidth = INITIAL.lineWidth;
  lineCap = INITIAL.lineCap;
  lineJoin = INITIAL.lineJoin;
  lineDashOffset = INITIAL.lineDashOffset;
  miterLimit = INITIAL.miterLimit;
  globalAlpha = INITIAL.globalAlpha;
  font = INITIAL.font;
  textAlign = INITIAL.textAlign;
  textBaseline = INITIAL.textBaseline;
  /** What was drawn, in order. */
  drawn: Drawn[] = [];
  /** The canvas Chart.js asks for its size. */
  canvas: { width: number; height: number; getContext: () => RecordingContext };
  private fonts: FontMetrics;
  private matrix: Matrix = IDENTITY;
  private dash = '';
  private clips: readonly string[] = [];
  private path = new PathData();
  private saved: { style: CanvasStyle; matrix: Matrix; dash: string; clips: readonly string[] }[] = [];

  constructor(width: number, height: number, fonts: FontMetrics) {
    this.canvas = { width, height, getContext: () => this };
    this.fonts = fonts;
  }

  save(): void {
    this.saved.push({ style: styleOf(this), matrix: this.matrix, dash: this.dash, clips: this.clips });
  }

  restore(): void {
    const kept = this.saved.pop();
    if (!kept) return;
    copyStyle(kept.style, this);
    this.matrix = kept.matrix;
    this.dash = kept.dash;
    this.clips = kept.clips;
  }

  translate(x: number, y: number): void {
    this.matrix = multiply(this.matrix, [1, 0, 0, 1, x, y]);
  }

  rotate(angle: number): void {
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    this.matrix = multiply(this.matrix, [cos, sin, -sin, cos, 0, 0]);
  }

  scale(x: number, y: number): void {
    this.matrix = multiply(this.matrix, [x, 0, 0, y, 0, 0]);
  }

  setTransform(a: number, b: number, c: number, d: number, e: number, f: number): void {
    this.matrix = [a, b, c, d, e, f];
  }

  resetTransform(): void {
    this.matrix = IDENTITY;
  }

  setLineDash(segments: number[]): void {
    this.dash = segments.map(coordinate).join(' ');
  }

  beginPath(): void {
    this.path = new PathData();
  }

  closePath(): void {
    this.path.close();
  }

  moveTo(x: number, y: number): void {
    this.path.moveTo(this.matrix, x, y);
  }

  lineTo(x: number, y: number): void {
    this.path.lineTo(this.matrix, x, y);
  }

  bezierCurveTo(...points: [number, number, number, number, number, number]): void {
    this.path.curveTo(this.matrix, 'C', points);
  }

  quadraticCurveTo(...points: [number, number, number, number]): void {
    this.path.curveTo(this.matrix, 'Q', points);
  }

  rect(x: number, y: number, width: number, height: number): void {
    this.path.rect(this.matrix, x, y, width, height);
  }

  arc(x: number, y: number, radius: number, start: number, end: number, counter = false): void {
    this.path.arc(this.matrix, x, y, radius, start, end, counter);
  }

  clip(rule?: unknown): void {
    if (rule !== undefined) throw new Error('The chart recorder clips by the non-zero rule only.');
    this.clips = [...this.clips, this.path.data];
  }

  /** Chart.js clears the whole canvas before it draws; what was recorded is gone. */
  clearRect(x: number, y: number, width: number, height: number): void {
    if (x > 0 || y > 0 || width < this.canvas.width || height < this.canvas.height) {
      throw new Error('The chart recorder clears only the whole drawing.');
    }
    this.drawn = [];
  }

  fill(rule?: unknown): void {
    if (rule !== undefined) throw new Error('The chart recorder fills by the non-zero rule only.');
    this.addFill(this.path.data);
  }

  fillRect(x: number, y: number, width: number, height: number): void {
    const path = new PathData();
    path.rect(this.matrix, x, y, width, height);
    this.addFill(path.data);
  }

  stroke(): void {
    this.addStroke(this.path.data);
  }

  strokeRect(x: number, y: number, width: number, height: number): void {
    const path = new PathData();
    path.rect(this.matrix, x, y, width, height);
    this.addStroke(path.data);
  }

  measureText(text: string): { width: number } {
    const { size, weight } = readFont(this.font);
    return { width: this.fonts.width(text, size, weight) };
  }

  fillText(text: string, x: number, y: number): void {
    if (text === '' || isClear(this.fillStyle)) return;
    const { size, weight } = readFont(this.font);
    const drop = y + baselineDrop(this.textBaseline, size, this.fonts.capHeight);
    const [a, b, c, d, e, f] = this.matrix;
    const upright = a === 1 && b === 0 && c === 0 && d === 1;
    const at = upright
      ? `x="${coordinate(x + e)}" y="${coordinate(drop + f)}"`
      : `x="${coordinate(x)}" y="${coordinate(drop)}" transform="matrix(${[a, b, c, d].map((n) => Number(n.toFixed(4))).join(' ')} ${coordinate(e)} ${coordinate(f)})"`;
    const style =
      `font-size="${size}"` +
      (weight === 400 ? '' : ` font-weight="${weight}"`) +
      anchorOf(this.textAlign) +
      ` fill="${this.fillStyle}"` +
      this.opacity();
    this.drawn.push({ kind: 'text', text, at, style, clips: this.clips });
  }

  private opacity(): string {
    return this.globalAlpha === 1 ? '' : ` opacity="${this.globalAlpha}"`;
  }

  private addFill(data: string): void {
    if (data === '' || isClear(this.fillStyle)) return;
    this.addPath(data, `fill="${this.fillStyle}"${this.opacity()}`);
  }

  private addStroke(data: string): void {
    // A lone point has nothing to stroke.
    if (!/[A-LN-Y]/.test(data) || isClear(this.strokeStyle) || this.lineWidth <= 0) return;
    const style =
      `fill="none" stroke="${this.strokeStyle}"` +
      (this.lineWidth === 1 ? '' : ` stroke-width="${coordinate(this.lineWidth)}"`) +
      (this.dash === '' ? '' : ` stroke-dasharray="${this.dash}"`) +
      (this.lineDashOffset === 0 ? '' : ` stroke-dashoffset="${coordinate(this.lineDashOffset)}"`) +
      (this.lineCap === 'butt' ? '' : ` stroke-linecap="${this.lineCap}"`) +
      (this.lineJoin === 'miter' ? '' : ` stroke-linejoin="${this.lineJoin}"`);
    this.addPath(data, style + this.opacity());
  }

  /** Neighbouring opaque shapes of one style become one path. */
  private addPath(data: string, style: string): void {
    const last = this.drawn.at(-1);
    const same = last?.kind === 'path' && last.style === style && sameClips(last.clips, this.clips);
    if (same && this.globalAlpha === 1) last.data += data;
    else this.drawn.push({ kind: 'path', data, style, clips: this.clips });
  }
}

Object.setPrototypeOf(RecordingContext.prototype, unknownCalls);

function sameClips(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((clip, i) => clip === b[i]);
}

function isClear(colour: string): boolean {
  return colour === 'transparent' || colour === 'rgba(0,0,0,0)' || colour === 'rgba(0, 0, 0, 0)';
}
