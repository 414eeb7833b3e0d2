import type { SourceRule } from '../types/workspace.ts';
import { dissect, LONGEST } from './number-anatomy.ts';

export type NumberForm = NonNullable<SourceRule['numberForm']>;
export type DecimalMark = '.' | ',';

/** How the numbers of one column are written. Spaces may always group thousands. */
export interface ColumnForm {
  mark: DecimalMark;
  /** Whether the other mark may group thousands. */
  groups: boolean;
}

const EMPTY = new Set(['', '-', '--', '---', '–', '—', '−', 'не определено', 'нет данных', 'н/д', '(not set)', 'n/a']);

const POINT = 0x2e;
const COMMA = 0x2c;
const ZERO = 0x30;

const isDigit = (code: number): boolean => code >= ZERO && code <= ZERO + 9;

/** True for a cell that says "unknown": blank, dashes, `(not set)`, `Не определено`, `< 10%`. Empty is not zero. */
export function isEmptyCell(cell: string): boolean {
  if (isDigit(cell.charCodeAt(0))) return false;
  if (cell.length > 24) return cell.trim() === '';
  const text = cell.trim().toLowerCase();
  return EMPTY.has(text) || /^[<>]\s?\d+([.,]\d+)?\s?%$/.test(text);
}

/** The currency a cell states by its mark (`US$1.39`, `312300.00₽`); `null` when it states none. */
export function currencyOfCell(cell: string): string | null {
  return dissect(cell)?.currency ?? null;
}

/** True for a cell with a bare `$`: dollars of some country. */
export function isSomeDollar(cell: string): boolean {
  return cell.includes('$') && dissect(cell)?.currency === null;
}

/**
 * What one cell tells about its column's decimal mark: the mark, `either` when both readings are possible
 * (`2.900`, `25,881`), `null` when it tells nothing (whole numbers, empties, text).
 */
export function decimalEvidence(cell: string): DecimalMark | 'either' | null {
  const at = plainMark(cell);
  if (at !== null) return at < 0 ? null : mayGroup(cell, at) ? 'either' : markAt(cell, at);
  if (!cell.includes('.') && !cell.includes(',')) return null;
  const body = dissect(cell)?.body;
  if (body === undefined) return null;
  const dot = body.lastIndexOf('.');
  const comma = body.lastIndexOf(',');
  if (dot < 0 && comma < 0) return null;
  if (dot >= 0 && comma >= 0) return readable(body, dot > comma ? '.' : ',');
  const mark = dot >= 0 ? '.' : ',';
  if (body.indexOf(mark) !== body.lastIndexOf(mark)) return readable(body, mark === '.' ? ',' : '.');
  return mayGroup(body, body.indexOf(mark)) ? 'either' : readable(body, mark);
}

/** Whether the only mark of a number may be one of thousands. */
function mayGroup(body: string, at: number): boolean {
  return body.length - at === 4 && at >= 1 && at <= 3 && !body.startsWith('0');
}

const markAt = (cell: string, at: number): DecimalMark => (cell.charCodeAt(at) === POINT ? '.' : ',');

const readable = (body: string, mark: DecimalMark): DecimalMark | null =>
  readBody(body, mark, true) === undefined ? null : mark;

/**
 * The exact decimal a cell holds, as plain text (`-1234.5`; percents become fractions), `null` when the cell
 * is empty, `undefined` when it is no number in this form.
 * @param mark the column's decimal mark
 * @param groups whether the other mark may group thousands; spaces always may
 */
export function readNumber(cell: string, mark: DecimalMark, groups = true): string | null | undefined {
  const at = plainMark(cell);
  if (at !== null && at < 0) return cell.length > 1 && cell.startsWith('0') ? canonical(cell, '') : cell;
  if (at !== null && markAt(cell, at) === mark) return plainDecimal(cell, at);
  if (isEmptyCell(cell)) return null;
  const found = dissect(cell);
  if (!found) return undefined;
  const value = readBody(found.body, mark, groups);
  if (value === undefined) return undefined;
  const scaled = found.percent ? hundredth(value) : value;
  return found.negative && scaled !== '0' ? `-${scaled}` : scaled;
}

/** Decimal mark and grouping of a declared form. */
export function formOf(form: NumberForm): ColumnForm {
  if (form === '1,234.56') return { mark: '.', groups: true };
  return { mark: ',', groups: form === '1.234,56' };
}

/**
 * Where the mark of a number stands that is nothing but digits and at most one mark between them, -1 without a mark:
 * most cells are such. `null` for any other cell.
 */
function plainMark(cell: string): number | null {
  let at = -1;
  for (let index = 0; index < cell.length; index += 1) {
    const code = cell.charCodeAt(index);
    if (isDigit(code)) continue;
    if ((code !== POINT && code !== COMMA) || at >= 0 || index === 0 || index === cell.length - 1) return null;
    at = index;
  }
  return cell.length === 0 || (at >= 0 && cell.length > LONGEST) ? null : at;
}

function isPlainInteger(cell: string): boolean {
  if (cell.length === 0) return false;
  for (let index = 0; index < cell.length; index += 1) {
    if (!isDigit(cell.charCodeAt(index))) return false;
  }
  return true;
}

function readBody(body: string, mark: DecimalMark, groups: boolean): string | undefined {
  const at = body.indexOf(mark);
  const whole = at < 0 ? body : body.slice(0, at);
  const fraction = at < 0 ? '' : body.slice(at + 1);
  if (at >= 0 && !isPlainInteger(fraction)) return undefined;
  if (whole === '' || isPlainInteger(whole)) return canonical(whole, fraction);
  const separator = whole.includes(' ') ? ' ' : mark === '.' ? ',' : '.';
  if (separator !== ' ' && !groups) return undefined;
  const [first = '', ...rest] = whole.split(separator);
  const plain = [first, ...rest].every(isPlainInteger);
  const grouped = plain && ((first.length <= 3 && rest.every((part) => part.length === 3)) || isIndian(first, rest));
  return grouped ? canonical(first + rest.join(''), fraction) : undefined;
}

/** Lakhs and crores: `12,34,567`. */
function isIndian(first: string, rest: readonly string[]): boolean {
  return first.length <= 2 && rest.at(-1)?.length === 3 && rest.slice(0, -1).every((part) => part.length === 2);
}

/** No leading or trailing zeros; the fraction is dropped when it is empty. */
function canonical(whole: string, fraction: string): string {
  let start = 0;
  while (start < whole.length - 1 && whole[start] === '0') start += 1;
  let end = fraction.length;
  while (end > 0 && fraction[end - 1] === '0') end -= 1;
  const integer = whole.slice(start) || '0';
  return end > 0 ? `${integer}.${fraction.slice(0, end)}` : integer;
}

/** `canonical` of a cell that is digits with a mark between them. */
function plainDecimal(cell: string, at: number): string {
  let start = 0;
  while (start < at - 1 && cell.charCodeAt(start) === ZERO) start += 1;
  let end = cell.length;
  while (end > at + 1 && cell.charCodeAt(end - 1) === ZERO) end -= 1;
  if (end === at + 1) return cell.slice(start, at);
  return cell.charCodeAt(at) === POINT ? cell.slice(start, end) : `${cell.slice(start, at)}.${cell.slice(at + 1, end)}`;
}

function hundredth(value: string): string {
  const [whole = '', fraction = ''] = value.split('.');
  const padded = whole.padStart(3, '0');
  return canonical(padded.slice(0, -2), padded.slice(-2) + fraction);
}
