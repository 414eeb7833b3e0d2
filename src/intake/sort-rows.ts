import type { Day } from '../types/period.ts';
import type { TableRecord } from './delimited.ts';
import type { Plan } from './plan.ts';
import { quoted, type ProblemList } from './problems.ts';
import type { DayReader, RowDay } from './row-days.ts';
import { isTotalRow } from './totals.ts';

/** The records of a table, told apart. */
export interface SortedRows {
  /** Readable records; `day` is `null` when the table has no column of days. */
  data: { record: TableRecord; day: Day | null }[];
  totals: TableRecord[];
  /** Data records in all, readable or not. */
  read: number;
  /** First record that covers several days. */
  several: TableRecord | null;
}

/** Tells data from totals and blanks, and reports records of a wrong width and unreadable days. */
export function sortRows(
  plan: Plan,
  rows: readonly TableRecord[],
  days: DayReader | null,
  problems: ProblemList,
): SortedRows {
  const sorted: SortedRows = { data: [], totals: [], read: 0, several: null };
  const least = plan.columns.findLastIndex((column) => column.base !== '') + 1;
  rows.forEach((record, at) => {
    const day = days?.read(record) ?? null;
    if (day === null && isBlank(record)) return;
    if (day === null && isTotal(plan, record, at === 0 || at === rows.length - 1)) {
      sorted.totals.push(record);
      return;
    }
    sorted.read += 1;
    if (!fits(record, least, plan.columns.length)) reportWidth(record, least, problems);
    else if (days) sortDated(sorted, record, day, days, problems);
    else sorted.data.push({ record, day: null });
  });
  return sorted;
}

function sortDated(sorted: SortedRows, record: TableRecord, day: RowDay, days: DayReader, problems: ProblemList): void {
  if (day === 'several') sorted.several ??= record;
  else if (day !== null) sorted.data.push({ record, day });
  else if (!days.undecided) reportDay(record, days.index, problems);
}

const isBlank = (record: TableRecord): boolean => record.cells.every((cell) => cell.trim() === '');

/** A total has a label, or, at an end of a system's table, nothing but figures. */
function isTotal(plan: Plan, record: TableRecord, atEnd: boolean): boolean {
  if (isTotalRow(record.cells, plan.columns.length)) return true;
  if (!atEnd || plan.format.id === 'tidy' || plan.day?.kind !== 'day' || plan.dimensions.length === 0) return false;
  const about = [plan.day.index, ...plan.dimensions.map((dimension) => dimension.index)];
  return about.every((index) => (record.cells[index] ?? '').trim() === '');
}

/** Surplus cells do no harm while they are empty. */
function fits(record: TableRecord, least: number, width: number): boolean {
  const { cells } = record;
  if (cells.length === width) return true;
  return cells.length >= least && cells.slice(width).every((cell) => cell.trim() === '');
}

function reportWidth(record: TableRecord, width: number, problems: ProblemList): void {
  const count = record.cells.length;
  problems.error(
    'row-width',
    { row: record.row },
    {
      found: { ru: `ячеек в строке: ${count}`, en: `cells in the row: ${count}` },
      expected: { ru: `столько же, сколько столбцов в шапке: ${width}`, en: `as many as the header has: ${width}` },
      mend: {
        ru: 'проверьте, не стоит ли в тексте ячейки разделитель без кавычек, или выгрузите файл заново',
        en: 'look for a delimiter that stands unquoted inside a cell, or export the file again',
      },
    },
  );
}

function reportDay(record: TableRecord, index: number, problems: ProblemList): void {
  const text = record.cells[index] ?? '';
  const cell = quoted(text);
  const blank = text.trim() === '';
  problems.error(
    'bad-date',
    { row: record.row, column: index + 1 },
    {
      found: {
        ru: blank ? 'пустая ячейка вместо даты' : `${cell.ru} вместо даты`,
        en: blank ? 'an empty cell instead of a date' : `${cell.en} instead of a date`,
      },
      expected: {
        ru: 'существующий день: 2026-10-31, 31.10.2026, 2026/10/31, 20261031 или «31 окт. 2026»',
        en: 'a day that exists: 2026-10-31, 31.10.2026, 2026/10/31, 20261031 or “Oct 31, 2026”',
      },
      mend: { ru: 'исправьте дату или удалите строку', en: 'correct the date or delete the row' },
    },
  );
}
