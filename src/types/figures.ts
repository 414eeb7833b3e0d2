import type { Locale } from './locale.ts';
import type { Day, Period } from './period.ts';
import type { ControlSum, PartTable } from './intake.ts';
import type { MetricUnit } from './workspace.ts';

/** Exact decimal as plain text (`-1234.5`), or `null` when unknown. Ratios carry at most 10 decimals. */
export type Decimal = string | null;

/** One metric's line in `figures.json`. Percent metrics are fractions. */
export interface Figure {
  value: Decimal;
  previous: Decimal;
  yearAgo: Decimal;
  target: Decimal;
  unit: MetricUnit;
  better: 'higher' | 'lower';
}

/** The promise beside every report, `figures.json`. Key order is fixed. */
export interface FiguresFile {
  client: string;
  period: string;
  currency: string;
  locale: Locale;
  asOf: Day;
  metrics: Record<string, Figure>;
  channels: Record<string, { metrics: Record<string, Figure> }>;
  days: ({ date: Day } & Record<string, Decimal>)[];
  coverage: Coverage[];
  sources: SourceLine[];
  warnings: { code: string; message: string; file: string; row: number | null }[];
}

export interface Coverage {
  source: string;
  channel: string;
  days: number;
  of: number;
  lastDay: Day | null;
  freshness: Freshness;
}

/** How settled a source's figures are at the end of the counted days; the same in each of its channels. */
export interface Freshness {
  /** Last counted day with data in any channel. */
  lastDay: Day;
  /** The day the file with that day was taken on, as it says itself; `null` when it does not say. */
  takenOn: Day | null;
  /**
   * Whether 48 hours had passed since the last counted day when the figures were taken: ad systems settle them so long.
   * `null` when nothing tells: the files do not say when they were taken, and the report is made later than that.
   */
  settled: boolean | null;
}

export interface SourceLine {
  file: string;
  sha256: string;
  format: string;
  rows: { read: number; used: number; totals: number; outside: number };
  controlSums: ControlSum[];
}

/** Change of one value against another. `sense` follows the metric's direction. */
export interface Change {
  from: Decimal;
  to: Decimal;
  absolute: Decimal;
  /** Fraction: 0.12 is +12 %; `null` when `from` is zero or unknown. */
  relative: Decimal;
  sense: 'good' | 'bad' | 'neutral';
}

/** A metric with everything a reader compares it with. */
export interface Comparison extends Figure {
  metric: string;
  againstPrevious: Change;
  againstYearAgo: Change;
  /** `value / target` as a fraction; `null` without a target, and where nothing was spent or came of the spend. */
  targetDone: Decimal;
  /** Whether the target is met, by the metric's direction; for a running period, by pace. Neutral where the data do not tell. */
  targetSense: 'good' | 'bad' | 'neutral';
  /** A sum that should grow has come to the whole target: whatever is left of the period, it is met. */
  targetReached: boolean;
}

/** The same calendar stretch earlier: what `previous` and `yearAgo` are computed over. */
export interface Compared {
  current: Period;
  previous: Period;
  yearAgo: Period;
  /** True when the period has not ended by the as-of date; then all three are cut to the same days. */
  partial: boolean;
  /** Complete days of the current period counted so far, and in all. */
  elapsed: number;
  days: number;
}

/** Why a total moved: contributions that add up to `change.absolute` exactly. */
export interface TotalStory {
  kind: 'total';
  metric: string;
  change: Change;
  parts: { channel: string; from: Decimal; to: Decimal; contribution: string }[];
}

/**
 * Why a ratio moved: mix and rate effects by channel that add up to `change.absolute` exactly. No parts where numerator and
 * denominator stand in different channels: then all is rate.
 */
export interface RatioStory {
  kind: 'ratio';
  metric: string;
  change: Change;
  mix: string;
  rate: string;
  parts: { channel: string; from: Decimal; to: Decimal; mix: string; rate: string }[];
}

export type Story = TotalStory | RatioStory;

/** Whether a metric's data are there for the whole of each stretch: a part is not judged, nor is anything by it. */
export interface KnownWhole {
  current: boolean;
  previous: boolean;
  yearAgo: boolean;
}

/** Budget pacing of a channel (or of all, `channel: null`) in one period. */
export interface Pacing {
  channel: string | null;
  budget: Decimal;
  spent: Decimal;
  /** Budget that should be spent by now. */
  due: Decimal;
  /** `spent / due`. */
  pace: Decimal;
  /** Spend projected to the period's end at the present rate. */
  projection: Decimal;
  /** Last day with spend data; pacing is untrustworthy when it is older than two days. */
  lastDay: Day | null;
  stale: boolean;
}

/** Plan against fact of one channel. */
export interface PlanFact {
  channel: string;
  /** By plan column: `budget` (fact: cost), `impressions`, `clicks`, `leads`. */
  columns: Record<'budget' | 'impressions' | 'clicks' | 'leads', { plan: Decimal; fact: Decimal; done: Decimal }>;
}

/** Where a number came from: one entry of the data appendix. */
export interface Lineage {
  /** Anchor on the page, e.g. `src-leads`. */
  anchor: string;
  metric: string;
  /** For ratios: the two metrics, in `numerator / denominator` order, and the factor. */
  formula: { numerator: string; denominator: string; factor: number } | null;
  parts: { file: string; channel: string; rows: number; firstRow: number; lastRow: number; sum: string }[];
  /** Sources that also claimed the metric on a channel but gave way, with their figure. */
  yielded: { source: string; channel: string; ours: string; theirs: string }[];
  /** Where the values beside it came from, by file; a ratio has those of its parts, and a target of its own. */
  beside: BesideLine[];
}

/** One file behind a value that a report's own figure is compared with. `lastRow` is the last of `rows` rows. */
export interface BesideLine {
  what: 'previous' | 'yearAgo' | 'target' | 'plan';
  /** Of a channel's own target. */
  channel?: string;
  file: string;
  rows: number;
  firstRow: number;
  lastRow: number;
  sum: string;
}

/** A list of one file that a report may show, never total. */
export interface SourceList extends PartTable {
  source: string;
  /** Relative to the workspace. */
  file: string;
}
