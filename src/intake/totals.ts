import type { ControlSum } from '../types/intake.ts';
import type { RunningSum } from '../decimals/running-sum.ts';
import { decimalUnits } from '../decimals/units.ts';
import type { TableRecord } from './table-record.ts';
import { isEmptyCell, readNumber, type ColumnForm, type DecimalMark } from './numbers.ts';

const LABEL = new RegExp(
  `^(${[
    ...[
      'total of \\d+ \\p{L}+',
      'grand total',
      'totals?',
      'overall total',
      'totals? and averages?',
      'total general',
      'total geral',
    ],
    ...['итого', 'итого и средние', 'итог', 'всего', 'общий итог', 'общая сумма'],
    ...['gesamt', 'gesamtsumme', 'gesamtergebnis', 'summe', 'totale', 'totaal', 'łącznie', 'razem', 'toplam'],
  ].join('|')})( ?[:(].*)?$`,
  'u',
);

/** Money taken back or added after the fact, which systems write below the days. */
const CORRECTION =
  /^(корректировк[аи]|возврат(ы| средств)?|перерасч[её]т|adjustments?|corrections?|refunds?|credits?)([ :(].*)?$/u;

const REMARK =
  /©|all rights reserved|все права защищены|^(\*|примечани[ея]|сноска|notes?\b|generated|exported|сформирован|выгружен)/u;

/** True for a line below a table that speaks of it: one text, which is no figure and no cut row. */
export function isRemark(cells: readonly string[]): boolean {
  const [text, ...more] = cells.filter((cell) => cell.trim() !== '');
  if (text === undefined || more.length > 0) return false;
  return REMARK.test(text.trim().toLowerCase());
}

/** True for a row whose first words name a correction. */
export function isCorrectionRow(cells: readonly string[]): boolean {
  const first = cells.find((cell) => cell.trim() !== '') ?? '';
  return first.length <= 80 && CORRECTION.test(plainLabel(first));
}

/** A column that is compared with the file's own total. */
export interface Summed {
  index: number;
  header: string;
  sum: RunningSum;
  form: ColumnForm;
}

const PART_LABEL = /^(итого|всего) (за|по|для) .+|^(sub-?totals?|промежуточный итог)( ?[:(].*)?$|^totals? (for|by) .+/u;

/** True for a total of some of the rows: of a day, of a campaign. */
export function isSubtotal(cells: readonly string[]): boolean {
  return cells.slice(0, 4).some((cell) => cell.length <= 200 && PART_LABEL.test(plainLabel(cell)));
}

const ACCOUNT_LABEL =
  /^\p{L}+ ?[:：] ?(your )?(account|аккаунт\p{L}*|рекламный аккаунт|konto|compte|cuenta|conta|hesap|rekening)$/u;

/** True for the total of the whole account, which may hold more than the rows of a report. */
export function isAccountTotal(cells: readonly string[]): boolean {
  return cells.slice(0, 4).some((cell) => cell.length <= 80 && ACCOUNT_LABEL.test(plainLabel(cell)));
}

/** True for the record of a total: its label stands in one of the first cells or beyond the header's last column. */
export function isTotalRow(cells: readonly string[], width: number): boolean {
  return isSubtotal(cells) || cells.some((cell, index) => (index < 4 || index >= width) && isTotalLabel(cell));
}

function isTotalLabel(cell: string): boolean {
  if (cell.length < 4 || cell.length > 200) return false;
  return LABEL.test(plainLabel(cell));
}

function plainLabel(cell: string): string {
  return cell.replace(/\s+/g, ' ').trim().toLowerCase();
}

/**
 * Our sums against the table's own total: the first total row, since later ones are totals of a part or of the
 * whole account. A total row wider than the header is read in both ways it may have shifted.
 */
export function controlSums(total: TableRecord, width: number, columns: readonly Summed[]): ControlSum[] {
  const readings = alignments(total.cells, width).map((cells) => compare(cells, columns));
  return readings.reduce((best, each) => (agreeing(each) > agreeing(best) ? each : best));
}

const agreeing = (sums: ControlSum[]): number => sums.filter((sum) => sum.ok).length;

/** The cells as they stand, and with surplus empty cells after the label taken out. */
function alignments(cells: string[], width: number): string[][] {
  const surplus = cells.length - width;
  if (surplus <= 0) return [cells];
  const label = cells.findIndex((cell) => cell.trim() !== '');
  const empty = cells.map((cell, index) => (index > label && isEmptyCell(cell) ? index : -1)).filter((at) => at >= 0);
  const dropped = new Set(empty.slice(0, surplus));
  return [cells.slice(0, width), cells.filter((_, index) => !dropped.has(index))];
}

function compare(cells: string[], columns: readonly Summed[]): ControlSum[] {
  const sums: ControlSum[] = [];
  for (const column of columns) {
    const cell = cells[column.index] ?? '';
    const theirs = readNumber(cell, column.form.mark, column.form.groups);
    if (theirs === null || theirs === undefined) continue;
    const ours = column.sum.toString();
    const ok = agree(ours, theirs, decimalsShown(cell, column.form.mark), column.sum);
    sums.push({ column: column.header, ours, theirs, ok });
  }
  return sums;
}

/**
 * Systems add unrounded values and round the total, and each row is rounded too: the difference may reach half of
 * the total's last digit plus what so many rounded rows may differ by (half a digit each, at most five standard
 * deviations together). Whole numbers are not rounded, so their sums must agree exactly.
 */
function agree(ours: string, theirs: string, shown: number, sum: RunningSum): boolean {
  const scale = Math.max(sum.scale, shown, fractionDigits(theirs)) + 1;
  const half = (digits: number): bigint => 5n * 10n ** BigInt(scale - digits - 1);
  const rows = sum.scale === 0 ? 0 : Math.ceil(Math.min(sum.count, 3 * Math.sqrt(sum.count)));
  const gap = decimalUnits(ours, scale) - decimalUnits(theirs, scale);
  return (gap < 0n ? -gap : gap) <= half(shown) + half(sum.scale) * BigInt(rows);
}

/** Digits a cell prints after its decimal mark: `2,566.00` prints two, `2,566` none. */
function decimalsShown(cell: string, mark: DecimalMark): number {
  const at = cell.indexOf(mark);
  return at < 0 ? 0 : (/^\d*/.exec(cell.slice(at + 1))?.[0].length ?? 0);
}

const fractionDigits = (decimal: string): number => decimal.split('.')[1]?.length ?? 0;
