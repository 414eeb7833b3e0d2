import { addDays } from '../figures/period.ts';
import type { Day } from '../types/period.ts';

/** Which days one side works: see `country-calendar.ts` for a country's. */
export interface WorkCalendar {
  works(day: Day): boolean;
}

/** Longer than any run of days off that two countries can have in common; more means that a calendar never works. */
const LONGEST_REST = 60;

/** Whether every side works on the day. */
export function workingDay(day: Day, calendars: readonly WorkCalendar[]): boolean {
  return calendars.every((calendar) => calendar.works(day));
}

/**
 * The day itself when every side works on it, else the next one they do (`-1`: the one before).
 * Throws a RangeError when they never work together.
 */
export function shiftOffHolidays(day: Day, calendars: readonly WorkCalendar[], direction: 1 | -1 = 1): Day {
  let shifted = day;
  for (let step = 0; step <= LONGEST_REST; step++) {
    if (workingDay(shifted, calendars)) return shifted;
    shifted = addDays(shifted, direction);
  }
  throw new RangeError(`No working day within ${LONGEST_REST} days of ${day}`);
}

/**
 * The working day `count` working days later (earlier when negative). The count starts at the first working day
 * after `day`: a letter of Saturday gets its answer "in one working day" on Monday. Zero only moves off a day off.
 */
export function addWorkingDays(day: Day, count: number, calendars: readonly WorkCalendar[]): Day {
  if (!Number.isInteger(count)) throw new RangeError(`Not a whole number of days: ${count}`);
  if (count === 0) return shiftOffHolidays(day, calendars);
  const direction = count > 0 ? 1 : -1;
  let reached = day;
  for (let left = Math.abs(count); left > 0; left--) {
    reached = shiftOffHolidays(addDays(reached, direction), calendars, direction);
  }
  return reached;
}
