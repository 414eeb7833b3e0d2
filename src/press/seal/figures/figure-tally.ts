import { DIGIT_BITS, MOST_DIGITS, type FigurePrints } from './figure-prints.ts';
import { FEWEST_DIGITS } from './numbers.ts';

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

/**
 * Chance hits a build may expect among all its figures before they count as proof. A hit that is none keeps a client's
 * report back, and figures are no even numbers: they begin with ones and end with zeros.
 */
export const DOUBT = 0.001;
/** So many figures of one client in one file of another are no chance, whatever their length. */
const TOGETHER = 3;

/** Bits of a print's second word that go with the first into one number of the machine. */
const PRINT_REST = 21;
const WORD_BITS = 32;

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
  /** Numbers seen that are not the reader's own, each once: how crowded the numbers of this build are. */
  readonly #crowd = new Set<number>();
  /** The same, how many there are of each length. */
  readonly #crowds: number[] = [];

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
      this.#count(seen[at]!, seen[at + 1]!, digits);
      if (owner !== FREE) this.#hits.push({ folder, file: seen[at + 2]! >>> DIGIT_BITS, seen: at / 3, owner, digits });
    }
  }

  /** A number that many files show, such as a colour of a script, is no more chances than one. */
  #count(one: number, two: number, digits: number): void {
    const print = one * 2 ** PRINT_REST + (two >>> (WORD_BITS - PRINT_REST));
    if (this.#crowd.has(print)) return;
    this.#crowd.add(print);
    this.#crowds[digits] = (this.#crowds[digits] ?? 0) + 1;
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
    for (let digits = Math.max(known.length, this.#crowds.length) - 1; digits >= FEWEST_DIGITS; digits--) {
      expected += ((known[digits] ?? 0) * (this.#crowds[digits] ?? 0)) / (9 * 10 ** (digits - 1));
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
