import { originOf } from './canonical.ts';
import { FEWEST_DIGITS, isCommonFraction, shownForms, tellingDigits, writtenNumbers } from './numbers.ts';
import type { View } from './views.ts';
import type { Owner } from './vocabulary.ts';

/** A figure of one client only, seen in a file of another. */
export interface FigureTrace {
  file: string;
  owner: Owner;
  value: string;
  digits: number;
  offset: number;
}

/** Chance hits a build may expect among all its figures before they count as proof. */
const DOUBT = 0.05;
/** So many figures of one client in one file of another are no chance, whatever their length. */
const TOGETHER = 3;

/** Parts of `figures.json` that hold days, names and hashes, not the figures a client is known by. */
const NOT_FIGURES = new Set(['days', 'sources', 'coverage', 'warnings', 'asOf', 'period', 'number', 'version', 'date']);

/** The distinctive figures of all folders, and where they are seen. */
export class FigureProof {
  /** Value → the one owner it belongs to; `null` when several have it. */
  readonly #owners = new Map<string, Owner | null>();
  readonly #traces: FigureTrace[] = [];
  /** Numbers seen that are nobody's, by their digits: how crowded the numbers of this build are. */
  readonly #seen: number[] = [];

  /**
   * Takes in the figures of a folder's `figures.json` or `estimate.json`. All of its numbers are the owner's, so that
   * none of them can be another's alone; totals and channels are what the owner is known by.
   */
  learn(owner: Owner, json: string): void {
    for (const value of decimals(JSON.parse(json))) {
      for (const form of shownForms(value)) {
        if (tellingDigits(form) >= FEWEST_DIGITS && !isCommonFraction(form)) this.#own(form, owner);
      }
    }
  }

  /** To be called for every file after all were learnt once: a number two owners have tells neither. */
  share(owner: Owner, json: string): void {
    for (const { value } of writtenNumbers(json, false)) {
      for (const form of shownForms(value)) {
        const known = this.#owners.get(form);
        if (known !== undefined && known !== owner) this.#owners.set(form, null);
      }
    }
  }

  /** @param own every number of the owner's own figures; see `ownNumbers` */
  look(file: string, owner: Owner, views: readonly View[], own: ReadonlySet<string>): void {
    const seen = new Set<string>();
    for (const view of views) {
      if (view.numbers === 'none') continue;
      for (const { value, digits, at } of writtenNumbers(view.plain, view.numbers === 'people')) {
        const known = this.#owners.get(value);
        if (known === owner || known === null || own.has(value) || seen.has(value)) continue;
        seen.add(value);
        this.#seen[digits] = (this.#seen[digits] ?? 0) + 1;
        if (known === undefined) continue;
        this.#traces.push({ file, owner: known, value, digits, offset: view.offset(originOf(view.text, at)) });
      }
    }
  }

  /**
   * Digits from which one figure is proof: the fewest at which, given how many figures are known and how many numbers
   * were read, less than `DOUBT` coincidences are expected in the whole build.
   */
  get digits(): number {
    const known: number[] = [];
    for (const [value, owner] of this.#owners) {
      if (owner !== null) known[tellingDigits(value)] = (known[tellingDigits(value)] ?? 0) + 1;
    }
    let expected = 0;
    for (let digits = Math.max(known.length, this.#seen.length) - 1; digits >= FEWEST_DIGITS; digits--) {
      expected += ((known[digits] ?? 0) * (this.#seen[digits] ?? 0)) / (9 * 10 ** (digits - 1));
      if (expected >= DOUBT) return digits + 1;
    }
    return FEWEST_DIGITS;
  }

  get count(): number {
    return [...this.#owners.values()].filter((owner) => owner !== null).length;
  }

  /** The traces that are proof: long figures, and shorter ones that come together. */
  proven(): FigureTrace[] {
    const { digits } = this;
    const crowd = new Map<string, number>();
    const key = ({ file, owner }: FigureTrace) => `${file} ${owner}`;
    for (const trace of this.#traces) crowd.set(key(trace), (crowd.get(key(trace)) ?? 0) + 1);
    return this.#traces.filter((trace) => trace.digits >= digits || crowd.get(key(trace))! >= TOGETHER);
  }

  #own(value: string, owner: Owner): void {
    const known = this.#owners.get(value);
    if (known === undefined) this.#owners.set(value, owner);
    else if (known !== owner) this.#owners.set(value, null);
  }
}

/** Every number of a `figures.json` or `estimate.json` as a document may show it. */
export function ownNumbers(json: string): string[] {
  return writtenNumbers(json, false).flatMap(({ value }) => [value, ...shownForms(value)]);
}

function decimals(value: unknown): string[] {
  if (typeof value === 'string') return /^-?\d+(?:\.\d+)?$/.test(value) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap(decimals);
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => (NOT_FIGURES.has(key) ? [] : decimals(inner)));
}
