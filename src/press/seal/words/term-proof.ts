import { originOf } from '../reading/canonical.ts';
import { INNER_SIGNS, type SignsFound } from '../proofs/inner-proof.ts';
import { indexTerms, isWhole } from './term-index.ts';
import type { View } from '../reading/views.ts';
import type { Owner, Term } from './terms.ts';

/** A text of somebody else's that stands where it should not. */
export interface Trace {
  term: Term;
  /** Byte of the file. */
  offset: number;
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
        for (const { term, at } of foreign(view.plain, all, owner)) {
          if (!found.has(term)) found.set(term, { term, offset: view.offset(originOf(view.text, at)) });
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

/** What is a part of a longer text of the owner's own, such as the client `alder` in `alder-2`, tells nothing. */
function foreign(text: Uint16Array, found: readonly Found[], owner: Owner): Found[] {
  const own = found.filter(({ term }) => term.owners.has(owner));
  return found.filter(
    ({ term, at }) =>
      !term.owners.has(owner) &&
      standsAlone(text, term, at) &&
      !own.some(
        (one) =>
          one.at <= at &&
          one.at + one.term.text.length >= at + term.text.length &&
          one.term.text.length > term.text.length,
      ),
  );
}

function standsAlone(text: Uint16Array, { text: term, kind }: Term, at: number): boolean {
  return (
    kind === 'secret' ||
    kind === 'mentors' ||
    (kind !== 'phone' && kind !== 'link' && term.length >= LONG && /[-.@/ ]/.test(term)) ||
    isWhole(text, term, at)
  );
}
