import type { Finding } from './findings.ts';
import { quoted } from './findings.ts';

/** Ids of clients, people, metrics and initiatives: they become folder names and addresses. */
export const ID = /^[a-z0-9-]+$/;

const LONGEST_ID = 60;

export function isId(text: string): boolean {
  return ID.test(text) && text.length <= LONGEST_ID;
}

/** The id of an entry that may be broken otherwise; `null` when nobody could refer to it. */
export function idOf(entry: unknown): string | null {
  const { id } = (entry ?? {}) as { id?: unknown };
  return typeof id === 'string' && isId(id) ? id : null;
}

export const ID_EXPECTED = {
  ru: 'строчные латинские буквы, цифры и дефис, не больше 60 знаков',
  en: 'lower-case Latin letters, digits and hyphens, 60 characters at most',
};

/** Says that an id stands twice, also when the two differ only by letter case. */
export function duplicateId(id: string, place: { row?: number; column?: number | string }): Finding {
  const shown = quoted(id);
  return {
    code: 'duplicate-id',
    severity: 'error',
    ...place,
    found: { ru: `${shown.ru} второй раз`, en: `${shown.en} a second time` },
    expected: { ru: 'каждый id один раз', en: 'every id once' },
    mend: { ru: 'дайте одной из записей другой id', en: 'give one of the two another id' },
  };
}
