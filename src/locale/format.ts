import type { Change, Decimal } from '../types/figures.ts';
import type { Locale } from '../types/locale.ts';
import type { Day, Period } from '../types/period.ts';
import type { MetricCard } from '../types/report.ts';
import { dayText, daysText, periodText } from './dates.ts';
import type { DayStyle, PeriodStyle } from './dates.ts';
import {
  countText,
  digitsToTell,
  moneyText,
  numberText,
  percentText,
  pointsText,
  shownPoints,
  unitText,
} from './numbers.ts';
import type { MoneyStyle, NumberStyle } from './numbers.ts';
import { pluralText } from './plural.ts';
import type { PluralForms } from './plural.ts';
import { remembered } from './remembered.ts';
import { NBSP, UNKNOWN } from './signs.ts';

export type UnitCard = Pick<MetricCard, 'unit' | 'decimals'>;
export type { PluralForms };

/** Figures, dates and counted words of one language and currency. `null` prints as a dash everywhere. */
export interface Formatter {
  locale: Locale;
  currency: string;
  /** A value in its metric's unit, with more digits where it would be nothing without; short: «1,2 млн ₽», `$1.2M`, `12.4K`; with tenths: `$2.0M`. */
  metric(value: Decimal, card: UnitCard, style?: NumberStyle): string;
  /** Full: no minor digits from 1000 up, else the currency's own; exact: always the currency's own. */
  money(value: Decimal, style?: MoneyStyle): string;
  /** At most two digits after the point. */
  count(value: Decimal | number, style?: NumberStyle): string;
  /** `fraction` 0.123 is «12,3 %», `12.3%`. Without `decimals`, at most one digit. */
  percent(fraction: Decimal, decimals?: number): string;
  /** Relative change «+12 %»; of a percentage, in points between the printed values «+0,4 п. п.»; from less than nothing, the amount; from zero, «с нуля», `new`. */
  change(change: Change, card: UnitCard): string;
  /** Absolute change with its sign and unit: «+44», «−1 200 ₽». */
  difference(change: Change, card: UnitCard): string;
  day(day: Day, style?: DayStyle): string;
  /** Both days inclusive: «1–30 сентября 2026», «15 сент. – 14 окт. 2026». */
  days(from: Day, to: Day): string;
  /** «Октябрь 2026», «окт. 2026», «в октябре 2026», «к октябрю 2026». */
  period(period: Period, style?: PeriodStyle): string;
  /** The number and the word in the form it asks for: «5 дней». */
  plural(n: number, forms: PluralForms): string;
  /** «поиск, карты и почта». */
  list(items: string[]): string;
  /** «12,5 ч», `12.5 h`. */
  hours(value: Decimal): string;
}

const formatters = remembered<Formatter>(100);

/** The shared formatter: Intl objects are slow to make, so there is one for each language and currency. */
export const formatter = (locale: Locale, currency: string): Formatter =>
  formatters(`${locale} ${currency}`, () => makeFormatter(locale, currency));

function makeFormatter(locale: Locale, currency: string): Formatter {
  const lists = new Intl.ListFormat(locale);
  const number = (value: string, max: number): string => numberText(locale, value, { maximumFractionDigits: max });
  return {
    locale,
    currency,
    metric(value, card, style = 'full') {
      if (value === null) return UNKNOWN;
      const decimals = digitsToTell(currency, value, card);
      return decimals === null
        ? unitText(locale, currency, value, card, style)
        : unitText(locale, currency, value, { ...card, decimals }, 'full');
    },
    money: (value, style = 'full') =>
      value === null ? UNKNOWN : moneyText(locale, currency, value, style, 'negative'),
    count(value, style = 'full') {
      if (value === null) return UNKNOWN;
      return style === 'full' ? number(String(value), 2) : countText(locale, String(value), style, 'negative');
    },
    percent(fraction, decimals) {
      if (fraction === null) return UNKNOWN;
      return percentText(locale, fraction, { min: decimals ?? 0, max: decimals ?? 1 }, 'negative');
    },
    change: (change, card) => changeText(locale, currency, change, card),
    difference(change, card) {
      if (change.absolute === null) return UNKNOWN;
      if (card.unit === 'percent') return pointsText(locale, change.absolute, card.decimals ?? 1, 'exceptZero');
      return unitText(locale, currency, change.absolute, card, 'full', 'exceptZero');
    },
    day: (day, style = 'numeric') => dayText(locale, day, style),
    days: (from, to) => daysText(locale, from, to),
    period: (period, style = 'title') => periodText(locale, period, style),
    plural: (n, forms) => pluralText(locale, n, forms),
    list: (items) => lists.format(items),
    hours: (value) => (value === null ? UNKNOWN : `${number(value, 2)}${NBSP}${locale === 'ru' ? 'ч' : 'h'}`),
  };
}

function changeText(locale: Locale, currency: string, change: Change, card: UnitCard): string {
  const { from, to, absolute, relative } = change;
  if (from === null || to === null) return UNKNOWN;
  if (card.unit === 'percent' && absolute !== null) {
    const decimals = card.decimals ?? 1;
    return pointsText(locale, shownPoints(from, to, decimals), decimals, 'exceptZero');
  }
  if (relative !== null) return relativeText(locale, relative);
  if (Number(from) < 0 && absolute !== null) return unitText(locale, currency, absolute, card, 'prose', 'exceptZero');
  if (Number(to) === 0) return percentText(locale, '0', { min: 0, max: 0 }, 'negative');
  return locale === 'ru' ? `с${NBSP}нуля` : 'new';
}

/** One digit after the point below ten per cent, none above: the rest is noise. */
function relativeText(locale: Locale, relative: string): string {
  const max = Math.abs(Number(relative)) < 0.0995 ? 1 : 0;
  return percentText(locale, relative, { min: 0, max }, 'exceptZero');
}
