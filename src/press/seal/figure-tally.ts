import type { Evidence } from './folder-proof.ts';
import { FEWEST_DIGITS, tellingDigits, worthOf } from './numbers.ts';

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

/** A figure of one owner, seen in a folder of another. */
export interface FigureHit {
  /** Number of the folder, as it was given to `look`. */
  folder: number;
  /** Number of the file within the folder. */
  file: number;
  /** Its place among all that was seen in the folder. */
  seen: number;
  /** Number of the owner, as it was given to `learn`. */
  owner: number;
}

const DIGIT_BITS = 10;
const MOST_DIGITS = (1 << DIGIT_BITS) - 1;

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

/**
 * Chance hits a build may expect among all its figures before they count as proof. A hit that is none keeps a client's
 * report back, and figures are no even numbers: they begin with ones and end with zeros.
 */
const DOUBT = 0.001;
/** So many figures of one client in one file of another are no chance, whatever their length. */
const TOGETHER = 3;

const FREE = -1;
const SEVERAL = -2;

/** The distinctive figures of all folders, and where they are seen. Owners and folders are numbers from 0. */
export class FigureTally {
  /** Open addressing: a print's words, its digits, and the one owner it belongs to or `SEVERAL`. */
  readonly #words: Uint32Array;
  readonly #digits: Uint16Array;
  readonly #owners: Int32Array;
  readonly #mask: number;
  readonly #hits: (FigureHit & { digits: number })[] = [];
  /** Numbers seen that are nobody's, by their digits: how crowded the numbers of this build are. */
  readonly #crowd: number[] = [];

  /** @param most how many telling figures will be learnt */
  constructor(most: number) {
    let slots = 16;
    while (slots < 2 * most) slots *= 2;
    this.#mask = slots - 1;
    this.#words = new Uint32Array(2 * slots);
    this.#digits = new Uint16Array(slots);
    this.#owners = new Int32Array(slots).fill(FREE);
  }

  learn(owner: number, { telling }: FigurePrints): void {
    for (let at = 0; at < telling.length; at += 3) {
      const slot = this.#slotOf(telling[at]!, telling[at + 1]!);
      const known = this.#owners[slot]!;
      if (known === owner) continue;
      this.#words[2 * slot] = telling[at]!;
      this.#words[2 * slot + 1] = telling[at + 1]!;
      this.#digits[slot] = telling[at + 2]!;
      this.#owners[slot] = known === FREE ? owner : SEVERAL;
    }
  }

  /** To be called for every folder after all were learnt once: a number two owners have tells neither. */
  share(owner: number, { others }: FigurePrints): void {
    for (let at = 0; at < others.length; at += 2) {
      const slot = this.#slotOf(others[at]!, others[at + 1]!);
      const known = this.#owners[slot]!;
      if (known !== FREE && known !== owner) this.#owners[slot] = SEVERAL;
    }
  }

  /** To be called for every folder after all were shared. */
  look(reader: number, folder: number, { seen }: FigurePrints): void {
    for (let at = 0; at < seen.length; at += 3) {
      const owner = this.#owners[this.#slotOf(seen[at]!, seen[at + 1]!)]!;
      if (owner === reader || owner === SEVERAL) continue;
      const digits = seen[at + 2]! & MOST_DIGITS;
      this.#crowd[digits] = (this.#crowd[digits] ?? 0) + 1;
      if (owner !== FREE) this.#hits.push({ folder, file: seen[at + 2]! >>> DIGIT_BITS, seen: at / 3, owner, digits });
    }
  }

  /**
   * Digits from which one figure is proof: the fewest at which, given how many figures are known and how many numbers
   * were read, less than `DOUBT` coincidences are expected in the whole build.
   */
  get digits(): number {
    const known: number[] = [];
    this.#owners.forEach((owner, slot) => {
      const digits = this.#digits[slot]!;
      if (owner >= 0) known[digits] = (known[digits] ?? 0) + 1;
    });
    let expected = 0;
    for (let digits = Math.max(known.length, this.#crowd.length) - 1; digits >= FEWEST_DIGITS; digits--) {
      expected += ((known[digits] ?? 0) * (this.#crowd[digits] ?? 0)) / (9 * 10 ** (digits - 1));
      if (expected >= DOUBT) return digits + 1;
    }
    return FEWEST_DIGITS;
  }

  /** Figures that one owner alone has. */
  get count(): number {
    return this.#owners.reduce((count, owner) => count + (owner >= 0 ? 1 : 0), 0);
  }

  /** The hits that are proof: long figures, and shorter ones that come together. */
  proven(): FigureHit[] {
    const { digits } = this;
    const crowd = new Map<string, number>();
    const key = ({ folder, file, owner }: FigureHit) => `${folder} ${file} ${owner}`;
    for (const hit of this.#hits) crowd.set(key(hit), (crowd.get(key(hit)) ?? 0) + 1);
    return this.#hits.filter((hit) => hit.digits >= digits || crowd.get(key(hit))! >= TOGETHER);
  }

  /** Where a print stands, or where it would. */
  #slotOf(one: number, two: number): number {
    let slot = (one ^ (two >>> 7)) & this.#mask;
    while (this.#owners[slot] !== FREE && (this.#words[2 * slot] !== one || this.#words[2 * slot + 1] !== two))
      slot = (slot + 1) & this.#mask;
    return slot;
  }
}
