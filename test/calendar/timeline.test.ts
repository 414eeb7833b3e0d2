import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countryCalendar } from '../../src/calendar/country-calendar.ts';
import { layTimeline } from '../../src/calendar/timeline.ts';
import { momentOf, timeIn } from '../../src/calendar/zones.ts';

describe('clocks of time zones', () => {
  it('tells one moment on both walls, the day too', () => {
    const moment = momentOf('2026-12-01', '09:00', 'Europe/Moscow');
    expect(moment.toISOString()).toBe('2026-12-01T06:00:00.000Z');
    const abroad = { day: '2026-11-30', time: '22:00', zone: 'America/Los_Angeles', offset: '-08:00' };
    expect(timeIn('America/Los_Angeles', moment)).toEqual(abroad);
    expect(timeIn('Asia/Kolkata', moment)).toMatchObject({ time: '11:30', offset: '+05:30' });
    expect(timeIn('Europe/London', moment).offset).toBe('+00:00');
  });

  it('moves a time that clocks jump over forward and takes the first of a time shown twice', () => {
    expect(momentOf('2026-03-08', '02:30', 'America/New_York').toISOString()).toBe('2026-03-08T07:30:00.000Z');
    expect(momentOf('2026-11-01', '01:30', 'America/New_York').toISOString()).toBe('2026-11-01T05:30:00.000Z');
  });

  it('finds its way back from any moment that is not shown twice', () => {
    const zones = ['Europe/Moscow', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Auckland', 'Pacific/Chatham'];
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.integer({ min: 25_000_000, max: 33_000_000 }), (zone, minutes) => {
        const moment = new Date(minutes * 60_000);
        const { day, time } = timeIn(zone, moment);
        const back = momentOf(day, time, zone);
        expect(timeIn(zone, back)).toMatchObject({ day, time });
        expect(back.getTime()).toBeLessThanOrEqual(moment.getTime());
      }),
    );
  });
});

describe('a timeline', () => {
  const sides = {
    agency: { calendar: countryCalendar('RU'), timeZone: 'Europe/Moscow' },
    client: { calendar: countryCalendar('US'), timeZone: 'America/New_York' },
  };

  it('begins a step of both sides on a day that both work', () => {
    const call = { title: 'Call', days: 1, side: 'both' as const, at: null, note: null };
    const begins = (start: string) => layTimeline({ start, steps: [call] }, sides)[0]!.from;
    // Unity Day in Russia, then Thanksgiving in the United States.
    expect(begins('2026-11-04')).toBe('2026-11-05');
    expect(begins('2026-11-26')).toBe('2026-11-27');
  });

  it('counts each step in working days of its side and tells its hour in both zones', () => {
    const step = { note: null, at: null };
    const steps = layTimeline(
      {
        start: '2026-11-21',
        steps: [
          { ...step, title: 'Design', days: 3, side: 'agency', at: '18:00' },
          { ...step, title: 'Approval', days: 1, side: 'client' },
          { ...step, title: 'Call', days: 2, side: 'both' },
        ],
      },
      sides,
    );
    expect(steps.map(({ from, to }) => [from, to])).toEqual([
      ['2026-11-23', '2026-11-25'],
      // Thanksgiving is a working day in Russia only.
      ['2026-11-27', '2026-11-27'],
      ['2026-11-30', '2026-12-01'],
    ]);
    expect(steps[0]?.client).toEqual({ day: '2026-11-25', time: '10:00', zone: 'America/New_York', offset: '-05:00' });
    expect(steps[1]?.agency).toBeNull();
  });
});
