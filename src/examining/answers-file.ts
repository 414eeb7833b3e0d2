import { z } from 'zod';
import { hashOf } from '../exams/canonical.ts';
import type { AnswersFile } from '../types/exam.ts';
import { ExamRefused } from './refused.ts';

const answer = z.union([
  z.string().max(50_000),
  z.boolean(),
  z.array(z.string().max(200)).max(100),
  z.record(z.string().max(200), z.string().max(2000)),
]);

/** Told to the mentor when the file is refused: signs that steer a terminal would rewrite what it says. */
const name = z.string().regex(/^\P{C}{1,200}$/u);

const schema: z.ZodType<AnswersFile> = z.strictObject({
  kind: z.literal('accountpress-answers'),
  schema: z.literal(1),
  form: name,
  exam: name,
  version: name,
  attempt: z.int().min(1),
  trainee: name,
  formHash: z.string(),
  started: z.iso.datetime().nullable(),
  exported: z.iso.datetime(),
  answers: z.record(z.string(), answer),
  hash: z.string(),
});

/** Larger than any answers can be, and small enough to be read without thought. */
const MOST_BYTES = 5_000_000;

/**
 * Reads what a trainee handed in. Throws `ExamRefused`: `not-answers` for anything else, `edited` when the contents do
 * not fit their own hash.
 * @param name of the file, for the message
 */
export function readAnswersFile(bytes: Uint8Array, name: string): AnswersFile {
  if (bytes.length > MOST_BYTES) throw notAnswers(name, `${bytes.length} B`);
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes));
  } catch {
    throw notAnswers(name, 'JSON');
  }
  const read = schema.safeParse(value);
  if (!read.success) {
    const fields = [...new Set(read.error.issues.map(({ path }) => path.join('.') || '—'))].slice(0, 5).join(', ');
    throw notAnswers(name, fields);
  }
  if (hashOf(read.data) !== read.data.hash) {
    throw new ExamRefused('edited', {
      ru: `${name}: содержимое изменено после выгрузки со страницы экзамена. Попросите файл, выгруженный кнопкой, без правок`,
      en: `${name}: the contents were edited after the exam page saved them. Ask for the file as the button saved it`,
    });
  }
  return read.data;
}

const notAnswers = (name: string, what: string): ExamRefused =>
  new ExamRefused('not-answers', {
    ru: `${name}: это не файл ответов (${what})`,
    en: `${name}: this is no answers file (${what})`,
  });
