import type { Day } from '../types/period.ts';
import { daysAfter, readDay, readStretch, slashOrder, type DateForm, type Stretch } from './dates.ts';
import type { TableRecord } from './delimited.ts';
import type { DayColumns } from './plan.ts';

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
 * Reads the days of a table. Days repeat from row to row, so each text is understood once.
 * @param start first day of the stated period, from which numbered days count
 */
export function dayReader(
  columns: DayColumns,
  rows: readonly TableRecord[],
  declared: DateForm | null,
  start: Day | null,
): DayReader {
  if (columns.kind === 'number') {
    return { undecided: null, index: columns.index, read: cached(columns.index, (cell) => numbered(cell, start)) };
  }
  const index = columns.kind === 'span' ? columns.first : columns.index;
  const order = declared ? null : slashOrder(cellsOf(rows, index));
  const form = declared ?? (order === 'dd/mm/yyyy' || order === 'mm/dd/yyyy' ? order : null);
  const undecided = order === 'both' || order === 'either' ? order : null;
  const first = cached(index, (cell) => dayOrStretch(cell, form));
  if (columns.kind === 'day') return { undecided, index, read: first };
  const last = cached(columns.last, (cell) => dayOrStretch(cell, form));
  const read = (record: TableRecord): RowDay => {
    const from = first(record);
    const to = last(record);
    return from === null || to === null || from === to ? (to === null ? null : from) : 'several';
  };
  return { undecided, index, read };
}

function cached(index: number, read: (cell: string) => RowDay): (record: TableRecord) => RowDay {
  const known = new Map<string, RowDay>();
  return ({ cells }) => {
    const cell = cells[index] ?? '';
    const day = known.get(cell);
    if (day !== undefined) return day;
    const fresh = read(cell);
    known.set(cell, fresh);
    return fresh;
  };
}

function dayOrStretch(cell: string, form: DateForm | null): RowDay {
  const day = readDay(cell, form);
  if (day) return day;
  const stretch: Stretch | null = readStretch(cell, form);
  if (!stretch) return null;
  return stretch.from === stretch.to ? stretch.from : 'several';
}

function numbered(cell: string, start: Day | null): RowDay {
  const text = cell.trim();
  return start !== null && /^\d{1,4}$/.test(text) ? daysAfter(start, Number(text)) : null;
}

function* cellsOf(rows: readonly TableRecord[], index: number): Iterable<string> {
  for (const { cells } of rows) yield cells[index] ?? '';
}
