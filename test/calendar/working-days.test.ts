import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countryCalendar, isKnownCountry, weekdayOf } from '../../src/calendar/country-calendar.ts';
import { addWorkingDays, shiftOffHolidays, workingDay } from '../../src/calendar/working-days.ts';
import { addDays, eachDay } from '../../src/figures/period.ts';

const russia = countryCalendar('RU');
const america = countryCalendar('US');
const unknown = countryCalendar(null);

describe('a country’s calendar', () => {
  it('knows public holidays, also those of several days', () => {
    const january = eachDay({ from: '2026-01-01', to: '2026-01-12' }).filter((day) => workingDay(day, [russia]));
    expect(january).toEqual(['2026-01-09', '2026-01-12']);
    expect(workingDay('2026-11-26', [america])).toBe(false);
    expect(workingDay('2026-11-26', [russia])).toBe(true);
  });

  it('gives a working day for a holiday on a weekend, where the law does: in Russia, but for those of January', () => {
    const off = (days: string[]) => days.filter((day) => !russia.works(day));
    // 9 May 2026 and 1 May 2027 are Saturdays, 9 May 2027 and 8 March 2026 Sundays, 23 February 2025 too.
    expect(off(['2026-05-08', '2026-05-11', '2026-05-12'])).toEqual(['2026-05-11']);
    expect(off(['2027-05-03', '2027-05-04', '2027-05-10', '2027-05-11'])).toEqual(['2027-05-03', '2027-05-10']);
    expect(off(['2026-03-09', '2026-03-10', '2025-02-24'])).toEqual(['2026-03-09', '2025-02-24']);
    // 2, 3 and 8 January 2028 lie on weekends.
    expect(off(['2028-01-10', '2028-01-11', '2028-01-12'])).toEqual([]);
    expect(america.works('2027-05-03')).toBe(true);
  });

  it('works the last half day of a holiday that has one', () => {
    const turkey = countryCalendar('TR');
    expect(['2026-03-20', '2026-03-23'].map((day) => turkey.works(day))).toEqual([false, true]);
  });

  it('knows the country’s own weekend', () => {
    const israel = countryCalendar('IL');
    expect(['2026-11-20', '2026-11-21', '2026-11-22'].map((day) => israel.works(day))).toEqual([false, false, true]);
  });

  it('knows holidays of a part of the country', () => {
    expect(countryCalendar('DE-BY').works('2026-01-06')).toBe(false);
    expect(countryCalendar('DE').works('2026-01-06')).toBe(true);
  });

  it('takes days moved by decree from data, for its own country only', () => {
    const moved = [
      { country: 'RU', date: '2026-01-09', kind: 'off', name: 'Перенос', row: 2 },
      { country: 'RU', date: '2026-11-21', kind: 'working', name: 'Рабочая суббота', row: 3 },
      { country: 'US', date: '2026-11-23', kind: 'off', name: 'Day off', row: 4 },
    ] as const;
    const calendar = countryCalendar('RU', moved);
    expect(['2026-01-09', '2026-11-21', '2026-11-23'].map((day) => calendar.works(day))).toEqual([false, true, true]);
  });

  it('knows only weekends without a country', () => {
    expect(['2026-01-01', '2026-11-21'].map((day) => unknown.works(day))).toEqual([true, false]);
  });

  it('says which countries it knows', () => {
    expect(['RU', 'US-CA', 'DE-BY', 'ZZ', 'DE-XX', 'ru', '', 'DE-BY-A'].map(isKnownCountry)).toEqual([
      ...[true, true, true],
      ...[false, false, false, false, false],
    ]);
  });

  it('counts weekdays from Monday, before 1970 too', () => {
    expect(['2026-11-16', '2026-11-22', '1969-12-28'].map(weekdayOf)).toEqual([1, 7, 7]);
  });
});

describe('working days', () => {
  it('counts from the first working day after', () => {
    expect(addWorkingDays('2026-11-20', 1, [russia])).toBe('2026-11-23');
    expect(addWorkingDays('2026-11-21', 1, [russia])).toBe('2026-11-23');
    expect(addWorkingDays('2026-11-03', 1, [russia])).toBe('2026-11-05');
    expect(addWorkingDays('2026-11-23', -1, [russia])).toBe('2026-11-20');
  });

  it('moves a day off holidays of either side', () => {
    expect(shiftOffHolidays('2026-11-04', [russia])).toBe('2026-11-05');
    expect(shiftOffHolidays('2026-11-26', [russia, america])).toBe('2026-11-27');
    expect(shiftOffHolidays('2026-11-22', [russia], -1)).toBe('2026-11-20');
    expect(addWorkingDays('2026-11-22', 0, [russia])).toBe('2026-11-23');
  });

  it('refuses calendars that never work together, and parts of days', () => {
    expect(() => shiftOffHolidays('2026-11-22', [{ works: () => false }])).toThrow(RangeError);
    expect(() => addWorkingDays('2026-11-22', 0.5, [russia])).toThrow(RangeError);
  });

  it('has as many working days in between as it was asked for', () => {
    const day = fc.integer({ min: 0, max: 3000 }).map((n) => addDays('2024-01-01', n));
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 40 }), (from, count) => {
        const to = addWorkingDays(from, count, [russia, america]);
        const between = eachDay({ from: addDays(from, 1), to }).filter((each) => workingDay(each, [russia, america]));
        expect(between).toHaveLength(count);
        expect(between.at(-1)).toBe(to);
      }),
      { numRuns: 50 },
    );
  });
});
