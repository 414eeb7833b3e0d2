import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { fontMetrics } from '../../src/charts/font-metrics.ts';
import { loadFontMetrics } from '../../src/charts/load-fonts.ts';
import { FAMILIES, fontTable, tableFile, tableText } from '../../scripts/font-tables.ts';

const inter = loadFontMetrics('inter');

describe('font metrics', () => {
  // Measured in Chromium, which also kerns: a per cent is allowed.
  it.each([
    ['1,2\u00a0млн\u00a0₽', 400, 56.86],
    ['Осенняя распродажа', 400, 126.89],
    ['Осенняя распродажа', 600, 130.06],
    ['−12 345,67', 400, 68.7],
    ['Google Ads — search', 600, 125.19],
  ])('are the browser’s widths: %s in %d', (text, weight, pixels) => {
    const ratio = inter.width(text, 12, weight) / pixels;
    expect(Math.abs(ratio - 1)).toBeLessThan(0.012);
  });

  it('give figures one width and bold letters more', () => {
    expect(inter.width('1111', 12, 400)).toBe(inter.width('8888', 12, 400));
    expect(inter.width('Расход', 12, 600)).toBeGreaterThan(inter.width('Расход', 12, 400));
  });

  it('find letters and signs across subsets', () => {
    const missing = inter.width('\u4e00', 10, 400);
    expect(missing).toBe(10);
    for (const sign of ['Ж', '₽', '№', 'ż', '−', '…']) expect(inter.width(sign, 10, 400) % 1).not.toBe(0);
  });

  it('give no room to marks that are not seen and half a space to the narrow one', () => {
    expect(inter.width('a\u200bb\u2060', 12, 400)).toBe(inter.width('ab', 12, 400));
    expect(inter.width('\u202f', 12, 400)).toBe(inter.width(' ', 12, 400) / 2);
  });

  it('take the family’s own bold where there is no semibold', () => {
    const sans = loadFontMetrics('pt-sans');
    expect(sans.width('План', 12, 600)).toBe(sans.width('План', 12, 700));
  });

  it('need a weight', () => {
    expect(() => fontMetrics({ unitsPerEm: 1000, capHeight: 700, faces: {} })).toThrow(/at least one/);
  });
});

describe('tables of the fonts’ widths', () => {
  it.each(FAMILIES)('of %s stand in the repository as its files have them', async (family) => {
    const text = await readFile(tableFile(family), 'utf8');
    expect(text, 'run `node scripts/font-tables.ts`').toBe(tableText(fontTable(family)));
  });
});
