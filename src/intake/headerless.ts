import type { CellKind, Format } from './format.ts';
import { isEmptyCell, readNumber } from './numbers.ts';
import type { TableRecord } from './table-record.ts';
import { isTotalRow } from './totals.ts';

/** Records that must all have the shape. */
const LOOKED_AT = 20;

/**
 * The header of a table that came without one, as when copied from the screen: every record has the kinds of cells
 * a system is known for, and the first or the last is its total. `null` when that is not so certain.
 */
export function missingHeader(
  records: readonly TableRecord[],
  formats: readonly Format[],
): { format: Format; header: readonly string[] } | null {
  const looked = records.slice(0, LOOKED_AT);
  const ends = [records[0], records.at(-1)];
  for (const format of formats) {
    for (const { shape, header } of format.headerless ?? []) {
      const isTotalled = ends.some((record) => record && isTotalRow(record.cells, shape.length));
      if (isTotalled && looked.length > 1 && looked.every(({ cells }) => fits(cells, shape))) return { format, header };
    }
  }
  return null;
}

function fits(cells: readonly string[], shape: readonly CellKind[]): boolean {
  if (cells.slice(shape.length).some((cell) => cell.trim() !== '') || cells.length < shape.length) return false;
  return shape.every((kind, index) => isOfKind(cells[index]!.trim(), kind));
}

function isOfKind(cell: string, kind: CellKind): boolean {
  if (kind === 'text') return cell !== '' && (isEmptyCell(cell) || !isFigure(cell));
  if (isEmptyCell(cell)) return true;
  if (kind === 'duration') return /^(\d+ ?[a-zа-я]{1,3}\.?(\s|$))+$/iu.test(cell) || /^\d+(:\d{2}){1,2}$/.test(cell);
  if (kind === 'percent') return cell.endsWith('%') && isFigure(cell);
  if (kind === 'count') return /^\d[\d\s]*$/.test(cell);
  return !cell.endsWith('%') && isFigure(cell);
}

const isFigure = (cell: string): boolean => readNumber(cell, ',') !== undefined || readNumber(cell, '.') !== undefined;
