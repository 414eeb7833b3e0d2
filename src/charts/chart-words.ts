import { formatter } from '../locale/format.ts';
import type { Locale } from '../types/locale.ts';

/** Words that stand inside charts only. */
export interface ChartWords {
  noData: string;
  /** Shares cannot be drawn of parts below zero. */
  negativeParts: string;
  moreLines(count: number): string;
  moreEvents(count: number): string;
  planIs(value: string): string;
}

const ru = formatter('ru', 'RUB');
const en = formatter('en', 'USD');

const WORDS: Record<Locale, ChartWords> = {
  ru: {
    noData: 'Нет данных за этот период',
    negativeParts: 'Доли не показаны: среди значений есть отрицательные',
    moreLines: (count) => `ещё ${ru.count(count)}`,
    moreEvents: (count) =>
      `и ещё ${ru.plural(count, { one: 'событие', few: 'события', many: 'событий', other: 'события' })}`,
    planIs: (value) => `план ${value}`,
  },
  en: {
    noData: 'No data for this period',
    negativeParts: 'Shares are not shown: some values are negative',
    moreLines: (count) => `${en.count(count)} more`,
    moreEvents: (count) => `and ${en.plural(count, { one: 'more event', other: 'more events' })}`,
    planIs: (value) => `plan ${value}`,
  },
};

export const chartWords = (locale: Locale): ChartWords => WORDS[locale];
