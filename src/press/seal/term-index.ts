import { unitsOf } from './units.ts';

/** Finds many texts in one pass. */
export interface TermIndex {
  /**
   * Calls back with the number of every term that stands at `at`, overlapping ones too.
   * @param text in code units, or as a text
   */
  search(text: Uint16Array | string, found: (term: number, at: number) => void): void;
}

/** Letters a term is known by while searching; shorter terms cannot be searched. */
export const SHORTEST_TERM = 4;

/** Four letters are known by so many bits; of a letter that was read four letters ago none is left. */
const BITS = 20;
const SLOTS = 1 << BITS;
const SHIFT = BITS / SHORTEST_TERM;

/**
 * Every term is filed under its rarest run of four letters, so that names which begin alike do not crowd one slot; the
 * text is then read once, one look-up a letter in a table small enough for the processor's own memory, whatever the
 * number of terms.
 * @param terms at least `SHORTEST_TERM` letters each, spelt as the texts are
 */
export function indexTerms(terms: readonly string[]): TermIndex {
  const spelt = terms.map(unitsOf);
  const crowd = crowdOf(spelt);
  const anchors = Int32Array.from(spelt, (term) => rarest(term, crowd));
  const taken = new Uint32Array(SLOTS >>> 5);
  // The number of the first term of a slot, and of the one filed there before each, from 1.
  const latest = new Uint32Array(SLOTS);
  const earlier = new Uint32Array(terms.length + 1);
  for (const [index, term] of spelt.entries()) {
    const slot = slotEnding(term, anchors[index]!);
    taken[slot >>> 5]! |= 1 << (slot & 31);
    earlier[index + 1] = latest[slot]!;
    latest[slot] = index + 1;
  }
  return {
    search(text, found) {
      const units = typeof text === 'string' ? unitsOf(text) : text;
      for (let at = nextTaken(units, 0, taken); at < units.length; at = nextTaken(units, at + 1, taken)) {
        for (let number = latest[slotEnding(units, at)]!; number > 0; number = earlier[number]!) {
          const start = at - anchors[number - 1]!;
          if (standsAt(units, spelt[number - 1]!, start)) found(number - 1, start);
        }
      }
    },
  };
}

/** Where the next four letters end that a term may be known by. A function of its own, small enough to run fast. */
function nextTaken(units: Uint16Array, from: number, taken: Uint32Array): number {
  let at = from;
  for (let slot = from > 0 ? slotEnding(units, from - 1) : 0; at < units.length; at++) {
    slot = next(slot, units[at]!);
    if (((taken[slot >>> 5]! >>> (slot & 31)) & 1) === 1) break;
  }
  return at;
}

function next(slot: number, unit: number): number {
  return ((slot << SHIFT) ^ unit) & (SLOTS - 1);
}

/** Slot of the four letters of which the last stands at `at`, or of all there are. */
function slotEnding(units: Uint16Array, at: number): number {
  let slot = 0;
  for (let letter = Math.max(0, at - SHORTEST_TERM + 1); letter <= at; letter++) slot = next(slot, units[letter]!);
  return slot;
}

function standsAt(text: Uint16Array, term: Uint16Array, start: number): boolean {
  if (start < 0 || start + term.length > text.length) return false;
  for (let at = 0; at < term.length; at++) if (text[start + at] !== term[at]) return false;
  return true;
}

/** How many runs of four letters fall into each slot. */
function crowdOf(terms: readonly Uint16Array[]): Uint32Array {
  const crowd = new Uint32Array(SLOTS);
  for (const term of terms) {
    for (let at = SHORTEST_TERM - 1; at < term.length; at++) crowd[slotEnding(term, at)]! += 1;
  }
  return crowd;
}

/** Where the last letter of the term's rarest run stands. */
function rarest(term: Uint16Array, crowd: Uint32Array): number {
  let best = SHORTEST_TERM - 1;
  for (let at = best + 1; at < term.length; at++) {
    if (crowd[slotEnding(term, at)]! < crowd[slotEnding(term, best)]!) best = at;
  }
  return best;
}

const LETTER = /[\p{L}\p{N}]/u;

/** Whether the term that stands at `at` is no part of a longer word. */
export function isWhole(text: Uint16Array | string, term: string, at: number): boolean {
  const [before, after] = [letterAt(text, at - 1), letterAt(text, at + term.length)];
  return !(LETTER.test(before) && LETTER.test(term[0]!)) && !(LETTER.test(after) && LETTER.test(term.at(-1)!));
}

function letterAt(text: Uint16Array | string, at: number): string {
  if (typeof text === 'string') return text[at] ?? ' ';
  const unit = text[at];
  return unit === undefined ? ' ' : String.fromCharCode(unit);
}
