import type { PartTable } from '../types/intake.ts';
import { RunningSum } from '../decimals/running-sum.ts';
import type { Stretch } from './dates.ts';
import { currencyOfWord } from './currency-words.ts';
import type { MetricColumn } from './metric-columns.ts';
import { currencyOfCell, readNumber, type ColumnForm } from './numbers.ts';
import type { Plan, Subject } from './plan.ts';
import { partTitle } from './part-titles.ts';
import { ProblemList } from './problems.ts';
import { listOfCurrencies, listTooLong } from './list-problems.ts';
import type { TableRecord } from './table-record.ts';
import type { TableSurvey } from './table-survey.ts';

/** Rows a table keeps. */
const TOP = 50;
/** More subjects than this are no list to read; memory stays bounded. */
const SUBJECTS = 20_000;
/** The first of these that a table has decides which rows are the top ones. */
const MAIN = ['cost', 'clicks', 'sessions', 'impressions'];

/** One column of a list: a metric that is added up by what rows are about, or a figure that never is. */
interface PartColumn {
  name: string;
  metric: string | null;
  money: boolean;
  index: number;
  form: ColumnForm;
  when?: MetricColumn['when'];
}

interface Month {
  from: string;
  to: string;
  subjects: Map<string, (RunningSum | null)[]>;
}

/**
 * A collector for a table that is only shown; `null` when it makes no list.
 * @param metrics the metric columns with their number forms
 */
export function partCollector(
  plan: Plan,
  survey: TableSurvey,
  metrics: readonly (MetricColumn & { form: ColumnForm })[],
  period: Stretch | null,
): PartCollector | null {
  if (plan.subject === null) return null;
  const ignored = new ProblemList('', '');
  const added = metrics.map(({ column, ...each }) => ({ ...each, name: each.metric, index: column.index }));
  const also = plan.subject.also.flatMap((index) => {
    const form = survey.forms.of(index, '', ignored);
    return form ? [{ name: plan.columns[index]!.header, metric: null, money: false, index, form }] : [];
  });
  // Several columns of one metric would have to be one.
  if (new Set(added.map((each) => each.metric)).size < added.length || added.length + also.length === 0) return null;
  const collector = new PartCollector(plan.subject, plan, [...added, ...also], period);
  for (const { money, column } of metrics) if (money) collector.state(column.currency);
  return collector;
}

/**
 * Adds up the rows of a table that is only shown, never totalled: one list a month, one for each stretch of days that
 * rows cover as a whole, or one for the stated period.
 */
export class PartCollector {
  readonly #subject: Subject;
  readonly #plan: Plan;
  readonly #columns: readonly PartColumn[];
  readonly #period: Stretch | null;
  readonly #months = new Map<string, Month>();
  #count = 0;
  #currency: string | null = null;
  #mixed = false;

  constructor(subject: Subject, plan: Plan, columns: readonly PartColumn[], period: Stretch | null) {
    this.#subject = subject;
    this.#plan = plan;
    this.#columns = columns;
    this.#period = period;
  }

