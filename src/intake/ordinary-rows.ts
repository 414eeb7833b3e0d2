import { DayCells } from './day-cells.ts';
import type { ChannelFacts, FactStore } from './fact-store.ts';
import { LINE_FEED, LineCodes } from './line-codes.ts';
import type { PlanContext } from './metric-columns.ts';
import { NumberCells } from './number-cells.ts';
import { OtherCells, type OrdinaryColumn } from './ordinary-cells.ts';
import type { Plan } from './plan.ts';
import type { TakenRun } from './record-splitter.ts';
import type { TableRecord } from './table-record.ts';
import { RowFigures } from './row-figures.ts';
import type { TableSurvey } from './table-survey.ts';
import { TakenLines } from './taken-lines.ts';
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
  readonly #facts: (ChannelFacts | undefined)[] = [];
  readonly #figures: RowFigures;
  readonly #metrics: readonly string[];

  private constructor(survey: TableSurvey, delimiter: string, context: PlanContext, store: FactStore) {
    const { plan } = survey;
    const code = delimiter.charCodeAt(0);
    this.#survey = survey;
    this.#store = store;
    this.#delimiter = delimiter;
    this.#delimiterCode = code;
    this.#channels = plan.channel === null ? null : new WordCells(code, MOST_CHANNELS);
    this.#channel = context.rule?.channel ?? context.source;
    this.#currency = plan.currency === null ? null : new WordCells(code, 1);
    this.#metrics = plan.metrics.map(({ metric }) => metric);
    this.#figures = new RowFigures(plan.metrics.length);
    this.numbers = plan.metrics.map(({ column }, place) => new NumberCells(column.index, code, this.#figures, place));
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

  /** Nothing more will be taken: the columns have their sums from now on. To be called once. */
  settle(): void {
    for (const facts of this.#facts) facts?.settle(this.#figures);
  }

  /** Takes lines from `start` on as long as it can. */
  take(text: string, start: number, row: number): TakenRun {
    const run = { count: 0, next: start };
    if (this.#left > LEFT_IN_VAIN && this.#left > this.taken) return run;
    if (LINE.text !== text) LINE.set(text);
    this.#learnMarks();
    while (run.next <= text.length) {
      const end = this.#line(run.next, row + run.count);
      if (end < 0) break;
      if (run.count === 0) this.#survey.release();
      this.#keep(row + run.count);
      run.count += 1;
      run.next = end + 1;
    }
    if (run.next <= text.length) this.#left += 1;
    if (run.count === 0) return run;
    if (this.taken === 0) this.first = row;
    this.taken += run.count;
    const lines = { start, end: run.next - 1, row, count: run.count };
    this.#survey.addOrdinary(new TakenLines(text, lines, this.#delimiter));
    return run;
  }

  /** Where a line ends that can be taken, else -1. */
  #line(start: number, row: number): number {
    const end = this.#scan(LINE, start);
    return end < 0 && this.#learnFrom(start, row) ? this.#scan(LINE, start) : end;
  }

  /** Whether a line says something new of number forms; the survey would learn it too, and now it knows. */
  #learnFrom(start: number, row: number): boolean {
    const end = LINE.codes.indexOf(LINE_FEED, start);
    const record: TableRecord = { row, cells: LINE.text.slice(start, end).split(this.#delimiter) };
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

  #scan(line: LineCodes, start: number): number {
    const columns = this.#columns;
    const last = columns.length - 1;
    let at = start;
    this.#figures.begin();
    for (let index = 0; index <= last; index += 1) {
      at = columns[index]!.take(line, at);
      if (at < 0 || line.codes[at] !== (index === last ? LINE_FEED : this.#delimiterCode)) return -1;
      at += 1;
    }
    return at - 1;
  }

  #keep(row: number): void {
    if (this.#day.day !== this.#latestDay) {
      this.#latestDay = this.#day.day;
      this.#dayNumber = this.#store.numberOf(this.#latestDay);
    }
    this.#factsOf(this.#channels?.word ?? 0).addRow(this.#metrics, this.#figures, this.#dayNumber, row);
    this.#figures.keep();
    this.#store.countRows(this.#dayNumber, 1);
  }

  #factsOf(word: number): ChannelFacts {
    return (this.#facts[word] ??= this.#store.channelOf(this.#channels?.words[word] ?? this.#channel));
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
