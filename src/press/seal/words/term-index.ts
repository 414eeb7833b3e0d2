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
  const spelt = speltTerms(terms);
  const { taken, ranks, first, entries } = filed(spelt);
  return {
    search(text, found) {
      const units = typeof text === 'string' ? unitsOf(text) : text;
      for (let at = nextTaken(units, 1, taken); at < units.length; at = nextTaken(units, at + STEP, taken)) {
        const slot = slotEnding(units, at);
        const rank = ranks[slot >>> 5]! + bitsOf(taken[slot >>> 5]! & ((1 << (slot & 31)) - 1));
        for (let entry = WORDS * first[rank]!; entry < WORDS * first[rank + 1]!; entry += WORDS) {
          const [term, end] = [entries[entry]!, entries[entry + 1]!];
          if (units[at + 1 - end] !== entries[entry + 2]) continue;
          if (standsAt(units, spelt, term, at - end)) found(term, at - end);
        }
      }
    },
  };
}

/** Terms in code units, one behind the other: an array for each of thousands takes longer than all the rest. */
interface Spelt {
  units: Uint16Array;
  /** Where each term begins, and where the last one ends. */
  starts: Uint32Array;
}

function speltTerms(terms: readonly string[]): Spelt {
  const starts = new Uint32Array(terms.length + 1);
  for (const [term, { length }] of terms.entries()) starts[term + 1] = starts[term]! + length;
  return { units: unitsOf(terms.join('')), starts };
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

/** Bits of three letters. */
const THREE = BITS - SHIFT;
/** More runs than a build has; a slot and the place of a run are one number. */
const MOST_RUNS = 2 ** 32;

function filed(spelt: Spelt): Filed {
  const { runs, sorted } = runsOf(spelt);
  const { units, starts } = spelt;
  const taken = new Uint32Array(SLOTS >>> 5);
  const first: number[] = [];
  const entries = new Int32Array(WORDS * sorted.length);
  let last = -1;
  for (let number = 0; number < sorted.length; number++) {
    const slot = Math.floor(sorted[number]! / MOST_RUNS);
    const run = sorted[number]! - slot * MOST_RUNS;
    if (slot !== last) first.push(number);
    last = slot;
    taken[slot >>> 5]! |= 1 << (slot & 31);
    const term = runs[run]!;
    entries[WORDS * number] = term;
    entries[WORDS * number + 1] = runs[run + 1]!;
    entries[WORDS * number + 2] = units[starts[term]! + 1]!;
  }
  const ranks = new Uint32Array(taken.length);
  for (let word = 1; word < taken.length; word++) ranks[word] = ranks[word - 1]! + bitsOf(taken[word - 1]!);
  return {
    taken,
    ranks,
    first: Uint32Array.from([...first, sorted.length]),
    entries,
  };
}

/** The runs that terms are filed by: the term and where the run ends in it; with slots, and sorted by those. */
function runsOf(spelt: Spelt): { runs: number[]; sorted: Float64Array } {
  const { units, starts } = spelt;
  const crowd = crowdOf(spelt);
  const runs: number[] = [];
  const places: number[] = [];
  for (let term = 0; term + 1 < starts.length; term++) {
    const [from, to] = [starts[term]!, starts[term + 1]!];
    const least = rarest(units, from, to, crowd);
    for (let end = least; end < least + STEP; end++) {
      const slot = slotEnding(units, end, from);
      // The shortest terms are filed by three letters, whatever stands before them.
      const others = to - from > SHORTEST_TERM ? 1 : 1 << SHIFT;
      for (let other = 0; other < others; other++) {
        const filed = others === 1 ? slot : (other << THREE) | (slot & ((1 << THREE) - 1));
        places.push(filed * MOST_RUNS + runs.length);
        runs.push(term, end - from);
      }
    }
  }
  // Numbers of a typed array are sorted without a call for each comparison.
  return { runs, sorted: new Float64Array(places).sort() };
}

/** How many bits are set. */
function bitsOf(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
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

/** Slot of the four letters of which the last stands at `at`, or of all there are from `from` on. */
function slotEnding(units: Uint16Array, at: number, from = 0): number {
  let slot = 0;
  for (let letter = Math.max(from, at - SHORTEST_TERM + 1); letter <= at; letter++)
    slot = nextSlot(slot, units[letter]!);
  return slot;
}

/** Of the last four letters, when one more is read: nothing is left of the fifth. */
const nextSlot = (slot: number, unit: number): number => ((slot << SHIFT) ^ unit) & (SLOTS - 1);

function standsAt(text: Uint16Array, { units, starts }: Spelt, term: number, start: number): boolean {
  const from = starts[term]!;
  const length = starts[term + 1]! - from;
  if (start < 0 || start + length > text.length) return false;
  for (let at = 0; at < length; at++) if (text[start + at] !== units[from + at]) return false;
  return true;
}

/** How many runs of four letters fall into each slot. */
function crowdOf({ units, starts }: Spelt): Uint32Array {
  const crowd = new Uint32Array(SLOTS);
  for (let term = 0; term + 1 < starts.length; term++) {
    let slot = slotEnding(units, starts[term]! + SHORTEST_TERM - STEP, starts[term]!);
    for (let at = starts[term]! + SHORTEST_TERM - 1; at < starts[term + 1]!; at++) {
      slot = nextSlot(slot, units[at]!);
      crowd[slot]! += 1;
    }
  }
  return crowd;
}

/** Where the first of a term's two rarest runs ends. */
function rarest(units: Uint16Array, from: number, to: number, crowd: Uint32Array): number {
  if (to - from === SHORTEST_TERM) return from + SHORTEST_TERM - STEP;
  let best = from + SHORTEST_TERM - 1;
  let slot = slotEnding(units, best, from);
  let least = Infinity;
  for (let end = best; end + 1 < to; end++) {
    const next = nextSlot(slot, units[end + 1]!);
    const crowded = crowd[slot]! + crowd[next]!;
    if (crowded < least) [best, least] = [end, crowded];
    slot = next;
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
