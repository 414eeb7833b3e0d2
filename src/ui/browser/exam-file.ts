import { hashOf } from '../../exams/canonical.ts';
import type { Answer, AnswersFile, ExamForm } from '../../types/exam.ts';
import type { Locale } from '../../types/locale.ts';

/** What the page's script knows of its form. */
export type FormHead = Omit<ExamForm, 'questions' | 'cases'> & { count: number; pageLocale: Locale };

/** The file the trainee hands in, sealed by the hash of its own contents. */
export function answersFile(
  head: FormHead,
  started: string | null,
  exported: string,
  answers: Record<string, Answer>,
): AnswersFile {
  const file: Omit<AnswersFile, 'hash'> = {
    kind: 'accountpress-answers',
    schema: 1,
    form: head.token,
    exam: head.exam,
    version: head.version,
    attempt: head.attempt,
    trainee: head.trainee,
    formHash: head.hash,
    started,
    exported,
    answers,
  };
  return { ...file, hash: hashOf(file) };
}

export const fileName = ({ exam, trainee, attempt }: FormHead): string => `exam-${exam}-${trainee}-${attempt}.json`;
