/** Colours for the tokens: sRGB hex in and out, OKLCH between. */
import { contrast, linearChannels, luminance, mix } from '../charts/colour.ts';

export { contrast, luminance, mix };

/** Lightness 0–1, chroma 0–0.37, hue in degrees. */
export interface Oklch {
  l: number;
  c: number;
  h: number;
}

type Triple = [number, number, number];

const toGamma = (value: number): number => (value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055);

/** OKLab coordinates: equal distances look about equally different. */
export function oklab(hex: string): Triple {
  const [r, g, b] = linearChannels(hex);
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

export function toOklch(hex: string): Oklch {
  const [l, a, b] = oklab(hex);
  return { l, c: Math.hypot(a, b), h: ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360 };
}

function linearRgb({ l, c, h }: Oklch): Triple {
  const a = c * Math.cos((h * Math.PI) / 180);
  const b = c * Math.sin((h * Math.PI) / 180);
  const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const medium = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short,
  ];
}

/** The nearest sRGB colour of the same lightness and hue: chroma gives way when a screen cannot show it. */
export function toHex(colour: Oklch): string {
  let chroma = colour.c;
  let rgb = linearRgb(colour);
  while (chroma > 0 && rgb.some((value) => value < -0.0005 || value > 1.0005)) {
    chroma = Math.max(0, chroma - 0.004);
    rgb = linearRgb({ ...colour, c: chroma });
  }
  const byte = (value: number): string =>
    Math.round(Math.min(1, Math.max(0, toGamma(Math.max(0, value)))) * 255)
      .toString(16)
      .padStart(2, '0');
  return `#${rgb.map(byte).join('')}`;
}

/**
 * The colour itself when it already stands out from `ground` by `ratio`; else the same hue made darker on a light
 * ground (lighter on a dark one) until it does.
 */
export function readable(hex: string, ground: string, ratio: number): string {
  if (contrast(hex, ground) >= ratio) return hex;
  const start = toOklch(hex);
  const darker = luminance(ground) > 0.18;
  for (let step = 1; step <= 100; step += 1) {
    const l = darker ? start.l * (1 - step / 100) : start.l + (1 - start.l) * (step / 100);
    const candidate = toHex({ ...start, l });
    if (contrast(candidate, ground) >= ratio) return candidate;
  }
  return darker ? '#000000' : '#ffffff';
}
