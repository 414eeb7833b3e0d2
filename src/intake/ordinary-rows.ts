import { ChannelSums } from './channel-sums.ts';
import { DayCells } from './day-cells.ts';
import type { FactStore } from './fact-store.ts';
import { LINE_FEED, LineCodes } from './line-codes.ts';
import type { PlanContext } from './metric-columns.ts';
import { NumberCells } from './number-cells.ts';
import { OtherCells, type OrdinaryColumn } from './ordinary-cells.ts';
import type { Plan } from './plan.ts';
import type { TableRecord } from './record-splitter.ts';
import type { TableSurvey } from './table-survey.ts';
import { WordCells } from './word-cells.ts';

/** Marks that cannot be part of a figure, a day or a word that is taken. */
const DELIMITERS = ',;\t|';
/** Different channels that are told apart; rows of more are read as any other. */
const MOST_CHANNELS = 4096;
/** When so many lines were left, and more than were taken, none is looked at any longer. */
const LEFT_IN_VAIN = 500;
/** One for all files, each of which takes its texts anew: asking for its memory took as long as filling it. */
const LINE = new LineCodes();

/**
 * The quick way for most rows of most files: a day, words and plain figures, taken straight from the text. It knows no
 * rule of its own. It takes a line only if the survey would learn nothing from it but that it is a data row, and the
 * second look nothing but its sums; any other line is left to both. What is taken goes into the store at once; after
 * the survey it counts if the columns were indeed read in this way, else the store is thrown away.
 */
export class OrdinaryRows {
  /** Rows taken so far. */
  taken = 0;
  /** The row of the first of them. */
  first = 0;
  readonly numbers: readonly NumberCells[];
  readonly #plan: Plan;
  readonly #survey: TableSurvey;
  readonly #store: FactStore;
  readonly #delimiter: string;
  readonly #delimiterCode: number;
  readonly #columns: readonly OrdinaryColumn[];
  readonly #day = new DayCells();
  #latestDay = '';
  #dayNumber = -1;
  /** `null` when the whole file feeds one channel. */
  readonly #channels: WordCells | null;
  readonly #channel: string;
  /** `null` without a column of currencies. */
  readonly #currency: WordCells | null;
  #left = 0;
  /** By number of the channel's word. */
  readonly #sums: ChannelSums[] = [];
  /** The stretch that lines are taken from. */
  #text = '';
  /** Rows of the run that is being taken, and where the last of them stands. */
  #run = 0;
  #lastStart = 0;
  #lastEnd = 0;
  #lastRow = 0;

  private constructor(survey: TableSurvey, delimiter: string, context: PlanContext, store: FactStore) {
    const { plan } = survey;
    const code = delimiter.charCodeAt(0);
    this.#plan = plan;
    this.#survey = survey;
    this.#store = store;
    this.#delimiter = delimiter;
    this.#delimiterCode = code;
    this.#channels = plan.channel === null ? null : new WordCells(code, MOST_CHANNELS);
    this.#channel = context.rule?.channel ?? context.source;
    this.#currency = plan.currency === null ? null : new WordCells(code, 1);
    this.numbers = plan.metrics.map(({ column }) => new NumberCells(column.index, code));
    const columns: OrdinaryColumn[] = plan.columns.map(({ index }) => new OtherCells(index, code, survey.forms));
    for (const each of this.numbers) columns[each.index] = each;
    if (plan.currency !== null) columns[plan.currency] = this.#currency!;
    if (plan.channel !== null) columns[plan.channel] = this.#channels!;
    columns[dayColumn(plan)!] = this.#day;
    this.#columns = columns;
  }

  /** `null` for a table whose rows are to be read one by one. */
  static of(survey: TableSurvey, delimiter: string, context: PlanContext, store: FactStore): OrdinaryRows | null {
    const isKnown = delimiter.length === 1 && DELIMITERS.includes(delimiter);
    return isKnown && isOrdinary(survey.plan) ? new OrdinaryRows(survey, delimiter, context, store) : null;
  }

