import type { ControlSum } from '../types/intake.ts';
import { readNumber } from './numbers.ts';
import type { ReadColumn } from './read-columns.ts';
import type { TableRecord } from './table-record.ts';
import { controlSums } from './totals.ts';

/** What a row of corrections says of one column. */
interface Correction {
  /** The column's, 0-based. */
  index: number;
  header: string;
  value: string;
}

/** Holds the sums of a table's columns against the file's own total. */
export class ControlTotals {
  readonly #columns: readonly ReadColumn[];
  readonly #corrections: Correction[] = [];

  constructor(columns: readonly ReadColumn[]) {
    this.#columns = columns;
  }

  /** Returns the amounts of a row of corrections, which the file's total may hold. */
  correct(record: TableRecord): readonly Correction[] {
    const amounts = this.#columns.flatMap(({ column, form }) => {
      const value = readNumber(record.cells[column.index] ?? '', form.mark, form.groups);
      return value === null || value === undefined || value === '0'
        ? []
        : [{ index: column.index, header: column.header, value }];
    });
    this.#corrections.push(...amounts);
    return amounts;
  }

  /**
   * Ours against theirs, with the corrections where only that agrees.
   * @param least cells a record has at least
   */
  compare(total: TableRecord, least: number): ControlSum[] {
    const whole = this.#columns.filter((each) => each.when === undefined);
    const summed = whole.map(({ column: { index, header }, form, sum }) => ({ index, header, form, sum }));
    summed.sort((a, b) => a.index - b.index);
    const plain = controlSums(total, least, summed);
    if (this.#corrections.length === 0 || plain.every(({ ok }) => ok)) return plain;
    for (const { index, value } of this.#corrections) summed.find((each) => each.index === index)?.sum.add(value);
    const corrected = controlSums(total, least, summed);
    return corrected.every(({ ok }) => ok) ? corrected : plain;
  }
}
