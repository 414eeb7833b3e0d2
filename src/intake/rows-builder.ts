import type { FactRows } from '../types/intake.ts';

/** Rows by day while they are read: an entry a day, days numbered as they were met. */
export class RowsBuilder {
  readonly #at: number[];
  readonly #count: number[];
  readonly #first: number[];
  readonly #last: number[];
  #latestDay = -1;
  #latest = 0;
  #newestDay: number;
  /** Entries by day, once a day came after a later one. */
  #entries: Map<number, number> | null;
  #finished: Finished | null = null;

  /** @param like the rows to begin with */
  constructor(like: RowsBuilder | null = null) {
    this.#at = like ? [...like.#at] : [];
    this.#count = like ? [...like.#count] : [];
    this.#first = like ? [...like.#first] : [];
    this.#last = like ? [...like.#last] : [];
    this.#newestDay = like ? like.#newestDay : -1;
    this.#entries = like && like.#entries && new Map(like.#entries);
  }

  /** Counts a row of the day; returns the day's entry. */
  note(day: number, row: number): number {
    if (day !== this.#latestDay) {
      this.#latest = this.#entryOf(day);
      this.#latestDay = day;
    }
    const entry = this.#latest;
    this.#count[entry]! += 1;
    if (row < this.#first[entry]!) this.#first[entry] = row;
    if (row > this.#last[entry]!) this.#last[entry] = row;
    return entry;
  }

  /** @param ranks the place of each day among the file's sorted days; `null` when they were met in order */
  finish(ranks: Int32Array | null): Finished {
    if (this.#finished) return this.#finished;
    const at = ranks === null ? this.#at : this.#at.map((day) => ranks[day]!);
    const order = orderOf(at);
    const column = (values: readonly number[]): Int32Array => new Int32Array(order ? arranged(values, order) : values);
    const rows = { at: column(at), count: column(this.#count), first: column(this.#first), last: column(this.#last) };
    return (this.#finished = { rows, order });
  }

  #entryOf(day: number): number {
    if (day > this.#newestDay) {
      this.#newestDay = day;
      return this.#append(day);
    }
    if (this.#entries === null) {
      const found = placeOf(this.#at, day);
      if (found >= 0) return found;
      this.#entries = new Map(this.#at.map((known, entry) => [known, entry]));
    }
    return this.#entries.get(day) ?? this.#append(day);
  }

  #append(day: number): number {
    const entry = this.#at.push(day) - 1;
    this.#count.push(0);
    this.#first.push(0x7fffffff);
    this.#last.push(0);
    this.#entries?.set(day, entry);
    return entry;
  }
}

interface Finished {
  rows: FactRows;
  /** The entries in the order of days; `null` when they stand so. */
  order: readonly number[] | null;
}

export function arranged(values: readonly number[], order: readonly number[]): number[] {
  const sorted: number[] = [];
  for (const place of order) sorted.push(values[place]!);
  return sorted;
}

/** Places of the numbers in ascending order; `null` when they stand so. */
function orderOf(numbers: readonly number[]): number[] | null {
  let index = 1;
  while (index < numbers.length && numbers[index - 1]! < numbers[index]!) index += 1;
  return index < numbers.length ? numbers.map((_, at) => at).sort((a, b) => numbers[a]! - numbers[b]!) : null;
}

/** Where a number stands among ascending ones, -1 when it does not. */
function placeOf(ascending: readonly number[], wanted: number): number {
  let low = 0;
  let high = ascending.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    if (ascending[middle] === wanted) return middle;
    if (ascending[middle]! < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
