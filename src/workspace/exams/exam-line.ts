import { z } from 'zod';
import type { ExamLedgerLine } from '../../types/exam.ts';
import { mendOfRecord, RECORD, RESTORE, strayRow, type RowDamage } from '../journal-damage.ts';

const base = { at: z.iso.datetime(), by: z.string(), exam: z.string() };

const line: z.ZodType<ExamLedgerLine> = z.discriminatedUnion('type', [
  z.strictObject({ ...base, type: z.literal('version-frozen'), version: z.string(), hash: z.string() }),
  z.strictObject({ ...base, type: z.literal('question-voided'), question: z.string(), reason: z.string() }),
  z.strictObject({
    ...base,
    type: z.literal('key-corrected'),
    question: z.string(),
    version: z.string(),
    reason: z.string(),
  }),
]);

/** One row of the exams' own ledger. What it says is not quoted: the folder may be a private one. */
export function readExamLine(row: string): { line: ExamLedgerLine } | { damage: RowDamage } {
  const stray = strayRow(row, EACH);
  if (stray !== null) return { damage: stray };
  let value: unknown;
  try {
    value = JSON.parse(row);
  } catch {
    return { damage: { found: UNREADABLE, expected: RECORD, mend: RESTORE } };
  }
  const { success, data, error } = line.safeParse(value);
  if (success) return { line: data };
  const fields = [...new Set(error.issues.map(({ path }) => path.join('.') || 'type'))].join(', ');
  const expected = { ru: `запись журнала; не так поля: ${fields}`, en: `a ledger record; wrong fields: ${fields}` };
  return { damage: { found: UNREADABLE, expected, mend: mendOfRecord(value, error.issues) } };
}

const EACH = {
  ru: 'каждая — о версии банка, исключённом вопросе или исправленном ключе',
  en: 'each of them tells of a version, a void question or a corrected key',
};

const UNREADABLE = { ru: 'строка, которая не читается', en: 'a line that cannot be read' };
