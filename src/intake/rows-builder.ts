import type { FactRows } from '../types/intake.ts';

/** Rows behind one sum: how many, and the first and the last of them. */
export interface Lines {
  count: number;
  first: number;
  last: number;
}

/** Columns of the entries: their days, how many rows, the first and the last. */
const [DAY, COUNT, FIRST, LAST, COLUMNS] = [0, 1, 2, 3, 4];
/** Entries there is room for at first, where nothing is known of how many there will be. */
export const ROOM = 16;

/** Rows by day while they are read: an entry a day, days numbered as they were met. */
export class RowsBuilder {
  /** Entries there is room for. */
  #room: number;
  /** One column behind the other, which need not be copied in the end. */
  #cells: Int32Array;
  /** How many entries there are. */
  length = 0;
  /** How many rows were counted. */
  rows = 0;
  #latestDay = -1;
  #latest = 0;
  #newestDay = -1;
  /** Entries by day, once a day came after a later one. */
  #entries: Map<number, number> | null = null;

  constructor(room = ROOM) {
    this.#room = room;
    this.#cells = new Int32Array(room * COLUMNS);
  }

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
    const room = this.#room;
    if (cells[entry + COUNT * room] === 0 || first < cells[entry + FIRST * room]!) cells[entry + FIRST * room] = first;
    if (last > cells[entry + LAST * room]!) cells[entry + LAST * room] = last;
    cells[entry + COUNT * room]! += count;
    this.rows += count;
  }

  /** Entries with rows, in the order they were met. */
  forEach(take: (day: number, entry: number, lines: Lines) => void): void {
    const [days, counts, firsts, lasts] = [DAY, COUNT, FIRST, LAST].map((column) => this.#column(column));
    for (let entry = 0; entry < this.length; entry += 1) {
      const count = counts![entry]!;
      if (count > 0) take(days![entry]!, entry, { count, first: firsts![entry]!, last: lasts![entry]! });
    }
  }

  /**
   * To be called once, in the end.
   * @param ranks the place of each day among the file's sorted days; `null` when they were met in order
   */
  finish(ranks: Int32Array | null): Finished {
    const days = this.#column(DAY);
    const at = ranks === null ? days : days.map((day) => ranks[day]!);
    const order = orderOf(at);
    const rows = {
      at: arranged(at, order),
      count: arranged(this.#column(COUNT), order),
      first: arranged(this.#column(FIRST), order),
      last: arranged(this.#column(LAST), order),
    };
    return { rows, order };
  }

  #column(column: number): Int32Array {
    return columnOf(this.#cells, column, this.#room, this.length);
  }

  #find(day: number): number {
    if (this.#entries === null) {
      const found = this.#place(day);
      if (found >= 0) return found;
      this.#entries = new Map();
      for (let entry = 0; entry < this.length; entry += 1) this.#entries.set(this.#cells[entry]!, entry);
    }
    return this.#entries.get(day) ?? this.#append(day);
  }

  /** Where a day stands as long as days were met in order, -1 when it does not. */
  #place(wanted: number): number {
    let low = 0;
    let high = this.length - 1;
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const day = this.#cells[middle]!;
      if (day === wanted) return middle;
      if (day < wanted) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  #append(day: number): number {
    const entry = this.length;
    if (entry === this.#room) this.#grow();
    this.#cells[entry] = day;
    this.length += 1;
    if (day > this.#newestDay) this.#newestDay = day;
    this.#entries?.set(day, entry);
    return entry;
  }

  #grow(): void {
    const more = new Int32Array(this.#cells.length * 4);
    for (let column = 0; column < COLUMNS; column += 1) more.set(this.#column(column), column * this.#room * 4);
    this.#cells = more;
    this.#room *= 4;
  }
}

interface Finished {
  rows: FactRows;
  /** The entries in the order of days; `null` when they stand so. */
  order: Int32Array | null;
}

/**
 * The first entries of one of several columns that stand one behind the other: the very memory, or a copy where most
 * of it would be kept for nothing.
 * @param room entries of a column
 */
export function columnOf<T extends Int32Array | Float64Array>(all: T, column: number, room: number, length: number): T {
  const from = column * room;
  return (length * 2 < room ? all.slice(from, from + length) : all.subarray(from, from + length)) as T;
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
