import type { Day } from '../types/period.ts';
import { dayOf } from './dates.ts';
import { RunningSum } from '../decimals/running-sum.ts';
import { LINE_FEED, type LineCodes } from './line-codes.ts';
import type { Evidence, NumberForms } from './number-forms.ts';
import { decimalEvidence } from './numbers.ts';

/**
 * A column whose cells are taken straight from the codes of a line. `take` is given where a cell begins and returns
 * where it ends: at its delimiter or at the line's end, where the caller looks. -1 leaves the line to be read as any
 * other, and so may a cell that is no longer than it says.
 */
export interface OrdinaryColumn {
  take(line: LineCodes, at: number): number;
}

const POINT = 0x2e;
const COMMA = 0x2c;
const MINUS = 0x2d;
const ZERO = 0x30;
/** Longer numbers may not fit a double. */
const MOST_DIGITS = 15;
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

/** Words that tell nothing of number forms and are taken as they stand: channels. Each has a number. */
export class WordCells implements OrdinaryColumn {
  /** By number. */
  readonly words: string[] = [];
  /** The number of the word taken last. */
  word = -1;
  readonly #delimiter: number;
  readonly #most: number;
  readonly #numbers = new Map<string, number>();
  readonly #codes: Uint16Array[] = [];
  /** By number, the word that came after it the last time: the channels of a day mostly stand in one order. */
  readonly #after: number[] = [];

  /** @param most how many different words are taken */
  constructor(delimiter: number, most: number) {
    this.#delimiter = delimiter;
    this.#most = most;
  }

  take(line: LineCodes, at: number): number {
    const { codes } = line;
    const guess = this.word < 0 ? -1 : this.#after[this.word]!;
    if (guess >= 0) {
      const word = this.#codes[guess]!;
      let length = 0;
      while (length < word.length && codes[at + length] === word[length]) length += 1;
      const end = codes[at + length];
      if (length === word.length && (end === this.#delimiter || end === LINE_FEED)) {
        this.word = guess;
        return at + length;
      }
    }
    return this.#find(line, at);
  }

  #find({ codes, text }: LineCodes, at: number): number {
    let end = at;
    while (codes[end] !== this.#delimiter && codes[end] !== LINE_FEED) end += 1;
    const word = text.slice(at, end);
    const number = this.#numbers.get(word) ?? this.#add(word);
    if (number < 0) return -1;
    if (this.word >= 0) this.#after[this.word] = number;
    this.word = number;
    return end;
  }

  #add(word: string): number {
    if (this.words.length >= this.#most || word.trim() !== word || word === '') return -1;
    if (decimalEvidence(word) !== null) return -1;
    const number = this.words.push(word) - 1;
    this.#numbers.set(word, number);
    this.#codes.push(Uint16Array.from({ length: word.length }, (_, index) => word.charCodeAt(index)));
    this.#after.push(-1);
    return number;
  }
}

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

/** Cells that count for nothing, but for what they may tell of number forms. */
export class OtherCells implements OrdinaryColumn {
  readonly #index: number;
  readonly #delimiter: number;
  readonly #forms: NumberForms;

  constructor(index: number, delimiter: number, forms: NumberForms) {
    this.#index = index;
    this.#delimiter = delimiter;
    this.#forms = forms;
  }

  take({ codes, text }: LineCodes, at: number): number {
    let end = at;
    let marked = false;
    for (; ; end += 1) {
      const code = codes[end]!;
      if (code === this.#delimiter || code === LINE_FEED) break;
      if (code === POINT || code === COMMA) marked = true;
    }
    return marked && this.#forms.learns(this.#index, text.slice(at, end)) ? -1 : end;
  }
}
