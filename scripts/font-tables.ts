import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { create, type Font } from 'fontkit';
import type { FontTable } from '../src/charts/font-metrics.ts';
import type { BrandFont } from '../src/types/workspace.ts';
import { PROJECT } from './common.ts';

/**
 * `node scripts/font-tables.ts` writes the widths of the fonts' characters into `src/charts/fonts`, out of the woff2
 * files of their packages: unpacking them took every process that draws charts a fifth of a second. A test sees that
 * nobody forgets to after a new version of a font.
 */

/** The static weights charts are set in: regular, and the family's own bold. */
const WEIGHTS: Record<BrandFont, number[]> = {
  inter: [400, 600],
  'golos-text': [400, 600],
  'ibm-plex-sans': [400, 600],
  'pt-sans': [400, 700],
};

/** A character is looked for in the subsets in this order. */
const SUBSETS = ['latin', 'cyrillic', 'latin-ext'];

export const FAMILIES = Object.keys(WEIGHTS) as BrandFont[];

export const tableFile = (family: BrandFont): string => join(PROJECT, 'src/charts/fonts', `${family}.json`);

export function fontTable(family: BrandFont): FontTable {
  const faces: FontTable['faces'] = {};
  for (const weight of WEIGHTS[family]) faces[weight] = runsOf(SUBSETS.map((subset) => open(family, subset, weight)));
  const { unitsPerEm, capHeight } = open(family, SUBSETS[0]!, WEIGHTS[family][0]!);
  return { unitsPerEm, capHeight, faces };
}

function open(family: BrandFont, subset: string, weight: number): Font {
  const file = `@fontsource/${family}/files/${family}-${subset}-${weight}-normal.woff2`;
  return create(readFileSync(createRequire(import.meta.url).resolve(file))) as Font;
}

/** Widths of neighbouring characters behind the first one's number. */
function runsOf(fonts: Font[]): string[] {
  const advances = new Map<number, number>();
  for (const font of fonts) {
    for (const code of font.characterSet) {
      if (!advances.has(code) && font.hasGlyphForCodePoint(code)) advances.set(code, advanceOf(font, code));
    }
  }
  const runs: number[][] = [];
  let next = NaN;
  for (const [code, advance] of [...advances].sort(([a], [b]) => a - b)) {
    if (code === next) runs.at(-1)!.push(advance);
    else runs.push([code, advance]);
    next = code + 1;
  }
  return runs.map((run) => run.join(' '));
}

/** Figures are set tabular. */
function advanceOf(font: Font, code: number): number {
  const figure = code >= 0x30 && code <= 0x39;
  if (figure) return font.layout(String.fromCodePoint(code), ['tnum']).advanceWidth;
  return font.glyphForCodePoint(code).advanceWidth;
}

export const tableText = (table: FontTable): string => `${JSON.stringify(table, null, 2)}\n`;

if (import.meta.main) {
  for (const family of FAMILIES) await writeFile(tableFile(family), tableText(fontTable(family)));
}
