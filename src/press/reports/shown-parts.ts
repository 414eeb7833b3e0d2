import { periodOf } from '../../figures/period.ts';
import type { IntakeFile } from '../../types/intake.ts';
import type { Client } from '../../types/workspace.ts';

const PERIOD_KINDS = { monthly: 'month', quarterly: 'quarter', yearly: 'year' } as const;

/** Months, `2026-10`, in which any of the files feeds a metric: only a period with such a month has a report. */
export function monthsFed(files: readonly IntakeFile[]): ReadonlySet<string> {
  return new Set(files.flatMap(({ series, days }) => (series.length === 0 ? [] : days.map((day) => day.slice(0, 7)))));
}

/**
 * A file that is a part of its source by nature, without the warning about it when one of the client's reports shows
 * its list: there it says itself that it is no total. A list without days, or over months no report has, stays told
 * of, and so does one of months in which nothing is fed (`fed`): they have no report that could show it.
 */
export function withoutShownPart(
  file: IntakeFile,
  client: Pick<Client, 'reports'>,
  fed: ReadonlySet<string>,
): IntakeFile {
  const shown = file.tables?.some(({ period }) =>
    client.reports.some((kind) => {
      if (period === null) return false;
      const report = periodOf(period.to, PERIOD_KINDS[kind]);
      return report.from <= period.from && [...fed].some((month) => isWithin(month, report));
    }),
  );
  return shown ? { ...file, problems: file.problems.filter(({ code }) => code !== 'part-of-account') } : file;
}

function isWithin(month: string, { from, to }: { from: string; to: string }): boolean {
  return from.slice(0, 7) <= month && month <= to.slice(0, 7);
}
