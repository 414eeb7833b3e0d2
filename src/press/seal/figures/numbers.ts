import { SPACE } from '../reading/letters.ts';
import { unitsOf } from '../reading/units.ts';

/** A number written in a text. */
export interface WrittenNumber {
  /** `1234567.89`: no grouping, a point, no needless zeros. */
  value: string;
  /** Digits that say something: without zeros before the first and, in whole numbers, after the last. */
  digits: number;
  at: number;
}

export const [ZERO, POINT] = [0x30, 0x2e];
const [COMMA, APOSTROPHE] = [0x2c, 0x27];
/** Digits of a group of thousands. */
const GROUP = 3;

/** Fewer digits than that say nothing of whose number it is. */
export const FEWEST_DIGITS = 6;
/** Decimals of money. */
const HUNDREDTHS = 2;

/**
 * Every number of at least `FEWEST_DIGITS` telling digits.
 * @param text in code units, or as a text
 * @param grouped whether thousands may stand apart by any sign, as in texts for people; in data only a space does it
 */
export function writtenNumbers(text: Uint16Array | string, grouped: boolean): WrittenNumber[] {
  const units = typeof text === 'string' ? unitsOf(text) : text;
  const found: WrittenNumber[] = [];
  eachNumber(units, grouped, (at, end, sign) => {
    const value = plainNumber(written(units, at, end), sign);
    const digits = tellingDigits(value);
    if (digits >= FEWEST_DIGITS) found.push({ value, digits, at });
  });
  return found;
}

/** Signs a number may be written with. */
const OF_NUMBER = Uint8Array.from({ length: 0x80 }, (_, unit) =>
  isDigit(unit) || isMark(unit) || unit === SPACE || unit === APOSTROPHE ? 1 : 0,
);
/** A number of so many signs has one of every so many in a row. */
const STEP = FEWEST_DIGITS;

/**
 * Calls back with the place and the end of every number of at least `FEWEST_DIGITS` signs, and with the code unit that
 * parts its thousands. Only runs of signs that numbers are written with are read sign by sign. What a comma parts may
 * be one number or two of a list: all three are called.
 */
export function eachNumber(
  units: Uint16Array,
  grouped: boolean,
  found: (at: number, end: number, sign: number | null) => void,
): void {
  for (let near = nextRun(units, STEP - 1); near < units.length;) {
    let [from, to] = [near, near + 1];
    while (from > 0 && isOfNumber(units[from - 1]!)) from--;
    while (to < units.length && isOfNumber(units[to]!)) to++;
    for (let at = nextDigit(units, from, to); at < to;) {
      const run = endOfDigits(units, at);
      const inside = grouped && at > 0 && units[at - 1] === POINT;
      const groups = inside ? run : endOfGroups(units, at, run, grouped);
      const end = inside ? run : endOfFraction(units, groups);
      const sign = groups > run ? units[run]! : null;
      const listed =
        !inside && units[groups] === COMMA && end > groups && !(grouped && isFraction(units, at, groups, end));
      if (!inside && end - at >= FEWEST_DIGITS) found(at, end, sign);
      if (listed && groups - at >= FEWEST_DIGITS) found(at, groups, sign);
      at = nextDigit(units, listed ? groups : end, to);
    }
    near = nextRun(units, to + STEP - 1);
  }
}

/** Whether people write so what is less than one, or money: else a comma may part two numbers. */
function isFraction(units: Uint16Array, at: number, comma: number, end: number): boolean {
  return units[at] === ZERO || end - comma <= 1 + HUNDREDTHS;
}

/**
 * The next sign of a number among every `STEP`th: a digit, or what may stand before one. A function of its own, small
 * enough to run fast.
 */
function nextRun(units: Uint16Array, from: number): number {
  let at = from;
  for (; at < units.length; at += STEP) {
    const unit = units[at]!;
    if (isOfNumber(unit) && (isDigit(unit) || isDigit(units[at + 1]))) break;
  }
  return at;
}

function isOfNumber(unit: number): boolean {
  return unit < 0x80 && OF_NUMBER[unit] === 1;
}

function isDigit(unit: number | undefined): boolean {
  return unit !== undefined && unit >= 0x30 && unit <= 0x39;
}

function written(units: Uint16Array, from: number, to: number): string {
  let text = '';
  for (let at = from; at < to; at++) text += String.fromCharCode(units[at]!);
  return text;
}

function nextDigit(units: Uint16Array, from: number, to: number): number {
  let at = from;
  while (at < to && (units[at]! < 0x30 || units[at]! > 0x39)) at++;
  return at;
}

function isMark(unit: number | undefined): boolean {
  return unit === POINT || unit === COMMA;
}

function endOfDigits(units: Uint16Array, from: number): number {
  let at = from;
  while (isDigit(units[at])) at++;
  return at;
}

/** Behind the groups of three, all apart by the same sign, that follow up to three digits; `run` when none do. */
function endOfGroups(units: Uint16Array, start: number, run: number, grouped: boolean): number {
  const sign = units[run];
  const mayPart = sign === SPACE || (grouped && (sign === APOSTROPHE || isMark(sign)));
  if (run - start > GROUP || !mayPart) return run;
  let end = run;
  while (units[end] === sign && endOfDigits(units, end + 1) === end + 1 + GROUP) end += 1 + GROUP;
  return end;
}

/** Behind the fraction that follows the digits that end at `at`; `at` when none does. */
function endOfFraction(units: Uint16Array, at: number): number {
  return isMark(units[at]) && isDigit(units[at + 1]) ? endOfDigits(units, at + 1) : at;
}

export function tellingDigits(value: string): number {
  let [from, to] = [0, value.length];
  const point = value.indexOf('.');
  while (from < to && (value.charCodeAt(from) === ZERO || from === point)) from++;
  if (point < 0) while (to > from && value.charCodeAt(to - 1) === ZERO) to--;
  return to - from - (point >= from ? 1 : 0);
}

/** @param sign code unit that stands between thousands */
function plainNumber(written: string, sign: number | null): string {
  const joined = sign === null ? written : written.replaceAll(String.fromCharCode(sign), '');
  const pointed = joined.replace(',', '.');
  // Most numbers begin with another digit than zero, and end with one.
  const value = pointed.startsWith('0') ? pointed.replace(/^0+(?=\d)/, '') : pointed;
  return value.endsWith('0') && value.includes('.') ? value.replace(/\.?0+$/, '') : value;
}

/**
 * The value itself and as a page shows it: to the hundredth and to the whole unit, where that leaves digits enough to
 * tell anything.
 */
export function shownForms(value: string): string[] {
  const exact = plainNumber(value.replace('-', ''), null);
  if (exact.indexOf('.') < FEWEST_DIGITS - HUNDREDTHS) return [exact];
  return [...new Set([exact, rounded(exact, HUNDREDTHS), rounded(exact, 0)])];
}

/** More digits than these a number of the machine does not hold exactly. */
const EXACT_DIGITS = 15;

/** Half up, as pages do; exact, for the digits are text. */
function rounded(value: string, decimals: number): string {
  const [whole = '0', part = ''] = value.split('.');
  const kept = whole + part.padEnd(decimals, '0').slice(0, decimals);
  const up = (part[decimals] ?? '0') >= '5' ? 1 : 0;
  const sum = kept.length < EXACT_DIGITS ? Number(kept) + up : BigInt(kept) + BigInt(up);
  const text = sum.toString().padStart(decimals + 1, '0');
  return decimals === 0 ? text : plainNumber(`${text.slice(0, -decimals)}.${text.slice(-decimals)}`, null);
}
