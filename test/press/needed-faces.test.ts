import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nodeEffects } from '../../src/effects/node.ts';
import { sharedAssets } from '../../src/press/assets.ts';
import { neededFaces } from '../../src/press/reports/needed-faces.ts';
import type { Workspace } from '../../src/types/workspace.ts';
import { fontFaces, UNICODE_RANGES } from '../../src/ui/fonts.ts';
import { siteSheets } from '../../src/ui/stylesheet.ts';

const files = (...pages: string[]) => neededFaces('inter', pages).map(({ file }) => file.replace('inter-', ''));
const LATIN = ['latin-400-normal.woff2', 'latin-600-normal.woff2'];

/** Whether a letter is in a `unicode-range`, as a browser reads it. */
const isIn = (ranges: string, point: number): boolean =>
  ranges.split(',').some((range) => {
    const [from, to] = range
      .slice(2)
      .split('-')
      .map((hex) => Number.parseInt(hex, 16));
    return point >= from! && point <= (to ?? from!);
  });

describe('files of the brand’s font beside a client’s pages', () => {
  it('are two where the pages speak plain Latin', () => {
    expect(files('<p>Leads: 120, €4.50 – “fine”</p>', '<p>naïve</p>')).toEqual(LATIN);
  });

  it('are more with Cyrillic, with the sign of the rouble, with an emphasised word', () => {
    expect(files('<p>Лиды</p>', '<p>Leads</p>')).toEqual([
      'latin-400-normal.woff2',
      'cyrillic-400-normal.woff2',
      'latin-600-normal.woff2',
      'cyrillic-600-normal.woff2',
    ]);
    expect(files('<p>1 200 ₽</p>').filter((file) => file.startsWith('latin-ext'))).toHaveLength(2);
    expect(files('<p>a <em>good</em> month</p>')).toEqual([...LATIN, 'latin-400-italic.woff2']);
  });

  it('hold every letter the family has, whatever the pages say', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.constantFrom('inter', 'pt-sans'), (text, font) => {
        const needed = neededFaces(font, ['<p>', text]);
        for (const letter of text) {
          const point = letter.codePointAt(0)!;
          const having = fontFaces(font).filter((face) => face.style === 'normal' && isIn(face.unicodeRange, point));
          for (const { file } of having) expect(needed.map((face) => face.file)).toContain(file);
        }
      }),
    );
  });

  it('are told by the pages alone: sheets ask for no italics, scripts bring no letters', async () => {
    expect(siteSheets('reports')).not.toMatch(/italic|oblique/);
    const workspace = { agency: { brand: { font: 'inter' } } } as Workspace;
    const shared = await sharedAssets(workspace, 'reports', process.cwd(), nodeEffects());
    const scripts = [...shared].filter(([name]) => name.endsWith('.js'));
    expect(scripts).toHaveLength(2);
    for (const [, bytes] of scripts) {
      const foreign = [...new TextDecoder().decode(bytes)].filter(
        (sign) => !isIn(UNICODE_RANGES.latin, sign.codePointAt(0)!),
      );
      expect(foreign).toEqual([]);
    }
  });
});
