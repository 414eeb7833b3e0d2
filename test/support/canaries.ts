import type { TraineeEvent } from '../../src/types/trainee.ts';

/** What may never be published, nor stand on the desk: everything that tells or weighs a key. */
export const KEY = /canary|канарейк|48\D?151|7[.,]6543|0[.,]0625/;
/** What mentors read: on the desk, and in nothing that is published. */
export const MENTORS = /goldfinch|щегол/;
/** Questions: of a drawn one its form's page tells, of the others nothing does. */
export const DRAWN = /linnet|коноплянк/;
export const UNDRAWN = /siskin|чижик/;

/** Long enough to be known for what they are wherever they stand. */
export const PHRASES = {
  explanation: 'The canary explains to nobody but the mentor why the second answer is right.',
  model: 'A canary model answer names the fact, then the reason, and then the plan for tomorrow.',
  why: 'This canary option is wrong because the window of attribution was forgotten altogether.',
  rubric: 'The canary level is given when all three parts stand in the right order and calmly.',
  listen: 'A goldfinch of an answer counts the hours first and only then goes to the client.',
  reason: 'The goldfinch of a reason: he keeps his word, and counts the money before he promises it.',
};

const both = (en: string, ru = 'канарейка по-русски'): string => `{ru: "${ru}", en: "${en}"}`;
const common = (id: string, type: string, stem: string): string =>
  `  - {id: ${id}, topic: t, difficulty: ${stem === 'siskin' ? 3 : 1}, type: ${type}, stem: ${both(`The ${stem} ${id}`, stem === 'siskin' ? 'Чижик' : 'Коноплянка')}, explanation: ${both(PHRASES.explanation)}`;

const option = (id: string, correct: boolean): string =>
  `{id: canary-${id}, text: ${both(`linnet option ${id}`, 'коноплянка')}, correct: ${String(correct)}, why: ${both(PHRASES.why)}}`;

const RUBRIC = `[{id: canary-fact, title: ${both('canary criterion')}, points: 2, levels: [{points: 2, text: ${both(PHRASES.rubric)}}, {points: 0, text: ${both('canary absent')}}]}]`;

/** A bank of every type: only its first difficulty is drawn. */
export const CANARY_BANK = `id: demo
version: "1"
title: ${both('Sample exam', 'Проверочный экзамен')}
about: ${both('Answer alone.', 'Отвечайте сами.')}
topics: [{id: t, title: ${both('Basics', 'Основы')}}]
policy: {blueprint: [{topic: t, difficulty: 1, count: 10}], passMark: "0.7", passMarkReason: ${both('As agreed.', 'Как решили.')}, attempts: 5, waitingDays: [1], counting: highest, minutes: 45, windowHours: 24, partial: {multiple: right-minus-wrong, matching: per-pair, ordering: per-neighbour, cloze: per-gap}, certificateMonths: 12, release: explanations}
questions:
${common('single', 'single', 'linnet')}, points: "7.6543219", options: [${option('a', true)}, ${option('b', false)}]}
${common('multiple', 'multiple', 'linnet')}, options: [${option('c', true)}, ${option('d', true)}, ${option('e', false)}]}
${common('truefalse', 'truefalse', 'linnet')}, answer: false}
${common('number', 'number', 'linnet')}, answer: {value: "48151.62342", tolerance: "0.0625271"}}
${common('text', 'text', 'linnet')}, accept: {ru: [канарейка], en: [canaryword]}}
${common('matching', 'matching', 'linnet')}, pairs: [{id: canary-1, left: ${both('linnet one', 'коноплянка раз')}, right: ${both('linnet first', 'коноплянка первая')}}, {id: canary-2, left: ${both('linnet two', 'коноплянка два')}, right: ${both('linnet second', 'коноплянка вторая')}}]}
${common('ordering', 'ordering', 'linnet')}, items: [{id: canary-3, text: ${both('linnet morning', 'коноплянка утром')}}, {id: canary-4, text: ${both('linnet evening', 'коноплянка вечером')}}]}
${common('cloze', 'cloze', 'linnet').replace('The linnet cloze', 'The linnet cloze {{canary-g}}').replace('Коноплянка', 'Коноплянка {{canary-g}}')}, gaps: [{id: canary-g, accept: {ru: [канарейка], en: [canarygap]}}]}
${common('open', 'open', 'linnet')}, rubric: ${RUBRIC}, model: ${both(PHRASES.model)}}
${common('file', 'file', 'linnet')}, rubric: ${RUBRIC}, model: ${both(PHRASES.model)}}
${common('undrawn', 'single', 'siskin')}, options: [${option('f', true)}, ${option('g', false)}]}
`;

export const ORAL = `title: ${both('Oral questions', 'Устные вопросы')}
about: ${both('A goldfinch for the mentor', 'щегол')}
sections:
  - id: role
    title: ${both('Role', 'Роль')}
    questions:
      - {id: or-one, text: ${both('A goldfinch asks', 'щегол')}, listen: [${both(PHRASES.listen, 'щегол')}], worry: ${both('A goldfinch that worries', 'щегол')}}
`;

const at = (day: string): string => `${day}T09:00:00.000Z`;
const hand = (day: string, by = 'anna-lebedeva') => ({ at: at(day), by });
const levels = Object.fromEntries(['goal', 'tasks', 'money', 'risks', 'communication', 'answers'].map((id) => [id, 3]));

/** What mentors wrote down before the exam. */
export const RECORDS: TraineeEvent[] = [
  { ...hand('2026-11-02'), type: 'signoff', item: 'write-plan', evidence: 'https://tracker.example/goldfinch/7' },
  { ...hand('2026-11-02'), type: 'withdrawal', item: 'write-plan', reason: 'goldfinch: another client’s plan' },
  { ...hand('2026-11-03'), type: 'score', agreed: false, levels, note: 'goldfinch: calm, and counts' },
  { ...hand('2026-11-03'), type: 'feedback', from: 'mentor', day: 25, answers: { how: 'goldfinch and щегол' } },
  {
    ...hand('2026-11-04', 'maksim-orlov'),
    type: 'decision',
    outcome: 'stay',
    reason: PHRASES.reason,
    signed: { mentor: 'anna-lebedeva', manager: 'maksim-orlov' },
  },
  {
    ...{ ...hand('2026-11-04'), type: 'pause', since: '2026-11-09', until: '2026-11-10' },
    reason: 'goldfinch of an illness that is nobody’s business but ours',
  },
  {
    ...{ ...hand('2026-11-04', 'maksim-orlov'), type: 'assignment', role: 'mentor' },
    ...{ person: 'anna-lebedeva', before: 'ilya-gromov', reason: 'goldfinch: the two did not get on' },
  },
  {
    ...{ ...hand('2026-11-04'), type: 'retraction', reason: 'goldfinch: the answers of another' },
    of: { ...hand('2026-11-03'), type: 'feedback', from: 'mentor', day: 25 },
  },
];
