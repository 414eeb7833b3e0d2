import type { FactRows, FactSeries } from '../types/intake.ts';
import { RunningSum } from '../decimals/running-sum.ts';
import { decimalText, isSafe, scaleOf, shortUnits, tenTo } from '../decimals/units.ts';
import { arranged, RowsBuilder, type Lines } from './rows-builder.ts';

/** The sums of one metric in one channel while rows are read: an entry a day, days numbered as they were met. */
export class SeriesBuilder {
  readonly metric: string;
  readonly channel: string;
  readonly #rows = new RowsBuilder();
  readonly #units: number[] = [];
  #scale = 0;
  /** Sums that a double does not hold, by entry. */
  readonly #long = new Map<number, RunningSum>();

  constructor(metric: string, channel: string) {
    this.metric = metric;
    this.channel = channel;
  }

  /** Adds a canonical decimal such as `-1234.5`. */
  addText(day: number, value: string, row: number): void {
    const units = shortUnits(value);
    if (units !== null) return this.add(day, units, scaleOf(value), row);
    const entry = this.#entryOf(day);
    this.#rows.count(entry, row, row, 1);
    this.#longSum(entry).add(value);
    this.#units[entry] = NaN;
  }

  /** Adds `units / 10^scale`, of 15 digits at most. */
  add(day: number, units: number, scale: number, row: number): void {
    const entry = this.#entryOf(day);
    this.#rows.count(entry, row, row, 1);
    this.#addTo(entry, units, scale);
  }

  /** Adds what several rows of a day come to: `units / 10^scale`, `units` being whole and below 4e15. */
  addLines(day: number, units: number, scale: number, { first, last, count }: Lines): void {
    const entry = this.#entryOf(day);
    this.#rows.count(entry, first, last, count);
    this.#addTo(entry, units, scale);
  }

  /**
   * @param ranks the place of each day among the file's sorted days; `null` when they were met in order
   * @returns `null` without any value
   */
  finish(ranks: Int32Array | null): FactSeries | null {
    if (this.#units.length === 0) return null;
    const { rows, order } = this.#rows.finish(ranks);
    const units = arranged(new Float64Array(this.#units), order);
    const long = new Map([...this.#long].map(([entry, sum]) => [order?.indexOf(entry) ?? entry, sum.toString()]));
    return seriesOf(this.metric, this.channel, rows, units, this.#scale, long);
  }

  #entryOf(day: number): number {
    const entry = this.#rows.entryOf(day);
    if (entry === this.#units.length) this.#units.push(0);
    return entry;
  }

  #addTo(entry: number, units: number, scale: number): void {
    if (scale > this.#scale) this.#rescale(scale);
    const sum = this.#units[entry]! + (scale === this.#scale ? units : units * tenTo(this.#scale - scale));
    if (isSafe(sum)) this.#units[entry] = sum;
    else {
      this.#longSum(entry).add(decimalText(units, scale));
      this.#units[entry] = NaN;
    }
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

const NONE_LONG: ReadonlyMap<number, string> = new Map();

/** A finished series. Takes away zeros that all sums end with: how figures were written must not show. */
export function seriesOf(
  metric: string,
  channel: string,
  rows: FactRows,
  units: Float64Array,
  scale: number,
  long = NONE_LONG,
): FactSeries {
  let left = scale;
  while (left > 0 && endsInZeros(units)) {
    for (let entry = 0; entry < units.length; entry += 1) units[entry]! /= 10;
    left -= 1;
  }
  return { metric, channel, rows, scale: left, units, long };
}

function endsInZeros(units: Float64Array): boolean {
  for (let entry = 0; entry < units.length; entry += 1) {
    const digit = units[entry]! % 10;
    // What stands in `long` is no number here.
    if (digit !== 0 && !Number.isNaN(digit)) return false;
  }
  return true;
}
