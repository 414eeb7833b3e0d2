import type { BrandFont } from '../../types/workspace.ts';
import { fontFaces, UNICODE_RANGES, type FontFace, type Subset } from '../../ui/fonts.ts';

/** Elements that browsers set in italics; the sheets of the reports ask for none. */
const ITALIC = /<(?:address|cite|dfn|em|i|var)[\s>]|italic|oblique/;

const LETTERS: Record<Exclude<Subset, 'latin'>, RegExp> = {
  cyrillic: lettersOf(UNICODE_RANGES.cyrillic),
  'latin-ext': lettersOf(UNICODE_RANGES['latin-ext']),
};

/**
 * The files of the brand's font that some of `pages` needs: Latin always, other letters and italics where they occur.
 * Everything a script may write later stands in its page too, so what no page holds nobody will see.
 * @param kept files that are needed anyhow
 */
export function neededFaces(font: BrandFont, pages: string[], kept: ReadonlySet<string> = new Set()): FontFace[] {
  const italic = pages.some((page) => ITALIC.test(page));
  const subsets = new Set<Subset>(['latin']);
  for (const [subset, letters] of Object.entries(LETTERS) as [Subset, RegExp][]) {
    if (pages.some((page) => letters.test(page))) subsets.add(subset);
  }
  return fontFaces(font).filter(
    ({ file, subset, style }) => kept.has(file) || (subsets.has(subset) && (italic || style === 'normal')),
  );
}

/** `U+0100-02BA,U+2113` → `[\\u0100-\\u02ba\\u2113]`. */
function lettersOf(ranges: string): RegExp {
  const parts = ranges.split(',').map((range) => range.slice('U+'.length).split('-'));
  return new RegExp(`[${parts.map((ends) => ends.map((hex) => `\\u${hex}`).join('-')).join('')}]`);
}
