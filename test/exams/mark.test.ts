import { describe, expect, it } from 'vitest';
import { mark, type RubricPoints } from '../../src/exams/mark.ts';
import type { Answer, PartialCredit, Question } from '../../src/types/exam.ts';
import * as q from './questions.ts';

const GIVING: PartialCredit = {
  multiple: 'right-minus-wrong',
  matching: 'per-pair',
  ordering: 'per-neighbour',
  cloze: 'per-gap',
};
const STRICT: PartialCredit = {
  multiple: 'all-or-nothing',
  matching: 'all-or-nothing',
  ordering: 'all-or-nothing',
  cloze: 'all-or-nothing',
};

/** Question, answer, its share when parts count, its share when only the whole counts: reckoned by hand. */
const TABLE: [string, Question, Answer | undefined, string, string][] = [
  ['the right option', q.SINGLE, 'b', '1', '1'],
  ['a wrong option', q.SINGLE, 'a', '0', '0'],
  ['an option there is not', q.SINGLE, 'zz', '0', '0'],
  ['all three right ones', q.MULTIPLE, ['a', 'b', 'c'], '1', '1'],
  ['two of three right ones', q.MULTIPLE, ['a', 'c'], '2/3', '0'],
  ['three right and one wrong: (3 − 1) / 3', q.MULTIPLE, ['a', 'b', 'c', 'd'], '2/3', '0'],
  ['two right and one wrong: (2 − 1) / 3', q.MULTIPLE, ['a', 'b', 'e'], '1/3', '0'],
  ['everything: (3 − 2) / 3', q.MULTIPLE, ['a', 'b', 'c', 'd', 'e'], '1/3', '0'],
  ['one right and two wrong: never below nothing', q.MULTIPLE, ['a', 'd', 'e'], '0', '0'],
  ['the same option named twice', q.MULTIPLE, ['a', 'a', 'a'], '1/3', '0'],
  ['false is right', q.TRUE_FALSE, false, '1', '1'],
  ['true is wrong', q.TRUE_FALSE, true, '0', '0'],
  ['the exact number', q.NUMBER, '12.5', '1', '1'],
  ['a comma and a unit', q.NUMBER, '12,5 %', '1', '1'],
  ['on the edge below', q.NUMBER, '12', '1', '1'],
  ['on the edge above', q.NUMBER, '13.0', '1', '1'],
  ['just over the edge', q.NUMBER, '13.0000001', '0', '0'],
  ['just under the edge', q.NUMBER, '11,9999999999', '0', '0'],
  ['words for a number', q.NUMBER, 'about twelve', '0', '0'],
  ['an accepted variant', q.TEXT, 'счёт-фактура', '1', '1'],
  ['е for ё, capitals, spaces, quotation marks', q.TEXT, '  «СЧЕТ –  Фактура» ', '1', '1'],
  ['the other language', q.TEXT, 'Invoice.', '1', '1'],
  ['another word', q.TEXT, 'счёт', '0', '0'],
  ['all four pairs', q.MATCHING, { a: 'a', b: 'b', c: 'c', d: 'd' }, '1', '1'],
  ['two pairs swapped', q.MATCHING, { a: 'a', b: 'c', c: 'b', d: 'd' }, '1/2', '0'],
  ['one pair only', q.MATCHING, { c: 'c' }, '1/4', '0'],
  ['a distractor', q.MATCHING, { a: 'x', b: 'b', c: 'c', d: 'd' }, '3/4', '0'],
  ['the right order', q.ORDERING, { a: '1', b: '2', c: '3', d: '4' }, '1', '1'],
  ['the last first: two of three neighbours', q.ORDERING, { d: '1', a: '2', b: '3', c: '4' }, '2/3', '0'],
  ['the middle swapped: none', q.ORDERING, { a: '1', c: '2', b: '3', d: '4' }, '0', '0'],
  ['halves swapped: c–d and a–b', q.ORDERING, { c: '1', d: '2', a: '3', b: '4' }, '2/3', '0'],
  ['the order reversed', q.ORDERING, { d: '1', c: '2', b: '3', a: '4' }, '0', '0'],
  ['two places filled in', q.ORDERING, { a: '1', b: '2' }, '1/3', '0'],
  ['two items in each of two places: no order at all', q.ORDERING, { a: '1', b: '2', c: '1', d: '2' }, '0', '0'],
  ['one place taken twice: what stands alone counts', q.ORDERING, { a: '1', b: '2', c: '3', d: '1' }, '1/3', '0'],
  ['one place written in two ways', q.ORDERING, { a: '1', b: '2', c: '01', d: '02' }, '0', '0'],
  ['all gaps', q.CLOZE, { g1: 'Елка', g2: 'pine', g3: 'q' }, '1', '1'],
  ['two of three gaps', q.CLOZE, { g1: 'ёлка', g2: 'берёза', g3: 'q' }, '2/3', '0'],
  ['one gap, the others empty', q.CLOZE, { g1: '', g2: '', g3: 'q' }, '1/3', '0'],
  ...q.ALL_TYPES.map((one): (typeof TABLE)[number] => ['nothing at all', one, undefined, '0', '0']),
  ['an empty text', q.TEXT, '  ', '0', '0'],
  ['an empty list', q.MULTIPLE, [], '0', '0'],
];

