import type { FactRows, FactSeries, IntakeFile, RowIdentity } from '../types/intake.ts';
import type { Day } from '../types/period.ts';
import { RowIndex } from './row-index.ts';
import { SeriesBuilder } from './series-builder.ts';

/** What a file's rows come to. */
export type StoredFacts = Pick<IntakeFile, 'days' | 'rowsOnDay' | 'series'>;

/** The sums of one file while its rows are read. Rows of one day and channel add up, they never replace each other. */
export class FactStore {
  readonly #days: Day[] = [];
  readonly #rows: number[] = [];
  readonly #numbers = new Map<Day, number>();
  readonly #series = new Map<string, SeriesBuilder[]>();
  readonly #index = new RowIndex();
  /** Rows of one day mostly stand together. */
  #latest = { day: '', number: -1 };

  add(day: Day, channel: string, metric: string, value: string, row: number): void {
    this.seriesOf(channel, metric).addText(this.numberOf(day), value, row);
  }

  countRow(day: Day, key: string): void {
    this.countRows(this.numberOf(day), 1);
    this.noteRow(day, key);
  }

  /** Identity of what a row says of another day than its own. */
  noteRow(day: Day, key: string): void {
    this.#index.add(day, key);
  }

  /** The number of a day, in the order they were met. */
  numberOf(day: Day): number {
    if (this.#latest.day === day) return this.#latest.number;
    let number = this.#numbers.get(day);
    if (number === undefined) {
      number = this.#days.push(day) - 1;
      this.#rows.push(0);
      this.#numbers.set(day, number);
    }
    this.#latest = { day, number };
    return number;
  }

  countRows(dayNumber: number, count: number): void {
    this.#rows[dayNumber]! += count;
  }

  seriesOf(channel: string, metric: string): SeriesBuilder {
    let metrics = this.#series.get(channel);
    if (metrics === undefined) this.#series.set(channel, (metrics = []));
    for (const known of metrics) if (known.metric === metric) return known;
    const fresh = new SeriesBuilder(metric, channel);
    metrics.push(fresh);
    return fresh;
  }

  facts(): StoredFacts {
    const order = this.#days.map((_, number) => number);
    const inOrder = this.#days.every((day, number) => number === 0 || this.#days[number - 1]! < day);
    if (!inOrder) order.sort((a, b) => byText(this.#days[a]!, this.#days[b]!));
    const ranks = inOrder ? null : new Int32Array(order.length);
    if (ranks) for (let place = 0; place < order.length; place += 1) ranks[order[place]!] = place;
    const series = [...this.#series.values()].flatMap((metrics) =>
      sharingRows(metrics.flatMap((each) => each.finish(ranks) ?? [])),
    );
    series.sort((a, b) => byText(a.metric, b.metric) || byText(a.channel, b.channel));
    return {
      days: order.map((number) => this.#days[number]!),
      rowsOnDay: Int32Array.from(order, (number) => this.#rows[number]!),
      series,
    };
  }

  identity(): RowIdentity {
    return this.#index.identity();
  }
}

/** Metrics of one channel mostly have values in the same rows: they are kept once. */
function sharingRows(series: readonly FactSeries[]): FactSeries[] {
  const [first] = series;
  return series.map((each) => (first && sameRows(each.rows, first.rows) ? { ...each, rows: first.rows } : each));
}

function sameRows(one: FactRows, other: FactRows): boolean {
  if (one === other) return true;
  if (one.at.length !== other.at.length) return false;
  for (let entry = 0; entry < one.at.length; entry += 1) {
    if (one.at[entry] !== other.at[entry] || one.count[entry] !== other.count[entry]) return false;
    if (one.first[entry] !== other.first[entry] || one.last[entry] !== other.last[entry]) return false;
  }
  return true;
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
