import { describe, expect, it } from 'vitest';
import { nodeEffects } from '../../src/effects/node.ts';
import { fallbackFonts, foreignLetters } from '../../src/press/fallback-fonts.ts';
import type { BrandFont } from '../../src/types/workspace.ts';
import { PROJECT } from '../support/command.ts';

const filesFor = async (text: string, font: BrandFont): Promise<string[]> =>
  [...(await fallbackFonts(foreignLetters(text), font, PROJECT, nodeEffects())).files.keys()].sort();

describe('fonts for letters that the brand’s own files lack', () => {
  it('are none for Russian, English, Polish and the usual money', async () => {
    const usual = 'Ёлочки «и» № 1 — 5 ₽, 5 ₴, 5 €, £5, $5, ¥5, ≥ 3, Łódź, naïve “quotes” − × ²';
    expect(foreignLetters(usual)).toEqual(new Set());
    expect(await filesFor(usual, 'pt-sans')).toEqual([]);
  });

  it('show the signs of money that one family or another has not: PT Sans printed a box for the tenge', async () => {
    const inter = ['inter-latin-ext-400-normal.woff2', 'inter-latin-ext-700-normal.woff2'];
    expect(await filesFor('8 472 000 ₸', 'pt-sans')).toEqual(inter);
    expect(await filesFor('₹1,200', 'golos-text')).toEqual(inter.map((file) => file.replace('700', '600')));
    expect(await filesFor('8 472 000 ₸', 'inter')).toEqual([]);
  });

  it('are the brand’s own where it has them: Kazakh names are set in one face', async () => {
    expect(await filesFor('Қазақ өңірі', 'pt-sans')).toEqual([
      'pt-sans-cyrillic-ext-400-normal.woff2',
      'pt-sans-cyrillic-ext-700-normal.woff2',
    ]);
  });
});
