import type { Day } from '../types/period.ts';
import type { Checkpoint, Side, TimelinePlan, ZonedTime } from '../types/proposal.ts';
import { addWorkingDays, shiftOffHolidays, type WorkCalendar } from './working-days.ts';
import { momentOf, timeIn } from './zones.ts';

/** What the two sides' walls show: calendars and clocks. */
export interface Sides {
  agency: { calendar: WorkCalendar; timeZone: string };
  client: { calendar: WorkCalendar; timeZone: string };
}

/**
 * Lays the steps one after another. A step begins on the first working day of its side after the step before it
 * (the first one: on `start` or after) and takes its days in working days of that side.
 */
export function layTimeline(plan: TimelinePlan, sides: Sides): Checkpoint[] {
  let before: Day | null = null;
  return plan.steps.map(({ title, days, side, at, note }) => {
    const calendars = calendarsOf(side, sides);
    const from: Day = before === null ? shiftOffHolidays(plan.start, calendars) : addWorkingDays(before, 1, calendars);
    const to = days > 1 ? addWorkingDays(from, days - 1, calendars) : from;
    before = to;
    return { title, side, note, days, from, to, ...hours(to, at, sides) };
  });
}

function calendarsOf(side: Side, { agency, client }: Sides): WorkCalendar[] {
  if (side === 'both') return [agency.calendar, client.calendar];
  return [side === 'agency' ? agency.calendar : client.calendar];
}

function hours(day: Day, at: string | null, { agency, client }: Sides): Record<'agency' | 'client', ZonedTime | null> {
  if (at === null) return { agency: null, client: null };
  const moment = momentOf(day, at, agency.timeZone);
  return { agency: timeIn(agency.timeZone, moment), client: timeIn(client.timeZone, moment) };
}
