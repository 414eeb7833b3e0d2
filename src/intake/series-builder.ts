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
  /** Entries by day, once a day came back after a later one. */
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
    const order = this.#order(ranks);
    const sorted = (values: readonly number[]): readonly number[] =>
      order === null ? values : order.map((entry) => values[entry]!);
    const at = ranks === null ? this.#at : this.#at.map((day) => ranks[day]!);
    const rows: FactRows = {
      at: Int32Array.from(sorted(at)),
      count: Int32Array.from(sorted(this.#count)),
      first: Int32Array.from(sorted(this.#first)),
      last: Int32Array.from(sorted(this.#last)),
    };
    const places = order === null ? null : new Map(order.map((entry, place) => [entry, place]));
    const long = new Map([...this.#long].map(([entry, sum]) => [places?.get(entry) ?? entry, sum.toString()]));
    return { metric, channel, rows, scale: this.#scale, units: Float64Array.from(sorted(this.#units)), long };
  }

  /** The entries in the order of days; `null` when they stand so. */
  #order(ranks: Int32Array | null): number[] | null {
    if (ranks === null && this.#entries === null) return null;
    const rankOf = (entry: number): number => (ranks === null ? this.#at[entry]! : ranks[this.#at[entry]!]!);
    return this.#at.map((_, entry) => entry).sort((a, b) => rankOf(a) - rankOf(b));
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
    this.#entries ??= new Map(this.#at.map((known, entry) => [known, entry]));
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
