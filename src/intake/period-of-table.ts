import type { Stretch } from './dates.ts';
import type { IntakeContext } from './intake-context.ts';
import { monthOfFileName, periodOfFileName, periodOfPreamble } from './stated-period.ts';
import type { TableSurvey } from './table-survey.ts';
import type { FoundTable } from './tables.ts';

/** The period a table is stated to cover: above it, in `sources.json`, by a file beside it, by its file's name. */
export function periodOfTable(
  { preamble, survey }: Pick<FoundTable, 'preamble' | 'survey'>,
  delimiter: string,
  file: string,
  { rule, period }: Pick<IntakeContext, 'rule' | 'period'>,
): Stretch | null {
  return (
    periodOfPreamble(preamble, delimiter, rule?.dateForm ?? null) ??
    rule?.period ??
    period ??
    periodOfFileName(file) ??
    // Beside a column of days a month in the name is only how somebody called the file.
    (survey.plan.day === null ? monthOfFileName(file) : null)
  );
}

/** A table without days and metrics is a list of statements; a period may be among them. */
export function periodOfStatements(
  { plan, sample }: Pick<TableSurvey, 'plan' | 'sample'>,
  delimiter: string,
  rule: IntakeContext['rule'],
): Stretch | 'relative' | null {
  if (plan.day !== null || plan.metrics.length > 0 || plan.columns.length > 3) return null;
  const stated = periodOfPreamble(sample, delimiter, rule?.dateForm ?? null);
  return stated ?? (plan.wholeWith === null ? null : 'relative');
}
