import type { Day } from '../types/period.ts';
import { dayOf, readDay, slashOrder, type DateForm, type Stretch } from './dates.ts';
import { monthNumber } from './months.ts';

const DATE_INSIDE = new RegExp(
  [
    String.raw`\d{4}[-/.]\d{1,2}[-/.]\d{1,2}`,
    String.raw`(?<!\d)\d{8}(?!\d)`,
    String.raw`(?<!\d)\d{1,2}[-/.]\d{1,2}[-/.]\d{4}`,
    String.raw`(?<![\d./])\d{1,2}([/.])\d{1,2}\1\d{2}(?![\d./])`,
    String.raw`\p{L}{3,12}\.? \d{1,2}, \d{4}`,
    String.raw`(?<!\d)\d{1,2}(?:\.|er|º)? (?:de )?\p{L}{3,12}\.?,? (?:de )?\d{4}`,
  ].join('|'),
  'gu',
);
const DASH = String.raw`\s?(?:[-–—]|по|до|to|bis|al?)\s?`;
const WORD = String.raw`(\p{L}{3,12})\.?`;
const YEAR = String.raw`,? (?:de )?(\d{4})`;
/** `1–31 октября 2026`, `с 1 по 31 октября 2026 г.` */
const DAYS_OF_MONTH = new RegExp(String.raw`(?<!\d)(\d{1,2})\.?${DASH}(\d{1,2})\.? (?:de )?${WORD}${YEAR}`, 'u');
/** `Oct 1 – 31, 2026` */
const MONTH_THEN_DAYS = new RegExp(String.raw`${WORD} (\d{1,2})${DASH}(\d{1,2})${YEAR}`, 'u');
/** `1 Sep – 31 Oct 2026` */
const TWO_MONTHS = new RegExp(String.raw`(?<!\d)(\d{1,2})\.? ${WORD}${DASH}(\d{1,2})\.? ${WORD}${YEAR}`, 'u');
/** `Sep 1 – Oct 31, 2026` */
const TWO_MONTHS_FIRST = new RegExp(String.raw`${WORD} (\d{1,2})${DASH}${WORD} (\d{1,2})${YEAR}`, 'u');
const MONTH_ALONE = new RegExp(String.raw`${WORD}${YEAR}`, 'u');

/**
 * The stretch of days a line states: `July 8, 2025 - July 31, 2025`, `Период: 01.03.2026 - 31.03.2026`,
 * `20230515-20230521`, `1–31 октября 2026`, `Oct 1 – 31, 2026`. `null` unless just one stretch stands in it, in order;
 * for `01/02/2026 - 05/02/2026` without `form` as well.
 */
export function readStretch(line: string, form: DateForm | null = null): Stretch | null {
  const text = shortened(line);
  const tokens = tokensOf(text);
  const days = daysOf(tokens, form);
  if (tokens.length === 2 && days.length === 2) return inOrder(days[0]!, days[1]!);
  return tokens.length <= 1 ? stretchOfWords(text) : null;
}

/** The calendar month a line names with its year: `October 2026`, `за октябрь 2026 г.`; `null` when it names none. */
export function readMonth(line: string): Stretch | null {
  const found = MONTH_ALONE.exec(shortened(line));
  return found ? monthStretch(Number(found[2]), monthNumber(found[1]!)) : null;
}

/** The whole calendar month; `null` when there is no such month. */
export function monthStretch(year: number, month: number): Stretch | null {
  const from = dayOf(year, month, 1);
  const to = [31, 30, 29, 28].map((day) => dayOf(year, month, day)).find((day) => day !== null);
  return from && to ? { from, to } : null;
}

/** Every day a line states, in the order of writing; one whose day and month cannot be told apart is left out. */
export function daysInside(line: string, form: DateForm | null = null): Day[] {
  return daysOf(tokensOf(shortened(line)), form);
}

/** How many dates a line holds, readable or not. */
export function countDates(line: string): number {
  return tokensOf(shortened(line)).length;
}

const shortened = (line: string): string => line.slice(0, 300).replace(/\s+/g, ' ');

/** Eight digits that are no day are a number: `кампания № 29645639, период 16.06.2026-19.06.2026`. */
const tokensOf = (text: string): string[] =>
  [...text.matchAll(DATE_INSIDE)]
    .map(([found]) => fullYear(found))
    .filter((token) => !/^\d{8}$/.test(token) || readDay(token, null) !== null);

/** `31.10.26` is of this century. */
const fullYear = (token: string): string => token.replace(/^(\d{1,2}([/.])\d{1,2}\2)(\d{2})$/, '$120$3');

function daysOf(tokens: readonly string[], form: DateForm | null): Day[] {
  // Two dates of one line are written alike, so one of them may tell how both are read.
  const order = form ?? slashOrder(tokens);
  if (order === 'both' || order === 'either') {
    return tokens.filter((token) => !token.includes('/')).flatMap((token) => readDay(token, null) ?? []);
  }
  return tokens.flatMap((token) => readDay(token, order) ?? []);
}

function stretchOfWords(text: string): Stretch | null {
  const days = DAYS_OF_MONTH.exec(text);
  if (days) return between(days[4], [days[1], days[3]], [days[2], days[3]]);
  const first = MONTH_THEN_DAYS.exec(text);
  if (first) return between(first[4], [first[2], first[1]], [first[3], first[1]]);
  const two = TWO_MONTHS.exec(text);
  if (two) return between(two[5], [two[1], two[2]], [two[3], two[4]]);
  const twoFirst = TWO_MONTHS_FIRST.exec(text);
  if (twoFirst) return between(twoFirst[5], [twoFirst[2], twoFirst[1]], [twoFirst[4], twoFirst[3]]);
  return null;
}

type DayAndMonth = [day: string | undefined, month: string | undefined];

function between(year: string | undefined, from: DayAndMonth, to: DayAndMonth): Stretch | null {
  const [first, last] = [from, to].map(([day, month]) => dayOf(Number(year), monthNumber(month ?? ''), Number(day)));
  return first && last ? inOrder(first, last) : null;
}

const inOrder = (from: Day, to: Day): Stretch | null => (from <= to ? { from, to } : null);
