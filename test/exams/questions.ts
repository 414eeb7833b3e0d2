import type { Bilingual, Question } from '../../src/types/exam.ts';

/** Questions of every type for tests of marking; `both` makes a text of two languages out of one. */
export const both = (text: string): Bilingual => ({ ru: text, en: text });

const base = (id: string) => ({ id, topic: 't', difficulty: 1 as const, points: '1', stem: both(`stem of ${id}`) });
const option = (id: string, correct = false) => ({ id, text: both(id), correct, pinned: false });
const piece = (id: string) => ({ id, text: both(`item ${id}`) });

export const SINGLE: Question = {
  ...base('single'),
  type: 'single',
  options: [option('a'), option('b', true), option('c')],
};

/** Right: a, b, c; wrong: d, e. */
export const MULTIPLE: Question = {
  ...base('multiple'),
  type: 'multiple',
  options: [option('a', true), option('b', true), option('c', true), option('d'), option('e')],
};

export const TRUE_FALSE: Question = { ...base('truefalse'), type: 'truefalse', answer: false };

/** 12.5 give or take 0.5, in per cent. */
export const NUMBER: Question = {
  ...base('number'),
  type: 'number',
  answer: { value: '12.5', tolerance: '0.5', unit: both('%') },
};

export const TEXT: Question = {
  ...base('text'),
  type: 'text',
  accept: { ru: ['Счёт-фактура', 'счёт фактура'], en: ['invoice'] },
};

export const MATCHING: Question = {
  ...base('matching'),
  type: 'matching',
  pairs: ['a', 'b', 'c', 'd'].map((id) => ({ id, left: both(`left ${id}`), right: both(`right ${id}`) })),
  distractors: [piece('x')],
};

export const ORDERING: Question = {
  ...base('ordering'),
  type: 'ordering',
  items: ['a', 'b', 'c', 'd'].map(piece),
};

export const CLOZE: Question = {
  ...base('cloze'),
  stem: both('One {{g1}} and two {{g2}} and three {{g3}}'),
  type: 'cloze',
  gaps: [
    { id: 'g1', accept: { ru: ['ёлка'], en: ['fir'] } },
    { id: 'g2', accept: { ru: ['сосна'], en: ['pine'] } },
    {
      id: 'g3',
      options: [
        { ...piece('p'), correct: false },
        { ...piece('q'), correct: true },
      ],
    },
  ],
};

/** Criteria of 3 and 2 points. */
export const OPEN: Question = {
  ...base('open'),
  type: 'open',
  rubric: [
    {
      id: 'facts',
      title: both('facts'),
      points: '3',
      levels: [
        { points: '3', text: both('all') },
        { points: '0', text: both('none') },
      ],
    },
    { id: 'words', title: both('words'), points: '2', levels: [{ points: '2', text: both('good') }] },
  ],
  model: both('model'),
};

export const FILE: Question = { ...OPEN, ...base('file'), type: 'file' };

export const ALL_TYPES: readonly Question[] = [
  ...[SINGLE, MULTIPLE, TRUE_FALSE, NUMBER, TEXT],
  ...[MATCHING, ORDERING, CLOZE, OPEN, FILE],
];
