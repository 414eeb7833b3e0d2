import { readDay } from './dates.ts';
import { meanings, type Declared, type Match } from './format.ts';
import { headerBase, type Column } from './headers.ts';
import { isEmptyCell } from './numbers.ts';
import type { TableRecord } from './table-record.ts';
import { isTotalRow } from './totals.ts';

/**
 * The columns of a known report whose headers are in words nobody here knows, told by their cells: the first and last
 * day that a system writes into every row, and the indicator of results. Where two columns could be meant none is.
 * @param records what stands below the header, as far as it was looked at
 */
export function toldByCells(found: Match, records: readonly TableRecord[], declared: Declared): Match {
  const { format, columns } = found;
  if (!format.firstDay && !format.results?.cells) return found;
  const known = meanings(format);
  const isFree = ({ base, key }: Column): boolean => base !== '' && !known.has(base) && !declared.has(key);
  const free = columns.filter(isFree);
  const rows = records.filter(({ cells }) => cells.length >= columns.length && !isTotalRow(cells, columns.length));
  if (free.length === 0 || rows.length === 0) return found;
  const roles = new Set(columns.map(({ base }) => known.get(base)?.role));
  const said = new Set(declared.values());
  const told = new Map<Column, string>();
  if (!['day', 'firstDay', 'lastDay'].some((role) => roles.has(role as 'day')) && !said.has('date')) {
    const [first, last] = reportedDays(free, rows) ?? [];
    if (first && last) told.set(first, format.firstDay![0]!).set(last, format.lastDay![0]!);
  }
  const indicator = format.results && indicatorColumn(found, free, rows);
  if (indicator) told.set(indicator, format.results!.indicator[0]!);
  if (told.size === 0) return found;
  const base = (column: Column): string => (told.has(column) ? headerBase(told.get(column)!) : column.base);
  return { ...found, columns: columns.map((column) => ({ ...column, base: base(column) })) };
}

/** The only two columns of days, side by side and in order in every row. */
function reportedDays(free: readonly Column[], rows: readonly TableRecord[]): [Column, Column] | null {
  const dayIn = ({ cells }: TableRecord, { index }: Column): string | null => readDay(cells[index] ?? '', null);
  const days = free.filter((column) => rows.every((row) => dayIn(row, column) !== null));
  const [first, last] = days;
  if (!first || !last || days.length > 2 || last.index !== first.index + 1) return null;
  return rows.every((row) => dayIn(row, first)! <= dayIn(row, last)!) ? [first, last] : null;
}

function indicatorColumn(
  { format, columns }: Match,
  free: readonly Column[],
  rows: readonly TableRecord[],
): Column | null {
  const { cells: form, indicator } = format.results!;
  const names = new Set(indicator.map(headerBase));
  if (!form || columns.some(({ base }) => names.has(base))) return null;
  const found = free.filter(({ index }) => {
    const written = rows.map(({ cells }) => cells[index] ?? '').filter((cell) => !isEmptyCell(cell));
    return (
      written.some((cell) => form.test(cell.trim())) && written.every((cell) => /^[a-z_]+(:\S+)?$/.test(cell.trim()))
    );
  });
  return found.length === 1 ? found[0]! : null;
}
