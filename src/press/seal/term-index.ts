/** Finds many texts in one pass. */
export interface TermIndex {
  /** Calls back with the number of every term that stands at `at`, overlapping ones too. */
  search(text: string, found: (term: number, at: number) => void): void;
}

/** Letters a term is known by while searching; shorter terms cannot be searched. */
export const SHORTEST_TERM = 4;

const SLOTS = 1 << 20;
const PRIME = 0x01000193;

/**
 * Every term is filed under its rarest run of four letters, so that names which begin alike do not crowd one slot; the
 * text is then read once, one look-up a letter, whatever the number of terms.
 * @param terms at least `SHORTEST_TERM` letters each, spelt as the texts are
 */
export function indexTerms(terms: readonly string[]): TermIndex {
  const crowd = new Uint32Array(SLOTS);
  for (const term of terms) {
    for (let at = 0; at + SHORTEST_TERM <= term.length; at++) crowd[slot(term, at)]! += 1;
  }
  const first = new Int32Array(SLOTS).fill(-1);
  const next = new Int32Array(terms.length);
  const anchors = terms.map((term) => rarest(term, crowd));
  terms.forEach((term, number) => {
    const place = slot(term, anchors[number]!);
    next[number] = first[place]!;
    first[place] = number;
  });
  return {
    search(text, found) {
      for (let at = 0; at + SHORTEST_TERM <= text.length; at++) {
        for (let number = first[slot(text, at)]!; number >= 0; number = next[number]!) {
          const start = at - anchors[number]!;
          if (start >= 0 && text.startsWith(terms[number]!, start)) found(number, start);
        }
      }
    },
  };
}

function slot(text: string, at: number): number {
  let hash = text.charCodeAt(at);
  for (let step = 1; step < SHORTEST_TERM; step++) hash = Math.imul(hash, PRIME) ^ text.charCodeAt(at + step);
  return (hash ^ (hash >>> 15)) & (SLOTS - 1);
}

function rarest(term: string, crowd: Uint32Array): number {
  let best = 0;
  for (let at = 1; at + SHORTEST_TERM <= term.length; at++) {
    if (crowd[slot(term, at)]! < crowd[slot(term, best)]!) best = at;
  }
  return best;
}

const LETTER = /[\p{L}\p{N}]/u;

/** Whether the term that stands at `at` is no part of a longer word. */
export function isWhole(text: string, term: string, at: number): boolean {
  const [before, after] = [text[at - 1] ?? ' ', text[at + term.length] ?? ' '];
  return !(LETTER.test(before) && LETTER.test(term[0]!)) && !(LETTER.test(after) && LETTER.test(term.at(-1)!));
}
