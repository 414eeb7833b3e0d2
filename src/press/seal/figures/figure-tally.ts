import { DIGIT_BITS, MOST_DIGITS, type FigurePrints } from './figure-prints.ts';
import { FEWEST_DIGITS } from './numbers.ts';
import { PrintSet } from './prints.ts';

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

/** Words that are known of a figure: a print's two, its digits, and who has it. */
const WORDS = 4;
const [DIGITS, OWNER] = [2, 3];
const SEVERAL = -1;
/** Number of the figure whose place is free; figures are counted from 1. */
const NONE = 0;

/** Bits for each telling figure by which most of what is no such figure is told without the table. */
const BITS = 8;
const WORD_BITS = 32;

/** The distinctive figures of all folders, and where they are seen. Owners and folders are numbers from 0. */
export class FigureTally {
  /** What is known of each figure, in the order in which they were learnt; the first is none. */
  readonly #figures: Int32Array;
  #count = 0;
  /** Open addressing: numbers of figures, and nothing else, so that little memory is waited for. */
  readonly #places: Int32Array;
  readonly #mask: number;
  /** A bit for what each telling figure's first word ends in. */
  readonly #signs: Int32Array;
  readonly #signMask: number;
  /** How many figures one owner alone has, of each length. */
  readonly #known = new Uint32Array(MOST_DIGITS + 1);
  readonly #hits: (FigureHit & { digits: number })[] = [];
  /** Numbers seen that are not the reader's own, each once: how crowded the numbers of this build are. */
  readonly #crowd: PrintSet;
  /** The same, how many there are of each length. */
  readonly #crowds = new Uint32Array(MOST_DIGITS + 1);

  /** @param most how many telling figures will be learnt @param seen how many numbers will be looked at */
  constructor(most: number, seen: number) {
    const places = powerOfTwo(2 * most);
    this.#figures = new Int32Array(WORDS * (most + 1));
    this.#places = new Int32Array(places);
    this.#mask = places - 1;
    const signs = powerOfTwo(BITS * most);
    this.#signs = new Int32Array(signs / WORD_BITS);
    this.#signMask = signs - 1;
    this.#crowd = new PrintSet(seen);
  }

  learn(owner: number, { telling }: FigurePrints): void {
    const figures = this.#figures;
    for (let at = 0; at < telling.length; at += 3) {
      const one = telling[at]! | 0;
      const two = telling[at + 1]! | 0;
      const digits = telling[at + 2]!;
      const place = this.#placeOf(one, two);
      const known = this.#places[place]!;
      if (known !== NONE) {
        this.#notAlone(owner, known);
        continue;
      }
      const figure = (this.#places[place] = ++this.#count);
      figures[WORDS * figure] = one;
      figures[WORDS * figure + 1] = two;
      figures[WORDS * figure + DIGITS] = digits;
      figures[WORDS * figure + OWNER] = owner;
      this.#known[digits]! += 1;
      this.#sign(one);
    }
  }

  /** To be called for every folder after all were learnt once: a number two owners have tells neither. */
  share(owner: number, { others }: FigurePrints): void {
    for (let at = 0; at < others.length; at += 2) {
      const one = others[at]! | 0;
      if (!this.#isSigned(one)) continue;
      const figure = this.#places[this.#placeOf(one, others[at + 1]! | 0)]!;
      if (figure !== NONE) this.#notAlone(owner, figure);
    }
  }

  /** To be called for every folder after all were shared. */
  look(reader: number, folder: number, { seen }: FigurePrints): void {
    for (let at = 0; at < seen.length; at += 3) {
      const one = seen[at]! | 0;
      const two = seen[at + 1]! | 0;
      const figure = this.#isSigned(one) ? this.#places[this.#placeOf(one, two)]! : NONE;
      const owner = this.#figures[WORDS * figure + OWNER]!;
      if (figure !== NONE && (owner === reader || owner === SEVERAL)) continue;
      const digits = seen[at + 2]! & MOST_DIGITS;
      // A number that many files show, such as a colour of a script, is no more chances than one.
      if (this.#crowd.add({ one, two })) this.#crowds[digits]! += 1;
      if (figure !== NONE) this.#hits.push({ folder, file: seen[at + 2]! >>> DIGIT_BITS, seen: at / 3, owner, digits });
    }
  }

  /**
   * Digits from which one figure is proof: the fewest at which, given how many figures are known and how many numbers
   * were read, less than `DOUBT` coincidences are expected in the whole build.
   */
  get digits(): number {
    let expected = 0;
    for (let digits = MOST_DIGITS; digits >= FEWEST_DIGITS; digits--) {
      expected += (this.#known[digits]! * this.#crowds[digits]!) / (9 * 10 ** (digits - 1));
      if (expected >= DOUBT) return digits + 1;
    }
    return FEWEST_DIGITS;
  }

  /** Figures that one owner alone has. */
  get count(): number {
    return this.#known.reduce((sum, count) => sum + count, 0);
  }

  /** The hits that are proof: long figures, and shorter ones that come together. */
  proven(): FigureHit[] {
    const { digits } = this;
    const crowd = new Map<string, number>();
    const key = ({ folder, file, owner }: FigureHit) => `${folder} ${file} ${owner}`;
    for (const hit of this.#hits) crowd.set(key(hit), (crowd.get(key(hit)) ?? 0) + 1);
    return this.#hits.filter((hit) => hit.digits >= digits || crowd.get(key(hit))! >= TOGETHER);
  }

  #notAlone(owner: number, figure: number): void {
    const figures = this.#figures;
    const known = figures[WORDS * figure + OWNER]!;
    if (known === owner || known === SEVERAL) return;
    figures[WORDS * figure + OWNER] = SEVERAL;
    this.#known[figures[WORDS * figure + DIGITS]!]! -= 1;
  }

  #sign(one: number): void {
    const sign = one & this.#signMask;
    this.#signs[sign >>> 5]! |= 1 << (sign & 31);
  }

  /** False when no telling figure has this print. */
  #isSigned(one: number): boolean {
    const sign = one & this.#signMask;
    return ((this.#signs[sign >>> 5]! >>> (sign & 31)) & 1) === 1;
  }

  /** Where the number of a print's figure stands, or where it would. */
  #placeOf(one: number, two: number): number {
    const places = this.#places;
    const figures = this.#figures;
    let place = (one ^ (two >>> 7)) & this.#mask;
    for (let figure = places[place]!; figure !== NONE; figure = places[place]!) {
      if (figures[WORDS * figure] === one && figures[WORDS * figure + 1] === two) break;
      place = (place + 1) & this.#mask;
    }
    return place;
  }
}

function powerOfTwo(least: number): number {
  let power = WORD_BITS;
  while (power < least) power *= 2;
  return power;
}
