import type { Day, Period, PeriodKind } from '../types/period.ts';

/**
 * Calendar arithmetic on whole days. A day is a string and, inside this file, the number of days since
 * 1970-01-01 in UTC; no time zone takes part. Years run from 1000 to 9999.
 */

/** `2026-10`, `2026-Q4`, `2026` or `2026-09-15..2026-10-14`; `null` for anything else, such as `2026-13`. */
export function parsePeriod(id: string): Period | null {
  const month = /^([1-9]\d{3})-(0[1-9]|1[0-2])$/.exec(id);
  if (month) return periodOf(`${id}-01`, 'month');
  const quarter = /^([1-9]\d{3})-Q([1-4])$/.exec(id);
  if (quarter) return periodOf(`${quarter[1]}-${twoDigits(Number(quarter[2]) * 3)}-01`, 'quarter');
  if (/^[1-9]\d{3}$/.test(id)) return periodOf(`${id}-01-01`, 'year');
  const [from, to, ...rest] = id.split('..');
  if (from === undefined || to === undefined || rest.length > 0) return null;
  return isDay(from) && isDay(to) && from <= to ? rangeOf(from, to) : null;
}

/** Whether the text is a real calendar day in the form `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!/^[1-9]\d{3}-\d{2}-\d{2}$/.test(text)) return false;
  const number = dayNumber(text);
  return Number.isFinite(number) && dayText(number) === text;
}

/** The calendar month, quarter or year that the day belongs to. */
export function periodOf(day: Day, kind: Exclude<PeriodKind, 'range'>): Period {
  const year = Number(day.slice(0, 4));
  const month = Number(day.slice(5, 7));
  if (kind === 'month') return calendar(`${year}-${twoDigits(month)}`, kind, year, month, 1);
  if (kind === 'year') return calendar(`${year}`, kind, year, 1, 12);
  const quarter = Math.ceil(month / 3);
  return calendar(`${year}-Q${quarter}`, kind, year, quarter * 3 - 2, 3);
}

/** Any stretch of whole days, both ends included. */
function rangeOf(from: Day, to: Day): Period {
  return { id: `${from}..${to}`, kind: 'range', from, to };
}

/** The month, quarter or year before; for a range, as many days just before it. */
export function previousPeriod(period: Period): Period {
  const dayBefore = addDays(period.from, -1);
  if (period.kind !== 'range') return periodOf(dayBefore, period.kind);
  return rangeOf(addDays(period.from, -daysIn(period)), dayBefore);
}

/** The same period one year earlier; for a range the same dates, 29 February becoming the 28th. */
export function yearAgo(period: Period): Period {
  if (period.kind === 'range') return rangeOf(sameDayYearAgo(period.from), sameDayYearAgo(period.to));
  return periodOf(sameDayYearAgo(period.from), period.kind);
}

/** How many days the period has; 0 for an empty cut. */
export function daysIn(period: Pick<Period, 'from' | 'to'>): number {
  return dayNumber(period.to) - dayNumber(period.from) + 1;
}

/** Every day of the period, in order. */
export function eachDay(period: Pick<Period, 'from' | 'to'>): Day[] {
  const first = dayNumber(period.from);
  return Array.from({ length: Math.max(0, daysIn(period)) }, (_, index) => dayText(first + index));
}

/** The day `count` days later, or earlier when negative. */
export function addDays(day: Day, count: number): Day {
  return dayText(dayNumber(day) + count);
}

/** Whole days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

/** Every calendar month that shares a day with the period, in order. */
export function monthsOf(period: Pick<Period, 'from' | 'to'>): Period[] {
  const months: Period[] = [];
  for (let day = period.from; day <= period.to; day = addDays(months.at(-1)!.to, 1)) {
    months.push(periodOf(day, 'month'));
  }
  return months;
}

/**
 * The first `count` days of the period as a range; the period itself when it has no more.
 * With `count` 0 the result is empty: its `to` is the day before its `from`.
 */
export function cutDays(period: Period, count: number): Period {
  if (count >= daysIn(period)) return period;
  return rangeOf(period.from, addDays(period.from, Math.max(0, count) - 1));
}

/** Whether every day of the period is complete on the as-of day; the as-of day itself is not. */
export function endedBy(period: Period, asOf: Day): boolean {
  return period.to < asOf;
}

/** Order for lists: by first day, then the shorter first, then by id. */
export function comparePeriods(a: Period, b: Period): number {
  return compareText(a.from, b.from) || compareText(a.to, b.to) || compareText(a.id, b.id);
}

function calendar(id: string, kind: PeriodKind, year: number, month: number, months: number): Period {
  const from = `${year}-${twoDigits(month)}-01`;
  const last = dayText(Date.UTC(year, month - 1 + months, 1) / MS_PER_DAY - 1);
  return { id, kind, from, to: last };
}

function sameDayYearAgo(day: Day): Day {
  const earlier = `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;
  return isDay(earlier) ? earlier : `${earlier.slice(0, 8)}28`;
}

const MS_PER_DAY = 86_400_000;

function dayNumber(day: Day): number {
  return Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / MS_PER_DAY;
}

/** The days of some decades are asked for again and again. */
const REMEMBERED = 20_000;
const texts = new Map<number, Day>();

function dayText(number: number): Day {
  let text = texts.get(number);
  if (text === undefined) {
    text = new Date(number * MS_PER_DAY).toISOString().slice(0, 10);
    if (texts.size >= REMEMBERED) texts.clear();
    texts.set(number, text);
  }
  return text;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
