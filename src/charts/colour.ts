/** Contrast of text the reader must be able to read. */
const READABLE = 4.5;
/** Contrast of a line or a shape the reader must be able to see. */
const VISIBLE = 3;

/** The colour, darkened (or lightened) towards `ink` until text in it reads on `paper`. All `#rrggbb`. */
export function readable(colour: string, paper: string, ink: string): string {
  for (let step = 0; step <= 10; step++) {
    const mixed = mix(colour, ink, step / 10);
    if (contrast(mixed, paper) >= READABLE) return mixed;
  }
  return ink;
}

/** `muted` as near to `paper` as `share` asks, as far as lines and shapes of it are still seen there. */
export function quiet(muted: string, paper: string, share: number): string {
  for (let part = share; part > 0; part -= 0.05) {
    const mixed = mix(muted, paper, part);
    if (contrast(mixed, paper) >= VISIBLE) return mixed;
  }
  return muted;
}

/** `part` of `over` laid on `under`, e.g. a tenth of the accent on paper. */
export function mix(under: string, over: string, part: number): string {
  const [a, b] = [channels(under), channels(over)];
  const bytes = a.map((value, i) => Math.round((value * (1 - part) + b[i]! * part) * 255));
  return `#${bytes.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

/** Contrast ratio by WCAG 2.2, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** Relative luminance by WCAG 2.2, 0 (black) to 1 (white). */
export function luminance(hex: string): number {
  const [r, g, b] = linearChannels(hex);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Red, green and blue as shares of light, without the screen's gamma; each 0 to 1. */
export const linearChannels = (hex: string): Triple => channels(hex).map(toLinear) as Triple;

const toLinear = (value: number): number => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);

type Triple = [number, number, number];

function channels(hex: string): Triple {
  if (!/^#[0-9a-f]{6}$/i.test(hex)) throw new Error(`Not a #rrggbb colour: ${hex}`);
  return [1, 3, 5].map((from) => Number.parseInt(hex.slice(from, from + 2), 16) / 255) as Triple;
}
