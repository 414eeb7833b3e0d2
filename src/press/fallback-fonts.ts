import { join } from 'node:path';
import type { Effects } from '../types/effects.ts';
import type { BrandFont } from '../types/workspace.ts';
import { boldWeight, familyName, fontFaces } from '../ui/fonts.ts';
import { readText } from './read-text.ts';

/** Scripts the brand's fonts lack but names may hold. Without a font a PDF shows boxes. */
const FALLBACKS = ['noto-sans-arabic', 'noto-sans-hebrew', 'noto-emoji'];

/** The bundled family that has the signs of most currencies; the others lack one or another. */
const OF_CURRENCIES = 'inter';
/** Signs of currencies that some bundled family lacks: ₸ in one, ₺ and ₹ in another. */
const CURRENCY = /[\u20a0-\u20ab\u20ad-\u20b3\u20b5-\u20bc\u20be-\u20c0]/;

/** Letters outside what every brand's files show, and rare signs of money: most pages have none and need no fallback. */
const FOREIGN =
  /[^\u0000-\u036f\u0400-\u045f\u0490\u0491\u04b0\u04b1\u1e00-\u1e9f\u1ef2-\u1eff\u2000-\u209f\u20ac\u20b4\u20bd\u20c1-\u22ff]/gu;
/** Of these, what is neither Latin, Greek, Cyrillic nor money: right-to-left scripts, pictures. */
const OTHER_SCRIPT = /[^\u0000-\u058f\u1e00-\u22ff]/u;
/** The same as `FOREIGN`, with halves of letters for letters: thrice as fast to tell that there are none. */
const ANY_FOREIGN = new RegExp(FOREIGN.source);

interface Face {
  file: string;
  range: string;
}

/** The letters of pages that the brand's font cannot show. */
export function foreignLetters(...texts: string[]): Set<string> {
  return new Set(texts.flatMap((text) => (ANY_FOREIGN.test(text) ? (text.match(FOREIGN) ?? []) : [])));
}

/**
 * Style rules and files that let the brand's family show `letters`. The faces bear the brand's own name, so that pages
 * and charts need no other font stack; the rules must stand before the brand's own, which win where both have a glyph.
 * @param kept files that are needed whatever the letters are
 */
export async function fallbackFonts(
  letters: Set<string>,
  font: BrandFont,
  project: string,
  effects: Effects,
  kept: ReadonlySet<string> = new Set(),
): Promise<{ css: string; files: Map<string, Uint8Array> }> {
  const files = new Map<string, Uint8Array>();
  const rules: string[] = [];
  const brand = new Set(fontFaces(font).map(({ file }) => file));
  const families = [...FALLBACKS, OF_CURRENCIES, font].filter((one, at, all) => all.indexOf(one) === at);
  const keeps = [...kept].some((file) => !brand.has(file) && families.some((family) => file.startsWith(family)));
  if (letters.size === 0 && !keeps) return { css: '', files };
  for (const family of families) {
    const folder = join(project, 'node_modules', '@fontsource', family);
    const asked = [...letters].filter((letter) => isAsked(letter, family, font));
    for (const weight of [400, boldWeight(font)]) {
      const sheet = await readText(join(folder, `${weight}.css`), effects);
      for (const { file, range } of facesOf(sheet)) {
        // What the family has of its own beside the files every document of the brand has: Kazakh letters, Greek.
        if (brand.has(file)) continue;
        const isNeeded = kept.has(file) || asked.some((letter) => covers(range, letter.codePointAt(0)!));
        if (!isNeeded) continue;
        files.set(file, await effects.fs.read(join(folder, 'files', file)));
        rules.push(
          `@font-face{font-family:'${familyName(font)}';font-weight:${weight};font-style:normal;font-display:swap;` +
            `src:url('${file}') format('woff2');unicode-range:${range}}`,
        );
      }
    }
  }
  return { css: rules.map((rule) => `${rule}\n`).join(''), files };
}

/** Each family is asked for what it is there for; several of them hold Latin or Cyrillic letters besides. */
function isAsked(letter: string, family: string, font: BrandFont): boolean {
  if (CURRENCY.test(letter)) return family === OF_CURRENCIES;
  return FALLBACKS.includes(family) ? OTHER_SCRIPT.test(letter) : family === font;
}

/** The faces of one of @fontsource's own style sheets. */
function facesOf(sheet: string): Face[] {
  return [...sheet.matchAll(/url\(\.\/files\/([\w.-]+\.woff2)\)[^}]*?unicode-range:\s*([^;}]+)/g)].map((match) => ({
    file: match[1]!,
    range: match[2]!.trim(),
  }));
}

function covers(range: string, point: number): boolean {
  return range.split(',').some((part) => {
    const [from, to] = part
      .trim()
      .replace(/^U\+/i, '')
      .split('-')
      .map((hex) => Number.parseInt(hex, 16));
    return point >= from! && point <= (to ?? from!);
  });
}
