import { describe, expect, it } from 'vitest';
import { toldAnswer, toldKey } from '../../src/exams/told-answer.ts';
import * as q from './questions.ts';

describe('what a trainee reads after an exam', () => {
  it.each([
    ['one of several', q.SINGLE, 'b', ['b'], ['b']],
    ['some of several', q.MULTIPLE, ['a', 'e'], ['a', 'e'], ['a', 'b', 'c']],
    ['true or false', q.TRUE_FALSE, true, ['True'], ['False']],
    ['a number', q.NUMBER, '12', ['12'], ['12.5 ± 0.5 %']],
    ['a word', q.TEXT, 'bill', ['bill'], ['invoice']],
    [
      'pairs',
      q.MATCHING,
      { a: 'b', c: 'x' },
      ['left a — right b', 'left c — item x'],
      ['left a — right a', 'left b — right b', 'left c — right c', 'left d — right d'],
    ],
    [
      'an order',
      q.ORDERING,
      { c: '1', a: '2' },
      ['1. item c', '2. item a'],
      ['1. item a', '2. item b', '3. item c', '4. item d'],
    ],
    ['gaps', q.CLOZE, { g1: 'oak', g3: 'p' }, ['1) oak', '3) item p'], ['1) fir', '2) pine', '3) item q']],
  ])('is the answer and the key in words: %s', (_what, question, answer, told, key) => {
    expect(toldAnswer(question, answer, 'en')).toEqual(told);
    expect(toldKey(question, 'en')).toEqual(key);
    expect(toldAnswer(question, undefined, 'en')).toEqual([]);
  });

  it('is written as Russians write it in Russian', () => {
    expect(toldKey(q.NUMBER, 'ru')).toEqual(['12,5 ± 0,5 %']);
    expect(toldKey(q.TRUE_FALSE, 'ru')).toEqual(['Неверно']);
    const bare = { ...q.NUMBER, answer: { value: '12.5', tolerance: '0', unit: null } } as unknown as typeof q.NUMBER;
    expect(toldKey(bare, 'ru')).toEqual(['12,5']);
    expect(toldKey(q.TEXT, 'ru')).toEqual(['Счёт-фактура', 'счёт фактура']);
  });
});
