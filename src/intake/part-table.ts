import type { PartTable } from '../types/intake.ts';
import type { Day } from '../types/period.ts';
import { DecimalSum } from './decimal-sum.ts';
import type { Stretch } from './dates.ts';
import { currencyOfWord } from './headers.ts';
import type { MetricColumn } from './metric-columns.ts';
import { currencyOfCell, readNumber, type ColumnForm } from './numbers.ts';
import type { Plan, Subject } from './plan.ts';
import { partTitle } from './part-titles.ts';
import { ProblemList } from './problems.ts';
import type { TableRecord } from './record-splitter.ts';
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
  subjects: Map<string, (DecimalSum | null)[]>;
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

/** Adds up the rows of a table that is only shown, never totalled: one list a month, or one for the stated period. */
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

  add({ cells }: TableRecord, day: Day | null): void {
    const about = (cells[this.#subject.index] ?? '').trim();
    if (this.#count > SUBJECTS) return;
    const { currency } = this.#plan;
    if (currency !== null) this.state(currencyOfWord(cells[currency] ?? ''));
    const sums = this.#sums(this.#month(day), about);
    for (const [place, { index, form, money, when }] of this.#columns.entries()) {
      if (when && !when.holds(cells[when.index] ?? '')) continue;
      const cell = cells[index] ?? '';
      const value = readNumber(cell, form.mark, form.groups);
      if (value === undefined || value === null) continue;
      if (money) this.state(currencyOfCell(cell));
      (sums[place] ??= new DecimalSum()).add(value);
    }
  }

  /** @param declared the source's currency, for a table that names none */
  tables(declared: string | null): PartTable[] {
    if (this.#count === 0 || this.#count > SUBJECTS || this.#mixed) return [];
    const main = this.#main();
    const { header } = this.#plan.columns[this.#subject.index]!;
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

  #sums(month: Month, about: string): (DecimalSum | null)[] {
    const known = month.subjects.get(about);
    if (known) return known;
    this.#count += 1;
    const sums = this.#columns.map(() => null);
    month.subjects.set(about, sums);
    return sums;
  }

  #month(day: Day | null): Month {
    const key = day?.slice(0, 7) ?? '';
    const month = this.#months.get(key) ?? { from: day ?? '', to: day ?? '', subjects: new Map() };
    this.#months.set(key, month);
    if (day !== null && day < month.from) month.from = day;
    if (day !== null && day > month.to) month.to = day;
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
  const told = (sum: DecimalSum | null, column: PartColumn): string | null =>
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
