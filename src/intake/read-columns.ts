import { RunningSum } from '../decimals/running-sum.ts';
import type { MetricColumn, PlanContext } from './metric-columns.ts';
import { readNumber, type ColumnForm } from './numbers.ts';
import type { Plan } from './plan.ts';
import type { ProblemList } from './problems.ts';
import type { Reading } from './reading.ts';
import type { TableRecord } from './table-record.ts';
import { badNumber, emptyChannel, strayMark, twinsDiffer } from './table-problems.ts';
import type { TableSurvey } from './table-survey.ts';

/** A column of figures, how its numbers are written, and what its data rows come to. */
export interface ReadColumn extends MetricColumn {
  form: ColumnForm;
  sum: RunningSum;
}

/** In the order of metrics, so that rows of files with other columns first have the same identity. */
export function readColumnForms(plan: Plan, survey: TableSurvey, source: string, problems: ProblemList): ReadColumn[] {
  const columns = plan.metrics.flatMap((each) => {
    const form = survey.forms.of(each.column.index, source, problems);
    return form ? [{ ...each, form, sum: new RunningSum() }] : [];
  });
  return columns.sort((a, b) => (a.metric < b.metric ? -1 : a.metric > b.metric ? 1 : 0));
}

/** The exact decimal of a column in a record; `null` when empty, told of and unreadable, or not counted. */
export function valueIn(
  { cells, row }: TableRecord,
  column: ReadColumn,
  { currencies, context, problems }: Reading,
): string | null {
  if (column.when && !column.when.holds(cells[column.when.index] ?? '')) return null;
  const cell = cells[column.column.index] ?? '';
  const value = readNumber(cell, column.form.mark, column.form.groups);
  if (value === undefined) badNumber(cell, row, column, context.source, problems);
  if (value === undefined || value === null) return null;
  if (column.money) currencies.stateMark(cell, { row, column: column.column.index + 1 });
  const other = column.twins?.find(({ index }) => !sameFigure(cells[index] ?? '', value, column.form));
  if (other) twinsDiffer(column, other, row, context.source, problems);
  return value;
}

/** An empty cell says nothing against the column's figure. */
function sameFigure(cell: string, value: string, form: ColumnForm): boolean {
  const other = readNumber(cell, form.mark, form.groups);
  return other === null || other === value;
}

/** A name whose quotation marks stand in pairs around words; a mark within a word is none of a pair. */
const PAIRED_MARKS = /^(?:[^"]|(?<![\p{L}\p{N}])"[^"]+"(?![\p{L}\p{N}]))*$/u;

/** The channel of a record; `null` when that is told of. */
export function channelOf(plan: Plan, record: TableRecord, context: PlanContext, problems: ProblemList): string | null {
  if (context.rule?.channel !== undefined) return context.rule.channel;
  if (plan.channel === null) return context.source;
  const channel = (record.cells[plan.channel] ?? '').trim();
  if (channel.includes('"') && !PAIRED_MARKS.test(channel)) strayMark(channel, record.row, plan.channel, problems);
  if (channel !== '') return channel;
  // A CRM often does not know where a deal came from: it belongs to no channel of the others.
  if (plan.deals) return context.source;
  emptyChannel(record.row, plan.channel, problems);
  return null;
}
