import { describe, expect, it } from 'vitest';
import { drawChart } from '../../src/charts/draw.ts';
import { loadFontMetrics } from '../../src/charts/load-fonts.ts';
import { examples } from './examples.ts';
import { overlaps, textBoxes } from './text-boxes.ts';
import { themeOf } from './theme.ts';

const families = ['inter', 'golos-text', 'ibm-plex-sans', 'pt-sans'] as const;

describe.each(families)('charts set in %s', (family) => {
  const fonts = loadFontMetrics(family);
  const theme = themeOf(fonts);
  const all = (['ru', 'en'] as const).flatMap((locale) => examples(locale));

  it.each(['wide', 'narrow'] as const)('have no text over another text, %s', (size) => {
    for (const spec of all) {
      const { svg } = drawChart({ ...spec, size }, theme);
      expect({ [spec.id]: overlaps(textBoxes(svg, fonts)) }).toEqual({ [spec.id]: [] });
    }
  });

  it.each(['wide', 'narrow'] as const)('have no text cut by the edge, %s', (size) => {
    for (const spec of all) {
      const { svg } = drawChart({ ...spec, size }, theme);
      const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg)!.map(Number) as [number, number, number];
      const cut = textBoxes(svg, fonts).filter(
        (box) => box.left < -0.5 || box.right > width + 0.5 || box.top < -0.5 || box.bottom > height + 0.5,
      );
      expect({ [spec.id]: cut }).toEqual({ [spec.id]: [] });
    }
  });

  it('have no letters below ten pixels but the numbers of events', () => {
    for (const spec of all) {
      const { svg } = drawChart({ ...spec, size: 'narrow' }, theme);
      const sizes = [...svg.matchAll(/font-size="([\d.]+)"/g)].map((found) => Number(found[1]));
      expect(sizes.filter((size) => size < 10 && size !== 9.5)).toEqual([]);
    }
  });
});
