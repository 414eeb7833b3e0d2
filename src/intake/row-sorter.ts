import type { DateForm } from './dates.ts';
import { isEmptyCell, readNumber } from './numbers.ts';
import type { Plan } from './plan.ts';
import type { TableRecord } from './table-record.ts';
import { dayIndex, likelyDay, type RowDay } from './row-days.ts';
import { isCorrectionRow, isRemark, isTotalRow } from './totals.ts';

/** What a record below the header is. A `correction` has an amount and no day; a `misfit` has too few or too many cells to be read. */
export type RowKind = 'blank' | 'second header' | 'total' | 'correction' | 'misfit' | 'data';

/** Tells data from totals, blanks and second headers; each record is judged alone, so two passes agree. */
export class RowSorter {
  /** Cells a record needs at least: up to the last column that has a name. */
  readonly least: number;
  readonly #plan: Plan;
  readonly #day: ((record: TableRecord) => RowDay) | null;

  constructor(plan: Plan, declared: DateForm | null) {
    this.#plan = plan;
    this.#day = plan.day && likelyDay(plan.day, declared);
    this.least = plan.columns.findLastIndex((column) => column.base !== '') + 1;
  }

  /** The day the record seems to have; `null` when it has none that could be one. */
  day(record: TableRecord): RowDay {
    return this.#day?.(record) ?? null;
  }

  kind(record: TableRecord, place: { first: boolean; last: boolean }): RowKind {
    if (this.day(record) === null) {
      if (record.cells.every((cell) => cell.trim() === '') || isRemark(record.cells)) return 'blank';
      if (place.first && place.last && this.#saysNothing(record)) return 'blank';
      if (this.#isTotal(record, place.first || place.last)) return 'total';
      if (this.#isCorrection(record.cells)) return 'correction';
      if (place.first && !place.last && this.#isSecondHeader(record)) return 'second header';
    }
    return this.#fits(record) ? 'data' : 'misfit';
  }

  /** A total has a label, or, at an end of a system's table, nothing but figures. */
  #isTotal({ cells }: TableRecord, atEnd: boolean): boolean {
    const { columns, format, day, dimensions } = this.#plan;
    if (isTotalRow(cells, columns.length)) return true;
    // In a language nobody knows the label of a total still has its colon, and no day.
    if (this.#plan.byFigures && day !== null && /^[^:：]{1,60}[:：]/u.test(cells[0] ?? '')) return true;
    if (!atEnd || format.id === 'tidy' || day?.kind !== 'day' || dimensions.length === 0) return false;
    const about = [day.index, ...dimensions.map((dimension) => dimension.index)];
    return about.every((index) => (cells[index] ?? '').trim() === '');
  }

  /** In a table by day the label stands in the day's place, or the day is left empty. */
  #isCorrection(cells: readonly string[]): boolean {
    const { day, deals } = this.#plan;
    if (day === null || deals !== null || !isCorrectionRow(cells)) return false;
    const written = cells[dayIndex(day)] ?? '';
    return isEmptyCell(written) || isCorrectionRow([written]);
  }

  /** The only line of a table in words alone and in no column's place: that there are no data. */
  #saysNothing({ cells }: TableRecord): boolean {
    return this.least > 2 && cells.length === 1 && /^(?=.* )[^\d,;\t|]{5,120}$/.test(cells[0]!.trim());
  }

  /** A line that explains the headers has words where figures belong, in every such column that is not empty. */
  #isSecondHeader({ cells }: TableRecord): boolean {
    const said = this.#plan.figures.map((index) => cells[index] ?? '').filter((cell) => !isEmptyCell(cell));
    const isWords = (cell: string): boolean =>
      /\p{L}/u.test(cell) && readNumber(cell, '.') === undefined && readNumber(cell, ',') === undefined;
    return said.length > 1 && said.every(isWords);
  }

  /** Surplus cells do no harm while they are empty. */
  #fits({ cells }: TableRecord): boolean {
    const width = this.#plan.columns.length;
    if (cells.length === width) return true;
    return cells.length >= this.least && cells.slice(width).every((cell) => cell.trim() === '');
  }
}
