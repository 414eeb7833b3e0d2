import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { seedOf } from '../../src/exams/random.ts';
import { gradeFile, type GradeOutcome } from '../../src/examining/grade.ts';
import { issueExam, type Issued, type IssueRequest } from '../../src/examining/issue.ts';
import { ExamRefused } from '../../src/examining/refused.ts';
import type { Answer } from '../../src/types/exam.ts';
import { answersFor, demoBank, roomAt, SECRET } from './workspace.ts';

/** What a mentor and a trainee do with the exam of the tests, one step after another. */

/** Moments of the tests; the form opens at ten in Moscow. */
export const OPENS = '2026-11-23T07:00:00.000Z';
export const SENT = '2026-11-23T07:40:00.000Z';
/** 45 minutes and ten of grace are over. */
export const LATE = '2026-11-23T07:56:00.000Z';

/** Without open questions, so that no sheet is needed. */
export const CLOSED = demoBank.replace('    - { topic: practice, difficulty: 3, count: 1 }\n', '');

export const REQUEST: IssueRequest = {
  exam: 'demo',
  trainee: 'anna',
  locale: null,
  opens: null,
  extension: 0,
  extensionReason: '',
  override: null,
  by: null,
};

export async function issue(root: string, now: string, own: Partial<IssueRequest> = {}): Promise<Issued> {
  return issueExam(await roomAt(root, now), { ...REQUEST, ...own });
}

export const seedFor = ({ form }: Issued): string => seedOf(SECRET, form);

export async function submit(
  root: string,
  issued: Issued,
  answers: Record<string, Answer>,
  name = 'answers.json',
): Promise<string> {
  const file = join(root, name);
  await writeFile(file, answersFor(issued.form, seedFor(issued), answers, SENT));
  return file;
}

export async function grade(
  root: string,
  file: string,
  now = SENT,
  acceptLate: string | null = null,
): Promise<GradeOutcome> {
  return gradeFile(await roomAt(root, now), { file, received: null, acceptLate, by: null });
}

export const codeOf = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof ExamRefused ? error.code : `thrown: ${String(error)}`),
  );

export const ledger = (root: string, trainee = 'anna'): Promise<string> =>
  readFile(join(root, 'data/trainees', trainee, 'ledger.jsonl'), 'utf8');
