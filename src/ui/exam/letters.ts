import type { Locale } from '../../types/locale.ts';

const LETTERS: Record<Locale, string> = { ru: 'АБВГДЕЖЗИКЛМНПРСТУФХЦЧШЭЮЯ', en: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ' };

/** Letter of an option, counted from 0, as a paper answer sheet names it. */
export function letter(index: number, locale: Locale): string {
  const all = LETTERS[locale];
  const round = Math.floor(index / all.length);
  return all[index % all.length]! + (round === 0 ? '' : String(round + 1));
}
