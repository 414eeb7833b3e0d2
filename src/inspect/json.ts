import type { ColumnAnatomy } from '../intake/anatomy.ts';
import type { Understood } from '../intake/intake-context.ts';
import { localText } from '../locale/text.ts';
import type { ControlSum } from '../types/intake.ts';
import type { Locale } from '../types/locale.ts';

/** The promised answer of `inspect --json` for one file. */
export interface InspectionJson {
  encoding: string;
  delimiter: string;
  /** Format id; `null` when nobody recognised the file. */
  format: string | null;
  /** Share of headers the format knows, 0–1; 0 without a format. */
  confidence: number;
  /** The format chosen next, or that an unknown file comes nearest to with the headers it lacks. */
  runnerUp: { format: string; confidence: number; lacks: readonly string[] } | null;
  period: { from: string; to: string } | null;
  tables: {
    header: Pick<ColumnAnatomy, 'name' | 'metric' | 'dimension' | 'currency' | 'vat'>[];
    /** Data rows, and totals rows that left the data. */
    rows: number;
    totals: number;
    /** Whether the rows add up to the whole. */
    additive: boolean;
    controlSums: ControlSum[];
  }[];
  problems: { code: string; row: number | null; column: number | string | null; message: string }[];
}

/** What a file was read as, for programs. Messages are in the asked language. */
export function inspectionJson({ file, anatomy }: Understood, locale: Locale): InspectionJson {
  return {
    ...{ encoding: file.encoding, delimiter: file.delimiter, format: file.format },
    confidence: rounded(anatomy.format?.confidence ?? 0),
    runnerUp: anatomy.runnerUp && {
      format: anatomy.runnerUp.id,
      confidence: rounded(anatomy.runnerUp.confidence),
      lacks: anatomy.runnerUp.lacks,
    },
    period: file.period,
    tables: anatomy.tables.map(({ columns, rows, totals, part, controlSums }) => ({
      header: columns.map(({ name, metric, dimension, currency, vat }) => ({ name, metric, dimension, currency, vat })),
      ...{ rows, totals, additive: part === null, controlSums },
    })),
    problems: file.problems.map(({ code, row, column, found, expected, mend }) => ({
      ...{ code, row: row ?? null, column: column ?? null },
      message: [found, expected, mend].map((text) => localText(text, locale)).join(' → '),
    })),
  };
}

const rounded = (share: number): number => Math.round(share * 1000) / 1000;
