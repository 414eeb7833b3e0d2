import type { Locale, LocalText } from '../types/locale.ts';

/** The text in the asked language; a plain string is the same in both. */
export function localText(text: LocalText, locale: Locale): string {
  return typeof text === 'string' ? text : text[locale];
}
