import { countryCalendar } from '../../src/calendar/country-calendar.ts';
import type { Hand } from '../../src/onboarding/sign.ts';
import { traineeState, type Course, type TraineeState } from '../../src/onboarding/state.ts';
import type { Defence, Duties, Item, Stage } from '../../src/types/programme.ts';
import type { Trainee, TraineeEvent } from '../../src/types/trainee.ts';

const both = (text: string) => ({ ru: text, en: text });

export const item = (id: string, more: Partial<Item> = {}): Item => ({
  ...{ id, title: both(id), owner: 'trainee', required: true, evidence: 'none' },
  ...more,
});

const day = (number: number, tasks: Item[], checklists: string[] = []) => ({
  ...{ day: number, title: both(`day ${number}`), lessons: [], meetings: [], practice: [], exams: [] },
  ...{ tasks, checklists },
});

const stage = (id: string, days: Stage['days'], requires: Stage['gate']['requires']): Stage => ({
  ...{ id, title: both(id), about: both(''), goals: [both('')], days },
  gate: { id: `gate-${id}`, title: both(`gate ${id}`), requires },
});

const question = (id: string, kind: 'scale' | 'text') => ({ id, kind, text: both(id) });
const questions = {
  mentor: [question('ready', 'scale'), question('grow', 'text')],
  trainee: [question('load', 'scale')],
};

export const DEFENCE: Defence = {
  ...{ id: 'defence', title: both(''), about: both(''), plan: [both('')], passMark: 70, passMarkReason: both('') },
  criteria: [
    { id: 'goal', weight: 60, floor: 1 },
    { id: 'money', weight: 40 },
  ].map((one) => ({
    ...{ ...one, title: both(one.id), about: both('') },
    levels: [0, 1, 2, 3].map((points) => ({ points, title: both(`${points}`), text: both('') })),
  })),
};

/** Two weeks: the first asks for a list and a link, the second for an exam and the defence. */
export const COURSE: Course = {
  track: {
    ...{ id: 'account-manager', title: both('Менеджер'), about: both('') },
    stages: [
      stage(
        'one',
        [day(1, [item('read')], ['first']), day(5, [item('brief', { evidence: 'link' })])],
        [
          { kind: 'checklist', checklist: 'first' },
          { kind: 'item', item: 'brief' },
        ],
      ),
      stage(
        'two',
        [
          day(6, [item('practice', { department: 'ppc' }), item('plan', { owner: 'mentor', evidence: 'text' })]),
          day(10, []),
        ],
        [
          { kind: 'gate', gate: 'gate-one' },
          { kind: 'exam', anyOf: ['seo', 'ppc'] },
          { kind: 'defence', standing: 'passed' },
        ],
      ),
    ],
    review: { day: 15, title: both(''), about: both('') },
    feedback: [
      { day: 25, title: both(''), questions },
      { day: 85, title: both(''), questions },
    ],
    defence: { day: 9, after: 'gate-one' },
    decisions: [
      { id: 'stay', title: both('stay'), about: both(''), requires: [{ kind: 'defence', standing: 'agreed' }] },
      { id: 'account-manager', title: both('am'), about: both(''), requires: [{ kind: 'gate', gate: 'gate-two' }] },
      { id: 'department', title: both('move'), about: both(''), requires: [{ kind: 'defence', standing: 'agreed' }] },
    ],
    closesAfter: 90,
  },
  checklists: [
    {
      ...{ id: 'first', title: both(''), about: both(''), kind: 'onboarding', signatures: [] },
      items: [
        item('login', { due: 1 }),
        item('crm', { owner: 'it', due: 2 }),
        item('vpn', { owner: 'it', due: 2, condition: { id: 'remote', title: both('remote') } }),
        item('tea', { required: false }),
      ],
    },
    {
      ...{ id: 'daily', title: both('Каждый день'), about: both(''), kind: 'daily', signatures: [] },
      items: [item('check-sum')],
    },
  ],
  defence: DEFENCE,
  calendar: countryCalendar('RU'),
  timeZone: 'Europe/Moscow',
};

export const DUTIES: Duties = { it: ['denis'], heads: { ppc: 'ilya' } };

export const OLEG: Trainee = {
  ...{ id: 'oleg', name: both('Олег'), locale: 'ru', track: 'account-manager', start: '2026-10-05' },
  ...{ mentor: 'anna', manager: 'maksim', closes: '2027-01-02', conditions: [] },
};

export const hand = (by: string, day = '2026-10-06'): Hand => ({ by, at: `${day}T09:00:00.000Z` });

export const signed = (by: string, name: string, day?: string): TraineeEvent => ({
  ...hand(by, day),
  ...{ type: 'signoff', item: name },
});

/** The gate of week one is open. */
export const WEEK_ONE = [signed('anna', 'login'), signed('denis', 'crm'), signed('anna', 'brief', '2026-10-09')];

export const state = (events: readonly TraineeEvent[], asOf = '2026-10-16', trainee = OLEG): TraineeState =>
  traineeState(trainee, events, COURSE, asOf);

/** An exam marked, as the ledger tells it. */
export const graded = (exam: string, passed: boolean, at = '2026-10-15', form = 'f'): TraineeEvent => ({
  ...hand('anna', at),
  ...{ type: 'exam-graded', exam, attempt: 1, form, cause: 'submission', reason: null },
  certificate: passed ? { id: `${exam}-oleg-1`, from: at, until: null } : null,
  result: {
    ...{ exam, version: '1', trainee: 'oleg', attempt: 1, form: 'f', status: 'graded', items: [], sections: [] },
    ...{ share: '3/4', score: '0.7500', passMark: '0.7', passed, against: [] },
  },
  standing: { method: 'highest', score: '0.7500', passed, attempts: 1 },
});

/** Points of a defence, by `goal` and `money`. */
export const scored = (by: string, goal: number, money: number, agreed = false, at?: string): TraineeEvent => ({
  ...hand(by, at ?? '2026-10-15'),
  ...{ type: 'score', agreed, levels: { goal, money } },
});
