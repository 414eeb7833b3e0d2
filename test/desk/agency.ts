import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import type { ItemResult } from '../../src/types/exam.ts';
import type { TraineeEvent } from '../../src/types/trainee.ts';
import { PROJECT } from '../support/command.ts';
import { writeFiles } from '../support/folders.ts';
import { addClient } from '../support/workspaces.ts';

/** Words of the bank's key: none of them may ever be published. */
export const CANARY = 'канарейка';

const COPIED = [
  ...['data/agency.json', 'data/people.json', 'data/people', 'data/brand', 'data/onboarding'],
  ...['content/handbook/checklists', 'content/handbook/programme.json', 'content/handbook/defence.yaml'],
];

const both = (text: string): string => `{ru: "${text}", en: "${text}"}`;

const BANK = `
id: seo
version: "1"
title: {ru: "SEO", en: "SEO"}
about: ${both('Экзамен')}
topics: [{id: index, title: {ru: "Индексация", en: "Indexing"}}]
policy: {blueprint: [{topic: index, count: 1}], passMark: "0.7", passMarkReason: ${both('Так решили')}, attempts: 5, waitingDays: [3, 7], counting: highest, minutes: 30, windowHours: 48, partial: {multiple: all-or-nothing, matching: per-pair, ordering: per-neighbour, cloze: per-gap}, release: scores}
questions:
  - id: robots
    topic: index
    difficulty: 2
    type: single
    stem: ${both(`${CANARY} вопрос`)}
    explanation: ${both(`${CANARY} объяснение`)}
    options:
      - {id: a, text: ${both(`${CANARY} верно`)}, correct: true}
      - {id: b, text: ${both('неверно')}}
`;

const moment = (day: string, time = '09:00'): string => `${day}T${time}:00.000Z`;

/** One attempt as the exam's commands write it. */
function attempt(trainee: string, number: number, day: string, passed: boolean): TraineeEvent[] {
  const form = `form-${number}`;
  const base = { by: 'dina-safina', exam: 'seo', attempt: number, form };
  const score = passed ? '1.0000' : '0.0000';
  const item: ItemResult = {
    ...{ question: 'robots', topic: 'index', difficulty: 2, state: passed ? 'right' : 'wrong' },
    ...{ share: passed ? '1' : '0', reason: { rule: 'all-or-nothing' }, chosen: [passed ? 'a' : 'b'] },
  };
  return [
    {
      ...{ ...base, at: moment(day), type: 'exam-issued', version: '1', bankHash: 'b', formHash: 'f', locale: 'ru' },
      ...{ opens: moment(day), closes: moment(day, '20:00'), minutes: 30, extension: 0, graceMinutes: 5 },
      ...{ clock: 'opening', questions: ['robots'], overrides: [] },
    },
    {
      ...{
        ...base,
        at: moment(day, '10:00'),
        type: 'exam-submitted',
        received: moment(day, '10:00'),
        answersHash: 'a',
      },
      ...{ late: null, claimedMinutes: 20, overTime: false, accepted: null },
    },
    {
      ...{
        ...base,
        at: moment(day, '10:05'),
        type: 'exam-graded',
        cause: 'submission',
        reason: null,
        certificate: passed ? { id: `seo-${trainee}`, from: day, until: null } : null,
      },
      result: {
        ...{
          exam: 'seo',
          version: '1',
          trainee,
          attempt: number,
          form,
          status: 'graded',
          items: [item],
          passed,
          score,
        },
        ...{ sections: [{ topic: 'index', share: passed ? '1' : '0', score, passMark: null, passed: true }] },
        ...{ share: passed ? '1' : '0', passMark: '0.7', against: passed ? [] : ['score'] },
      },
      standing: { method: 'highest', score, passed, attempts: number },
    },
  ];
}

const signoff = (day: string, by: string, item: string, evidence?: string): TraineeEvent => ({
  ...{ at: moment(day), by, type: 'signoff', item },
  ...(evidence === undefined ? {} : { evidence }),
});

const scores = (day: string, by: string, points: number, agreed: boolean): TraineeEvent => ({
  ...{ at: moment(day), by, type: 'score', agreed },
  levels: Object.fromEntries(['goal', 'tasks', 'money', 'risks', 'communication', 'answers'].map((id) => [id, points])),
});

/** Decided, after a failed first exam, with a defence scored by two and feedback of one side. */
const VERA: TraineeEvent[] = [
  signoff('2026-10-05', 'anna-lebedeva', 'fd-login'),
  signoff('2026-10-08', 'anna-lebedeva', 'task-brief', 'https://tracker.lotsman.example/t/7'),
  ...attempt('vera-orlova', 1, '2026-10-20', false),
  ...attempt('vera-orlova', 2, '2026-10-26', true),
  scores('2026-10-29', 'anna-lebedeva', 3, false),
  scores('2026-10-29', 'ilya-gromov', 2, false),
  scores('2026-10-29', 'anna-lebedeva', 3, true),
  {
    at: moment('2026-10-29'),
    by: 'anna-lebedeva',
    type: 'feedback',
    from: 'mentor',
    day: 25,
    answers: { ready: '4', word: '5', strong: 'Письма', grow: 'Медиаплан' },
  },
  {
    at: moment('2026-10-30'),
    by: 'maksim-orlov',
    type: 'decision',
    outcome: 'department',
    department: 'ppc',
    reason: 'Сама попросилась в рекламу',
    signed: { mentor: 'anna-lebedeva', manager: 'maksim-orlov' },
  },
];

/** Waits after a failed exam; IT is late; one of two has scored. */
const OLEG: TraineeEvent[] = [
  signoff('2026-11-02', 'dina-safina', 'fd-login'),
  ...attempt('oleg-ryabov', 1, '2026-11-03', false),
  scores('2026-11-03', 'dina-safina', 3, false),
];

const person = (name: string, start: string, mentor: string): string =>
  JSON.stringify({
    name: { ru: name, en: name },
    locale: 'ru',
    track: 'account-manager',
    start,
    mentor,
    manager: 'maksim-orlov',
  });

const ledger = (events: TraineeEvent[]): string => events.map((event) => `${JSON.stringify(event)}\n`).join('');

/** An agency with two trainees, an exam and one client who has nothing yet. */
export async function writeTraining(root: string): Promise<void> {
  for (const file of COPIED) await cp(join(PROJECT, file), join(root, file), { recursive: true });
  await addClient(root, 'workshop', 'ru');
  await writeFiles(root, [
    ['data/exams/seo.yaml', BANK],
    ['data/trainees/vera-orlova/trainee.json', person('Вера Орлова', '2026-10-05', 'anna-lebedeva')],
    ['data/trainees/vera-orlova/ledger.jsonl', ledger(VERA)],
    ['data/trainees/oleg-ryabov/trainee.json', person('Олег Рябов', '2026-11-02', 'dina-safina')],
    ['data/trainees/oleg-ryabov/ledger.jsonl', ledger(OLEG)],
  ]);
}
