import type { TableRecord } from './table-record.ts';
import { isEmptyCell, readNumber } from './numbers.ts';
import type { Plan } from './plan.ts';

/** Separates the parts of a hashed text; stands in no cell. */
const SEPARATOR = '\u001f';

export interface IdentityColumn {
  name: string;
  index: number;
}

/** Records looked at to tell a column of words from a column of figures. */
const SAMPLE = 200;

/**
 * The columns that tell a row from another, in an order that does not depend on the file: the format's
 * dimensions, and columns unknown to it that hold words (an ad's name, a region).
 */
export function identityColumns(plan: Plan, rows: readonly TableRecord[]): IdentityColumn[] {
  // A deal stays itself while its manager, tags and source change.
  const deal = plan.deals && plan.dimensions.find((dimension) => dimension.id === 'deal');
  if (deal) return [{ name: '0deal', index: deal.index }];
  const used = new Set([plan.channel, plan.currency, ...dayIndexes(plan)]);
  const words = plan.unknown.filter((column) => !used.has(column.index) && holdsWords(column.index, rows));
  const named = [
    ...plan.dimensions.map(({ id, index }) => ({ name: `0${id}`, index })),
    ...words.map(({ key, index }) => ({ name: `1${key}`, index })),
  ];
  return named.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.index - b.index));
}

/** What a record is about; blank cells say nothing, so a column that is empty in one file does no harm. */
export function identityOf(record: TableRecord, columns: readonly IdentityColumn[]): string[] {
  const about: string[] = [];
  for (const { name, index } of columns) {
    const cell = (record.cells[index] ?? '').trim();
    if (cell !== '') about.push(name, cell);
  }
  return about;
}

function dayIndexes(plan: Plan): number[] {
  if (!plan.day) return [];
  return plan.day.kind === 'span' ? [plan.day.first, plan.day.last] : [plan.day.index];
}

/** Whether any of the records has a word, not a figure, at the index. */
export function holdsWords(index: number, rows: readonly TableRecord[]): boolean {
  return rows.slice(0, SAMPLE).some(({ cells }) => {
    const cell = cells[index] ?? '';
    return !isEmptyCell(cell) && readNumber(cell, '.') === undefined && readNumber(cell, ',') === undefined;
  });
}

/** Makes `<key>:<values>` of rows: a hash of what a row is about and one of what it says. */
export class RowKeys {
  readonly #metrics: string;

  /** @param metrics the metrics of all values, in the order of the values */
  constructor(metrics: readonly string[]) {
    this.#metrics = shortHash(metrics.join(SEPARATOR));
  }

  /** @param about channel and identity cells; the day is told by where the key is kept */
  of(channel: string, about: readonly string[], values: readonly (string | null)[]): string {
    const key = new ShortHash();
    key.add(channel);
    for (const part of about) {
      key.add(SEPARATOR);
      key.add(part);
    }
    const figures = new ShortHash();
    figures.add(this.#metrics);
    for (let place = 0; place < values.length; place += 1) {
      if (place > 0) figures.add(SEPARATOR);
      figures.add(values[place] ?? '');
    }
    return `${key.toString()}:${figures.toString()}`;
  }
}

/** 53 bits of a text in base 36: enough to tell apart the rows of one day. */
export function shortHash(text: string): string {
  const hash = new ShortHash();
  hash.add(text);
  return hash.toString();
}

/** The hash of a text that comes in pieces. (cyrb53, public domain.) */
class ShortHash {
  #high = 0xdeadbeef | 0;
  #low = 0x41c6ce57;

  add(text: string): void {
    let high = this.#high;
    let low = this.#low;
    for (let index = 0; index < text.length; index += 1) {
      const code = text.charCodeAt(index);
      high = Math.imul(high ^ code, 2654435761);
      low = Math.imul(low ^ code, 1597334677);
    }
    this.#high = high;
    this.#low = low;
  }

  toString(): string {
    let high = this.#high;
    let low = this.#low;
    high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
    low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
    return base36(4294967296 * (2097151 & low) + (high >>> 0));
  }
}

const DIGITS = Array.from({ length: 36 }, (_, digit) => digit.toString(36));
const PAIRS = DIGITS.flatMap((first) => DIGITS.map((second) => first + second));

/** `number.toString(36)`, which takes the engine ten times as long for numbers of this size. */
function base36(number: number): string {
  if (number < 36 ** 9) return number.toString(36);
  const high = Math.floor(number / 36 ** 6);
  const low = (number - high * 36 ** 6) >>> 0;
  const first = Math.floor(high / 36 ** 4);
  const second = Math.floor(high / 36 ** 2);
  const fourth = Math.floor(low / 36 ** 4);
  const fifth = Math.floor(low / 36 ** 2);
  return (
    (first === 0 ? '' : DIGITS[first]!) +
    PAIRS[second - first * 1296]! +
    PAIRS[high - second * 1296]! +
    PAIRS[fourth]! +
    PAIRS[fifth - fourth * 1296]! +
    PAIRS[low - fifth * 1296]!
  );
}
