import type { LocalText } from '../types/locale.ts';
import type { Problem } from '../types/problem.ts';

/** A problem seen from inside its file; the loader adds the file and the client. */
export type Finding = Omit<Problem, 'file' | 'client'>;

/** What reading one file gave: its value, when there is one, and everything wrong with it. */
export interface Read<T> {
  value: T;
  findings: Finding[];
}

/** Findings of `file` as problems of `client`, or of the whole workspace without one. */
export function problemsOf(file: string, client: string | undefined, findings: Finding[]): Problem[] {
  return findings.map((finding) => (client === undefined ? { ...finding, file } : { ...finding, client, file }));
}

const SHOWN_LENGTH = 80;

/** A value as a message shows it: on one line, in the language's quotation marks, not longer than 80 characters. */
export function quoted(value: unknown): { ru: string; en: string } {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  const line = Array.from(text.replace(/[\s\p{Cc}]+/gu, ' ').trim());
  if (line.length === 0) return { ru: 'пусто', en: 'nothing' };
  const shown = line.length > SHOWN_LENGTH ? `${line.slice(0, SHOWN_LENGTH).join('')}…` : line.join('');
  return typeof value === 'string' ? { ru: `«${shown}»`, en: `“${shown}”` } : { ru: shown, en: shown };
}

/** `lead` in the reader's language, then the quoted value: «строка “…”». */
export function named(ru: string, en: string, value: unknown): { ru: string; en: string } {
  const shown = quoted(value);
  return { ru: `${ru} ${shown.ru}`, en: `${en} ${shown.en}` };
}

/** A list for "expected: one of"; long lists end with an ellipsis. */
export function oneOf(values: readonly string[]): { ru: string; en: string } {
  const shown = listed(values);
  return { ru: `одно из: ${shown}`, en: `one of: ${shown}` };
}

/** As a message lists them: not more than twenty, then an ellipsis. */
export const listed = (values: readonly string[]): string =>
  values.slice(0, 20).join(', ') + (values.length > 20 ? ', …' : '');

/** "Did you mean" when something known is near, else `otherwise`. */
export function didYouMean(value: string, known: readonly string[], otherwise: LocalText): LocalText {
  const near = nearest(value, known);
  return near === null ? otherwise : { ru: `возможно, имелось в виду «${near}»`, en: `perhaps “${near}” was meant` };
}

/** The known word closest to `word`, at most two fifths of its letters away; `null` when none is that close. */
export function nearest(word: string, known: readonly string[]): string | null {
  let best: string | null = null;
  let bestDistance = Math.max(1, Math.floor(word.length * 0.4)) + 1;
  for (const candidate of known) {
    if (Math.abs(candidate.length - word.length) >= bestDistance) continue;
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}

/** Insertions, deletions and replacements that turn one word into the other. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
