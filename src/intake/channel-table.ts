import type { RunningSum } from '../decimals/running-sum.ts';
import { SAFE, tenTo } from '../decimals/units.ts';
import type { FactSeries } from '../types/intake.ts';
import type { RowFigures } from './row-figures.ts';
import { arranged, RowsBuilder } from './rows-builder.ts';
import { seriesOf, type SeriesBuilder } from './series-builder.ts';

/** Days there is room for at first. */
const ROOM = 16;
const NONE = new Float64Array(0);

/** Room that earlier files have left behind, all zero: asking the system for it takes as long as filling it. */
const spare: Float64Array[] = [];
const MOST_SPARE = 32;
const LARGEST_SPARE = 1 << 15;

function giveBack(room: Float64Array, used: number): void {
  if (spare.length >= MOST_SPARE || room.length > LARGEST_SPARE) return;
  room.fill(0, 0, used);
  spare.push(room);
}

/**
 * What rows of one channel come to that have every figure: an entry a day, with the sums of all metrics side by side.
 * It holds whole numbers without loss and nothing else; what is longer goes to the builders of single series.
 */
export class ChannelTable {
  readonly #metrics: readonly string[];
  readonly #channel: string;
  #rows = new RowsBuilder();
  /** By entry and metric. */
  #sums: Float64Array;
  /** Digits after the point of all sums of a metric. */
  readonly #scales: Int8Array;

  /** @param metrics each once */
  constructor(metrics: readonly string[], channel: string) {
    this.#metrics = metrics;
    this.#channel = channel;
    this.#sums = spare.pop() ?? new Float64Array(metrics.length * ROOM);
    this.#scales = new Int8Array(metrics.length);
  }

  /**
   * Adds a row, its figures in the order of the metrics; false when a sum would not be exact: then nothing is added.
   * @param day the number the store gave it
   */
  add({ units, scales }: RowFigures, day: number, row: number): boolean {
    const width = scales.length;
    const entry = this.#rows.entryOf(day);
    const from = entry * width;
    if (from + width > this.#sums.length) this.#grow();
    const sums = this.#sums;
    for (let place = 0; place < width; place += 1) {
      const finer = this.#scales[place]! - scales[place]!;
      if (finer < 0 && !this.#refine(place, scales[place]!)) return this.#undo(from, place, units, scales);
      const sum = sums[from + place]! + (finer > 0 ? units[place]! * tenTo(finer) : units[place]!);
      if (sum >= SAFE) return this.#undo(from, place, units, scales);
      sums[from + place] = sum;
    }
    this.#rows.count(entry, row, row, 1);
    return true;
  }

  /** Adds up the sums of a metric. */
  addTo(sum: RunningSum, place: number): void {
    const sums = this.#sums;
    const width = this.#metrics.length;
    let pending = 0;
    for (let at = place; at < this.#rows.length * width; at += width) {
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
        builder.addLines(day, this.#sums[entry * builders.length + place]!, this.#scales[place]!, lines);
      });
    });
    this.#rows = new RowsBuilder();
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
      const units = arranged(this.#column(place, rows.at.length), order);
      return seriesOf(metric, this.#channel, rows, units, this.#scales[place]!);
    });
    giveBack(this.#sums, rows.at.length * this.#metrics.length);
    this.#sums = NONE;
    return series;
  }

  #column(place: number, length: number): Float64Array {
    const units = new Float64Array(length);
    const sums = this.#sums;
    const width = this.#metrics.length;
    for (let entry = 0, at = place; entry < length; entry += 1, at += width) units[entry] = sums[at]!;
    return units;
  }

  #grow(): void {
    const more = new Float64Array(Math.max(this.#sums.length * 4, this.#metrics.length * ROOM));
    more.set(this.#sums);
    this.#sums = more;
  }

  /** Takes back the first figures of a row. */
  #undo(from: number, places: number, units: Float64Array, scales: Int8Array): false {
    for (let place = 0; place < places; place += 1) {
      this.#sums[from + place]! -= units[place]! * tenTo(this.#scales[place]! - scales[place]!);
    }
    return false;
  }

  /** False when a sum would grow too long. */
  #refine(place: number, scale: number): boolean {
    const sums = this.#sums;
    const width = this.#metrics.length;
    const factor = tenTo(scale - this.#scales[place]!);
    for (let at = place; at < sums.length; at += width) if (sums[at]! * factor >= SAFE) return false;
    for (let at = place; at < sums.length; at += width) sums[at]! *= factor;
    this.#scales[place] = scale;
    return true;
  }
}
