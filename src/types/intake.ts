import type { Day } from './period.ts';
import type { Problem } from './problem.ts';
import type { SourceRule } from './workspace.ts';

/** What one export file says, whatever system wrote it. */
export interface IntakeFile {
  /** Relative to the workspace. */
  file: string;
  sha256: string;
  source: string;
  /** Format id, e.g. `tidy`, `google-ads-campaign`; `null` when nobody recognised it. */
  format: string | null;
  encoding: string;
  delimiter: string;
  /** Stated period, else the days found; `null` when unknown. */
  period: { from: Day; to: Day } | null;
  /**
   * The period of the whole export, from a file that holds nothing but its filters: it speaks for the files beside it.
   * `relative`: it says no more than `Last 3 months`.
   */
  states?: { from: Day; to: Day } | 'relative';
  /** The day the figures were taken on, as the file itself states it (`Report Data as of …`). */
  freshness?: Day | null;
  /** Currency of money columns as the file states it, else as its source's rule declares; `null` when neither does. */
  currency: string | null;
  /** What the cost column includes, when its header says so; files of one source must not mix variants. */
  costVariant?: SourceRule['vat'] | null;
  /** Data rows read (totals and headers apart), and totals rows. */
  rows: { read: number; totals: number };
  /** Metrics this file feeds. Empty for files that are parts by nature or have no dates. */
  feeds: string[];
  /** Days with a row or a sum, sorted. */
  days: readonly Day[];
  /** Data rows of each of the `days`, for "used" and "outside" of a period. */
  rowsOnDay: Int32Array;
  /** Sums by metric, channel and day. Sorted by metric, then channel. */
  series: readonly FactSeries[];
  /** By which two files with the same rows are told. */
  identity: RowIdentity;
  controlSums: ControlSum[];
  /** Lists worth showing that must never be totalled: queries, search terms, placements, pages. */
  tables?: PartTable[];
  problems: Problem[];
}

/** A part of a source's data as a list: its rows do not add up to the whole. */
export interface PartTable {
  /** What the rows are about: `queries`, `search-terms`, `keywords`, `placements`, `pages`, `campaign` … */
  kind: string;
  title: { ru: string; en: string };
  /** Days the rows cover; `null` when the file does not say, and then the list belongs to no month. */
  period: { from: Day; to: Day } | null;
  /** First what a row is about, then additive metrics. */
  header: { name: string; metric: string | null }[];
  /** Of the money columns; `null` without money or when nothing states it. */
  currency: string | null;
  /** Text, then exact decimals, `null` where nothing was stated. The largest first, 50 at most. */
  rows: (string | null)[][];
  /** Rows there were in all. */
  of: number;
}

/**
 * The sums of one metric in one channel of one file, and the lines they came from, in columns that stand parallel to
 * each other: one entry a day that has a value, in the order of days. Thousands of sums are a few arrays.
 */
export interface FactSeries {
  metric: string;
  channel: string;
  /** Metrics of one channel that have values in the same rows share it. */
  rows: FactRows;
  /** Digits after the point of `units`. */
  scale: number;
  /** Each sum in units of `10^-scale`, a whole number below 4e15; `NaN` where it is longer and stands in `long`. */
  units: Float64Array;
  /** Exact decimals by entry. */
  long: ReadonlyMap<number, string>;
}

/** Rows that had a value; rows with an empty cell do not count. */
export interface FactRows {
  /** Places in the file's `days`, ascending. */
  at: Int32Array;
  count: Int32Array;
  first: Int32Array;
  last: Int32Array;
}

/** Identity of every data row of a file, by day. */
export interface RowIdentity {
  /** Days that have any, sorted. */
  readonly days: readonly Day[];
  /**
   * How many keys of a day there are at most, in a file too long to keep all its rows: the first keys in code-unit
   * order, each once, with the sum of the figures' hashes of its rows, modulo 2^50 in base 36. `null`: all are kept.
   */
  readonly sample: number | null;
  /**
   * By day, sorted: `<key>:<values>`, two short hashes, the first of the row's dimensions (day, campaign, channel …),
   * the second of its figures. May read the file once more: it is asked only where two files share days.
   */
  keys(): Readonly<Record<Day, readonly string[]>>;
}

/** The file's own total against ours. */
export interface ControlSum {
  column: string;
  ours: string;
  theirs: string;
  ok: boolean;
}
