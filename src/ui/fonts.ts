import type { BrandFont } from '../types/workspace.ts';

/** One static font file of a bundled family. Variable fonts become Type 3 in PDFs, so every weight is its own file. */
export interface FontFace {
  /** CSS family name. */
  family: string;
  weight: 400 | 600 | 700;
  style: 'normal' | 'italic';
  /** File name, the same in `@fontsource/<font>/files/` and in a client's `assets/`. */
  file: string;
  subset: Subset;
  unicodeRange: string;
}

/** The family's CSS name and its bold: PT Sans has no 600. Golos Text has no italic. */
const FAMILIES: Record<BrandFont, { family: string; bold: 600 | 700; italic: boolean }> = {
  inter: { family: 'Inter', bold: 600, italic: true },
  'golos-text': { family: 'Golos Text', bold: 600, italic: false },
  'ibm-plex-sans': { family: 'IBM Plex Sans', bold: 600, italic: true },
  'pt-sans': { family: 'PT Sans', bold: 700, italic: true },
};

export type Subset = 'latin' | 'latin-ext' | 'cyrillic';

/** As @fontsource states them; a test compares. ₽ is in latin-ext, № in cyrillic. */
export const UNICODE_RANGES: Record<Subset, string> = {
  latin:
    'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
  'latin-ext':
    'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF',
  cyrillic: 'U+0301,U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116',
};

export const familyName = (font: BrandFont): string => FAMILIES[font].family;
export const boldWeight = (font: BrandFont): 600 | 700 => FAMILIES[font].bold;

/** The files a document set in `font` needs: regular, bold and (where the family has one) italic, in three subsets. */
export function fontFaces(font: BrandFont): FontFace[] {
  const { family, bold, italic } = FAMILIES[font];
  const cuts: [FontFace['weight'], FontFace['style']][] = [
    [400, 'normal'],
    [bold, 'normal'],
    ...(italic ? [[400, 'italic'] as [400, 'italic']] : []),
  ];
  return cuts.flatMap(([weight, style]) =>
    (Object.keys(UNICODE_RANGES) as Subset[]).map((subset) => ({
      family,
      weight,
      style,
      file: `${font}-${subset}-${weight}-${style}.woff2`,
      subset,
      unicodeRange: UNICODE_RANGES[subset],
    })),
  );
}
