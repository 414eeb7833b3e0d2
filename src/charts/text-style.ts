import { remembered } from '../locale/remembered.ts';

interface FontStyle {
  size: number;
  weight: number;
}

const fonts = remembered<FontStyle>(100);

/** Size and weight of a CSS font shorthand such as `600 12px Inter`. */
export const readFont = (font: string): FontStyle => fonts(font, () => parseFont(font));

function parseFont(font: string): FontStyle {
  const found = /^(?:normal )?(?:(bold|normal|\d+) )?([\d.]+)px /.exec(font);
  if (!found) throw new Error(`The chart recorder cannot read the font "${font}".`);
  const weight = found[1] === 'bold' ? 700 : Number(found[1] === 'normal' ? 400 : (found[1] ?? 400));
  return { size: Number(found[2]), weight };
}

/** How far below the given y the alphabetic baseline lies. */
export function baselineDrop(baseline: string, size: number, capHeight: number): number {
  if (baseline === 'middle') return (size * capHeight) / 2;
  if (baseline === 'top') return size * capHeight;
  if (baseline === 'bottom') return -size * 0.2;
  return 0;
}

const ANCHOR: Record<string, string> = {
  start: '',
  left: '',
  center: ' text-anchor="middle"',
  end: ' text-anchor="end"',
  right: ' text-anchor="end"',
};

/** The SVG attribute of a canvas text alignment; nothing for the start. */
export const anchorOf = (align: string): string => ANCHOR[align] ?? '';
