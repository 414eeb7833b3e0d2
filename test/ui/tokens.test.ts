import { createRequire } from 'node:module';
import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contrast, oklab, toHex, toOklch } from '../../src/ui/colour.ts';
import { fontFaces, UNICODE_RANGES } from '../../src/ui/fonts.ts';
import { stylesheet } from '../../src/ui/stylesheet.ts';
import { seriesPalette, tokens } from '../../src/ui/tokens.ts';
import type { BrandFont } from '../../src/types/workspace.ts';

const hex = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0')}`);
const paper = fc.constantFrom('#ffffff', '#fffdf8', '#f6f4ee', '#14171c');
const brand = (accent: string, ink: string, ground: string) =>
  tokens({ font: 'inter', colours: { accent, ink, paper: ground } }, null);
const FONTS: BrandFont[] = ['inter', 'golos-text', 'ibm-plex-sans', 'pt-sans'];

describe('tokens', () => {
  it('keep every text colour at 4.5 : 1 or more on its grounds, whatever the brand asks for', () => {
    fc.assert(
      fc.property(hex, hex, paper, (accent, ink, ground) => {
        const t = brand(accent, ink, ground);
        for (const colour of [t.ink, t.muted, t.accent, t.good, t.bad]) {
          for (const under of [t.paper, t.wash]) expect(contrast(colour, under)).toBeGreaterThanOrEqual(4.5);
        }
        expect(contrast(t.accent, t.tint)).toBeGreaterThanOrEqual(4.5);
        expect(contrast(t.onField, t.field)).toBeGreaterThanOrEqual(4.5);
        for (const under of [t.paper, t.wash, t.tint]) expect(contrast(t.rule, under)).toBeGreaterThanOrEqual(3);
      }),
      { numRuns: 60 },
    );
  });

  it('leave a brand colour that already reads well untouched', () => {
    const t = brand('#0b5fa5', '#101820', '#ffffff');
    expect(t.accent).toBe('#0b5fa5');
    expect(t.field).toBe('#0b5fa5');
    expect(t.ink).toBe('#101820');
  });

  it('put dark text on a bright yellow field instead of dimming the brand', () => {
    const t = brand('#ffd400', '#101820', '#ffffff');
    expect(t.field).toBe('#ffd400');
    expect(t.onField).toBe('#101820');
  });

  it('ask for dark fields and boxes on dark paper: white ones looked filled in', () => {
    expect(stylesheet(brand('#66ff99', '#f0f0f0', '#101418'), 'exam')).toContain('color-scheme:dark');
    expect(stylesheet(brand('#0b5fa5', '#101820', '#ffffff'), 'exam')).not.toContain('color-scheme');
  });

  it('take the client’s accent before the agency’s', () => {
    const t = tokens({ font: 'inter', colours: { accent: '#0b5fa5', ink: '#111111', paper: '#ffffff' } }, '#8a1538');
    expect(t.field).toBe('#8a1538');
  });
});

describe('the series palette', () => {
  const simulate = {
    // Machado 2009, full severity, in linear RGB.
    deuteranopia: [
      [0.367322, 0.860646, -0.227968],
      [0.280085, 0.672501, 0.047413],
      [-0.01182, 0.04294, 0.968881],
    ],
    protanopia: [
      [0.152286, 1.052583, -0.204868],
      [0.114503, 0.786281, 0.099216],
      [-0.003882, -0.048116, 1.051998],
    ],
  };
  const seen = (colour: string, matrix: number[][]): string => {
    const rgb = [1, 3, 5].map((i) => (Number.parseInt(colour.slice(i, i + 2), 16) / 255) ** 2.2);
    const bytes = matrix.map((row) => row.reduce((sum, factor, i) => sum + factor * (rgb[i] ?? 0), 0));
    return `#${bytes
      .map((v) => Math.round(Math.min(1, Math.max(0, v)) ** (1 / 2.2) * 255))
      .map((v) => v.toString(16).padStart(2, '0'))
      .join('')}`;
  };

  it.each(['#0b5fa5', '#8a1538', '#0f7b5f', '#ffd400', '#6d28d9', '#e4572e'])(
    'begins with %s and keeps neighbours apart for colour-blind eyes',
    (accent) => {
      const palette = seriesPalette(accent, '#ffffff');
      expect(palette.length).toBe(12);
      expect(new Set(palette).size).toBe(12);
      for (const colour of palette) expect(contrast(colour, '#ffffff')).toBeGreaterThanOrEqual(3);
      for (const matrix of Object.values(simulate)) {
        for (let i = 1; i < 6; i += 1) {
          const [a, b] = [palette[i - 1] ?? '', palette[i] ?? ''].map((colour) => oklab(seen(colour, matrix)));
          const distance = Math.hypot(...(a ?? []).map((v, j) => v - ((b ?? [])[j] ?? 0)));
          expect(distance).toBeGreaterThan(0.08);
        }
      }
    },
  );

  it('survives the round trip through OKLCH to the last bit', () => {
    fc.assert(
      fc.property(hex, (colour) => {
        expect(toHex(toOklch(colour))).toBe(colour);
      }),
    );
  });
});

describe('fonts', () => {
  const require = createRequire(import.meta.url);
  it.each(FONTS)('%s: every file exists, and the ranges are those of the package', (font) => {
    const folder = require.resolve(`@fontsource/${font}/package.json`).replace(/package\.json$/, '');
    const ranges = JSON.parse(readFileSync(`${folder}unicode.json`, 'utf8')) as Record<string, string>;
    for (const [subset, range] of Object.entries(UNICODE_RANGES)) expect(ranges[subset]).toBe(range);
    for (const face of fontFaces(font)) expect(existsSync(`${folder}files/${face.file}`), face.file).toBe(true);
  });

  it.each(FONTS)('%s: an italic is declared where the package has one, or browsers would slant the upright', (font) => {
    const folder = require.resolve(`@fontsource/${font}/package.json`).replace(/package\.json$/, '');
    const italic = fontFaces(font).some(({ style }) => style === 'italic');
    expect(italic).toBe(existsSync(`${folder}files/${font}-latin-400-italic.woff2`));
  });
});
