import type { SourceRule } from '../types/workspace.ts';
import { readDay, SlashEvidence } from './dates.ts';
import { meanings, type Format, type Meaning } from './format.ts';
import { readColumns, type Column } from './headers.ts';
import { proposeDeals } from './propose-deals.ts';
import { decimalEvidence, isEmptyCell } from './numbers.ts';
import type { TableRecord } from './table-record.ts';

/** More columns than this are not worth describing by hand. */
const COLUMNS = 40;

/** The likeliest header among a file's first records, and the rule that would read the table below it. */
export interface Proposal {
  header: TableRecord;
  columns: Column[];
  rule: SourceRule;
}

/**
 * A rule for a table nobody knows. Of a list of deals, how they are counted; of any other, headers known from any system get their metric, the column whose cells are days
 * becomes the day, and the forms of days and numbers are stated as the rows show them. What cannot be told stays `null`
 * or is left out, never guessed: reading will ask.
 */
export function proposeRule(records: readonly TableRecord[], source: string, formats: readonly Format[]): Proposal {
  const filled = (record: TableRecord): number => record.cells.filter((cell) => cell.trim() !== '').length;
  // The widest early record is the likeliest header.
  const width = Math.max(...records.map(filled));
  const at = records.findIndex((record) => filled(record) === width);
  const header = records[at]!;
  const rows = records.slice(at + 1);
  const columns = readColumns(header.cells)
    .filter((column) => column.header !== '')
    .slice(0, COLUMNS);
  const currency = columns.find((column) => column.currency !== null)?.currency;
  const deals = proposeDeals(columns, rows, formats);
  if (deals) {
    const created = columns.find(({ header }) => header === deals.deals.created);
    const channel = deals.channelColumn === null ? { channel: source } : { channelColumn: deals.channelColumn };
    const forms = { ...formsOf(columns, created, rows), ...(currency ? { currency } : {}) };
    return { header, columns, rule: { format: 'crm-deals', ...channel, deals: deals.deals, ...forms } };
  }
  const meant = new Map(columns.map((column) => [column, meaningOf(column, formats)]));
  const day =
    columns.find((column) => holdsDays(column, rows)) ?? columns.find((each) => meant.get(each)?.role === 'day');
  const channel = columns.find((column) => column !== day && meant.get(column)?.role === 'channel');
  const taken = new Set<string>();
  const said = columns.map((column): [string, string | null] => {
    if (column === day) return [column.header, 'date'];
    const meaning = meant.get(column);
    const metric = meaning?.role === 'metric' && !taken.has(meaning.id) ? meaning.id : null;
    if (metric !== null) taken.add(metric);
    return [column.header, metric];
  });
  return {
    header,
    columns,
    rule: {
      format: 'tidy',
      ...(channel ? { channelColumn: channel.header } : { channel: source }),
      columns: Object.fromEntries(said.filter(([name]) => name !== channel?.header)),
      ...formsOf(columns, day, rows),
      ...(currency ? { currency } : {}),
    },
  };
}

/** What any known system means by the header; the general format, which stands last, speaks first. */
function meaningOf(column: Column, formats: readonly Format[]): Meaning | undefined {
  for (const format of formats.toReversed()) {
    const meaning = meanings(format).get(column.base);
    if (meaning) return meaning;
  }
  return undefined;
}

function holdsDays({ index }: Column, rows: readonly TableRecord[]): boolean {
  const cells = rows.map((row) => row.cells[index] ?? '').filter((cell) => !isEmptyCell(cell));
  const isDay = (cell: string): boolean => readDay(cell, 'dd/mm/yyyy') !== null || readDay(cell, 'mm/dd/yyyy') !== null;
  return cells.length > 0 && cells.filter(isDay).length * 2 > cells.length;
}

function formsOf(
  columns: readonly Column[],
  day: Column | undefined,
  rows: readonly TableRecord[],
): Pick<SourceRule, 'dateForm' | 'numberForm'> {
  const slashes = new SlashEvidence();
  if (day) for (const { cells } of rows) slashes.add(cells[day.index] ?? '');
  const order = slashes.order();
  const marks = new Set(
    columns
      .filter((column) => column !== day)
      .flatMap(({ index }) => rows.map(({ cells }) => decimalEvidence(cells[index] ?? ''))),
  );
  const dots = rows.some(({ cells }) => cells.some((cell) => /^\d{1,3}(\.\d{3})+(,\d+)?$/.test(cell.trim())));
  const comma = dots ? '1.234,56' : '1 234,56';
  return {
    ...(order === 'dd/mm/yyyy' || order === 'mm/dd/yyyy' ? { dateForm: order } : {}),
    ...(marks.has('.') === marks.has(',') ? {} : { numberForm: marks.has('.') ? '1,234.56' : comma }),
  };
}
