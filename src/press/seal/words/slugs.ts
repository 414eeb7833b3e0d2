import { canonical } from '../reading/canonical.ts';
import type { Owner, Term } from './terms.ts';

/** Shorter ones are words that anybody’s file may be called by. */
export const SHORTEST_SLUG = 6;
/** Words of a file's name that may make one name of a client. */
const MOST_WORDS = 6;

const LATIN: Record<string, string> = Object.fromEntries(
  [...'абвгдежзийклмнопрстуфхцчшщъыьэюя'].map((letter, index) => [
    letter,
    'a b v g d e zh z i y k l m n o p r s t u f kh ts ch sh shch  y  e yu ya'.split(' ')[index]!,
  ]),
);

const RUSSIAN = /[а-я]/g;

/** What the rules of writing Russian in Latin letters differ in, made the same. */
const RULES: readonly (readonly [RegExp, string])[] = [
  [/shch|sch|shh/g, 'sh'],
  [/zh/g, 'z'],
  [/kh/g, 'h'],
  [/t[sz]/g, 'c'],
  [/w/g, 'v'],
  [/[yj]/g, 'i'],
  [/io|ie|eh/g, 'e'],
  [/i{2,}/g, 'i'],
];

/** Letters and digits of a text as the name of a file may have them, whatever the rules it was written by. */
export function slugOf(text: string): string {
  const letters = canonical(text.normalize('NFC')).replace(RUSSIAN, (letter) => LATIN[letter]!);
  const plain = letters.normalize('NFD').replace(/[^a-z0-9]+/g, '');
  return RULES.reduce((current, [pattern, same]) => current.replace(pattern, same), plain);
}

/** Words of a name, by their places. */
interface Stretch {
  from: number;
  to: number;
}

/** Tells names of others in names of files, where they stand in Latin letters, joined by any sign or by none. */
export class SlugProof {
  readonly #terms = new Map<string, Term[]>();
  readonly #words = new Map<string, string>();

  constructor(terms: readonly Term[]) {
    for (const term of terms) {
      if (term.slug === undefined) continue;
      const joined = wordsOf(term.text).map(slugOf).join('');
      for (const slug of new Set([term.slug, joined])) this.#terms.set(slug, [...(this.#terms.get(slug) ?? []), term]);
    }
  }

  /** @param name of a file, within its folder */
  told(name: string, owner: Owner): Term[] {
    const words = wordsOf(name).map((word) => this.#slug(word));
    const id = wordsOf(owner.slice(owner.indexOf('/') + 1))
      .map((word) => this.#slug(word))
      .join('');
    const own: Stretch[] = [];
    const strange: (Stretch & { term: Term })[] = [];
    for (let from = 0; from < words.length; from++) {
      let slug = '';
      for (let to = from; to < Math.min(words.length, from + MOST_WORDS); to++) {
        slug += words[to]!;
        const terms = this.#terms.get(slug) ?? [];
        if (slug === id || terms.some(({ owners }) => owners.has(owner))) own.push({ from, to });
        else strange.push(...terms.map((term) => ({ term, from, to })));
      }
    }
    const left = strange.filter(({ from, to }) => !own.some((one) => one.from <= from && one.to >= to));
    return [...new Set(left.map(({ term }) => term))];
  }

  /** Most words stand in the names of many files. */
  #slug(word: string): string {
    const known = this.#words.get(word) ?? slugOf(word);
    this.#words.set(word, known);
    return known;
  }
}

/** Words of a name, as hyphens, other signs and capitals within part them. */
function wordsOf(name: string): string[] {
  return name
    .normalize('NFC')
    .replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 ')
    .split(/[^\p{L}\p{N}'’]+/u)
    .filter(Boolean);
}