describe('marking by hand-reckoned shares', () => {
  it.each(TABLE)('%s (%#)', (_, question, answer, giving, strict) => {
    expect(mark(question, answer, GIVING).share).toBe(giving);
    expect(mark(question, answer, STRICT).share).toBe(strict);
  });

  it.each<[string, RubricPoints, string | null]>([
    ['both criteria full', { facts: '3', words: '2' }, '1'],
    ['one and a half of three, one of two: 2.5 / 5', { facts: '1.5', words: '1' }, '1/2'],
    ['nothing', { facts: '0', words: '0' }, '0'],
    ['one criterion still empty', { facts: '3', words: null }, null],
    ['no sheet yet', {}, null],
  ])('an open answer by the rubric: %s', (_, points, share) => {
    for (const question of [q.OPEN, q.FILE]) {
      const marked = mark(question, 'an answer', GIVING, points);
      expect(marked.share).toBe(share);
      expect(marked.state === 'pending').toBe(share === null);
    }
  });

  it.each<[string, Question, Answer]>([
    ['a list for a single choice', q.SINGLE, ['b']],
    ['a word for several choices', q.MULTIPLE, 'a'],
    ['a word for true or false', q.TRUE_FALSE, 'false'],
    ['a list for a number', q.NUMBER, ['12.5']],
    ['a word for pairs', q.MATCHING, 'a'],
    ['a list for an order', q.ORDERING, ['a', 'b', 'c', 'd']],
    ['a word for gaps', q.CLOZE, 'fir'],
  ])('an answer of the wrong shape earns nothing: %s', (_, question, answer) => {
    expect(mark(question, answer, GIVING).share).toBe('0');
  });

  it('is right when whole, wrong when nothing is earned, and partly right between', () => {
    const state = (answer: Answer) => mark(q.MULTIPLE, answer, GIVING).state;
    expect([state(['a', 'b', 'c']), state(['a', 'c']), state(['d', 'e'])]).toEqual(['right', 'partial', 'wrong']);
    expect(mark(q.MULTIPLE, ['a', 'c'], STRICT).state).toBe('wrong');
    expect([mark(q.SINGLE, 'b', GIVING).state, mark(q.SINGLE, 'a', GIVING).state]).toEqual(['right', 'wrong']);
  });

  it('names the rule and what was counted', () => {
    expect(mark(q.MULTIPLE, ['a', 'd'], GIVING).reason).toEqual({
      rule: 'right-minus-wrong',
      right: 1,
      wrong: 1,
      of: 3,
    });
    expect(mark(q.MATCHING, { a: 'a' }, GIVING).reason).toEqual({ rule: 'per-pair', right: 1, of: 4 });
    expect(mark(q.NUMBER, 'x', GIVING).reason).toEqual({ rule: 'not-a-number' });
    expect(mark(q.SINGLE, undefined, GIVING).state).toBe('empty');
  });
});
