import type { RunningSum } from '../decimals/running-sum.ts';
import { SAFE, tenTo } from '../decimals/units.ts';
import type { FactSeries } from '../types/intake.ts';
import type { RowFigures } from './row-figures.ts';
import { arranged, columnOf, RowsBuilder } from './rows-builder.ts';
import { seriesOf, type SeriesBuilder } from './series-builder.ts';

const NONE = new Float64Array(0);

/**
 * What rows of one channel come to that have every figure: an entry a day, in a column of sums for each metric.
 * It holds whole numbers without loss and nothing else; what is longer goes to the builders of single series.
 */
export class ChannelTable {
  readonly #metrics: readonly string[];
  readonly #channel: string;
  #rows: RowsBuilder;
  /** Entries there is room for. */
  #room: number;
  /** A column for each metric, one behind the other. */
  #sums: Float64Array;
  /** Digits after the point of all sums of a metric. */
  readonly #scales: Int8Array;

  /**
   * @param metrics each once
   * @param room days that are expected
   */
  constructor(metrics: readonly string[], channel: string, room: number) {
    this.#metrics = metrics;
    this.#channel = channel;
    this.#room = room;
    this.#rows = new RowsBuilder(room);
    this.#sums = new Float64Array(metrics.length * room);
    this.#scales = new Int8Array(metrics.length);
  }

  /**
   * Adds a row, its figures in the order of the metrics; false when a sum would not be exact: then nothing is added.
   * @param day the number the store gave it
   */
  add({ units, scales }: RowFigures, day: number, row: number): boolean {
    const entry = this.#rows.entryOf(day);
    if (entry >= this.#room) this.#grow();
    const sums = this.#sums;
    const room = this.#room;
    for (let place = 0, at = entry; place < scales.length; place += 1, at += room) {
      const finer = this.#scales[place]! - scales[place]!;
      if (finer < 0 && !this.#refine(place, scales[place]!)) return this.#undo(entry, place, units, scales);
      const sum = sums[at]! + (finer > 0 ? units[place]! * tenTo(finer) : units[place]!);
      if (sum >= SAFE) return this.#undo(entry, place, units, scales);
      sums[at] = sum;
    }
    this.#rows.count(entry, row, row, 1);
    return true;
  }

  /** Adds up the sums of a metric. */
  addTo(sum: RunningSum, place: number): void {
    const sums = this.#sums;
    const [start, end] = this.#ends(place);
    let pending = 0;
    for (let at = start; at < end; at += 1) {
      if (pending + sums[at]! >= SAFE) {
        sum.addUnits(pending, this.#scales[place]!, 0);
        pending = 0;
      }
      pending += sums[at]!;
    }
    if (this.#rows.rows > 0) sum.addUnits(pending, this.#scales[place]!, this.#rows.rows);
  }

  /** Gives everything to the builders of the metrics, which hold sums of any length, and is empty after that. */
  pour(builders: readonly SeriesBuilder[]): void {
    this.#rows.forEach((day, entry, lines) => {
      builders.forEach((builder, place) => {
        builder.addLines(day, this.#sums[place * this.#room + entry]!, this.#scales[place]!, lines);
      });
    });
    this.#rows = new RowsBuilder(this.#room);
    this.#sums.fill(0);
    this.#scales.fill(0);
  }

  /**
   * The series of all metrics, none without any row.
   * @param ranks the place of each day among the file's sorted days; `null` when they were met in order
   */
  finish(ranks: Int32Array | null): FactSeries[] {
    const { rows, order } = this.#rows.finish(ranks);
    if (rows.at.length === 0) return [];
    const series = this.#metrics.map((metric, place) => {
      const units = arranged(columnOf(this.#sums, place, this.#room, rows.at.length), order);
      return seriesOf(metric, this.#channel, rows, units, this.#scales[place]!);
    });
    this.#sums = NONE;
    return series;
  }

  /** Where the sums of a metric begin and end. */
  #ends(place: number): [start: number, end: number] {
    const start = place * this.#room;
    return [start, start + this.#rows.length];
  }

  #grow(): void {
    const more = new Float64Array(this.#sums.length * 4);
    for (let place = 0; place < this.#metrics.length; place += 1) {
      more.set(columnOf(this.#sums, place, this.#room, this.#room), place * this.#room * 4);
    }
    this.#sums = more;
    this.#room *= 4;
  }

  /** Takes back the first figures of a row. */
  #undo(entry: number, places: number, units: Float64Array, scales: Int8Array): false {
    for (let place = 0; place < places; place += 1) {
      this.#sums[place * this.#room + entry]! -= units[place]! * tenTo(this.#scales[place]! - scales[place]!);
    }
    return false;
  }

  /** False when a sum would grow too long. */
  #refine(place: number, scale: number): boolean {
    const sums = this.#sums;
    const [start, end] = this.#ends(place);
    const factor = tenTo(scale - this.#scales[place]!);
    for (let at = start; at < end; at += 1) if (sums[at]! * factor >= SAFE) return false;
    for (let at = start; at < end; at += 1) sums[at]! *= factor;
    this.#scales[place] = scale;
    return true;
  }
}
