import { moneyText, numberText } from '../../locale/numbers.ts';
import { pluralForm, type PluralForms } from '../../locale/plural.ts';
import type { Locale } from '../../types/locale.ts';

/** How amounts of one proposal are written. */
export interface Purse {
  locale: Locale;
  currency: string;
  /** Digits of the currency's minor unit. */
  decimals: number;
}

/** A printed amount in three pieces, so that kopecks may stand back: «148 000» «,50» « ₽». */
export interface AmountParts {
  head: string;
  minor: string;
  tail: string;
}

/** The amount with its currency, every digit of it: «148 000,50 ₽», `$1,021.50`. */
export const amountText = (value: string, { locale, currency, decimals }: Purse): string =>
  moneyText(locale, currency, value, 'full', 'negative', decimals);

/** @param bare without the currency, where the head of the column names it */
export function amountParts(value: string, purse: Purse, bare: boolean): AmountParts {
  const { locale, decimals } = purse;
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  const text = bare ? numberText(locale, value, digits) : amountText(value, purse);
  // The last digits of it: three of them may stand after a comma of thousands too.
  const found = decimals === 0 ? null : new RegExp(`[.,]\\d{${decimals}}(?=\\D*$)`).exec(text);
  if (!found) return { head: text, minor: '', tail: '' };
  const end = found.index + found[0].length;
  return { head: text.slice(0, found.index), minor: found[0], tail: text.slice(end) };
}

/** «₽», `$`. */
export const currencySign = (locale: Locale, currency: string): string =>
  moneyText(locale, currency, '0', 'full', 'negative', 0).replace(/[\d\s]/gu, '');

/** A rate or price: no more digits than it has. */
export function priceText(value: string, locale: Locale): string {
  const digits = value.split('.')[1]?.replace(/0+$/, '').length ?? 0;
  return numberText(locale, value, {
    minimumFractionDigits: digits === 1 ? 2 : digits,
    maximumFractionDigits: digits === 1 ? 2 : digits,
  });
}

/** A quantity: every digit it has, for what is printed times the price is the cost: «0,125», `14.25`. */
function quantityText(value: string, locale: Locale): string {
  const digits = value.split('.')[1]?.replace(/0+$/, '').length ?? 0;
  return numberText(locale, value, { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** Units by the word they are known by: what `estimate.json` says stays, whatever its quantity. */
const UNITS: Readonly<Record<Locale, Readonly<Record<string, PluralForms>>>> = {
  ru: {
    услуга: { one: 'услуга', few: 'услуги', many: 'услуг', other: 'услуги' },
    бюджет: { one: 'бюджет', few: 'бюджета', many: 'бюджетов', other: 'бюджета' },
  },
  en: {
    service: { one: 'service', other: 'services' },
    month: { one: 'month', other: 'months' },
    budget: { one: 'budget', other: 'budgets' },
  },
};

/** A quantity with its unit, the unit in the form the quantity asks for: «16 услуг», `6 months`. */
export function measureText(quantity: string, unit: string, locale: Locale): string {
  const forms = Object.hasOwn(UNITS[locale], unit) ? UNITS[locale][unit] : undefined;
  const word = forms === undefined ? unit : pluralForm(locale, Number(quantity), forms);
  return `${quantityText(quantity, locale)}\u00a0${word}`;
}

/** How the largest figures are set, so that a long one keeps within a sheet and a phone; `''` is the usual size. */
export function amountSize(value: string, purse: Purse): '' | 'long' | 'endless' {
  const { length } = amountText(value, purse);
  if (length <= 15) return '';
  return length <= 20 ? 'long' : 'endless';
}
