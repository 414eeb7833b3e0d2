import { join } from 'node:path';
import type { Effects } from '../types/effects.ts';
import type { BrandFont } from '../types/workspace.ts';
import { boldWeight, familyName } from '../ui/fonts.ts';
import { readText } from './read-text.ts';

/** Scripts the brand's fonts lack but names may hold. Without a font a PDF shows boxes. */
const FALLBACKS = ['noto-sans-arabic', 'noto-sans-hebrew', 'noto-emoji'];

/** Letters outside Latin, Cyrillic and punctuation: most pages have none and need no fallback. */
const FOREIGN = /[^\u0000-\u058f\u2000-\u22ff]/gu;
/** The same, with halves of letters for letters: thrice as fast to tell that there are none. */
const ANY_FOREIGN = /[^\u0000-\u058f\u2000-\u22ff]/;

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
  const keeps = FALLBACKS.some((family) => [...kept].some((file) => file.startsWith(family)));
  if (letters.size === 0 && !keeps) return { css: '', files };
  for (const family of FALLBACKS) {
    const folder = join(project, 'node_modules', '@fontsource', family);
    for (const weight of [400, boldWeight(font)]) {
      const sheet = await readText(join(folder, `${weight}.css`), effects);
      for (const { file, range } of facesOf(sheet)) {
        const isNeeded = kept.has(file) || [...letters].some((letter) => covers(range, letter.codePointAt(0)!));
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
