import { originOf } from '../reading/canonical.ts';
import { INNER_SIGNS, type SignsFound } from '../proofs/inner-proof.ts';
import { indexTerms, isWhole } from './term-index.ts';
import type { View } from '../reading/views.ts';
import { EVERYBODY, isAllowed, isExcusable, type Owner, type Term } from './terms.ts';

/** A text of somebody else's that stands where it should not. */
export interface Trace {
  term: Term;
  /** Byte of the file. */
  offset: number;
  /** What its owner may say on purpose and this is a part of; absent where it is a leak. */
  mention?: string;
}

/** What a file says. */
export interface Told {
  /** First trace of every term that its owner has no part in. */
  traces: Trace[];
  /** Signs of what is the agency's alone. */
  signs: SignsFound;
}

export interface TermProof {
  told(views: readonly View[], owner: Owner): Told;
}

/** From this length on a name joined of several words is told even with letters stuck to it. */
const LONG = 10;

export function termProof(terms: readonly Term[]): TermProof {
  const index = indexTerms([...terms.map(({ text }) => text), ...INNER_SIGNS]);
  return {
    told(views, owner) {
      const found = new Map<Term, Trace>();
      const signs = new Map<View, Set<string>>();
      for (const view of views) {
        const all: Found[] = [];
        index.search(view.plain, (number, at) => {
          const term = terms[number];
          if (view.guessed && !isLong(term)) return;
          if (term === undefined) addSign(signs, view, INNER_SIGNS[number - terms.length]!);
          else all.push({ term, at });
        });
        for (const { term, at, mention } of foreign(view.plain, all, owner)) {
          const known = found.get(term);
          // A leak is told also where the same text may be said elsewhere.
          if (known !== undefined && (known.mention === undefined || mention !== null)) continue;
          const trace = { term, offset: view.offset(originOf(view.text, at)) };
          found.set(term, mention === null ? trace : { ...trace, mention });
        }
      }
      return { traces: [...found.values()], signs };
    },
  };
}

/** In a megabyte of packed dots eight given letters come together by chance once in a thousand million. */
const isLong = (term: Term | undefined): boolean => term !== undefined && term.text.length >= 8;

function addSign(signs: Map<View, Set<string>>, view: View, sign: string): void {
  const known = signs.get(view) ?? new Set();
  signs.set(view, known.add(sign));
}

interface Found {
  term: Term;
  at: number;
}

/**
 * What is a part of a longer text of the owner's own, such as the client `alder` in `alder-2`, tells nothing; nor does
 * what the agency lets everybody say. What the owner itself may say on purpose is a mention.
 */
function foreign(text: Uint16Array, found: readonly Found[], owner: Owner): (Found & { mention: string | null })[] {
  const own = found.filter(({ term }) => term.owners.has(owner));
  const allowed = found.filter(({ term }) => isAllowed(term, owner));
  return found.flatMap((one) => {
    const { term, at } = one;
    if (term.owners.has(owner) || term.kind === 'mention' || !standsAlone(text, term, at)) return [];
    if (own.some((longer) => isLonger(longer, one) && holds(longer, one))) return [];
    const excuse = isExcusable(term) ? allowed.find((said) => holds(said, one)) : undefined;
    if (excuse?.term.allowed!.has(EVERYBODY)) return [];
    return [{ ...one, mention: excuse?.term.text ?? null }];
  });
}

const isLonger = (one: Found, other: Found): boolean => one.term.text.length > other.term.text.length;

const holds = (one: Found, other: Found): boolean =>
  one.at <= other.at && one.at + one.term.text.length >= other.at + other.term.text.length;

function standsAlone(text: Uint16Array, { text: term, kind }: Term, at: number): boolean {
  return (
    kind === 'secret' ||
    kind === 'mentors' ||
    (kind !== 'phone' && kind !== 'link' && term.length >= LONG && /[-.@/ ]/.test(term)) ||
    isWhole(text, term, at)
  );
}
