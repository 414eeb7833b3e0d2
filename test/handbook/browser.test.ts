import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checklistsInOrder, officeCalendar } from '../../src/press/handbook/model.ts';
import { profileShares } from '../../src/ui/browser/assessment.ts';
import { merged, readFile, withTick, type Ticks } from '../../src/ui/browser/checklist.ts';
import { isWorked, placeOf, withoutDays, workingDays } from '../../src/ui/browser/office-days.ts';

const key = fc.constantFrom('a', 'b', 'c');
const ticks: fc.Arbitrary<Ticks> = fc.dictionary(
  key,
  fc.dictionary(key, fc.constantFrom('2026-01-01', '2026-01-02', '2026-01-03')),
);

describe('ticks', () => {
  it('are joined whatever the order, twice as once, and none is lost', () => {
    fc.assert(
      fc.property(ticks, ticks, (one, other) => {
        const all = merged(one, other);
        expect(merged(other, one)).toEqual(all);
        expect(merged(all, other)).toEqual(all);
        for (const [list, items] of Object.entries(one))
          for (const item of Object.keys(items)) expect(all[list]).toHaveProperty(item);
      }),
    );
  });

  it('keep the first moment, and go when they are taken away', () => {
    const first = withTick({ a: { x: '2026-01-01' } }, 'a', 'x', true);
    expect(first).toEqual({ a: { x: '2026-01-01' } });
    expect(withTick(first, 'a', 'x', false)).toEqual({ a: {} });
  });

  it('are read from files of this kind and schema only', () => {
    const file = { kind: 'accountpress-handbook-ticks', schema: 1, ticks: { a: { x: '2026-01-01' } } };
    expect(readFile(JSON.stringify(file))).toEqual(file.ticks);
    for (const wrong of [
      { ...file, schema: 2 },
      { ...file, kind: 'other' },
      { ...file, ticks: { a: [] } },
      { ...file, ticks: { a: { x: 1 } } },
      null,
    ]) {
      expect(readFile(JSON.stringify(wrong))).toBeNull();
    }
    expect(readFile('no json')).toBeNull();
  });
});

describe('the calendar of the month', () => {
  const russia = officeCalendar('RU', [{ country: 'RU', date: '2026-11-07', kind: 'working' } as never], '2026-11-22');

  it('tells weekends, public holidays and moved days', () => {
    expect(russia.weekend).toEqual([6, 7]);
    expect(isWorked('2026-11-03', russia)).toBe(true);
    expect(isWorked('2026-11-04', russia)).toBe(false);
    expect(isWorked('2026-11-07', russia)).toBe(true);
    expect(isWorked('2026-11-08', russia)).toBe(false);
    expect([russia.from, russia.to]).toEqual(['2025-01-01', '2028-12-31']);
  });

  it('counts working days from the first one, and stops where nothing is known', () => {
    expect(workingDays('2026-11-03', 4, russia)).toEqual(['2026-11-03', '2026-11-05', '2026-11-06', '2026-11-07']);
    expect(workingDays('2028-12-28', 9, russia)).toEqual(['2028-12-28', '2028-12-29']);
    expect(workingDays('2029-01-01', 9, russia)).toEqual([]);
  });

  it('counts on after a pause: its days are nobody’s working days, also a worked Saturday', () => {
    const away = withoutDays(russia, { since: '2026-11-05', until: '2026-11-08' });
    expect(workingDays('2026-11-03', 3, away)).toEqual(['2026-11-03', '2026-11-09', '2026-11-10']);
    expect(placeOf('2026-11-07', workingDays('2026-11-03', 3, away), away)).toEqual({ kind: 'rest', index: 1 });
    expect(workingDays('2026-11-03', 2, russia)).toEqual(['2026-11-03', '2026-11-05']);
  });

  it('says where today falls', () => {
    const dates = workingDays('2026-11-03', 3, russia);
    const at = (day: string) => placeOf(day, dates, russia);
    expect(at('2026-11-02')).toEqual({ kind: 'before', index: 0 });
    expect(at('2026-11-03')).toEqual({ kind: 'day', index: 0 });
    expect(at('2026-11-04')).toEqual({ kind: 'rest', index: 1 });
    expect(at('2026-11-09')).toEqual({ kind: 'after', index: 2 });
    expect(placeOf('2026-11-09', [], russia).kind).toBe('unknown');
    // The calendar ends before the programme: it is not over for that.
    expect(placeOf('2026-11-09', dates, russia, 4)).toEqual({ kind: 'unknown', index: 2 });
  });
});

it('a self-assessment goes from nothing to all, also with statements that speak against', () => {
  const data = {
    values: [1, 2, 3],
    statements: [
      { id: 'a', profile: 'bird', weight: 1 },
      { id: 'b', profile: 'bird', weight: -1 },
      { id: 'c', profile: 'clerk', weight: 2 },
    ],
  };
  const of = (answers: Record<string, number>) => Object.fromEntries(profileShares(data, answers));
  expect(of({ a: 3, b: 1, c: 1 })).toEqual({ bird: 1, clerk: 0 });
  expect(of({ a: 1, b: 3, c: 3 })).toEqual({ bird: 0, clerk: 1 });
  expect(of({ a: 2, b: 2, c: 2 })).toEqual({ bird: 0.5, clerk: 0.5 });
});

it('checklists stand as readers meet them: of every day, then by the days of the programme, then the rest', () => {
  const list = (id: string, kind: 'daily' | 'onboarding') => ({ id, kind }) as never;
  const checklists = [list('a', 'onboarding'), list('b', 'onboarding'), list('c', 'daily'), list('d', 'onboarding')];
  const programme = { tracks: [{ stages: [{ days: [{ checklists: ['d'] }, { checklists: ['b'] }] }] }] } as never;
  const ids = (of: typeof programme | null) =>
    checklistsInOrder({ programme: of, checklists }).map(({ id }: { id: string }) => id);
  expect(ids(programme)).toEqual(['c', 'd', 'b', 'a']);
  expect(ids(null)).toEqual(['c', 'a', 'b', 'd']);
});
