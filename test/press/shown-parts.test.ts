import { describe, expect, it } from 'vitest';
import { monthsFed, withoutShownPart } from '../../src/press/reports/shown-parts.ts';
import type { IntakeFile } from '../../src/types/intake.ts';
import type { ReportKind } from '../../src/types/period.ts';
import { read } from '../intake/helpers.ts';

const QUERIES = 'Top queries,Clicks,Impressions,CTR,Position\nhotel,9,20,45%,4.2\n';

function told(
  days: [from: string, to: string] | null,
  reports: ReportKind[] = ['monthly'],
  fed: string[] = ['2026-08', '2026-09', '2026-10'],
): string[] {
  const period = days === null ? undefined : { from: days[0], to: days[1] };
  const file: IntakeFile = read(QUERIES, { period });
  return withoutShownPart(file, { reports }, new Set(fed)).problems.map(({ code }) => code);
}

describe('a file that is a part by nature', () => {
  it('is no warning when a report of the client shows its list', () => {
    expect(told(['2026-10-01', '2026-10-31'])).toEqual([]);
    expect(told(['2026-10-05', '2026-10-11'])).toEqual([]);
    expect(told(['2026-07-01', '2026-09-30'], ['monthly', 'quarterly'])).toEqual([]);
  });

  it('stays told of when its days are unknown or lie in no report', () => {
    expect(told(null)).toEqual(['part-of-account']);
    expect(told(['2026-09-15', '2026-10-14'])).toEqual(['part-of-account']);
    expect(told(['2026-07-01', '2026-09-30'])).toEqual(['part-of-account']);
  });

  it('stays told of when nothing feeds its month, which therefore has no report', () => {
    expect(told(['2026-10-01', '2026-10-31'], ['monthly'], [])).toEqual(['part-of-account']);
    expect(told(['2026-10-01', '2026-10-31'], ['monthly'], ['2026-09', '2026-11'])).toEqual(['part-of-account']);
    expect(told(['2026-10-01', '2026-10-31'], ['monthly', 'quarterly'], ['2026-12'])).toEqual([]);
    const list = read(QUERIES, { period: { from: '2026-10-01', to: '2026-10-31' } });
    const days = read('date,channel,clicks\n2026-10-31,search,4\n2026-11-01,search,5\n');
    expect([...monthsFed([list, days])]).toEqual(['2026-10', '2026-11']);
  });
});
