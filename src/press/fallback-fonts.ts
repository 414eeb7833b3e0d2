import { join } from 'node:path';
import type { Effects } from '../types/effects.ts';
import type { BrandFont } from '../types/workspace.ts';
import { boldWeight, familyName } from '../ui/fonts.ts';
import type { Assets } from './assets.ts';

/** Scripts the brand's fonts lack but names may hold. Without a font a PDF shows boxes. */
const FALLBACKS = ['noto-sans-arabic', 'noto-sans-hebrew', 'noto-emoji'];

/** Letters outside Latin, Cyrillic and punctuation: most pages have none and need no fallback. */
const FOREIGN = /[^\u0000-\u058f\u2000-\u22ff]/gu;

interface Face {
  file: string;
  range: string;
}

/** The letters of a page that the brand's font cannot show. */
export function foreignLetters(text: string): Set<string> {
  return new Set(text.match(FOREIGN));
}

/**
 * Style rules and files that let the brand's family show `letters`. The faces bear the brand's own name, so that pages
 * and charts need no other font stack; the rules must stand before the brand's own, which win where both have a glyph.
 */
export async function fallbackFonts(
  letters: Set<string>,
  font: BrandFont,
  project: string,
  effects: Effects,
): Promise<{ css: string; files: Assets }> {
  const files: Assets = new Map();
  const rules: string[] = [];
  if (letters.size === 0) return { css: '', files };
  for (const family of FALLBACKS) {
    const folder = join(project, 'node_modules', '@fontsource', family);
    for (const weight of [400, boldWeight(font)]) {
      const sheet = new TextDecoder().decode(await effects.fs.read(join(folder, `${weight}.css`)));
      for (const { file, range } of facesOf(sheet)) {
        if (![...letters].some((letter) => covers(range, letter.codePointAt(0)!))) continue;
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
