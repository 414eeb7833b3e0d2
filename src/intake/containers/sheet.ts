import { SaxesParser } from 'saxes';
import type { TableRecord } from '../table-record.ts';
import { dateText, numberText, type CellKind } from './cell-values.ts';

/** What the cells of a workbook refer to. */
export interface SheetContext {
  sharedStrings: readonly string[];
  /** By the number of a cell's style. */
  kinds: readonly CellKind[];
  from1904: boolean;
}

/** Cells of a sheet in all, empty ones of every row included. */
const MOST_CELLS = 6_000_000;
const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;

/** The sheet cannot be read as a table; `message` says why, in English. */
class UnreadableSheet extends Error {}

interface OpenCell {
  column: number;
  type: string;
  style: number;
  value: string;
  text: string;
}

/**
 * The rows of a sheet as records of text: nothing is typed. Strings stay as they are, numbers become plain decimals,
 * dates ISO days, formulas their last value, errors their text (`#N/A`). Every record is as wide as the sheet. A name
 * or a day in a cell that is merged over several rows stands in each of them.
 */
export function readSheet(xml: string, context: SheetContext): TableRecord[] {
  const records: TableRecord[] = [];
  const merged: string[] = [];
  let record: TableRecord | null = null;
  let cell: OpenCell | null = null;
  let row = 0;
  let count = 0;
  let width = 0;
  const open = (name: string, attributes: Record<string, string>): void => {
    if (name === 'row') {
      row = attributes['r'] === undefined ? row + 1 : Number(attributes['r']);
      if (!(row >= 1 && row <= LAST_ROW)) throw new UnreadableSheet(`row ${attributes['r']}`);
      record = { row, cells: [] };
    } else if (name === 'c' && record) {
      const column = attributes['r'] === undefined ? record.cells.length : columnOf(attributes['r']);
      cell = { column, type: attributes['t'] ?? 'n', style: Number(attributes['s'] ?? 0), value: '', text: '' };
    } else if (name === 'mergeCell') merged.push(attributes['ref'] ?? '');
  };
  const close = (name: string, text: string): void => {
    if (name === 'v' && cell) cell.value = text;
    else if (name === 't' && cell) cell.text += text;
    else if (name === 'c' && cell && record) {
      count += cell.column + 1 - record.cells.length;
      if (count > MOST_CELLS) throw new UnreadableSheet('too many cells');
      while (record.cells.length < cell.column) record.cells.push('');
      record.cells[cell.column] = cellText(cell, context);
      cell = null;
    } else if (name === 'row' && record) {
      width = Math.max(width, record.cells.length);
      if (record.cells.some((each) => each.trim() !== '')) records.push(record);
      record = null;
    }
  };
  walk(xml, open, close, 'rPh');
  if (width * records.length > MOST_CELLS) throw new UnreadableSheet('too many cells');
  for (const { cells } of records) while (cells.length < width) cells.push('');
  fillMerged(records, merged);
  return records;
}

/** Only words and days: a number belongs to all the rows together, and repeated it would count several times. */
function fillMerged(records: readonly TableRecord[], merged: readonly string[]): void {
  const byRow = new Map(records.map((record) => [record.row, record.cells]));
  let steps = 0;
  for (const reference of merged) {
    const [, first, last] = /^[A-Z]{1,3}([0-9]{1,7}):[A-Z]{1,3}([0-9]{1,7})$/.exec(reference) ?? [];
    const column = columnOf(reference);
    const value = byRow.get(Number(first))?.[column] ?? '';
    if (value.trim() === '' || /^-?[0-9.]+$/.test(value)) continue;
    for (let row = Number(first) + 1; row <= Number(last); row++) {
      if (++steps > MOST_CELLS) throw new UnreadableSheet('too many cells');
      const cells = byRow.get(row);
      if (cells?.[column] === '') cells[column] = value;
    }
  }
}

/** The strings of a workbook, by number. */
export function readSharedStrings(xml: string): string[] {
  const strings: string[] = [];
  let current: string | null = null;
  walk(
    xml,
    (name) => {
      if (name === 'si') current = '';
    },
    (name, text) => {
      if (name === 't' && current !== null) current += text;
      if (name === 'si') strings.push(current ?? '');
    },
    'rPh',
  );
  return strings;
}

/**
 * Calls `open` and `close` for every element, by its local name; `close` gets the element's own text.
 * @param skipped an element whose inside says nothing
 */
export function walk(
  xml: string,
  open: (name: string, attributes: Record<string, string>) => void,
  close: (name: string, text: string) => void,
  skipped = '',
): void {
  const parser = new SaxesParser();
  let text = '';
  let depth = 0;
  const local = (name: string): string => name.slice(name.indexOf(':') + 1);
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    const name = local(tag.name);
    text = '';
    if (name === skipped || depth > 0) depth += 1;
    else open(name, tag.attributes);
  });
  parser.on('text', (piece) => {
    text += piece;
  });
  parser.on('cdata', (piece) => {
    text += piece;
  });
  parser.on('closetag', (tag) => {
    if (depth > 0) depth -= 1;
    else close(local(tag.name), text);
    text = '';
  });
  parser.write(xml).close();
}

/** 0-based column of a reference such as `AB12`. */
function columnOf(reference: string): number {
  const letters = /^[A-Z]{1,3}/.exec(reference)?.[0] ?? '';
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  if (column < 1 || column > LAST_COLUMN) throw new UnreadableSheet(`cell ${reference}`);
  return column - 1;
}

function cellText(cell: OpenCell, context: SheetContext): string {
  const { type, value, text } = cell;
  if (type === 's') {
    // Some programs write an empty cell of text as a reference to no string.
    if (value === '') return '';
    const shared = context.sharedStrings[Number(value)];
    if (shared === undefined) throw new UnreadableSheet(`string ${value}`);
    return unescaped(shared);
  }
  if (type === 'inlineStr') return unescaped(text);
  if (type === 'str' || type === 'e') return unescaped(value);
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
  if (type === 'd') return value.replace(/T00:00:00(\.0+)?Z?$/, '');
  if (value === '') return '';
  const kind = context.kinds[cell.style] ?? 'number';
  return kind === 'number' ? numberText(value) : dateText(value, kind, context.from1904);
}

/** Characters that XML cannot hold are written `_x000D_`. */
function unescaped(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}
