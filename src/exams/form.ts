import type { ExamBank, ExamForm, Question } from '../types/exam.ts';
import type { Locale } from '../types/locale.ts';
import { hashOf } from './canonical.ts';
import { keyFree, type Naming } from './key-free.ts';
import { opaque } from './random.ts';

/** What one attempt is, apart from its questions. */
export interface Sitting {
  attempt: number;
  trainee: string;
  traineeName: string;
  locale: Locale;
  /** ISO moments. */
  opens: string;
  closes: string;
  /** With the extension. */
  minutes: number;
  extension: number;
}

/** Names of a form's parts, which only the seed can lead back to the bank. */
export const hidden =
  (seed: string): Naming =>
  (...what) =>
    opaque(seed, ...what);

/**
 * The form of one attempt: the same bank, seed, questions and sitting always give the same form, byte for byte.
 * @param questions bank ids in the order of the form; throws a RangeError for one the bank does not hold
 */
export function layForm(bank: ExamBank, seed: string, questions: readonly string[], sitting: Sitting): ExamForm {
  const { locale, ...rest } = sitting;
  const drawn = questions.map((id) => questionOf(bank, id));
  const told = [...new Set(drawn.flatMap((question) => (question.case === undefined ? [] : [question.case])))];
  const sections = sectionsOf(bank, drawn, locale);
  const form: Omit<ExamForm, 'hash'> = {
    schema: 1,
    token: tokenOf(seed),
    exam: bank.id,
    version: bank.version,
    ...rest,
    locale,
    title: bank.title[locale],
    about: bank.about[locale],
    clock: bank.policy.clock,
    passMark: bank.policy.passMark,
    passMarkReason: bank.policy.passMarkReason[locale],
    ...(sections.length === 0 ? {} : { sections }),
    partial: bank.policy.partial,
    cases: told.map((id) => bank.cases.find((one) => one.id === id)!.stem[locale]),
    questions: drawn.map((question) => {
      const free = keyFree(question, locale, seed, hidden(seed));
      return question.case === undefined ? free : { ...free, case: told.indexOf(question.case) };
    }),
  };
  return { ...form, hash: hashOf(form) };
}

/** Topics of the drawn questions that have a pass mark of their own. */
function sectionsOf({ topics, policy }: ExamBank, drawn: readonly Question[], locale: Locale) {
  return topics.flatMap(({ id, title }) => {
    const passMark = policy.sectionPassMarks[id];
    const isDrawn = drawn.some(({ topic }) => topic === id);
    return passMark === undefined || !isDrawn ? [] : [{ title: title[locale], passMark }];
  });
}

/** Folder of the form's page: 128 bits that follow from the seed and tell nothing of it. */
export const tokenOf = (seed: string): string =>
  [opaque(seed, 'token', '1'), opaque(seed, 'token', '2'), opaque(seed, 'token', '3')].join('').slice(0, 32);

export function questionOf(bank: Pick<ExamBank, 'questions' | 'id'>, id: string): Question {
  const question = bank.questions.find((one) => one.id === id);
  if (!question) throw new RangeError(`No question ${id} in the bank ${bank.id}`);
  return question;
}
