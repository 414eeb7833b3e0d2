import type { Anatomy, ColumnAnatomy, RankedFormat, TableAnatomy } from './anatomy.ts';
import { dateFormOf } from './dates.ts';
import { meanings, type Match } from './format.ts';
import { currencyOfWord } from './currency-words.ts';
import { headerBase, type Column } from './headers.ts';
import { currencyOfCell } from './numbers.ts';
import type { Plan } from './plan.ts';
import type { ReadColumn } from './read-columns.ts';
import type { TableReader, TableResult } from './read-table.ts';
import { dayIndex } from './row-days.ts';
import type { FoundTable } from './tables.ts';

/** The format of a file's first table and the one that would have been chosen next. */
export function ranked(
  first: FoundTable | undefined,
  nearest: RankedFormat | null,
): Pick<Anatomy, 'format' | 'runnerUp'> {
  const rank = (match: Match | null | undefined): RankedFormat | null =>
    match ? { id: match.format.id, name: match.format.name, confidence: match.confidence, lacks: [] } : null;
  return { format: rank(first?.match), runnerUp: first ? rank(first.runnerUp) : nearest };
}

/** How a table was read, column by column. */
export function describeTable(
  { found, reader, result }: { found: FoundTable; reader: TableReader; result: TableResult },
  delimiter: string,
): TableAnatomy {
  const { survey } = found;
  return {
    headerRow: found.headerRow,
    // Cells of a workbook have nothing between them.
    preamble: found.preamble.map((record) => record.cells.join(delimiter || '\t').trim()),
    columns: survey.plan.columns
      .filter((column) => column.header !== '')
      .map((column) => describeColumn(column, survey.plan, reader.columns, found)),
    ...{ rows: survey.read, totals: survey.totals, part: survey.plan.part },
    ...{ feeds: result.feeds, controlSums: result.controlSums, sample: reader.shown() },
  };
}

function describeColumn(
  column: Column,
  plan: Plan,
  read: readonly ReadColumn[],
  { survey }: FoundTable,
): ColumnAnatomy {
  const metric = plan.metrics.find((each) => each.column.index === column.index);
  const form = read.find((each) => each.column.index === column.index)?.form;
  const isDay = plan.day !== null && dayIndex(plan.day) === column.index;
  return {
    ...{ index: column.index, name: column.header },
    metric: metric?.metric ?? null,
    dimension: metric ? null : dimensionOf(column, plan),
    known: meanings(plan.format).has(column.base),
    currency: column.currency ?? (metric?.money ? currencyOfRows(column, plan, survey) : null),
    vat: column.vat,
    numberForm: form ? (form.mark === '.' ? '1,234.56' : form.groups ? '1.234,56' : '1 234,56') : null,
    dateForm: isDay ? dateFormOf(survey.sample[0]?.cells[column.index] ?? '', survey.order) : null,
  };
}

/** The currency a money column's header does not state: of the rows' currency column, or of marks in the cells. */
function currencyOfRows({ index }: Column, plan: Plan, { sample }: FoundTable['survey']): string | null {
  const cells = sample[0]?.cells ?? [];
  const stated = plan.currency === null ? null : currencyOfWord(cells[plan.currency] ?? '');
  return stated ?? currencyOfCell(cells[index] ?? '');
}

function dimensionOf({ index, base }: Column, plan: Plan): string | null {
  if (plan.day) {
    const { day } = plan;
    const days = day.kind === 'span' ? [day.first, day.last] : [day.index];
    if (days.includes(index)) return 'date';
  }
  if (plan.channel === index) return 'channel';
  if (plan.currency === index) return 'currency';
  const dimension = plan.dimensions.find((each) => each.index === index);
  if (dimension) return dimension.id;
  const meaning = meanings(plan.format).get(base);
  if (meaning?.role === 'day') return 'date';
  const isNamed = (headers: readonly string[]): boolean => headers.some((header) => headerBase(header) === base);
  return plan.format.parts.find(({ headers }) => isNamed(headers))?.kind ?? null;
}
