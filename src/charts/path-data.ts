/** Affine matrix in canvas order: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

export function multiply(m: Matrix, n: Matrix): Matrix {
  return [
    m[0] * n[0] + m[2] * n[1],
    m[1] * n[0] + m[3] * n[1],
    m[0] * n[2] + m[2] * n[3],
    m[1] * n[2] + m[3] * n[3],
    m[0] * n[4] + m[2] * n[5] + m[4],
    m[1] * n[4] + m[3] * n[5] + m[5],
  ];
}

/** Coordinates are whole tenths of a pixel; the texts of those on a sheet are made once. */
const texts: string[] = [];
const REMEMBERED = 10_000;

/** A coordinate with one decimal at most. */
export const coordinate = (value: number): string => tenthText(tenths(value));

function tenths(value: number): number {
  const count = Math.round(value * 10);
  if (!Number.isFinite(count)) throw new Error(`A chart coordinate is not a number: ${value}`);
  return count;
}

function tenthText(count: number): string {
  if (count < 0 || count >= REMEMBERED) return String(count / 10);
  return (texts[count] ??= String(count / 10));
}

/** Collects path commands as compact SVG path data, transformed on the way. */
export class PathData {
  data = '';
  /** Where the pen stands, in tenths of a pixel; nowhere at the beginning and after a closed figure. */
  private x = NaN;
  private y = NaN;

  get empty(): boolean {
    return this.data === '';
  }

  moveTo(m: Matrix, x: number, y: number): void {
    this.x = tenths(m[0] * x + m[2] * y + m[4]);
    this.y = tenths(m[1] * x + m[3] * y + m[5]);
    this.data += `M${tenthText(this.x)} ${tenthText(this.y)}`;
  }

  lineTo(m: Matrix, x: number, y: number): void {
    if (this.empty) return this.moveTo(m, x, y);
    const px = tenths(m[0] * x + m[2] * y + m[4]);
    const py = tenths(m[1] * x + m[3] * y + m[5]);
    if (py !== this.y) this.data += px === this.x ? `V${tenthText(py)}` : `L${tenthText(px)} ${tenthText(py)}`;
    else if (px !== this.x) this.data += `H${tenthText(px)}`;
    this.x = px;
    this.y = py;
  }

  curveTo(m: Matrix, letter: 'C' | 'Q', points: number[]): void {
    if (this.empty) this.moveTo(m, points[0]!, points[1]!);
    const out: string[] = [];
    for (let i = 0; i < points.length; i += 2) out.push(this.point(m, points[i]!, points[i + 1]!));
    this.data += letter + out.join(' ');
  }

  rect(m: Matrix, x: number, y: number, width: number, height: number): void {
    this.moveTo(m, x, y);
    this.lineTo(m, x + width, y);
    this.lineTo(m, x + width, y + height);
    this.lineTo(m, x, y + height);
    this.close();
  }

  /** A circular arc as canvas defines it, joined to the path by a straight line. */
  arc(m: Matrix, x: number, y: number, radius: number, start: number, end: number, counter: boolean): void {
    const scale = Math.hypot(m[0], m[1]);
    if (Math.abs(m[0] - m[3]) > 1e-9 || Math.abs(m[1] + m[2]) > 1e-9) {
      throw new Error('The chart recorder draws arcs only under even scaling.');
    }
    const turn = sweep(start, end, counter);
    const steps = Math.abs(turn) >= Math.PI * 2 - 1e-9 ? 2 : 1;
    this.lineTo(m, x + radius * Math.cos(start), y + radius * Math.sin(start));
    const r = coordinate(radius * scale);
    for (let step = 1; step <= steps; step++) {
      const angle = start + (turn * step) / steps;
      const at = this.point(m, x + radius * Math.cos(angle), y + radius * Math.sin(angle));
      const large = Math.abs(turn) / steps > Math.PI ? 1 : 0;
      this.data += `A${r} ${r} 0 ${large} ${counter ? 0 : 1} ${at}`;
    }
  }

  close(): void {
    if (this.empty || this.data.endsWith('Z')) return;
    this.data += 'Z';
    this.x = this.y = NaN;
  }

  /** Puts the pen there and says where that is. */
  private point(m: Matrix, x: number, y: number): string {
    this.x = tenths(m[0] * x + m[2] * y + m[4]);
    this.y = tenths(m[1] * x + m[3] * y + m[5]);
    return `${tenthText(this.x)} ${tenthText(this.y)}`;
  }
}

/** The signed angle an arc runs through. */
function sweep(start: number, end: number, counter: boolean): number {
  const full = Math.PI * 2;
  const raw = counter ? start - end : end - start;
  if (raw >= full) return counter ? -full : full;
  const turn = ((raw % full) + full) % full;
  return counter ? -turn : turn;
}
