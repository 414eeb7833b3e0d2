import type { Locale, LocalText } from '../types/locale.ts';
import type { Cache } from './cache.ts';
import type { Day, Period } from '../types/period.ts';
import type { Printer } from './printing/printer.ts';
import type { Shard } from './shards/shard.ts';

/** What `npm run build` was asked to make. */
export interface BuildOptions {
  /** Absolute path of the agency's folder. */
  workspace: string;
  /** Absolute path of the output folder (`dist`). */
  out: string;
  /** Sites to build, in the order of `SITES`. */
  sites: Site[];
  /** Client ids, or `null` for all. */
  clients: string[] | null;
  /** Proposal ids, or `null` for all. */
  proposals: string[] | null;
  /** Periods asked for, or `null` for every period that has data and has ended. */
  periods: Period[] | null;
  /** The day the documents speak from; its own data is not complete and is not counted. */
  asOf: Day;
  pdf: boolean;
  /** Processes that build clients at once; `null` leaves it to the number of clients and the machine. */
  workers: number | null;
  /** The part of the documents to make; `null` for all of them. */
  shard: Shard | null;
  /** Absolute path of the engine: where `src`, `node_modules` and `.accountpress` are. */
  project: string;
  cache: Cache;
  /** Says which language the agency speaks, before anything else is told. */
  speak: (locale: Locale) => void;
  /** Tells the operator how far a long piece of work has got. */
  progress: StartProgress;
  /** Tells the operator, once, what they should know of the machine. */
  warn: (warning: LocalText) => void;
  /** Opens what prints; a browser with a tab a core when absent. See `lent`. */
  openPrinter?: () => Promise<Printer>;
}

/** Begins a piece of work of `total` steps. */
export type StartProgress = (label: LocalText, total: number) => { step(count?: number): void; end(): void };

/** Every site this engine can build; each is an Astro build of its own. */
export const SITES = ['reports', 'proposals', 'handbook', 'desk'] as const;

export type Site = (typeof SITES)[number];

/** Whether this site was asked for by name, not merely with all the others. */
export function asksFor(site: Site, { sites }: Pick<BuildOptions, 'sites'>): boolean {
  return sites.length < SITES.length && sites.includes(site);
}
