import { timeIn } from '../calendar/zones.ts';
import { formatter } from '../locale/format.ts';
import type { Locale } from '../types/locale.ts';

/** How an answer of `npm run exam` is worded. */
export interface Telling {
  locale: Locale;
  /** The agency's zone, for moments. */
  zone: string;
}

const NBSP = /\u00a0|\u202f/g;

/** A moment by the clocks of the agency. */
export const at = (moment: string, { zone }: Telling): string => {
  const { day, time } = timeIn(zone, new Date(moment));
  return `${day} ${time}`;
};

/** A score, in whole per cent or with its hundredths; a dash for none. */
export const percent = (score: string | null, locale: Locale): string =>
  score === null
    ? '—'
    : formatter(locale, 'RUB')
        .percent(score, /^\d(\.\d{1,2}0*)?$/.test(score) ? 0 : 2)
        .replace(NBSP, ' ');

/** How an attempt or all of them ended. */
export const verdict = (passed: boolean, locale: Locale): string =>
  locale === 'ru' ? (passed ? 'сдан' : 'не сдан') : passed ? 'passed' : 'not passed';
