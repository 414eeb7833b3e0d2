import { expect, it } from 'vitest';
import { typeset } from '../../src/locale/typography.ts';
import { longestWord } from '../../src/ui/proposal/longest-word.ts';

it('a title is set smaller for its longest word, the short one that is never parted from it included', () => {
  expect(longestWord(typeset('Двенадцать тысяч утр', 'ru'))).toBeUndefined();
  expect(longestWord('Высокопревосходительство')).toBe('--word: 24');
  expect(longestWord(typeset('О предпринимательстве', 'ru'))).toBe('--word: 21');
  expect(longestWord('Интернет-магазин и доставка')).toBeUndefined();
  expect(longestWord('Мастерская', 8)).toBe('--word: 10');
});
