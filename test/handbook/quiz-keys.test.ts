import { expect, it } from 'vitest';
import type { Question } from '../../src/types/exam.ts';
import { keyLines } from '../../src/ui/handbook/quiz-keys.ts';

const both = (text: string) => ({ ru: text, en: text });

const number = (value: string, tolerance: string): Question =>
  ({ type: 'number', answer: { value, tolerance, unit: both('₽') } }) as Question;

it('a number of a key is written as all numbers of the handbook, with the decimals its author gave it', () => {
  expect(keyLines(number('9000', '0'), 'ru')).toEqual(['9\u00a0000\u00a0₽']);
  expect(keyLines(number('1127.60', '0.05'), 'en')).toEqual(['1,127.60 ± 0.05\u00a0₽']);
});
