import type { ControlSum } from '../types/intake.ts';
import type { LocalText } from '../types/locale.ts';
import type { DateForm } from './dates.ts';
import type { CostVariant } from './headers.ts';
import type { NumberForm } from './numbers.ts';

/** How a file was understood, for those who look into it: what `inspect` shows besides the facts. */
export interface Anatomy {
  format: RankedFormat | null;
  /** The format that would have been chosen next; of a file nobody recognised, the one it comes nearest to. */
  runnerUp: RankedFormat | null;
  tables: TableAnatomy[];
}

export interface RankedFormat {
  id: string;
  name: string;
  /** Share of headers the format knows, 0–1. */
  confidence: number;
  /** Headers without which the format is not recognised, as it writes them; `@metric` and the like: any of the role. */
  lacks: readonly string[];
}

export interface TableAnatomy {
  /** Line of the header. */
  headerRow: number;
  /** Lines above the header as they stand. */
  preamble: string[];
  columns: ColumnAnatomy[];
  /** Data rows and totals rows. */
  rows: number;
  totals: number;
  /** Why the rows must not be added up to a whole; `null` when they may be. */
  part: LocalText | null;
  /** Metric ids that reach the figures. */
  feeds: string[];
  controlSums: ControlSum[];
  sample: SampleRow[];
}

export interface ColumnAnatomy {
  /** 0-based place in the record. */
  index: number;
  name: string;
  /** Metric id the column holds. */
  metric: string | null;
  /** What the column tells of a row: `date`, `channel`, `currency`, `campaign` … */
  dimension: string | null;
  /** Whether the format knows the header, if only to leave the column out. */
  known: boolean;
  currency: string | null;
  vat: CostVariant | null;
  /** `null` for columns that are not read as numbers. */
  numberForm: NumberForm | null;
  dateForm: DateForm | 'yyyymmdd' | 'words' | 'number' | null;
}

/** One record as parsed: exact decimals, ISO days, text; `null` for an empty figure. */
export interface SampleRow {
  row: number;
  values: (string | null)[];
}
