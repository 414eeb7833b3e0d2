import { periodOf } from '../../figures/period.ts';
import type { IntakeFile } from '../../types/intake.ts';
import type { Client } from '../../types/workspace.ts';

const PERIOD_KINDS = { monthly: 'month', quarterly: 'quarter', yearly: 'year' } as const;

/**
 * A file that is a part of its source by nature, without the warning about it when one of the client's reports shows
 * its list: there it says itself that it is no total. A list without days, or over months no report has, stays told of.
 */
export function withoutShownPart(file: IntakeFile, client: Pick<Client, 'reports'>): IntakeFile {
  const kinds = client.reports.map((kind) => PERIOD_KINDS[kind]);
  const shown = file.tables?.some(
    ({ period }) => period !== null && kinds.some((kind) => periodOf(period.to, kind).from <= period.from),
  );
  return shown ? { ...file, problems: file.problems.filter(({ code }) => code !== 'part-of-account') } : file;
}
