import type { Day } from '../types/period.ts';
import type { SourceRule } from '../types/workspace.ts';
import { monthNumber } from './months.ts';

export type DateForm = NonNullable<SourceRule['dateForm']>;
export interface Stretch {
  from: Day;
  to: Day;
}

const MINUS = 0x2d;
const ZERO = 0x30;
const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** `YYYY-MM-DD`, or `null` when there is no such day (31 June, 29 February of a common year, year 1212). */
export function dayOf(year: number, month: number, day: number): Day | null {
  if (year < 1990 || year > 2100 || month < 1 || month > 12 || day < 1) return null;
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const last = month === 2 && leap ? 29 : DAYS_IN_MONTH[month - 1]!;
  if (day > last) return null;
  const place = ((year - 1990) * 12 + month) * 31 + day;
  let text = TEXTS.get(place);
  if (text === undefined) {
    text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
    TEXTS.set(place, text);
  }
  return text;
}

/** Files of a few years have the same days, and a text that is known is found quicker wherever it is looked for. */
const TEXTS = new Map<number, Day>();

/** The day `count` days after `start`. */
export function daysAfter(start: Day, count: number): Day {
  const [year = 0, month = 0, day = 0] = start.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, day + count)).toISOString().slice(0, 10);
}

const YEAR_FIRST =
  /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[T ]\d{1,2}:\d{2}(?::\d{2})?(?:\.\d{1,9})?(?:Z|[-+]\d{2}:?\d{2})?)?$/;
const PACKED = /^(\d{4})(\d{2})(\d{2})$/;
const YEAR_LAST = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?:[ T]\d{1,2}:\d{2}(?::\d{2})?(?: ?[ap]\.?m\.?)?)?$/i;
const MONTH_FIRST = /^(?:\p{L}{2,12}\.?,? )?(\p{L}{3,12})\.? (\d{1,2}),? (\d{4})$/u;
const DAY_FIRST =
  /^(?:\p{L}{2,12}\.?,? )?(\d{1,2})(?:\.|er|º)?[ -](?:de )?(\p{L}{3,12})\.?,?[ -](?:de )?(\d{4})(?: ?г\.?)?$/u;

/**
 * The day a cell states: ISO with or without time and offset (the day as written), `2026/04/03`, `20260403`, `03.04.2026`, `03.04.26`, `Apr 3, 2026`,
 * `3 апр. 2026`. `null` when it states none, when the day does not exist, and for `01/02/2026` without `form`.
 */
export function readDay(cell: string, form: DateForm | null): Day | null {
  if (isPlainDay(cell)) return dayOf(digitsAt(cell, 0, 4), digitsAt(cell, 5, 2), digitsAt(cell, 8, 2));
  const text = cell.replace(/\s+/g, ' ').trim();
  if (text.length < 6 || text.length > 40) return null;
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst) return dayOf(Number(yearFirst[1]), Number(yearFirst[3]), Number(yearFirst[4]));
  const packed = PACKED.exec(text);
  if (packed) return dayOf(Number(packed[1]), Number(packed[2]), Number(packed[3]));
  const yearLast = YEAR_LAST.exec(text);
  if (yearLast) {
    const year = fullYear(yearLast[4]!);
    return year === null ? null : readYearLast(Number(yearLast[1]), Number(yearLast[3]), year, yearLast[2]!, form);
  }
  const monthFirst = MONTH_FIRST.exec(text);
  if (monthFirst) return dayOf(Number(monthFirst[3]), monthNumber(monthFirst[1]!), Number(monthFirst[2]));
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst) return dayOf(Number(dayFirst[3]), monthNumber(dayFirst[2]!), Number(dayFirst[1]));
  return null;
}

/** `2026-10-31`, as most programs write a day: told without the texts that a regular expression makes of its parts. */
function isPlainDay(text: string): boolean {
  if (text.length !== 10) return false;
  for (let at = 0; at < 10; at += 1) {
    const code = text.charCodeAt(at);
    if (at === 4 || at === 7 ? code !== MINUS : code < ZERO || code > ZERO + 9) return false;
  }
  return true;
}

function digitsAt(text: string, from: number, length: number): number {
  let number = 0;
  for (let at = from; at < from + length; at += 1) number = number * 10 + text.charCodeAt(at) - ZERO;
  return number;
}

/** Two digits are a year of these decades; `26.10.01` is more likely written from the year on, and is no day. */
function fullYear(digits: string): number | null {
  const year = Number(digits);
  if (digits.length === 4) return year;
  return year >= 15 && year <= 59 ? 2000 + year : null;
}

function readYearLast(first: number, second: number, year: number, mark: string, form: DateForm | null): Day | null {
  if (mark === '.') return dayOf(year, second, first);
  if (form === 'mm/dd/yyyy') return dayOf(year, first, second);
  if (form === 'dd/mm/yyyy' || first > 12) return dayOf(year, second, first);
  return second > 12 || first === second ? dayOf(year, first, second) : null;
}

/** The day of a serial number that a spreadsheet shows as a date (`46296`), of 2000 to 2058; `null` for other text. */
export function serialDay(cell: string): Day | null {
  const text = cell.trim();
  if (!/^[345]\d{4}$/.test(text)) return null;
  const serial = Number(text);
  return serial < FIRST_SERIAL || serial > LAST_SERIAL ? null : daysAfter('1899-12-30', serial);
}

const FIRST_SERIAL = 36_526;
const LAST_SERIAL = 58_074;

/** What a column of days tells about the order of day and month in `01/02/2026`. */
export type SlashOrder = 'dd/mm/yyyy' | 'mm/dd/yyyy' | 'either' | 'both' | null;

/** `either` when no day goes beyond the 12th, `both` when the column contradicts itself, `null` without such days. */
export function slashOrder(cells: Iterable<string>): SlashOrder {
  const evidence = new SlashEvidence();
  for (const cell of cells) evidence.add(cell);
  return evidence.order();
}

/** Gathers, cell by cell, what a column of days tells about its order. */
export class SlashEvidence {
  #seen = false;
  #dayFirst = false;
  #monthFirst = false;

  add(cell: string): void {
    if (isPlainDay(cell)) return;
    const parts = YEAR_LAST.exec(cell.trim());
    if (!parts || parts[2] === '.') return;
    this.#seen ||= parts[1] !== parts[3];
    this.#dayFirst ||= Number(parts[1]) > 12;
    this.#monthFirst ||= Number(parts[3]) > 12;
  }

  order(): SlashOrder {
    if (this.#dayFirst && this.#monthFirst) return 'both';
    if (this.#dayFirst) return 'dd/mm/yyyy';
    if (this.#monthFirst) return 'mm/dd/yyyy';
    return this.#seen ? 'either' : null;
  }
}

/** How a cell of days is written, for a person who looks into a file; `null` when it holds no day. */
export function dateFormOf(cell: string, order: SlashOrder): DateForm | 'yyyymmdd' | 'words' | 'number' | null {
  const text = cell.replace(/\s+/g, ' ').trim();
  if (YEAR_FIRST.test(text)) return 'yyyy-mm-dd';
  if (PACKED.test(text)) return 'yyyymmdd';
  const yearLast = YEAR_LAST.exec(text);
  if (yearLast) return yearLast[2] === '.' ? 'dd.mm.yyyy' : order === 'mm/dd/yyyy' ? order : 'dd/mm/yyyy';
  if (/^\d{1,4}$/.test(text)) return 'number';
  return readDay(text, null) === null ? null : 'words';
}
