import type { Locale } from '../types/locale.ts';
import { numberText } from './numbers.ts';
import { NBSP } from './signs.ts';

/** The forms of a counted word; Russian needs `few` and `many`, and `other` after a fraction. */
export interface PluralForms {
  one: string;
  few?: string;
  many?: string;
  other: string;
}

const rules = { ru: new Intl.PluralRules('ru'), en: new Intl.PluralRules('en') };

/** The number and the word in the form it asks for: «5 дней», «1,5 дня». */
export function pluralText(locale: Locale, n: number, forms: PluralForms): string {
  return `${numberText(locale, String(n), { maximumFractionDigits: 2 })}${NBSP}${pluralForm(locale, n, forms)}`;
}

/** The word alone, as it stands after the number. */
export function pluralForm(locale: Locale, n: number, forms: PluralForms): string {
  const rule = rules[locale].select(n);
  return (rule === 'one' || rule === 'few' || rule === 'many' ? forms[rule] : undefined) ?? forms.other;
}
