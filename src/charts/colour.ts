/** Contrast of text the reader must be able to read. */
const READABLE = 4.5;

/** The colour, darkened (or lightened) towards `ink` until text in it reads on `paper`. All `#rrggbb`. */
export function readable(colour: string, paper: string, ink: string): string {
  for (let step = 0; step <= 10; step++) {
    const mixed = mix(colour, ink, step / 10);
    if (contrast(mixed, paper) >= READABLE) return mixed;
  }
  return ink;
}

/** `share` of `other` in `colour`. */
export function mix(colour: string, other: string, share: number): string {
  const [a, b] = [channels(colour), channels(other)];
  const hex = a.map((value, i) =>
    Math.round(value + (b[i]! - value) * share)
      .toString(16)
      .padStart(2, '0'),
  );
  return `#${hex.join('')}`;
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [r, g, b] = channels(colour).map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function channels(colour: string): number[] {
  if (!/^#[0-9a-f]{6}$/i.test(colour)) throw new Error(`A chart colour must be #rrggbb: ${colour}`);
  return [1, 3, 5].map((from) => Number.parseInt(colour.slice(from, from + 2), 16));
}
