import { unitsOf } from '../reading/units.ts';

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
/** Of the texts' runs of four letters only every second one is looked up. */
const STEP = 2;

/**
 * Every term is filed under its two rarest runs of four letters that follow one another, so that names which begin
 * alike do not crowd one slot, and wherever a term stands one of them ends at a place that is looked at. A text is then
 * read once, one look-up for two letters in a table small enough for the processor's own memory, whatever the number of
 * terms.
 * @param terms at least `SHORTEST_TERM` letters each, spelt as the texts are
 */
export function indexTerms(terms: readonly string[]): TermIndex {
  const spelt = terms.map(unitsOf);
  const { taken, ranks, first, entries } = filed(spelt, crowdOf(spelt));
  return {
    search(text, found) {
      const units = typeof text === 'string' ? unitsOf(text) : text;
      for (let at = nextTaken(units, 1, taken); at < units.length; at = nextTaken(units, at + STEP, taken)) {
        const slot = slotEnding(units, at);
        const rank = ranks[slot >>> 5]! + bitsOf(taken[slot >>> 5]! & ((1 << (slot & 31)) - 1));
        for (let entry = WORDS * first[rank]!; entry < WORDS * first[rank + 1]!; entry += WORDS) {
          const [term, end] = [entries[entry]!, entries[entry + 1]!];
          if (units[at + 1 - end] !== entries[entry + 2]) continue;
          if (standsAt(units, spelt[term]!, at - end)) found(term, at - end);
        }
      }
    },
  };
}

/** Runs of terms, so close to one another that looking one up does not wait for the memory. */
interface Filed {
  /** A bit for each slot that has an entry. */
  taken: Uint32Array;
  /** How many slots before those of each word of `taken` have one. */
  ranks: Uint32Array;
  /** Number of the first entry of each slot that has one. */
  first: Uint32Array;
  /** By slots: the term, where the run ends in it, and its second letter. */
  entries: Int32Array;
}

/** Of an entry. */
const WORDS = 3;

function filed(terms: readonly Uint16Array[], crowd: Uint32Array): Filed {
  const runs = terms.flatMap((letters, term) => {
    const least = rarest(letters, crowd);
    return [least, least + 1].flatMap((end) => slotsOf(letters, end).map((slot) => ({ slot, term, end })));
  });
  runs.sort((a, b) => a.slot - b.slot);
  const taken = new Uint32Array(SLOTS >>> 5);
  const first: number[] = [];
  for (const [number, { slot }] of runs.entries()) {
    if (slot !== runs[number - 1]?.slot) first.push(number);
    taken[slot >>> 5]! |= 1 << (slot & 31);
  }
  const ranks = new Uint32Array(taken.length);
  for (let word = 1; word < taken.length; word++) ranks[word] = ranks[word - 1]! + bitsOf(taken[word - 1]!);
  const entries = Int32Array.from(runs.flatMap(({ term, end }) => [term, end, terms[term]![1]!]));
  return { taken, ranks, first: Uint32Array.from([...first, runs.length]), entries };
}

/** How many bits are set. */
function bitsOf(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Slots of a run. The shortest terms are filed by three letters, whatever stands before them. */
function slotsOf(term: Uint16Array, end: number): number[] {
  const slot = slotEnding(term, end);
  if (term.length > SHORTEST_TERM) return [slot];
  const [three, one] = [BITS - SHIFT, 1 << SHIFT];
  return Array.from({ length: one }, (_, before) => (before << three) | (slot & ((1 << three) - 1)));
}

/** Where the next run ends that a term may be known by. A function of its own, small enough to run fast. */
function nextTaken(units: Uint16Array, from: number, taken: Uint32Array): number {
  let at = from;
  for (let slot = from > 1 ? slotEnding(units, from - STEP) : 0; at < units.length; at += STEP) {
    slot = ((slot << (2 * SHIFT)) ^ (units[at - 1]! << SHIFT) ^ units[at]!) & (SLOTS - 1);
    if (((taken[slot >>> 5]! >>> (slot & 31)) & 1) === 1) break;
  }
  return at;
}

/** Slot of the four letters of which the last stands at `at`, or of all there are. */
function slotEnding(units: Uint16Array, at: number): number {
  let slot = 0;
  for (let letter = Math.max(0, at - SHORTEST_TERM + 1); letter <= at; letter++)
    slot = ((slot << SHIFT) ^ units[letter]!) & (SLOTS - 1);
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

/** Where the first of the term's two rarest runs ends. */
function rarest(term: Uint16Array, crowd: Uint32Array): number {
  if (term.length === SHORTEST_TERM) return SHORTEST_TERM - STEP;
  const crowded = (end: number): number => crowd[slotEnding(term, end)]! + crowd[slotEnding(term, end + 1)]!;
  let best = SHORTEST_TERM - 1;
  for (let end = best + 1; end + 1 < term.length; end++) if (crowded(end) < crowded(best)) best = end;
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
