import type { FactRows } from '../types/intake.ts';

/** Rows behind one sum: how many, and the first and the last of them. */
export interface Lines {
  count: number;
  first: number;
  last: number;
}

/** Places of an entry: its day, how many rows, the first and the last. */
const [DAY, COUNT, FIRST, LAST, WIDTH] = [0, 1, 2, 3, 4];
/** Entries there is room for at first. */
const ROOM = 16;

/** Rows by day while they are read: an entry a day, days numbered as they were met. */
export class RowsBuilder {
  #cells = new Int32Array(ROOM * WIDTH);
  /** How many entries there are. */
  length = 0;
  /** How many rows were counted. */
  rows = 0;
  #latestDay = -1;
  #latest = 0;
  #newestDay = -1;
  /** Entries by day, once a day came after a later one. */
  #entries: Map<number, number> | null = null;

  /** The entry of a day, a new one without rows when it has none. */
  entryOf(day: number): number {
    if (day !== this.#latestDay) {
      this.#latest = day > this.#newestDay ? this.#append(day) : this.#find(day);
      this.#latestDay = day;
    }
    return this.#latest;
  }

  /** Counts rows of an entry. */
  count(entry: number, first: number, last: number, count: number): void {
    const cells = this.#cells;
    const at = entry * WIDTH;
    if (cells[at + COUNT] === 0 || first < cells[at + FIRST]!) cells[at + FIRST] = first;
    if (last > cells[at + LAST]!) cells[at + LAST] = last;
    cells[at + COUNT]! += count;
    this.rows += count;
  }

  /** Entries with rows, in the order they were met. */
  forEach(take: (day: number, entry: number, lines: Lines) => void): void {
    const cells = this.#cells;
    for (let entry = 0; entry < this.length; entry += 1) {
      const at = entry * WIDTH;
      const count = cells[at + COUNT]!;
      if (count > 0) take(cells[at + DAY]!, entry, { count, first: cells[at + FIRST]!, last: cells[at + LAST]! });
    }
  }

  /** @param ranks the place of each day among the file's sorted days; `null` when they were met in order */
  finish(ranks: Int32Array | null): Finished {
    const days = this.#column(DAY, null);
    const at = ranks === null ? days : days.map((day) => ranks[day]!);
    const order = orderOf(at);
    const column = (place: number): Int32Array => this.#column(place, order);
    const rows = { at: arranged(at, order), count: column(COUNT), first: column(FIRST), last: column(LAST) };
    return { rows, order };
  }

  #column(place: number, order: Int32Array | null): Int32Array {
    const column = new Int32Array(this.length);
    const cells = this.#cells;
    for (let entry = 0; entry < column.length; entry += 1) {
      column[entry] = cells[(order === null ? entry : order[entry]!) * WIDTH + place]!;
    }
    return column;
  }

  #find(day: number): number {
    if (this.#entries === null) {
      const found = this.#place(day);
      if (found >= 0) return found;
      this.#entries = new Map();
      for (let entry = 0; entry < this.length; entry += 1) this.#entries.set(this.#cells[entry * WIDTH + DAY]!, entry);
    }
    return this.#entries.get(day) ?? this.#append(day);
  }

  /** Where a day stands as long as days were met in order, -1 when it does not. */
  #place(wanted: number): number {
    let low = 0;
    let high = this.length - 1;
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const day = this.#cells[middle * WIDTH + DAY]!;
      if (day === wanted) return middle;
      if (day < wanted) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  #append(day: number): number {
    const entry = this.length;
    if ((entry + 1) * WIDTH > this.#cells.length) {
      const more = new Int32Array(this.#cells.length * 4);
      more.set(this.#cells);
      this.#cells = more;
    }
    this.#cells[entry * WIDTH + DAY] = day;
    this.length += 1;
    if (day > this.#newestDay) this.#newestDay = day;
    this.#entries?.set(day, entry);
    return entry;
  }
}

interface Finished {
  rows: FactRows;
  /** The entries in the order of days; `null` when they stand so. */
  order: Int32Array | null;
}

/** The numbers in another order; the very same when that is `null`. */
export function arranged<T extends Int32Array | Float64Array>(numbers: T, order: Int32Array | null): T {
  if (order === null) return numbers;
  const sorted = numbers.slice() as T;
  for (let place = 0; place < order.length; place += 1) sorted[place] = numbers[order[place]!]!;
  return sorted;
}

/** Places of the numbers in ascending order; `null` when they stand so. */
function orderOf(numbers: Int32Array): Int32Array | null {
  let index = 1;
  while (index < numbers.length && numbers[index - 1]! < numbers[index]!) index += 1;
  if (index >= numbers.length) return null;
  return Int32Array.from(numbers.keys()).sort((a, b) => numbers[a]! - numbers[b]!);
}
