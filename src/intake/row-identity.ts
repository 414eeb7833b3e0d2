import type { TableRecord } from './record-splitter.ts';
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

/** So many combinations are remembered; keywords of a large account must not fill the memory. */
const REMEMBERED = 50_000;

/** Makes `<key>:<values>` of rows: a hash of what a row is about and one of what it says. */
export class RowKeys {
  /** Campaigns and channels repeat on every day, so each combination is hashed once. */
  readonly #known = new Map<string, string>();
  readonly #metrics: string;

  /** @param metrics the metrics of all values, in the order of the values */
  constructor(metrics: readonly string[]) {
    this.#metrics = shortHash(metrics.join(SEPARATOR));
  }

  /** @param about channel and identity cells; the day is told by where the key is kept */
  of(about: readonly string[], values: readonly string[]): string {
    const text = about.join(SEPARATOR);
    let key = this.#known.get(text);
    if (key === undefined) {
      key = shortHash(text);
      if (this.#known.size >= REMEMBERED) this.#known.clear();
      this.#known.set(text, key);
    }
    return `${key}:${shortHash(this.#metrics + values.join(SEPARATOR))}`;
  }
}

/** 53 bits of a text in base 36: enough to tell apart the rows of one day. (cyrb53, public domain.) */
export function shortHash(text: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36);
}
