import type { Day } from '../types/period.ts';
import { daysAfter, readDay, readStretch, type DateForm, type SlashOrder } from './dates.ts';
import type { DayColumns } from './plan.ts';
import type { TableRecord } from './record-splitter.ts';

/** The day of a row: a day, several days that cannot be told apart, or nothing readable. */
export type RowDay = Day | 'several' | null;

/** How a column of days is read. `both` and `either` are orders of day and month that must be declared. */
export interface DayReader {
  undecided: 'both' | 'either' | null;
  /** 0-based index of the column problems point at. */
  index: number;
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
  if (columns.kind === 'number') {
    return { undecided: null, index: columns.index, read: cached(columns.index, (cell) => numbered(cell, start)) };
  }
  const form = declared ?? (order === 'dd/mm/yyyy' || order === 'mm/dd/yyyy' ? order : null);
  const undecided = !declared && (order === 'both' || order === 'either') ? order : null;
  return { undecided, index: dayIndex(columns), read: readerOf(columns, (cell) => dayOrStretch(cell, form)) };
}

/** The day of a row as far as it can be told before the whole column was seen: some day, whatever its order. */
export function likelyDay(columns: DayColumns, declared: DateForm | null): (record: TableRecord) => RowDay {
  if (columns.kind === 'number') {
    return cached(columns.index, (cell) => (isDayNumber(cell) ? daysAfter('2000-01-01', Number(cell.trim())) : null));
  }
  const forms: (DateForm | null)[] = declared ? [declared] : [null, 'dd/mm/yyyy', 'mm/dd/yyyy'];
  return readerOf(columns, (cell) => {
    for (const form of forms) {
      const day = dayOrStretch(cell, form);
      if (day !== null) return day;
    }
    return null;
  });
}

/** The column whose cells show the order of day and month. */
export function dayIndex(columns: DayColumns): number {
  return columns.kind === 'span' ? columns.first : columns.index;
}

function readerOf(
  columns: Exclude<DayColumns, { kind: 'number' }>,
  read: (cell: string) => RowDay,
): (record: TableRecord) => RowDay {
  if (columns.kind === 'day') return cached(columns.index, read);
  const first = cached(columns.first, read);
  const last = cached(columns.last, read);
  return (record) => {
    const from = first(record);
    const to = last(record);
    return from === null || to === null || from === to ? (to === null ? null : from) : 'several';
  };
}

/** Days repeat from row to row; a column of anything else must not fill the memory. */
const REMEMBERED = 5000;

/** Each text is understood once. */
function cached(index: number, read: (cell: string) => RowDay): (record: TableRecord) => RowDay {
  const known = new Map<string, RowDay>();
  return ({ cells }) => {
    const cell = cells[index] ?? '';
    const day = known.get(cell);
    if (day !== undefined) return day;
    const fresh = read(cell);
    if (known.size >= REMEMBERED) known.clear();
    known.set(cell, fresh);
    return fresh;
  };
}

function dayOrStretch(cell: string, form: DateForm | null): RowDay {
  const day = readDay(cell, form);
  if (day) return day;
  const stretch = readStretch(cell, form);
  if (!stretch) return null;
  return stretch.from === stretch.to ? stretch.from : 'several';
}

function numbered(cell: string, start: Day | null): RowDay {
  return start !== null && isDayNumber(cell) ? daysAfter(start, Number(cell.trim())) : null;
}

const isDayNumber = (cell: string): boolean => /^\d{1,4}$/.test(cell.trim());
