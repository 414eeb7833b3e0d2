import type { Day } from '../types/period.ts';
import { daysAfter, readDay, serialDay, type DateForm, type SlashOrder, type Stretch } from './dates.ts';
import type { DayColumns } from './plan.ts';
import type { TableRecord } from './table-record.ts';
import { readMonth, readStretch } from './stretches.ts';

/** The day of a row: a day, several days that cannot be told apart, or nothing readable. */
export type RowDay = Day | 'several' | null;

/** How a column of days is read. `both` and `either` are orders of day and month that must be declared. */
export interface DayReader {
  undecided: 'both' | 'either' | null;
  /** 0-based index of the column problems point at. */
  index: number;
  /** First and last day of a row. */
  span(record: TableRecord): Stretch | null;
  read(record: TableRecord): RowDay;
}

/**
 * Reads the days of a table.
 * @param order what the whole column tells of the order of day and month
 * @param start first day of the stated period, from which numbered days count
 */
export function dayReader(
  columns: DayColumns,
  order: SlashOrder,
  declared: DateForm | null,
  start: Day | null,
): DayReader {
  const form = declared ?? (order === 'dd/mm/yyyy' || order === 'mm/dd/yyyy' ? order : null);
  const isNumbers = columns.kind === 'number';
  const span = spanReader(columns, isNumbers ? (cell) => numbered(cell, start) : (cell) => dayOrStretch(cell, form));
  const undecided = !isNumbers && !declared && (order === 'both' || order === 'either') ? order : null;
  return { undecided, index: dayIndex(columns), span, read: (record) => rowDay(span(record)) };
}

/** The day of a row as far as it can be told before the whole column was seen: some day, whatever its order. */
export function likelyDay(columns: DayColumns, declared: DateForm | null): (record: TableRecord) => RowDay {
  const forms: (DateForm | null)[] = declared ? [declared] : [null, 'dd/mm/yyyy', 'mm/dd/yyyy'];
  const any = (cell: string): Stretch | null => {
    for (const form of forms) {
      const stretch = dayOrStretch(cell, form);
      if (stretch !== null) return stretch;
    }
    return null;
  };
  const span = spanReader(columns, columns.kind === 'number' ? (cell) => numbered(cell, '2000-01-01') : any);
  return (record) => rowDay(span(record));
}

/** The column whose cells show the order of day and month. */
export function dayIndex(columns: DayColumns): number {
  return columns.kind === 'span' ? columns.first : columns.index;
}

const rowDay = (span: Stretch | null): RowDay =>
  span === null || span.from === span.to ? (span?.from ?? null) : 'several';

function spanReader(
  columns: DayColumns,
  read: (cell: string) => Stretch | null,
): (record: TableRecord) => Stretch | null {
  if (columns.kind !== 'span') return cached(columns.index, read);
  const first = cached(columns.first, read);
  const last = cached(columns.last, read);
  return (record) => {
    const from = first(record);
    const to = last(record);
    return from && to && { from: from.from, to: to.to };
  };
}

/** Days repeat from row to row; a column of anything else must not fill the memory. */
const REMEMBERED = 5000;

/** Each text is understood once. */
function cached(index: number, read: (cell: string) => Stretch | null): (record: TableRecord) => Stretch | null {
  const known = new Map<string, Stretch | null>();
  let latest: { cell: string; said: Stretch | null } | null = null;
  return ({ cells }) => {
    const cell = cells[index] ?? '';
    if (latest?.cell === cell) return latest.said;
    let said = known.get(cell);
    if (said === undefined) {
      said = read(cell);
      if (known.size >= REMEMBERED) known.clear();
      known.set(cell, said);
    }
    latest = { cell, said };
    return said;
  };
}

function dayOrStretch(cell: string, form: DateForm | null): Stretch | null {
  const day = readDay(cell, form) ?? serialDay(cell);
  return day ? { from: day, to: day } : (readStretch(cell, form) ?? readMonth(cell));
}

function numbered(cell: string, start: Day | null): Stretch | null {
  if (start === null || !/^\d{1,4}$/.test(cell.trim())) return null;
  const day = daysAfter(start, Number(cell.trim()));
  return { from: day, to: day };
}
