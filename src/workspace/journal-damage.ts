import type { z } from 'zod';
import type { LocalText } from '../types/locale.ts';
import { quoted, type Finding } from './findings.ts';

/** What is wrong with a row, told for a person. */
export type RowDamage = Pick<Finding, 'found' | 'expected' | 'mend'>;

/** What git writes between the two sides of a merge that it leaves to a person. */
export const MERGE_MARK = /^(?:<{7}|\|{7}|={7}|>{7})(?: |\r?$)/;

/**
 * A row of a journal that tells nothing of its own: a mark of an unfinished merge, or an empty line; `null` for others.
 * @param each what every record tells of, which is why none of them may go
 */
export function strayRow(row: string, each: { ru: string; en: string }): RowDamage | null {
  if (row.trim() === '') return { found: EMPTY, expected: RECORD, mend: REMOVE };
  if (!MERGE_MARK.test(row)) return null;
  return {
    found: quoted(row),
    expected: { ru: 'журнал без пометок слияния git', en: 'a ledger without the marks of a merge in git' },
    mend: {
      ru: `удалите только строки с пометками и оставьте записи обеих сторон: ${each.ru}`,
      en: `remove the marks alone and keep the records of both sides: ${each.en}`,
    },
  };
}

const EMPTY: LocalText = { ru: 'пустая строка', en: 'an empty line' };

const REMOVE: LocalText = { ru: 'удалите её', en: 'remove it' };

/** Of every row that is to be a record. */
export const RECORD: LocalText = { ru: 'одна запись JSON на строку', en: 'one JSON record a line' };

export const RESTORE: LocalText = {
  ru: 'верните строку из git: журнал пишут только команды, и только в конец',
  en: 'restore the line from git: only commands write the ledger, and only at its end',
};

/** Of a row whose kind or fields alone are unknown: what an earlier release sees of a later one's journal. */
export const UPDATE: LocalText = {
  ru: 'если строку написала более новая версия программы, обновите её и здесь; иначе верните строку из git',
  en: 'if a newer version of the program wrote the line, update it here too; else restore the line from git',
};

/** What to do with a row that is JSON and no record, by what is wrong with it. */
export function mendOfRecord(value: unknown, issues: readonly z.core.$ZodIssue[]): LocalText {
  const kindNamed = typeof (value as { type?: unknown } | null)?.type === 'string';
  const later = issues.every(
    ({ code, path }) => code === 'unrecognized_keys' || (kindNamed && path.length === 1 && path[0] === 'type'),
  );
  return later ? UPDATE : RESTORE;
}
