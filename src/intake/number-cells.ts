import type { RunningSum } from '../decimals/running-sum.ts';
import type { LineCodes } from './line-codes.ts';
import type { Evidence } from './number-forms.ts';
import type { OrdinaryColumn } from './ordinary-cells.ts';
import type { RowFigures } from './row-figures.ts';

const POINT = 0x2e;
const COMMA = 0x2c;
const ZERO = 0x30;
/** Longer numbers may not fit a double. */
const MOST_DIGITS = 15;

/** Figures of digits with at most one mark between them, or nothing at all. */
export class NumberCells implements OrdinaryColumn {
  readonly index: number;
  readonly #delimiter: number;
  readonly #figures: RowFigures;
  readonly #place: number;
  #mark = -1;
  #latestMark: '.' | ',' = '.';
  #mayGroup = false;

  /** @param place where its figure stands among those of a row */
  constructor(index: number, delimiter: number, figures: RowFigures, place: number) {
    this.index = index;
    this.#figures = figures;
    this.#place = place;
    this.#delimiter = delimiter;
  }

  /** Only a mark that the column is known to use is taken, and never one that ends cells outside quotation marks. */
  learn({ point, comma, either }: Evidence): void {
    const mark = point && comma ? -1 : point ? POINT : comma ? COMMA : -1;
    this.#mark = mark === this.#delimiter ? -1 : mark;
    if (this.#mark >= 0) this.#latestMark = point ? '.' : ',';
    this.#mayGroup = either !== null;
  }

  take({ codes }: LineCodes, at: number): number {
    const ending = this.#mark;
    let units = 0;
    let mark = -1;
    let end = at;
    for (; ; end += 1) {
      const code = codes[end]!;
      if (code >= ZERO && code <= ZERO + 9) units = units * 10 + (code - ZERO);
      else if (code === ending && mark < 0 && end > at) mark = end;
      else break;
    }
    const figures = this.#figures;
    figures.units[this.#place] = units;
    if (end - at > MOST_DIGITS) return -1;
    if (mark < 0) {
      if (end === at) figures.whole = false;
      figures.scales[this.#place] = end === at ? -1 : 0;
      return end;
    }
    const scale = end - mark - 1;
    figures.scales[this.#place] = scale;
    if (scale > figures.finest[this.#place]!) figures.finer = true;
    if (scale === 0) return -1;
    // `2.900` may mean thousands too: that is something to be told of.
    if (scale === 3 && mark - at <= 3 && codes[at] !== ZERO && !this.#mayGroup) return -1;
    return end;
  }

  /** The mark of figures taken for good, `null` as long as none had one. */
  get marked(): '.' | ',' | null {
    return this.#figures.marked[this.#place] === 1 ? this.#latestMark : null;
  }

  /** Of all figures taken for good, once `OrdinaryRows.settle` was called: their sum, and digits after the mark of the finest, zeros at its end apart. */
  total(): { sum: RunningSum; finest: number } {
    return { sum: this.#figures.sums[this.#place]!, finest: this.#figures.finest[this.#place]! };
  }
}
