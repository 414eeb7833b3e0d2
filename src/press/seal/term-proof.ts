import { originOf } from './canonical.ts';
import { indexTerms, isWhole, type TermIndex } from './term-index.ts';
import type { View } from './views.ts';
import type { Owner, Term } from './vocabulary.ts';

/** A text of somebody else's that stands where it should not. */
export interface Trace {
  term: Term;
  /** Byte of the file. */
  offset: number;
}

export interface TermProof {
  /** First trace of every term that the views of a file show and its owner has no part in. */
  traces(views: readonly View[], owner: Owner): Trace[];
}

/** From this length on a name joined of several words is told even with letters stuck to it. */
const LONG = 10;

export function termProof(terms: readonly Term[]): TermProof {
  const index = indexTerms(terms.map(({ text }) => text));
  return {
    traces(views, owner) {
      const found = new Map<Term, Trace>();
      for (const view of views) {
        for (const { term, at } of foreign(view.plain, index, terms, owner)) {
          if (!found.has(term)) found.set(term, { term, offset: view.offset(originOf(view.text, at)) });
        }
      }
      return [...found.values()];
    },
  };
}

interface Found {
  term: Term;
  at: number;
}

/** What is a part of a longer text of the owner's own, such as the client `alder` in `alder-2`, tells nothing. */
function foreign(text: string, index: TermIndex, terms: readonly Term[], owner: Owner): Found[] {
  const own: Found[] = [];
  const others: Found[] = [];
  index.search(text, (number, at) => {
    const term = terms[number]!;
    (term.owners.has(owner) ? own : others).push({ term, at });
  });
  return others.filter(
    ({ term, at }) =>
      standsAlone(text, term, at) &&
      !own.some(
        (one) =>
          one.at <= at &&
          one.at + one.term.text.length >= at + term.text.length &&
          one.term.text.length > term.text.length,
      ),
  );
}

function standsAlone(text: string, { text: term, kind }: Term, at: number): boolean {
  return (
    kind === 'secret' || kind === 'mentors' || (term.length >= LONG && /[-.@/ ]/.test(term)) || isWhole(text, term, at)
  );
}
