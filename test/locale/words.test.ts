import { expect, it } from 'vitest';
import { words } from '../../src/locale/words.ts';

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

it('works are summed up with how many are done, where not all are', () => {
  const told = (done: number, hours: string | null) =>
    (['ru', 'en'] as const).map((locale) => plain(words(locale).work.sum(4, hours, done)));
  expect(told(4, null)).toEqual(['4 работы', '4 pieces of work']);
  expect(told(2, null)).toEqual(['4 работы, готово 2', '4 pieces of work, 2 done']);
  expect(plain(words('ru').work.sum(21, '61,5 ч', 20))).toBe('21 работа, готово 20, 61,5 ч');
  expect(plain(words('en').work.sum(21, '61.5 h', 21))).toBe('21 pieces of work, 61.5 h');
});
