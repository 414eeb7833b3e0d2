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

/** Signs nobody sees: soft hyphens, joiners, fillers, marks of direction, of variants and of notes. */
export const INVISIBLE =
  /[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb]/g;

/** Signs that people write in several ways, each with the one that stands for all of them here, as long as they are. */
export const ALIKE: readonly (readonly [pattern: RegExp, plain: (found: string) => string])[] = [
  // Letters and digits as wide as Chinese ones, and the stops that part a domain among those.
  [/[\uff01-\uff5e]/g, (found) => found.normalize('NFKC')],
  [/[\u3002\uff61]/g, () => '.'],
  [/(?![0-9\uff10-\uff19])\p{Nd}/gu, digit],
  [/\u066b/g, () => '.'],
  [/\u066c/g, () => ','],
  [/[«»“”„‟]/g, () => '"'],
  [/[’‘]/g, () => "'"],
  [/[\u2010-\u2015\u2212]/g, () => '-'],
];

/** Beyond the first 65,536: letters and digits of formulas, by which people write boldly, and marks nobody sees. */
export const BEYOND = /[\u{1d400}-\u{1d7ff}\u{e0000}-\u{e01ef}]/gu;

/** A text with what those stand for. */
export function plainBeyond(text: string): string {
  return text.replace(BEYOND, (found) => (found.codePointAt(0)! < 0xe0000 ? found.normalize('NFKC') : ''));
}

/** A digit of any script of the first 65,536 as 0 to 9; others stay. Ten of a script follow one another. */
function digit(found: string): string {
  if (found.length > 1) return found;
  const code = found.charCodeAt(0);
  const last = code & 0x0f;
  const fromNought = last < 0x0a && /\p{Nd}/u.test(String.fromCharCode(code - last));
  return String(fromNought ? last : last - 0x06);
}

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
