import type { Evidence } from './folder-proof.ts';
import { FEWEST_DIGITS, tellingDigits } from './numbers.ts';
import { worthOf } from './quotients.ts';

/**
 * The numbers of one folder, each as a print of 64 bits: a thousand of them take 10 KB instead of a hundred, so that
 * those of thousands of folders are kept, read back and compared at once. Two numbers of a build of ten million bear
 * the same print by chance once in a hundred thousand builds, and what that would tell is read in the file itself.
 */
export interface FigurePrints {
  /** Numbers the owner is known by, three words each: two of the print, then the digits. */
  telling: Uint32Array;
  /** Every other number of the owner, two words each. */
  others: Uint32Array;
  /** Numbers that the folder's own figures do not explain, three words each: the print, then digits and file. */
  seen: Uint32Array;
}

/** Bits of a word that hold the digits of a number. */
export const DIGIT_BITS = 10;
export const MOST_DIGITS = (1 << DIGIT_BITS) - 1;

/** @param files of the folder, in the order by which the prints name them */
export function printsOf(
  { figures, seen }: Pick<Evidence, 'figures' | 'seen'>,
  files: readonly string[],
): FigurePrints {
  const telling = new Set(figures.telling);
  const others = figures.all.filter((value) => !telling.has(value) && tellingDigits(value) >= FEWEST_DIGITS);
  const places = new Map(files.map((file, place) => [file, place]));
  const prints = {
    telling: new Uint32Array(3 * figures.telling.length),
    others: new Uint32Array(2 * others.length),
    seen: new Uint32Array(3 * seen.length),
  };
  figures.telling.forEach((value, index) => {
    print(value, prints.telling, 3 * index);
    prints.telling[3 * index + 2] = Math.min(worthOf(value, tellingDigits(value)), MOST_DIGITS);
  });
  others.forEach((value, index) => print(value, prints.others, 2 * index));
  seen.forEach(({ file, value, digits }, index) => {
    print(value, prints.seen, 3 * index);
    prints.seen[3 * index + 2] = (places.get(file)! << DIGIT_BITS) | Math.min(worthOf(value, digits), MOST_DIGITS);
  });
  return prints;
}

/** Writes the print of a text in two words: cyrb53 with all of its bits. */
function print(text: string, words: Uint32Array, at: number): void {
  let [one, two] = [0xdeadbeef, 0x41c6ce57];
  for (let place = 0; place < text.length; place++) {
    const code = text.charCodeAt(place);
    one = Math.imul(one ^ code, 0x9e3779b1);
    two = Math.imul(two ^ code, 0x5f356495);
  }
  one = Math.imul(one ^ (one >>> 16), 0x85ebca6b) ^ Math.imul(two ^ (two >>> 13), 0xc2b2ae35);
  two = Math.imul(two ^ (two >>> 16), 0x85ebca6b) ^ Math.imul(one ^ (one >>> 13), 0xc2b2ae35);
  words[at] = one;
  words[at + 1] = two;
}