  /** A currency the table names; a list of two currencies is not shown. */
  state(currency: string | null): void {
    if (currency === null || currency === this.#currency) return;
    this.#mixed ||= this.#currency !== null;
    this.#currency = currency;
  }

  /** @param days the row's first and last day; `null` when it has none of its own */
  add({ cells }: TableRecord, days: Stretch | null): void {
    const about = (cells[this.#subject.index] ?? '').trim();
    if (this.#count > SUBJECTS) return;
    const { currency } = this.#plan;
    if (currency !== null) this.state(currencyOfWord(cells[currency] ?? ''));
    const sums = this.#sums(this.#month(days), about);
    for (const [place, { index, form, money, when }] of this.#columns.entries()) {
      if (when && !when.holds(cells[when.index] ?? '')) continue;
      const cell = cells[index] ?? '';
      const value = readNumber(cell, form.mark, form.groups);
      if (value === undefined || value === null) continue;
      if (money) this.state(currencyOfCell(cell));
      (sums[place] ??= new RunningSum()).add(value);
    }
  }

  /**
   * The lists, none of which is shown when they are too long or of two currencies: that is told of.
   * @param declared the source's currency, for a table that names none
   */
  tables(declared: string | null, problems: ProblemList): PartTable[] {
    const { header } = this.#plan.columns[this.#subject.index]!;
    const place = { row: this.#plan.headerRow, column: this.#subject.index + 1 };
    if (this.#count > SUBJECTS) problems.warning('list-too-long', place, listTooLong(header, SUBJECTS));
    else if (this.#mixed) problems.warning('list-of-currencies', place, listOfCurrencies(header));
    if (this.#count === 0 || this.#count > SUBJECTS || this.#mixed) return [];
    const main = this.#main();
    return [...this.#months].sort(byKey).map(([key, month]) => ({
      kind: this.#subject.kind,
      title: partTitle(this.#subject.kind, header),
      period: key === '' ? this.#period : { from: month.from, to: month.to },
      header: [{ name: header, metric: null }, ...this.#columns.map(({ name, metric }) => ({ name, metric }))],
      currency: this.#columns.some(({ money }) => money) ? (this.#currency ?? declared) : null,
      rows: top(month.subjects, main, this.#columns),
      of: month.subjects.size,
    }));
  }

  #sums(month: Month, about: string): (RunningSum | null)[] {
    const known = month.subjects.get(about);
    if (known) return known;
    this.#count += 1;
    const sums = this.#columns.map(() => null);
    month.subjects.set(about, sums);
    return sums;
  }

  /** Rows of one day are gathered by month; rows of several days are of their own stretch, whole. */
  #month(days: Stretch | null): Month {
    if (days === null) return this.#open('', { from: '', to: '' });
    const { from, to } = days;
    if (from !== to) return this.#open(`${from}..${to}`, days);
    const month = this.#open(from.slice(0, 7), days);
    if (from < month.from) month.from = from;
    if (to > month.to) month.to = to;
    return month;
  }

  #open(key: string, { from, to }: Stretch): Month {
    const known = this.#months.get(key);
    if (known) return known;
    const month = { from, to, subjects: new Map() };
    this.#months.set(key, month);
    return month;
  }

  /**
   * The column that decides which rows are the top ones: after the usual metrics any number of something, such as an
   * agency's own `organic-clicks`; a list of events has no better one than their count.
   */
  #main(): number {
    const places = [
      ...MAIN.map((metric) => this.#columns.findIndex((column) => column.metric === metric)),
      this.#columns.findIndex(({ metric, money }) => metric !== null && !money),
      this.#columns.findIndex(({ metric }) => metric === null),
    ];
    return places.find((place) => place >= 0) ?? 0;
  }
}

const byKey = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number =>
  a < b ? -1 : a > b ? 1 : 0;

/** The subjects with the largest main sum; equal ones by name, so that the same rows always give the same list. */
function top(subjects: Month['subjects'], main: number, columns: readonly PartColumn[]): PartTable['rows'] {
  // What never adds up is told of a subject with one row only.
  const told = (sum: RunningSum | null, column: PartColumn): string | null =>
    sum === null || (column.metric === null && sum.count > 1) ? null : sum.toString();
  // Rows without a phrase are shown as such: automatic targeting may spend most of an account.
  const rows = [...subjects].map(([about, sums]) => [
    about === '' ? null : about,
    ...sums.map((sum, index) => told(sum, columns[index]!)),
  ]);
  const size = (row: (string | null)[]): number => Number(row[main + 1] ?? 0);
  const order = (a: (string | null)[], b: (string | null)[]): number =>
    size(b) - size(a) || byKey([a[0] ?? '', 0], [b[0] ?? '', 0]);
  return rows.sort(order).slice(0, TOP);
}
