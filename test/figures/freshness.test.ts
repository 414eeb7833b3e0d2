import { describe, expect, it } from 'vitest';
import { addDays } from '../../src/figures/period.ts';
import type { IntakeFile } from '../../src/types/intake.ts';
import { figuresFor, fileOf, type Row } from './samples.ts';

const row = (date: string, channel: string, values: Record<string, string>): Row => ({ date, channel, values });
const days = (from: number, to: number): Row[] =>
  Array.from({ length: to - from + 1 }, (_, i) => row(addDays('2026-10-01', from - 1 + i), 'ads', { leads: '1' }));

describe('how fresh a source is', () => {
  it('tells of each source when it was taken and whether its last days had settled', () => {
    const freshness = (parts: Partial<IntakeFile>, until = 31, asOf = '2027-06-01') =>
      figuresFor([fileOf('a.csv', days(1, until), parts)], '2026-10', { asOf }).figures.coverage[0]!.freshness;
    const lastDay = '2026-10-31';
    expect(freshness({ freshness: '2026-11-02' })).toEqual({ lastDay, takenOn: '2026-11-02', settled: false });
    expect(freshness({ freshness: '2026-11-03' })).toEqual({ lastDay, takenOn: '2026-11-03', settled: true });
    expect(freshness({})).toEqual({ lastDay, takenOn: null, settled: null });
    expect(freshness({}, 31, '2026-11-02')).toEqual({ lastDay, takenOn: null, settled: false });
    expect(freshness({ freshness: '2026-10-21' }, 20).settled).toBe(false);
  });

  it('takes when a source was taken from the latest of its files that have the last day, and from no other', () => {
    const freshness = (...files: IntakeFile[]) => figuresFor(files, '2026-10').figures.coverage[0]!.freshness;
    const last = (name: string, channel: string, taken: string) =>
      fileOf(name, [row('2026-10-31', channel, { leads: '1' })], { freshness: taken });
    const both = freshness(last('a.csv', 'ads', '2026-11-05'), last('b.csv', 'maps', '2026-11-01'));
    expect(both).toEqual({ lastDay: '2026-10-31', takenOn: '2026-11-05', settled: true });
    const earlier = fileOf('a.csv', days(1, 10), { freshness: '2026-11-09' });
    const told = freshness(earlier, last('b.csv', 'ads', '2026-11-01'));
    expect(told).toEqual({ lastDay: '2026-10-31', takenOn: '2026-11-01', settled: false });
  });
});
