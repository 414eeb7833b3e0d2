import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  comparePeriods,
  cutDays,
  daysBetween,
  daysIn,
  eachDay,
  endedBy,
  isDay,
  monthsOf,
  parsePeriod,
  periodOf,
  previousPeriod,
  yearAgo,
} from '../../src/figures/period.ts';

const period = (id: string) => parsePeriod(id)!;

describe('a period id', () => {
  it.each([
    ['2026-10', 'month', '2026-10-01', '2026-10-31'],
    ['2028-02', 'month', '2028-02-01', '2028-02-29'],
    ['2026-Q1', 'quarter', '2026-01-01', '2026-03-31'],
    ['2026-Q4', 'quarter', '2026-10-01', '2026-12-31'],
    ['2026', 'year', '2026-01-01', '2026-12-31'],
    ['2026-09-15..2026-10-14', 'range', '2026-09-15', '2026-10-14'],
  ])('%s is a %s from %s to %s', (id, kind, from, to) => {
    expect(parsePeriod(id)).toEqual({ id, kind, from, to });
  });

  it.each([
    '',
    '2026-13',
    '2026-00',
    '2026-Q5',
    '26-10',
    '2026-1',
    '0999',
    '2026-10-01',
    '2026-10-14..2026-09-15',
    '2026-02-01..2026-02-29',
    '2026-01-01..',
    '2026-01-01..2026-01-02..2026-01-03',
    ' 2026-10',
    '2026-10/..',
  ])('%j is none', (id) => {
    expect(parsePeriod(id)).toBeNull();
  });

  it('is given back by every calendar period', () => {
    const day = fc.integer({ min: 0, max: 40_000 }).map((offset) => addDays('1990-01-01', offset));
    fc.assert(
      fc.property(day, fc.constantFrom('month' as const, 'quarter' as const, 'year' as const), (day, kind) => {
        const found = periodOf(day, kind);
        expect(parsePeriod(found.id)).toEqual(found);
        expect(found.from <= day && day <= found.to).toBe(true);
        expect(addDays(previousPeriod(found).to, 1)).toBe(found.from);
        expect(monthsOf(found).reduce((days, month) => days + daysIn(month), 0)).toBe(daysIn(found));
      }),
    );
  });
});

describe('the period before', () => {
  it.each([
    ['2026-01', '2025-12'],
    ['2026-Q1', '2025-Q4'],
    ['2026', '2025'],
    ['2026-09-15..2026-10-14', '2026-08-16..2026-09-14'],
    ['2026-03-01..2026-03-01', '2026-02-28..2026-02-28'],
  ])('of %s is %s', (id, before) => {
    expect(previousPeriod(period(id))).toEqual(period(before));
  });
});

describe('the same period a year ago', () => {
  it.each([
    ['2028-02', '2027-02'],
    ['2029-02', '2028-02'],
    ['2026-Q3', '2025-Q3'],
    ['2026', '2025'],
    ['2028-02-10..2028-02-29', '2027-02-10..2027-02-28'],
    ['2028-02-29..2028-03-01', '2027-02-28..2027-03-01'],
  ])('of %s is %s', (id, ago) => {
    expect(yearAgo(period(id))).toEqual(period(ago));
  });
});

describe('days', () => {
  it('are real calendar days only', () => {
    expect(isDay('2028-02-29')).toBe(true);
    expect(['2026-02-29', '2026-13-01', '2026-1-1', '2026-01-01T00:00', 'today'].filter(isDay)).toEqual([]);
  });

  it('cross the end of February and the year', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
    expect(daysBetween('2026-02-28', '2026-03-01')).toBe(1);
    expect(eachDay(period('2026-12-30..2027-01-02'))).toEqual(['2026-12-30', '2026-12-31', '2027-01-01', '2027-01-02']);
  });

  it('of a month and a leap year are counted', () => {
    expect([period('2026-02'), period('2028-02'), period('2028')].map(daysIn)).toEqual([28, 29, 366]);
  });
});

describe('a cut period', () => {
  it('keeps its first days and says so in its id', () => {
    expect(cutDays(period('2026-11'), 20)).toEqual(period('2026-11-01..2026-11-20'));
  });

  it('stays whole when it has no more days', () => {
    expect(cutDays(period('2026-02'), 30)).toEqual(period('2026-02'));
  });

  it('of no days is empty', () => {
    const empty = cutDays(period('2026-11'), 0);
    expect([daysIn(empty), eachDay(empty), monthsOf(empty)]).toEqual([0, [], []]);
  });
});

describe('an as-of day', () => {
  it('is not complete itself', () => {
    expect(endedBy(period('2026-10'), '2026-10-31')).toBe(false);
    expect(endedBy(period('2026-10'), '2026-11-01')).toBe(true);
  });
});

describe('periods in a list', () => {
  it('stand by first day, the shorter before the longer', () => {
    const ids = ['2026-Q1', '2026', '2026-02', '2026-01', '2025-12'];
    expect(
      ids
        .map(period)
        .sort(comparePeriods)
        .map(({ id }) => id),
    ).toEqual(['2025-12', '2026-01', '2026-Q1', '2026', '2026-02']);
  });
});
