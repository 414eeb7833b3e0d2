import type { Locale } from '../types/locale.ts';

const MARKS = {
  ru: { outer: ['«', '»'], inner: ['„', '“'] },
  en: { outer: ['“', '”'], inner: ['‘', '’'] },
} as const;

const APOSTROPHE = '’';

/**
 * Straight quotes to the language's own, nested ones to the inner pair, apostrophes to curly ones.
 * A sign of inches stays; when the straight quotes do not pair, all of them stay.
 * The `transparent` character is looked through.
 */
export function curlyQuotes(text: string, locale: Locale, transparent: string): string {
  if (!/["']/.test(text)) return text;
  const apostrophes = text.replace(/(?<=[\p{L}\d])'(?=\p{L})/gu, APOSTROPHE);
  if (locale === 'ru') return doubleQuotes(apostrophes, locale, transparent);
  const singles = apostrophes
    .replace(/(?<=^|[\s([“"])'(?=\S)([^'\n]*[^'\s])'(?![\p{L}\d])/gu, `‘$1’`)
    .replace(/(?<=\p{L})'/gu, APOSTROPHE)
    .replace(/(?<=^|\s)'(?=\d\ds\b)/gu, APOSTROPHE);
  return doubleQuotes(singles, locale, transparent);
}

function doubleQuotes(text: string, locale: Locale, transparent: string): string {
  if (!text.includes('"')) return text;
  const { outer, inner } = MARKS[locale];
  const closing = new Map<string, string>([outer, inner]);
  /** The marks that will close what is open, innermost last. */
  const open: string[] = [];
  let before = ' ';
  let set = '';
  const signs = [...text];
  for (const [index, sign] of signs.entries()) {
    let out = sign;
    if (sign === '"') {
      const starts = /[\s([{«„“‘—–-]/u.test(before) && /\S/u.test(nextSign(signs, index, transparent));
      const ends = /\S/u.test(before) && open.length > 0;
      if (starts) out = (open.length === 0 ? outer : inner)[0];
      else if (ends) out = open.at(-1)!;
    }
    if (out === open.at(-1) && !isApostrophe(out, before, signs[index + 1])) open.pop();
    else if (closing.has(out)) open.push(closing.get(out)!);
    set += out;
    if (sign !== transparent) before = out;
  }
  return open.length === 0 ? set : text;
}

function nextSign(signs: string[], index: number, transparent: string): string {
  let next = index + 1;
  while (signs[next] === transparent) next += 1;
  return signs[next] ?? ' ';
}

function isApostrophe(sign: string, before: string, after = ' '): boolean {
  return sign === APOSTROPHE && /[\p{L}\d]/u.test(before) && /[\p{L}\d]/u.test(after);
}
