import type { FactRows, FactSeries, IntakeFile, RowIdentity } from '../types/intake.ts';
import type { Day } from '../types/period.ts';
import { ChannelTable } from './channel-table.ts';
import type { RowFigures } from './row-figures.ts';
import { RowIndex } from './row-index.ts';
import { ROOM } from './rows-builder.ts';
import { SeriesBuilder } from './series-builder.ts';

/** What a file's rows come to. */
export type StoredFacts = Pick<IntakeFile, 'days' | 'rowsOnDay' | 'series'>;

/** Exports of one system are mostly of one length: room is made at once for as many days as the last one had. */
let usualDays = ROOM;
const MOST_DAYS = 1 << 10;
/** So many channels of a file get it; where there are more, many are of a few days. */
const FEW_CHANNELS = 8;

/** The sums of one file while its rows are read. Rows of one day and channel add up, they never replace each other. */
export class FactStore {
  readonly #days: Day[] = [];
  readonly #rows: number[] = [];
  /** Known once a day was met that is not later than all before it. */
  #numbers: Map<Day, number> | null = null;
  readonly #channels = new Map<string, ChannelFacts>();
  readonly #index = new RowIndex();
  /** Rows of one day mostly stand together. */
  #latestDay: Day = '';
  #latestNumber = -1;
  #newestDay: Day = '';

  add(day: Day, channel: string, metric: string, value: string, row: number): void {
    this.channelOf(channel).builderOf(metric).addText(this.numberOf(day), value, row);
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
    if (this.#latestDay === day) return this.#latestNumber;
    const isLater = day > this.#newestDay;
    const number = isLater ? undefined : (this.#numbers ?? this.#numbered()).get(day);
    this.#latestDay = day;
    return (this.#latestNumber = number ?? this.#append(day));
  }

  countRows(dayNumber: number, count: number): void {
    this.#rows[dayNumber]! += count;
  }

  channelOf(channel: string): ChannelFacts {
    let facts = this.#channels.get(channel);
    if (facts === undefined) {
      facts = new ChannelFacts(channel, this.#channels.size < FEW_CHANNELS ? usualDays : ROOM);
      this.#channels.set(channel, facts);
    }
    return facts;
  }

  facts(): StoredFacts {
    const order = orderOf(this.#days);
    const ranks = order && new Int32Array(order.length);
    order?.forEach((number, place) => (ranks![number] = place));
    usualDays = Math.min(MOST_DAYS, Math.max(ROOM, this.#days.length));
    const series = [...this.#channels.values()].flatMap((channel) => channel.finish(ranks));
    series.sort((a, b) => byText(a.metric, b.metric) || byText(a.channel, b.channel));
    return {
      days: order === null ? this.#days : order.map((number) => this.#days[number]!),
      rowsOnDay: new Int32Array(order === null ? this.#rows : order.map((number) => this.#rows[number]!)),
      series,
    };
  }

  identity(): RowIdentity {
    return this.#index.identity();
  }

  #numbered(): Map<Day, number> {
    return (this.#numbers = new Map(this.#days.map((day, number) => [day, number])));
  }

  #append(day: Day): number {
    const number = this.#days.push(day) - 1;
    this.#rows.push(0);
    this.#numbers?.set(day, number);
    if (day > this.#newestDay) this.#newestDay = day;
    return number;
  }
}

/** The sums of one channel: of rows with all figures in a table, of others metric by metric. */
export class ChannelFacts {
  readonly #channel: string;
  readonly #room: number;
  readonly #builders: SeriesBuilder[] = [];
  /** `null`: two columns feed one metric, and each adds to it by itself. */
  #table: ChannelTable | null | undefined;
  #metrics: readonly string[] = [];

  /** @param room days that are expected */
  constructor(channel: string, room: number) {
    this.#channel = channel;
    this.#room = room;
  }

  builderOf(metric: string): SeriesBuilder {
    for (const known of this.#builders) if (known.metric === metric) return known;
    const fresh = new SeriesBuilder(metric, this.#channel);
    this.#builders.push(fresh);
    return fresh;
  }

  /**
   * Adds a row that is taken straight from the text.
   * @param metrics of its figures, the same in every row of a file
   * @param day the number the store gave it
   */
  addRow(metrics: readonly string[], figures: RowFigures, day: number, row: number): void {
    const table = this.#table === undefined ? this.#openTable(metrics) : this.#table;
    if (table !== null && figures.whole) {
      if (table.add(figures, day, row)) return;
      this.settle(figures);
      this.#pour(table);
      // An empty table takes any row.
      table.add(figures, day, row);
      return;
    }
    for (let place = 0; place < metrics.length; place += 1) {
      const scale = figures.scales[place]!;
      if (scale < 0) continue;
      this.builderOf(metrics[place]!).add(day, figures.units[place]!, scale, row);
      figures.sums[place]!.addUnits(figures.units[place]!, scale);
    }
  }

  /** Adds what the table holds to the sums of the columns. */
  settle({ sums }: RowFigures): void {
    sums.forEach((sum, place) => this.#table?.addTo(sum, place));
  }

  finish(ranks: Int32Array | null): FactSeries[] {
    if (this.#builders.length === 0) return this.#table?.finish(ranks) ?? [];
    if (this.#table) this.#pour(this.#table);
    return sharingRows(this.#builders.flatMap((each) => each.finish(ranks) ?? []));
  }

  #openTable(metrics: readonly string[]): ChannelTable | null {
    this.#metrics = metrics;
    const single = new Set(metrics).size === metrics.length;
    return (this.#table = single ? new ChannelTable(metrics, this.#channel, this.#room) : null);
  }

  #pour(table: ChannelTable): void {
    table.pour(this.#metrics.map((metric) => this.builderOf(metric)));
  }
}

/** Numbers of the days in the order of the days; `null` when they were met in it. */
function orderOf(days: readonly Day[]): number[] | null {
  let number = 1;
  while (number < days.length && days[number - 1]! < days[number]!) number += 1;
  return number >= days.length ? null : [...days.keys()].sort((a, b) => byText(days[a]!, days[b]!));
}

/** Metrics of one channel mostly have values in the same rows: they are kept once. */
function sharingRows(series: readonly FactSeries[]): FactSeries[] {
  const [first] = series;
  return series.map((each) => (first && sameRows(each.rows, first.rows) ? { ...each, rows: first.rows } : each));
}

function sameRows(one: FactRows, other: FactRows): boolean {
  if (one.at.length !== other.at.length) return false;
  for (let entry = 0; entry < one.at.length; entry += 1) {
    if (one.at[entry] !== other.at[entry] || one.count[entry] !== other.count[entry]) return false;
    if (one.first[entry] !== other.first[entry] || one.last[entry] !== other.last[entry]) return false;
  }
  return true;
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
