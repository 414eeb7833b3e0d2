import type { Locale } from '../types/locale.ts';
import type { Day, Period } from '../types/period.ts';
import { EN_DASH, NBSP } from './signs.ts';

export type DayStyle = 'numeric' | 'short' | 'long';
export type PeriodStyle = 'title' | 'short' | 'in' | 'against';

type Length = 'long' | 'short';

/** Names already asked for, by the number of their month: a page shows hundreds. */
const names = () => ({ long: [] as string[], short: [] as string[] });
const monthNames = {
  ru: { alone: names(), beside: names() },
  en: { alone: names(), beside: names() },
};

function monthName(locale: Locale, day: Day, place: 'alone' | 'beside', month: Length): string {
  return (monthNames[locale][place][month][Number(day.slice(5, 7))] ??= askedName(locale, day, place, month));
}

function askedName(locale: Locale, day: Day, place: 'alone' | 'beside', month: Length): string {
  const beside = place === 'beside' ? ({ day: 'numeric' } as const) : {};
  const format = new Intl.DateTimeFormat(locale, { ...beside, month, timeZone: 'UTC' });
  const parts = format.formatToParts(new Date(`${day}T00:00:00Z`));
  return parts.find((found) => found.type === 'month')!.value;
}

const year = (day: Day): string => day.slice(0, 4);
const dayNumber = (day: Day): string => String(Number(day.slice(8, 10)));

/** The month as it stands beside a day: «сентября», «сент.»; Intl inflects it only then. */
const monthOfDay = (locale: Locale, day: Day, month: Length): string => monthName(locale, day, 'beside', month);

/** The month alone: «сентябрь». */
const monthAlone = (locale: Locale, day: Day, month: Length): string => monthName(locale, day, 'alone', month);

function dayAndMonth(locale: Locale, day: Day, month: Length): string {
  const name = monthOfDay(locale, day, month);
  return locale === 'ru' ? `${dayNumber(day)}${NBSP}${name}` : `${name}${NBSP}${dayNumber(day)}`;
}

const withYear = (locale: Locale, text: string, day: Day): string =>
  locale === 'ru' ? `${text} ${year(day)}` : `${text}, ${year(day)}`;

/** 04.11.2026 / 4 нояб. / 4 ноября 2026; Nov 4, 2026 / Nov 4 / November 4, 2026. */
export function dayText(locale: Locale, day: Day, style: DayStyle): string {
  if (style === 'numeric' && locale === 'ru') return `${day.slice(8, 10)}.${day.slice(5, 7)}.${year(day)}`;
  const text = dayAndMonth(locale, day, style === 'long' ? 'long' : 'short');
  return style === 'short' ? text : withYear(locale, text, day);
}

/** 1–30 сентября 2026; 15 сент. – 14 окт. 2026; Sep 15 – Oct 14, 2026. */
export function daysText(locale: Locale, from: Day, to: Day): string {
  if (from === to) return dayText(locale, from, 'long');
  const sameYear = year(from) === year(to);
  if (sameYear && from.slice(5, 7) === to.slice(5, 7)) {
    const numbers = `${dayNumber(from)}${EN_DASH}${dayNumber(to)}`;
    const month = monthOfDay(locale, from, 'long');
    return withYear(locale, locale === 'ru' ? `${numbers}${NBSP}${month}` : `${month}${NBSP}${numbers}`, to);
  }
  const start = dayAndMonth(locale, from, 'short');
  const end = withYear(locale, dayAndMonth(locale, to, 'short'), to);
  return `${sameYear ? start : withYear(locale, start, from)}${NBSP}${EN_DASH} ${end}`;
}

/** Name of a period. A month, quarter or year that is cut short is named by its days. */
export function periodText(locale: Locale, period: Period, style: PeriodStyle, saysYear = true): string {
  const kind = isWhole(period) ? period.kind : 'range';
  if (kind === 'month') return monthText(locale, period.from, style, saysYear);
  if (kind === 'quarter') return quarterText(locale, period, style, saysYear);
  if (kind === 'year') return yearText(locale, period, style);
  return rangeText(locale, period, style, saysYear);
}

const MONTHS = { month: 1, quarter: 3, year: 12 };

