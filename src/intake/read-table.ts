import type { ControlSum } from '../types/intake.ts';
import type { Day } from '../types/period.ts';
import type { Stretch } from './dates.ts';
import { DecimalSum } from './decimal-sum.ts';
import type { TableRecord } from './delimited.ts';
import type { FactStore } from './fact-store.ts';
import type { CostVariant } from './headers.ts';
import type { MetricColumn, PlanContext } from './metric-columns.ts';
import { checkCostVariant, type Currencies } from './money.ts';
import { NumberForms } from './number-forms.ts';
import { readNumber, type ColumnForm } from './numbers.ts';
import type { Plan } from './plan.ts';
import type { ProblemList } from './problems.ts';
import { dayReader } from './row-days.ts';
import { identityColumns, identityOf, RowKeys } from './row-identity.ts';
import { sortRows } from './sort-rows.ts';
import { badNumber, emptyChannel, explainUnfed, totalsDiffer } from './table-problems.ts';
import { controlSums } from './totals.ts';

/** What the tables of one file share while they are read. */
export interface Reading {
  context: PlanContext;
  delimiter: string;
  store: FactStore;
  currencies: Currencies;
  problems: ProblemList;
}

export interface TableResult {
  read: number;
  totals: number;
  /** Metric ids the table feeds. */
  feeds: string[];
  controlSums: ControlSum[];
  costVariant: CostVariant | null;
}

interface Dated {
  record: TableRecord;
  day: Day;
}

interface ReadColumn extends MetricColumn {
  form: ColumnForm;
  sum: DecimalSum;
}

/** Reads one table into the store. A table that must not be totalled is counted and explained, and feeds nothing. */
export function readTable(
  plan: Plan,
  rows: readonly TableRecord[],
  period: Stretch | null,
  reading: Reading,
): TableResult {
  const { problems, context } = reading;
  const declared = context.rule?.dateForm ?? null;
  const feedable = plan.part === null && plan.metrics.length > 0;
  const countable = plan.day?.kind !== 'number' || period !== null;
  const days = feedable && countable && plan.day ? dayReader(plan.day, rows, declared, period?.from ?? null) : null;
  const sorted = sortRows(plan, rows, days, problems);
  const result: TableResult = {
    read: sorted.read,
    totals: sorted.totals.length,
    feeds: [],
    controlSums: [],
    costVariant: null,
  };
  // A report on one stated day has no column of days: all its rows are of that day.
  const onlyDay = plan.day === null && period !== null && period.from === period.to ? period.from : null;
  if (explainUnfed(plan, sorted, days, { period, onlyDay, source: context.source }, problems)) return result;
  const dated = sorted.data.map(({ record, day }) => ({ record, day: day ?? onlyDay! }));
  checkCostVariant(plan.metrics, context.rule, plan.headerRow, problems);
  const columns = readColumnForms(plan, dated, reading);
  feed(plan, columns, dated, reading);
  const feeds = [...new Set(columns.map((column) => column.metric))].sort();
  const costVariant = columns.find((each) => each.metric === 'cost')?.column.vat ?? null;
  return { ...result, feeds, costVariant, controlSums: compareTotals(plan, columns, sorted.totals, problems) };
}

function readColumnForms(plan: Plan, dated: readonly Dated[], reading: Reading): ReadColumn[] {
  const rows = dated.map(({ record }) => record);
  const { rule, source } = reading.context;
  const forms = new NumberForms(rows, plan.columns.length, reading.delimiter, rule?.numberForm);
  return plan.metrics.flatMap((each) => {
    const form = forms.of(each.column.index, source, reading.problems);
    return form ? [{ ...each, form, sum: new DecimalSum() }] : [];
  });
}

function feed(plan: Plan, columns: ReadColumn[], dated: readonly Dated[], reading: Reading): void {
  const { store, currencies, context, problems } = reading;
  const money = columns.filter((each) => each.money);
  for (const { column } of money) {
    currencies.state(column.currency, { row: plan.headerRow, column: column.index + 1 });
  }
  const currencyColumn = money.length > 0 ? plan.currency : null;
  const identity = identityColumns(
    plan,
    dated.map(({ record }) => record),
  );
  const inOrder = [...columns].sort((a, b) => (a.metric < b.metric ? -1 : a.metric > b.metric ? 1 : 0));
  const keys = new RowKeys(inOrder.map((each) => each.metric));
  for (const { record, day } of dated) {
    const { cells, row } = record;
    const channel = channelOf(plan, record, context, problems);
    if (channel === null) continue;
    if (currencyColumn !== null) currencies.stateWord(cells[currencyColumn] ?? '', { row, column: currencyColumn + 1 });
    const group = store.group(day, channel);
    const said: string[] = [];
    for (const column of inOrder) {
      const cell = cells[column.column.index] ?? '';
      const value = readNumber(cell, column.form.mark, column.form.groups);
      if (value === undefined) badNumber(cell, row, column, context.source, problems);
      said.push(value ?? '');
      if (value === null || value === undefined) continue;
      if (column.money) currencies.stateMark(cell, { row, column: column.column.index + 1 });
      store.add(group, column.metric, value, row);
      column.sum.add(value);
    }
    store.countRow(day, keys.of([channel, ...identityOf(record, identity)], said));
  }
}

function channelOf(plan: Plan, record: TableRecord, context: PlanContext, problems: ProblemList): string | null {
  if (context.rule?.channel !== undefined) return context.rule.channel;
  if (plan.channel === null) return context.source;
  const channel = (record.cells[plan.channel] ?? '').trim();
  if (channel !== '') return channel;
  emptyChannel(record.row, plan.channel, problems);
  return null;
}

function compareTotals(plan: Plan, columns: ReadColumn[], totals: TableRecord[], problems: ProblemList): ControlSum[] {
  const total = totals[0];
  if (!total) return [];
  const summed = columns.map(({ column, form, sum }) => ({ index: column.index, header: column.header, form, sum }));
  const sums = controlSums(total, plan.columns.length, summed);
  // Sums of a table with unread cells differ for that reason alone.
  if (!problems.has('bad-number') && !problems.has('row-width') && !problems.has('bad-date')) {
    for (const sum of sums) if (!sum.ok) totalsDiffer(sum, total.row, problems);
  }
  return sums;
}