  /** What the rows' currency column says; `null` without one. */
  get currency(): string | null {
    return this.#currency?.words[0] ?? null;
  }

  /** Takes the line that begins at `start`; returns where it ends, -1 when it is not taken. */
  take(text: string, start: number, row: number): number {
    if (this.#left > LEFT_IN_VAIN && this.#left > this.taken) return -1;
    if (this.#text !== text || LINE.text !== text) this.#begin(text);
    let end = this.#scan(LINE, start);
    if (end < 0 && this.#learnFrom(start, row)) end = this.#scan(LINE, start);
    if (end >= 0) this.#keep(start, end, row);
    else {
      this.settle();
      this.#left += 1;
    }
    return end;
  }

  #begin(text: string): void {
    this.settle();
    this.#text = text;
    LINE.set(text);
    this.#learnMarks();
  }

  /** Whether a line says something new of number forms; the survey would learn it too, and now it knows. */
  #learnFrom(start: number, row: number): boolean {
    const record = this.#record(start, LINE.codes.indexOf(LINE_FEED, start), row);
    const day = this.#survey.sorter.day(record);
    if (record.cells.length !== this.#columns.length || day === null || day === 'several') return false;
    this.#survey.release();
    const learnt = this.#survey.forms.add(record);
    if (learnt) this.#learnMarks();
    return learnt;
  }

  #learnMarks(): void {
    for (const each of this.numbers) each.learn(this.#survey.forms.evidence(each.index));
  }

  /** The rows taken so far are counted, and the last of them is known. */
  settle(): void {
    if (this.#run === 0) return;
    this.#survey.addOrdinary(this.#run, this.#record(this.#lastStart, this.#lastEnd, this.#lastRow));
    this.#run = 0;
  }

  #scan(line: LineCodes, start: number): number {
    const columns = this.#columns;
    const last = columns.length - 1;
    let at = start;
    for (let index = 0; index <= last; index += 1) {
      at = columns[index]!.take(line, at);
      if (at < 0 || line.codes[at] !== (index === last ? LINE_FEED : this.#delimiterCode)) return -1;
      at += 1;
    }
    return at - 1;
  }

  #keep(start: number, end: number, row: number): void {
    if (this.taken === 0) this.first = row;
    // The record before it is not the last one.
    if (this.#run === 0) this.#survey.release();
    if (this.#survey.wantsSample) this.#survey.sample.push(this.#record(start, end, row));
    this.taken += 1;
    this.#run += 1;
    this.#lastStart = start;
    this.#lastEnd = end;
    this.#lastRow = row;
    if (this.#day.day !== this.#latestDay) {
      this.#latestDay = this.#day.day;
      this.#dayNumber = this.#store.numberOf(this.#latestDay);
    }
    this.#sumsOf(this.#channels?.word ?? 0).add(this.numbers, this.#dayNumber, row);
    this.#store.countRows(this.#dayNumber, 1);
  }

  #sumsOf(word: number): ChannelSums {
    const { metrics } = this.#plan;
    const channel = this.#channels?.words[word] ?? this.#channel;
    return (this.#sums[word] ??= new ChannelSums(this.#store, metrics, channel));
  }

  #record(start: number, end: number, row: number): TableRecord {
    return { row, cells: this.#text.slice(start, end).split(this.#delimiter) };
  }
}

/** A table by day whose rows add up as they stand, each column being one thing. */
function isOrdinary(plan: Plan): boolean {
  const { deals, results, part, wholeWith, metrics, channel, currency } = plan;
  const day = dayColumn(plan);
  if (day === null || deals !== null || results !== null || part !== null || wholeWith !== null) return false;
  if (metrics.length === 0 || metrics.some(({ when, twins }) => when !== undefined || twins !== undefined))
    return false;
  const used = [day, channel, currency, ...metrics.map(({ column }) => column.index)].filter((index) => index !== null);
  return new Set(used).size === used.length;
}

const dayColumn = ({ day }: Plan): number | null => (day?.kind === 'day' ? day.index : null);
