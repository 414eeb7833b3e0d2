import { RunningSum } from '../decimals/running-sum.ts';
import type { LineCodes } from './line-codes.ts';
import type { Evidence } from './number-forms.ts';
import type { OrdinaryColumn } from './ordinary-cells.ts';

const POINT = 0x2e;
const COMMA = 0x2c;
const ZERO = 0x30;
/** Longer numbers may not fit a double. */
const MOST_DIGITS = 15;

/** Figures of digits with at most one mark between them, or nothing at all. */
export class NumberCells implements OrdinaryColumn {
  readonly index: number;
  /** The figure as a whole number of units of its last digit. */
  units = 0;
  /** Digits after the mark, -1 in an empty cell. */
  scale = -1;
  /** The sum of all rows taken for good, and digits after the mark of the finest figure, zeros at its end apart. */
  readonly sum = new RunningSum();
  finest = 0;
  /** The mark of figures taken for good, `null` as long as none had one. */
  marked: '.' | ',' | null = null;
  readonly #delimiter: number;
  #mark = -1;
  #mayGroup = false;

  constructor(index: number, delimiter: number) {
    this.index = index;
    this.#delimiter = delimiter;
  }

  /** Only a mark that the column is known to use is taken, and never one that ends cells outside quotation marks. */
  learn({ point, comma, either }: Evidence): void {
    const mark = point && comma ? -1 : point ? POINT : comma ? COMMA : -1;
    this.#mark = mark === this.#delimiter ? -1 : mark;
    this.#mayGroup = either !== null;
  }

  take({ codes }: LineCodes, at: number): number {
    let units = 0;
    let mark = -1;
    let end = at;
    for (; ; end += 1) {
      const code = codes[end]!;
      if (code >= ZERO && code <= ZERO + 9) units = units * 10 + (code - ZERO);
      else if (code === this.#mark && mark < 0 && end > at) mark = end;
      else break;
    }
    this.units = units;
    if (mark < 0) {
      this.scale = end === at ? -1 : 0;
      return end - at > MOST_DIGITS ? -1 : end;
    }
    const scale = end - mark - 1;
    this.scale = scale;
    if (scale === 0 || end - at > MOST_DIGITS) return -1;
    // `2.900` may mean thousands too: that is something to be told of.
    if (scale === 3 && mark - at <= 3 && codes[at] !== ZERO && !this.#mayGroup) return -1;
    return end;
  }

  /** The row of the cell taken last is taken for good. */
  keep(): void {
    this.sum.addUnits(this.units, this.scale);
    if (this.scale === 0) return;
    this.marked = this.#mark === POINT ? '.' : ',';
    if (this.scale > this.finest) this.finest = Math.max(this.finest, finestOf(this.units, this.scale));
  }
}

/** Digits after the mark without zeros at the end. */
function finestOf(units: number, scale: number): number {
  let [rest, digits] = [units, scale];
  while (digits > 0 && rest % 10 === 0) {
    rest /= 10;
    digits -= 1;
  }
  return digits;
}
