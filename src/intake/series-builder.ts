import type { FactSeries } from '../types/intake.ts';
import { RunningSum } from '../decimals/running-sum.ts';
import { decimalText, isSafe, scaleOf, shortUnits, tenTo } from '../decimals/units.ts';
import { arranged, RowsBuilder } from './rows-builder.ts';

/** The sums of one metric in one channel while rows are read: an entry a day, days numbered as they were met. */
export class SeriesBuilder {
  readonly metric: string;
  readonly channel: string;
  #rows: RowsBuilder | null = null;
  /** Whoever shares the rows counts them. */
  #shares = false;
  readonly #units: number[] = [];
  #scale = 0;
  /** Sums that a double does not hold, by entry. */
  readonly #long = new Map<number, RunningSum>();

  constructor(metric: string, channel: string) {
    this.metric = metric;
    this.channel = channel;
  }

  /** Has its values in just those rows from now on, or else until `add`; false when it has had others. */
  share(rows: RowsBuilder): boolean {
    if (this.#rows === null) {
      this.#rows = rows;
      this.#shares = true;
    }
    return this.#shares && this.#rows === rows;
  }

  /** Adds a canonical decimal such as `-1234.5`. */
  addText(day: number, value: string, row: number): void {
    const units = shortUnits(value);
    if (units !== null) return this.add(day, units, scaleOf(value), row);
    const entry = this.#own().note(day, row);
    this.#units[entry] ??= 0;
    this.#longSum(entry).add(value);
    this.#units[entry] = NaN;
  }

  /** Adds `units / 10^scale`, of 15 digits at most. */
  add(day: number, units: number, scale: number, row: number): void {
    this.addTo(this.#own().note(day, row), units, scale);
  }

  /** Adds to the entry of a row that was counted among the shared ones. */
  addTo(entry: number, units: number, scale: number): void {
    if (entry === this.#units.length) this.#units.push(0);
    if (scale > this.#scale) this.#rescale(scale);
    const sum = this.#units[entry]! + (scale === this.#scale ? units : units * tenTo(this.#scale - scale));
    if (isSafe(sum)) this.#units[entry] = sum;
    else {
      this.#longSum(entry).add(decimalText(units, scale));
      this.#units[entry] = NaN;
    }
  }

  /**
   * @param ranks the place of each day among the file's sorted days; `null` when they were met in order
   * @returns `null` without any value
   */
  finish(ranks: Int32Array | null): FactSeries | null {
    if (this.#rows === null || this.#units.length === 0) return null;
    const { metric, channel } = this;
    const { rows, order } = this.#rows.finish(ranks);
    const units = new Float64Array(order ? arranged(this.#units, order) : this.#units);
    const long = new Map([...this.#long].map(([entry, sum]) => [order?.indexOf(entry) ?? entry, sum.toString()]));
    return { metric, channel, rows, scale: coarsened(units, this.#scale), units, long };
  }

  #own(): RowsBuilder {
    if (this.#rows === null || this.#shares) this.#rows = new RowsBuilder(this.#rows);
    this.#shares = false;
    return this.#rows;
  }

  /** The entry's sum so far, which goes on as an exact one. */
  #longSum(entry: number): RunningSum {
    let sum = this.#long.get(entry);
    if (sum === undefined) {
      this.#long.set(entry, (sum = new RunningSum()));
      sum.add(decimalText(this.#units[entry]!, this.#scale));
    }
    return sum;
  }

  #rescale(scale: number): void {
    const factor = tenTo(scale - this.#scale);
    for (let entry = 0; entry < this.#units.length; entry += 1) {
      const units = this.#units[entry]! * factor;
      const fits = isSafe(units);
      if (!fits) this.#longSum(entry);
      this.#units[entry] = fits ? units : NaN;
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
