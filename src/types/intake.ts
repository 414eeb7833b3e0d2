import type { Day } from './period.ts';
import type { Problem } from './problem.ts';
import type { SourceRule } from './workspace.ts';

/** What one export file says, whatever system wrote it. JSON-serialisable: it is cached by content hash. */
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
  /** Sums by day, channel and metric. Sorted by day, channel, metric. */
  cells: Cell[];
  /** Data rows by day, for "used" and "outside" of a period. */
  rowsByDay: Record<Day, number>;
  /**
   * Identity of every data row by day, sorted: `<key>:<values>`, two short hashes, the first of the row's
   * dimensions (day, campaign, channel …), the second of its figures. Two files with the same row are told by it.
   */
  rowKeys: Record<Day, string[]>;
  /**
   * How many keys of a day `rowKeys` holds at most, in a file too long to keep all its rows: the first keys in
   * code-unit order, each once, with the sum of the figures' hashes of its rows, modulo 2^50 in base 36.
   */
  rowSample?: number;
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

/** The sum of one metric on one day in one channel of one file, and the lines it came from. */
export interface Cell {
  date: Day;
  channel: string;
  metric: string;
  /** Exact decimal. */
  sum: string;
  /** How many rows had a value; rows with an empty cell do not count. */
  rows: number;
  firstRow: number;
  lastRow: number;
}

/** The file's own total against ours. */
export interface ControlSum {
  column: string;
  ours: string;
  theirs: string;
  ok: boolean;
}
