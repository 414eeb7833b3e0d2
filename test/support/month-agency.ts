import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Programme } from '../../src/types/programme.ts';
import { demoBank } from '../exams/workspace.ts';
import { AGENCY_FILES, sampleHandbook } from '../handbook/sample.ts';
import { PROJECT } from './command.ts';
import { writeFiles } from './folders.ts';
import { addClient } from './workspaces.ts';

const both = (text: string) => ({ ru: text, en: text });
const person = (id: string, name: string) => ({ id, name, role: 'account manager' });
const item = (id: string, owner: string) => ({ id, title: both(id), owner });

/** The sample's week, and one that ends with the exam, the defence and the decision. */
function programme(week: string): string {
  const whole = JSON.parse(week) as Programme;
  const [track] = whole.tracks as [Programme['tracks'][0]];
  const second = {
    ...{ id: 'week-2', title: both('Week of the exam'), about: both('On your own.'), goals: [both('Lead a client')] },
    days: [
      {
        ...{ day: 3, title: both('Letters'), lessons: [], checklists: [], exams: ['demo'], meetings: [], practice: [] },
        tasks: [item('write-letter', 'trainee')],
      },
    ],
    gate: {
      ...{ id: 'alone', title: both('On one’s own') },
      requires: [
        { kind: 'gate', gate: 'ready' },
        { kind: 'item', item: 'write-letter' },
        { kind: 'exam', anyOf: ['demo'] },
        { kind: 'defence', standing: 'passed' },
      ],
    },
  };
  const alone = {
    id: 'account-manager',
    title: both('Leads clients alone'),
    about: both('Gets the first clients.'),
    requires: [{ kind: 'gate', gate: 'alone' }],
  };
  const stages = track.stages.map((stage) => ({
    ...stage,
    days: stage.days.map((day) => ({ ...day, exams: [] })),
  }));
  const own = { ...track, stages: [...stages, second], decisions: [...track.decisions, alone] };
  const exams = [{ id: 'demo', title: both('Sample exam') }];
  return JSON.stringify({ ...whole, exams, tracks: [own] });
}

/** What begins the record of its trainee: words of `npm run trainee`. */
export const NEW_ANNA: readonly string[] = [
  ...['new', 'anna', '--name', 'Анна Котова | Anna Kotova', '--start', '2026-11-02'],
  ...['--mentor', 'olga', '--manager', 'ivan'],
];

/** An agency with a handbook of two lessons, a programme of two weeks, one exam of every type, and one trainee-to-be. */
export async function writeMonthAgency(root: string): Promise<void> {
  const handbook = sampleHandbook();
  const course = 'content/handbook/programme.json';
  handbook.set(course, programme(handbook.get(course)!));
  const defence = 'content/handbook/defence.yaml';
  const people = [
    person('olga', 'Olga Marsh'),
    person('ivan', 'Ivan Reed'),
    person('denis', 'Denis Ash'),
    person('vera', 'Vera Hill'),
  ];
  await addClient(root, 'workshop', 'en');
  await writeFiles(root, [
    ...AGENCY_FILES,
    ...handbook,
    [defence, await readFile(join(PROJECT, defence))],
    ['data/people.json', JSON.stringify(people)],
    ['data/onboarding/duties.json', JSON.stringify({ it: ['denis'], heads: { seo: 'vera' } })],
    ['data/exams/demo.yaml', demoBank],
  ]);
}
