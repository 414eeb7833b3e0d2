import type { RowIdentity } from '../types/intake.ts';
import type { Day } from '../types/period.ts';

/** A file of more rows keeps a sample of them. */
const KEEPS_ALL = 100_000;
/** Different rows of a day that a sample keeps: those whose keys come first, so two files sample the same ones. */
const SAMPLE = 100;

/**
 * Identities of a file's rows by day, `<key>:<figures>`, in bounded memory. Up to 100,000 rows all are kept; beyond,
 * a day keeps its 100 first keys, each with the figures of all its rows together.
 */
export class RowIndex {
  #all: Map<Day, string[]> | null = new Map();
  readonly #samples = new Map<Day, Sample>();
  #count = 0;
  /** Rows of one day mostly stand together. */
  #latest: { day: Day; keys: string[] } | null = null;

  add(day: Day, identity: string): void {
    this.#count += 1;
    if (this.#all === null) {
      this.#sampleOf(day).add(identity);
      return;
    }
    this.#keysOf(day, this.#all).push(identity);
    if (this.#count > KEEPS_ALL) this.#startSampling(this.#all);
  }

  identity(): RowIdentity {
    return new KeptRows(this.#keys(), this.#all === null ? SAMPLE : null);
  }

  /** Sorted by day, then by identity. */
  #keys(): Record<Day, string[]> {
    const byDay: [Day, string[]][] = this.#all
      ? [...this.#all].map(([day, keys]) => [day, keys.sort()])
      : [...this.#samples].map(([day, sample]) => [day, sample.keys()]);
    return Object.fromEntries(byDay.sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  #keysOf(day: Day, all: Map<Day, string[]>): string[] {
    if (this.#latest?.day === day) return this.#latest.keys;
    let keys = all.get(day);
    if (keys === undefined) all.set(day, (keys = []));
    this.#latest = { day, keys };
    return keys;
  }

  #startSampling(all: Map<Day, string[]>): void {
    for (const [day, identities] of all) {
      const sample = this.#sampleOf(day);
      for (const identity of identities) sample.add(identity);
    }
    this.#all = null;
    this.#latest = null;
  }

  #sampleOf(day: Day): Sample {
    const known = this.#samples.get(day);
    if (known) return known;
    const sample = new Sample();
    this.#samples.set(day, sample);
    return sample;
  }
}

/** Identities that were gathered while the rows were read. */
export class KeptRows implements RowIdentity {
  readonly days: readonly Day[];
  readonly sample: number | null;
  readonly #keys: Readonly<Record<Day, readonly string[]>>;

  constructor(keys: Readonly<Record<Day, readonly string[]>>, sample: number | null) {
    this.days = Object.keys(keys);
    this.sample = sample;
    this.#keys = keys;
  }

  keys(): Readonly<Record<Day, readonly string[]>> {
    return this.#keys;
  }
}

/** Identities that are gathered only when somebody asks for them. */
export class LateRows implements RowIdentity {
  readonly days: readonly Day[];
  readonly sample: number | null;
  readonly #read: () => RowIdentity;
  #known: RowIdentity | null = null;

  /**
   * @param count rows that have an identity
   * @param read reads the file row by row
   */
  constructor(days: readonly Day[], count: number, read: () => RowIdentity) {
    this.days = days;
    this.sample = count > KEEPS_ALL ? SAMPLE : null;
    this.#read = read;
  }

  keys(): Readonly<Record<Day, readonly string[]>> {
    return (this.#known ??= this.#read()).keys();
  }
}

/** The first keys of one day. A key once pushed out never returns, so those that stay have seen all their rows. */
class Sample {
  readonly #figures = new Map<string, number>();
  #last = '';

  add(identity: string): void {
    const colon = identity.indexOf(':');
    const key = identity.slice(0, colon);
    const before = this.#figures.get(key);
    if (before === undefined && this.#figures.size >= SAMPLE && key > this.#last) return;
    this.#figures.set(key, addFigures(before ?? 0, identity.slice(colon + 1)));
    if (before !== undefined) return;
    if (this.#figures.size > SAMPLE) this.#figures.delete(this.#last);
    if (this.#figures.size >= SAMPLE) this.#last = [...this.#figures.keys()].reduce((a, b) => (a > b ? a : b));
    else if (key > this.#last) this.#last = key;
  }

  keys(): string[] {
    return [...this.#figures].map(([key, figures]) => `${key}:${figures.toString(36)}`).sort();
  }
}

const ROOM = 2 ** 50;

/** Figures of one row more: the sum of hashes does not depend on the order of rows. */
function addFigures(sum: number, hash: string): number {
  return (sum + (Number.parseInt(hash, 36) % ROOM)) % ROOM;
}
