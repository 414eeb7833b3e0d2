import type { FactRows, FactSeries } from '../types/intake.ts';
import { DecimalSum, SAFE, scaleOf, shortUnits, tenTo, decimalText } from './decimal-sum.ts';

/** The sums of one metric in one channel while rows are read: an entry a day, days numbered as they were met. */
export class SeriesBuilder {
  readonly metric: string;
  readonly channel: string;
  readonly #at: number[] = [];
  readonly #count: number[] = [];
  readonly #first: number[] = [];
  readonly #last: number[] = [];
  readonly #units: number[] = [];
  #scale = 0;
  /** Sums that a double does not hold, by entry. */
  readonly #long = new Map<number, DecimalSum>();
  #latestDay = -1;
  #newestDay = -1;
  #latest = 0;
  /** Entries by day, once a day came after a later one. */
  #entries: Map<number, number> | null = null;

  constructor(metric: string, channel: string) {
    this.metric = metric;
    this.channel = channel;
  }

  /** Adds a canonical decimal such as `-1234.5`. */
  addText(day: number, value: string, row: number): void {
    const units = shortUnits(value);
    if (units !== null) return this.add(day, units, scaleOf(value), row);
    const entry = this.#note(day, row);
    this.#longSum(entry).add(value);
    this.#units[entry] = NaN;
  }

  /** Adds `units / 10^scale`, of 15 digits at most. */
  add(day: number, units: number, scale: number, row: number): void {
    if (scale > this.#scale) this.#rescale(scale);
    const entry = this.#note(day, row);
    const sum = this.#units[entry]! + (scale === this.#scale ? units : units * tenTo(this.#scale - scale));
    if (sum > -SAFE && sum < SAFE) this.#units[entry] = sum;
    else {
      this.#longSum(entry).add(decimalText(units, scale));
      this.#units[entry] = NaN;
    }
  }

  /** @param ranks the place of each day among the file's sorted days; `null` when they were met in order */
  finish(ranks: Int32Array | null): FactSeries {
    const { metric, channel } = this;
    const at = ranks === null ? this.#at : this.#at.map((day) => ranks[day]!);
    const order = orderOf(at);
    const sorted = (values: readonly number[]): readonly number[] => (order ? arranged(values, order) : values);
    const rows: FactRows = {
      at: new Int32Array(sorted(at)),
      count: new Int32Array(sorted(this.#count)),
      first: new Int32Array(sorted(this.#first)),
      last: new Int32Array(sorted(this.#last)),
    };
    const long = new Map([...this.#long].map(([entry, sum]) => [order?.indexOf(entry) ?? entry, sum.toString()]));
    const units = new Float64Array(sorted(this.#units));
    return { metric, channel, rows, scale: coarsened(units, this.#scale), units, long };
  }

  /** Counts a row of the day; returns the day's entry. */
  #note(day: number, row: number): number {
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
    const entry = this.#at.length;
    this.#at.push(day);
    this.#count.push(0);
    this.#first.push(0x7fffffff);
    this.#last.push(0);
    this.#units.push(0);
    this.#entries?.set(day, entry);
    return entry;
  }

  /** The entry's sum so far, which goes on as an exact one. */
  #longSum(entry: number): DecimalSum {
    let sum = this.#long.get(entry);
    if (sum === undefined) {
      this.#long.set(entry, (sum = new DecimalSum()));
      sum.add(decimalText(this.#units[entry]!, this.#scale));
    }
    return sum;
  }

  #rescale(scale: number): void {
    const factor = tenTo(scale - this.#scale);
    for (let entry = 0; entry < this.#units.length; entry += 1) {
      const units = this.#units[entry]! * factor;
      if (!(units > -SAFE && units < SAFE)) this.#longSum(entry);
      this.#units[entry] = units > -SAFE && units < SAFE ? units : NaN;
    }
    this.#scale = scale;
  }
}

/** Takes away zeros that all sums end with: how figures were written must not show. Returns the scale that is left. */
function coarsened(units: Float64Array, scale: number): number {
  let left = scale;
  while (left > 0 && units.every((sum) => Number.isNaN(sum) || sum % 10 === 0)) {
    for (let entry = 0; entry < units.length; entry += 1) units[entry]! /= 10;
    left -= 1;
  }
  return left;
}

/** Places of the numbers in ascending order; `null` when they stand so. */
function orderOf(numbers: readonly number[]): number[] | null {
  let index = 1;
  while (index < numbers.length && numbers[index - 1]! < numbers[index]!) index += 1;
  if (index >= numbers.length) return null;
  return numbers.map((_, place) => place).sort((a, b) => numbers[a]! - numbers[b]!);
}

function arranged(values: readonly number[], order: readonly number[]): number[] {
  const sorted: number[] = [];
  for (const place of order) sorted.push(values[place]!);
  return sorted;
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
