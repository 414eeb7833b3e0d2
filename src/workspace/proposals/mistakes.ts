import { ID_EXPECTED } from '../ids.ts';
import { quoted, type Finding } from '../findings.ts';

/** What is wrong with a proposal as a whole. */

const error = { severity: 'error' as const };

export const noFrontmatter = (): Finding => ({
  ...error,
  code: 'proposal-without-frontmatter',
  row: 1,
  found: { ru: 'предложение без шапки', en: 'a proposal without its head' },
  expected: {
    ru: 'первые строки: ---, number: …, prospect: …, ---',
    en: 'the first lines: ---, number: …, prospect: …, ---',
  },
  mend: {
    ru: 'создайте образец: npm run new -- proposal <id> и перенесите шапку из него',
    en: 'make an example with npm run new -- proposal <id> and take its head',
  },
});

export const endsBeforeItBegins = ({ date, validUntil }: { date: string; validUntil: string }): Finding => ({
  ...error,
  code: 'validity-before-date',
  found: quoted(validUntil),
  expected: { ru: `день не раньше даты предложения, ${date}`, en: `a day not before the proposal's date, ${date}` },
  mend: { ru: 'исправьте validUntil или date', en: 'correct validUntil or date' },
});

export const twoEstimates = (table: string): Finding => ({
  ...error,
  code: 'two-estimates',
  found: { ru: `строки сметы и здесь, и в ${table}`, en: `lines of the estimate both here and in ${table}` },
  expected: { ru: 'смета в одном месте', en: 'the estimate in one place' },
  mend: { ru: 'удалите estimate.lines или таблицу', en: 'remove estimate.lines or the table' },
});

export const noEstimate = (table: string): Finding => ({
  ...error,
  code: 'no-estimate',
  found: { ru: 'сметы нет', en: 'no estimate' },
  expected: { ru: `${table} или поле estimate.lines`, en: `${table} or the field estimate.lines` },
  mend: { ru: 'добавьте строки сметы', en: 'add the lines of the estimate' },
});

export const badName = (name: string): Finding => ({
  ...error,
  code: 'bad-id',
  found: quoted(name),
  expected: { ru: `имя файла: ${ID_EXPECTED.ru}, и .mdx`, en: `a file name: ${ID_EXPECTED.en}, and .mdx` },
  mend: { ru: 'переименуйте файл', en: 'rename the file' },
});

export const strayEstimate = (id: string): Finding => ({
  code: 'unknown-proposal',
  severity: 'warning',
  found: quoted(id),
  expected: { ru: `предложение content/proposals/${id}.mdx`, en: `the proposal content/proposals/${id}.mdx` },
  mend: {
    ru: 'переименуйте папку по id предложения или удалите её',
    en: 'name the folder after the proposal or remove it',
  },
});

export const sameNumber = (number: string, version: number, other: string): Finding => ({
  ...error,
  code: 'duplicate-number',
  found: { ru: `${number}, версия ${version}: как в ${other}`, en: `${number}, version ${version}: as in ${other}` },
  expected: { ru: 'каждый номер с версией один раз', en: 'every number with its version once' },
  mend: { ru: 'дайте одному из предложений другой номер', en: 'give one of the proposals another number' },
});
