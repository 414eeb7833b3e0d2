/** What one UTF-16 code unit becomes in `canonical`'s spelling, where it stands for itself. */

export const SPACE = 0x20;

/** In `FOLDED`: a sign nobody sees, of which nothing is left. */
export const GONE = 0xffff;

/** Becomes one letter or another by what stands around it. */
const SIGMA = 0x03a3;
/** First halves of letters beyond the first 65,536 that may be capitals: behind them come pictures, which are none. */
const [FIRST_HALF, FIRST_PICTURE] = [0xd800, 0xd83c];

/** Whether more than a unit by itself must be known to tell what becomes of it. */
export function isOdd(unit: number): boolean {
  return unit === SIGMA || (unit >= FIRST_HALF && unit < FIRST_PICTURE);
}

/** A letter of the Latin alphabet in ASCII. */
export function isLetter(byte: number | undefined): boolean {
  const low = (byte ?? 0) | 0x20;
  return low >= 0x61 && low <= 0x7a;
}

/** Signs nobody sees: soft hyphens, joiners, marks of direction and of variants. */
export const INVISIBLE =
  /[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff]/g;

/** Signs that people write in several ways, each with the one that stands for all of them here. */
export const ALIKE: readonly (readonly [pattern: RegExp, plain: string])[] = [
  [/[«»“”„‟]/g, '"'],
  [/[’‘]/g, "'"],
  [/[\u2010-\u2015\u2212]/g, '-'],
];

/** Lower case, every space `SPACE`, every quotation mark and every hyphen the same, ё as е. Not true of what `isOdd`. */
export const FOLDED = foldedUnits();

/** The same for bytes of ASCII; 0 where a space, an entity, an escape or a longer letter may begin. */
export const FOLDED_BYTES = foldedBytes();

/** The same for letters of two bytes; 0 where one stands for a space, for nothing, or for more than itself. */
export const FOLDED_LETTERS = FOLDED.slice(0, 0x800).map((folded, unit) =>
  folded === SPACE || folded === GONE || isOdd(unit) ? 0 : folded,
);

function foldedUnits(): Uint16Array {
  const every = Array.from({ length: 16 }, (_, part) =>
    String.fromCharCode(...Array.from({ length: 0x1000 }, (_, unit) => part * 0x1000 + unit)),
  ).join('');
  const seen = every.replace(INVISIBLE, '\uffff').replace(/\s/g, ' ');
  const text = ALIKE.reduce((current, [pattern, plain]) => current.replace(pattern, plain), seen)
    .replace('\u0130', 'I')
    .toLowerCase()
    .replaceAll('ё', 'е');
  const folded = new Uint16Array(text.length);
  for (let unit = 0; unit < text.length; unit++) folded[unit] = text.charCodeAt(unit);
  folded[SIGMA] = SIGMA;
  return folded;
}

function foldedBytes(): Uint8Array {
  const bytes = Uint8Array.from(FOLDED.subarray(0, 0x80), (unit) => (unit === SPACE ? 0 : unit));
  for (const sign of '&\\%') bytes[sign.charCodeAt(0)] = 0;
  const all = new Uint8Array(0x100);
  all.set(bytes);
  return all;
}
