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

/** A coordinate with one decimal at most. */
export function coordinate(value: number): string {
  const rounded = Math.round(value * 10) / 10;
  if (!Number.isFinite(rounded)) throw new Error(`A chart coordinate is not a number: ${value}`);
  return rounded === 0 ? '0' : String(rounded);
}

/** Collects path commands as compact SVG path data, transformed on the way. */
export class PathData {
  data = '';
  private x = NaN;
  private y = NaN;

  get empty(): boolean {
    return this.data === '';
  }

  moveTo(m: Matrix, x: number, y: number): void {
    const [px, py] = this.point(m, x, y);
    this.data += `M${px} ${py}`;
    this.here(px, py);
  }

  lineTo(m: Matrix, x: number, y: number): void {
    if (this.empty) return this.moveTo(m, x, y);
    const [px, py] = this.point(m, x, y);
    if (Number(px) === this.x && Number(py) === this.y) return;
    if (Number(py) === this.y) this.data += `H${px}`;
    else if (Number(px) === this.x) this.data += `V${py}`;
    else this.data += `L${px} ${py}`;
    this.here(px, py);
  }

  curveTo(m: Matrix, letter: 'C' | 'Q', points: number[]): void {
    if (this.empty) this.moveTo(m, points[0]!, points[1]!);
    const out: string[] = [];
    for (let i = 0; i < points.length; i += 2) out.push(...this.point(m, points[i]!, points[i + 1]!));
    this.data += letter + out.join(' ');
    this.here(out.at(-2)!, out.at(-1)!);
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
      const [px, py] = this.point(m, x + radius * Math.cos(angle), y + radius * Math.sin(angle));
      const large = Math.abs(turn) / steps > Math.PI ? 1 : 0;
      this.data += `A${r} ${r} 0 ${large} ${counter ? 0 : 1} ${px} ${py}`;
      this.here(px, py);
    }
  }

  close(): void {
    if (this.empty || this.data.endsWith('Z')) return;
    this.data += 'Z';
    this.x = this.y = NaN;
  }

  private point(m: Matrix, x: number, y: number): [string, string] {
    return [coordinate(m[0] * x + m[2] * y + m[4]), coordinate(m[1] * x + m[3] * y + m[5])];
  }

  private here(x: string, y: string): void {
    this.x = Number(x);
    this.y = Number(y);
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
