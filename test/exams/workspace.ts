import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { nodeEffects } from '../../src/effects/node.ts';
import { hashOf } from '../../src/exams/canonical.ts';
import { hidden } from '../../src/exams/form.ts';
import { openRoom, type ExamRoom } from '../../src/examining/room.ts';
import type { Answer, AnswersFile, ExamForm } from '../../src/types/exam.ts';
import { scratchFolder, writeFiles } from '../support/folders.ts';
import { AGENCY } from '../support/workspaces.ts';

const person = (id: string, ru: string, en: string) => ({ id, name: { ru, en }, role: 'руководитель' });

const trainee = (ru: string, en: string, locale: 'ru' | 'en') =>
  JSON.stringify({
    name: { ru, en },
    locale,
    track: 'account-manager',
    start: '2026-11-02',
    mentor: 'olga',
    manager: 'ivan',
  });

export const demoBank = await readFile(join(import.meta.dirname, 'fixtures', 'demo.yaml'), 'utf8');

/** An agency with two trainees and the bank `demo`; removed when the test ends. */
export async function examWorkspace(changes: Record<string, string> = {}): Promise<string> {
  const root = await scratchFolder('exams');
  await writeExamWorkspace(root, changes);
  return root;
}

export async function writeExamWorkspace(root: string, changes: Record<string, string> = {}): Promise<void> {
  const files = {
    'data/agency.json': JSON.stringify(AGENCY),
    'data/people.json': JSON.stringify([person('olga', 'Ольга', 'Olga'), person('ivan', 'Иван', 'Ivan')]),
    'data/trainees/anna/trainee.json': trainee('Анна Котова', 'Anna Kotova', 'ru'),
    'data/trainees/boris/trainee.json': trainee('Борис Лис', 'Boris Fox', 'en'),
    'data/exams/demo.yaml': demoBank,
    ...changes,
  };
  await writeFiles(root, Object.entries(files));
}

/** A room whose clock stands at a moment and whose secret is known. */
export async function roomAt(root: string, now: string, env: Record<string, string> = {}): Promise<ExamRoom> {
  const effects = { ...nodeEffects(), now: () => new Date(now), env: { EXAM_SECRET: SECRET, ...env } };
  return openRoom(root, effects);
}

export const SECRET = 'a secret of the tests';

/** Right answers to the questions of the fixture, in the bank's ids. */
export const RIGHT: Record<string, Answer> = {
  'single-1': 'a',
  'single-2': 'a',
  'single-3': 'a',
  'multiple-1': ['a', 'b'],
  'truefalse-1': false,
  'text-1': 'ctr',
  'number-1': '2',
  'number-2': '1875',
  'matching-1': { ctr: 'ctr', cpc: 'cpc', cr: 'cr' },
  'ordering-1': { a: '1', b: '2', c: '3', d: '4' },
  'cloze-1': { when: 'a', act: 'в конце месяца' },
  'open-1': 'Здравствуйте!',
};

/**
 * The file the page of a form would save.
 * @param answers in the bank's ids; `seed` leads them to the form's names
 */
export function answersFor(form: ExamForm, seed: string, answers: Record<string, Answer>, exported: string): string {
  const name = hidden(seed);
  const renamed = Object.entries(answers).flatMap(([id, answer]) => {
    const question = name('question', id);
    return form.questions.some((one) => one.id === question) ? [[question, renamedAnswer(id, answer, name)]] : [];
  });
  const file: Omit<AnswersFile, 'hash'> = {
    kind: 'accountpress-answers',
    schema: 1,
    form: form.token,
    exam: form.exam,
    version: form.version,
    attempt: form.attempt,
    trainee: form.trainee,
    formHash: form.hash,
    started: form.opens,
    exported,
    answers: Object.fromEntries(renamed) as Record<string, Answer>,
  };
  return JSON.stringify({ ...file, hash: hashOf(file) }, null, 2);
}

function renamedAnswer(id: string, answer: Answer, name: ReturnType<typeof hidden>): Answer {
  if (typeof answer === 'boolean') return answer;
  if (Array.isArray(answer)) return answer.map((one) => name('option', id, one));
  if (typeof answer === 'string') return id.startsWith('single') ? name('option', id, answer) : answer;
  return Object.fromEntries(
    Object.entries(answer).map(([part, value]) => {
      if (id.startsWith('matching')) return [name('left', id, part), name('right', id, value)];
      if (id.startsWith('ordering')) return [name('option', id, part), value];
      return [name('gap', id, part), part === 'when' ? name('gap-option', id, part, value) : value];
    }),
  );
}
