import { FEWEST_DIGITS, isCommonFraction, shownForms, tellingDigits, writtenNumbers } from './numbers.ts';
import type { View } from './views.ts';
import type { Owner } from './vocabulary.ts';

/** What a folder's `figures.json` or `estimate.json` say. */
export interface OwnFigures {
  /** Numbers the owner is known by, as documents show them: totals and channels, not single days. */
  telling: string[];
  /** Every number of theirs as a document may show it; none of them can be another's alone. */
  all: string[];
}

/** A number in a file that is none of the folder's own figures. */
export interface SeenNumber {
  file: string;
  value: string;
  digits: number;
}

/** A figure of one client only, seen in a file of another. */
export interface FigureTrace extends SeenNumber {
  owner: Owner;
}

/** Chance hits a build may expect among all its figures before they count as proof. */
const DOUBT = 0.05;
/** So many figures of one client in one file of another are no chance, whatever their length. */
const TOGETHER = 3;

/** Parts of `figures.json` that hold days, names and hashes, not the figures a client is known by. */
const NOT_FIGURES = new Set(['days', 'sources', 'coverage', 'warnings', 'asOf', 'period', 'number', 'version', 'date']);

/** @param jsons texts of a folder's `figures.json` and `estimate.json` */
export function figuresOf(jsons: readonly string[]): OwnFigures {
  const telling = new Set<string>();
  const all = new Set<string>();
  for (const json of jsons) {
    for (const form of decimals(JSON.parse(json)).flatMap(shownForms)) {
      if (tellingDigits(form) >= FEWEST_DIGITS && !isCommonFraction(form)) telling.add(form);
    }
    for (const { value } of writtenNumbers(json, false))
      for (const form of [value, ...shownForms(value)]) all.add(form);
  }
  return { telling: [...telling], all: [...all] };
}

/** Numbers of one file that its folder's own figures do not explain, each once. */
export function seenNumbers(file: string, views: readonly View[], own: ReadonlySet<string>): SeenNumber[] {
  const seen = new Map<string, SeenNumber>();
  for (const view of views) {
    if (view.numbers === 'none') continue;
    for (const { value, digits } of writtenNumbers(view.plain, view.numbers === 'people')) {
      if (!own.has(value)) seen.set(value, { file, value, digits });
    }
  }
  return [...seen.values()];
}

/** The distinctive figures of all folders, and where they are seen. */
export class FigureProof {
  /** Value → the one owner it belongs to; `null` when several have it. */
  readonly #owners = new Map<string, Owner | null>();
  readonly #traces: FigureTrace[] = [];
  /** Numbers seen that are nobody's, by their digits: how crowded the numbers of this build are. */
  readonly #seen: number[] = [];

  learn(owner: Owner, { telling }: OwnFigures): void {
    for (const value of telling) {
      const known = this.#owners.get(value);
      if (known === undefined) this.#owners.set(value, owner);
      else if (known !== owner) this.#owners.set(value, null);
    }
  }

  /** To be called for every folder after all were learnt once: a number two owners have tells neither. */
  share(owner: Owner, { all }: OwnFigures): void {
    for (const form of all) {
      const known = this.#owners.get(form);
      if (known !== undefined && known !== owner) this.#owners.set(form, null);
    }
  }

  /** To be called for every folder after all were shared. */
  look(reader: Owner, seen: readonly SeenNumber[]): void {
    for (const one of seen) {
      const owner = this.#owners.get(one.value);
      if (owner === reader || owner === null) continue;
      this.#seen[one.digits] = (this.#seen[one.digits] ?? 0) + 1;
      if (owner !== undefined) this.#traces.push({ ...one, owner });
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
}

function decimals(value: unknown): string[] {
  if (typeof value === 'string') return /^-?\d+(?:\.\d+)?$/.test(value) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap(decimals);
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => (NOT_FIGURES.has(key) ? [] : decimals(inner)));
}
