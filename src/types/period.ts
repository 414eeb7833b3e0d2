/** A calendar day, `YYYY-MM-DD`; days compare as strings. */
export type Day = string;

export type PeriodKind = 'month' | 'quarter' | 'year' | 'range';

/** A stretch of whole days. `id` is `2026-10`, `2026-Q4`, `2026` or `2026-09-15..2026-10-14`. */
export interface Period {
  id: string;
  kind: PeriodKind;
  /** First day, inclusive. */
  from: Day;
  /** Last day, inclusive. */
  to: Day;
}

/** Which reports a client receives; each has its template `content/reports/<kind>.<locale>.mdx`. */
export type ReportKind = 'monthly' | 'quarterly' | 'yearly';
