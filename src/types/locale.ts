/** The two languages a reader, a client or an operator may use. */
export type Locale = 'ru' | 'en';

export const LOCALES: readonly Locale[] = ['ru', 'en'];

/** A name or a sentence: one text for everybody, or one per language. */
export type LocalText = string | { ru: string; en: string };
