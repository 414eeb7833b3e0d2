import type { Day } from '../types/period.ts';
import { dayOf } from './dates.ts';
import type { LineCodes } from './line-codes.ts';
import type { OrdinaryColumn } from './ordinary-cells.ts';

const POINT = 0x2e;
const MINUS = 0x2d;
const ZERO = 0x30;
const isDigit = (code: number): boolean => code >= ZERO && code <= ZERO + 9;

/** Days as `2026-10-31` or `31.10.2026`, which mean one day whatever the rest of the column says. */
export class DayCells implements OrdinaryColumn {
  day: Day = '';
  readonly #known = new Uint16Array(10);

  take({ codes }: LineCodes, at: number): number {
    const known = this.#known;
    let place = 9;
    // Rows of one day mostly stand together, and neighbouring days differ at the end.
    while (place >= 0 && codes[at + place] === known[place]) place -= 1;
    if (place < 0) return at + 10;
    const day = readOrdinaryDay(codes, at);
    if (day === null) return -1;
    this.day = day;
    for (place = 0; place < 10; place += 1) known[place] = codes[at + place]!;
    return at + 10;
  }
}

function readOrdinaryDay(codes: Uint16Array, at: number): Day | null {
  if (codes[at + 4] === MINUS && codes[at + 7] === MINUS) {
    return existing(numberAt(codes, at, 4), numberAt(codes, at + 5, 2), numberAt(codes, at + 8, 2));
  }
  if (codes[at + 2] !== POINT || codes[at + 5] !== POINT) return null;
  return existing(numberAt(codes, at + 6, 4), numberAt(codes, at + 3, 2), numberAt(codes, at, 2));
}

const existing = (year: number, month: number, day: number): Day | null =>
  Number.isNaN(year + month + day) ? null : dayOf(year, month, day);

/** `NaN` unless all of it is digits. */
function numberAt(codes: Uint16Array, at: number, length: number): number {
  let number = 0;
  for (let index = at; index < at + length; index += 1) {
    if (!isDigit(codes[index]!)) return NaN;
    number = number * 10 + codes[index]! - ZERO;
  }
  return number;
}
