import { expect, it } from 'vitest';
import { mark } from '../../src/exams/mark.ts';
import type { Answer, Question } from '../../src/types/exam.ts';
import { keyLines, markable } from '../../src/ui/handbook/quiz-keys.ts';
import { both, MULTIPLE, NUMBER, SINGLE, TEXT } from '../exams/questions.ts';

const number = (value: string, tolerance: string): Question =>
  ({ type: 'number', answer: { value, tolerance, unit: both('₽') } }) as Question;

it('a number of a key is written as all numbers of the handbook, with the decimals its author gave it', () => {
  expect(keyLines(number('9000', '0'), 'ru')).toEqual(['9\u00a0000\u00a0₽']);
  expect(keyLines(number('1127.60', '0.05'), 'en')).toEqual(['1,127.60 ± 0.05\u00a0₽']);
});

it.each<[string, Question, Answer]>([
  ['a number with its unit', NUMBER, '12,5 %'],
  ['a number with a unit of its own', number('9000', '0'), '9 000 ₽'],
  ['a word', TEXT, 'счет-фактура'],
  ['a choice', SINGLE, 'b'],
  ['several', MULTIPLE, ['a', 'b', 'c']],
])('what a page knows of the key is enough to mark %s right', (_, question, answer) => {
  expect(mark(question, answer).state).toBe('right');
  expect(mark(markable(question), answer).state).toBe('right');
});