function isWhole(period: Period): boolean {
  const { kind, from, to } = period;
  if (kind === 'range' || !from.endsWith('-01')) return false;
  const [lastYear, lastMonth] = [Number(to.slice(0, 4)), Number(to.slice(5, 7))];
  const months = (lastYear - Number(from.slice(0, 4))) * 12 + lastMonth - Number(from.slice(5, 7)) + 1;
  const days = new Date(Date.UTC(lastYear, lastMonth, 0)).getUTCDate();
  return months === MONTHS[kind] && Number(to.slice(8, 10)) === days;
}

function monthText(locale: Locale, from: Day, style: PeriodStyle, saysYear: boolean): string {
  const ending = saysYear ? ` ${year(from)}` : '';
  if (style === 'short') return monthAlone(locale, from, 'short') + ending;
  const name = monthAlone(locale, from, 'long');
  if (style === 'title') return name.charAt(0).toUpperCase() + name.slice(1) + ending;
  if (locale === 'en') return `${style === 'in' ? 'in' : 'vs'}${NBSP}${name}${ending}`;
  // Intl has no prepositional or dative; all twelve months decline by their last letter.
  const stem = name.replace(/[ьй]$/u, '');
  return style === 'in' ? `в${NBSP}${stem}е${ending}` : `к${NBSP}${stem}${stem === name ? 'у' : 'ю'}${ending}`;
}

function quarterText(locale: Locale, { from }: Period, style: PeriodStyle, saysYear: boolean): string {
  const number = Math.ceil(Number(from.slice(5, 7)) / 3);
  const ending = saysYear ? ` ${year(from)}` : '';
  if (locale === 'en')
    return { title: '', short: '', in: `in${NBSP}`, against: `vs${NBSP}` }[style] + `Q${number}${ending}`;
  const roman = ['I', 'II', 'III', 'IV'][number - 1];
  // Read aloud, the second quarter begins with two consonants: «во втором», «ко второму».
  const vowel = number === 2 ? 'о' : '';
  const before = { title: '', short: '', in: `в${vowel}${NBSP}`, against: `к${vowel}${NBSP}` }[style];
  const noun = { title: 'квартал', short: 'кв.', in: 'квартале', against: 'кварталу' }[style];
  const years = saysYear && (style === 'in' || style === 'against') ? `${ending} года` : ending;
  return `${before}${roman}${NBSP}${noun}${years}`;
}

function yearText(locale: Locale, { from }: Period, style: PeriodStyle): string {
  const number = year(from);
  if (locale === 'en') return { title: '', short: '', in: `in${NBSP}`, against: `vs${NBSP}` }[style] + number;
  if (style === 'short') return number;
  if (style === 'title') return `${number}${NBSP}год`;
  return style === 'in' ? `в${NBSP}${number}${NBSP}году` : `к${NBSP}${number}${NBSP}году`;
}

function rangeText(locale: Locale, { from, to }: Period, style: PeriodStyle, saysYear: boolean): string {
  const text = daysText(locale, from, to);
  if (style === 'title' || style === 'short') return text;
  if (style === 'against') return locale === 'ru' ? `к${NBSP}периоду ${text}` : `vs${NBSP}${text}`;
  return spanText(locale, from, to, saysYear);
}

/** «с 15 сентября по 14 октября 2026», `between September 15 and October 14, 2026`. */
function spanText(locale: Locale, from: Day, to: Day, saysYear: boolean): string {
  const dated = (text: string, day: Day): string => (saysYear ? withYear(locale, text, day) : text);
  const last = dated(dayAndMonth(locale, to, 'long'), to);
  if (from === to) return locale === 'ru' ? last : `on${NBSP}${last}`;
  const sameMonth = from.slice(0, 7) === to.slice(0, 7);
  const start = dayAndMonth(locale, from, 'long');
  const first = year(from) === year(to) ? start : dated(start, from);
  if (locale === 'ru') return `${sinceRu(from)}${NBSP}${sameMonth ? dayNumber(from) : first} по${NBSP}${last}`;
  return `between${NBSP}${first} and${NBSP}${sameMonth ? dated(dayNumber(to), to) : last}`;
}

/** The preposition before a day of the month: «с 1 августа», «со 2 августа». */
const sinceRu = (day: Day): string => (dayNumber(day) === '2' ? 'со' : 'с');

/** Since a day, of which Russian says «с 1 августа 2025», «со 2 августа 2025». */
export const sinceDayRu = (day: Day): string => `${sinceRu(day)} ${dayText('ru', day, 'long')}`;

/** The month a day lies in: «в сентябре 2026», `in September 2026`. */
export function inMonth(locale: Locale, day: Day, saysYear: boolean): string {
  return monthText(locale, day, 'in', saysYear);
}
