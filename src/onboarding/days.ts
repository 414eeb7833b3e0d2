import { addWorkingDays, shiftOffHolidays, type WorkCalendar } from '../calendar/working-days.ts';
import { addDays } from '../figures/period.ts';
import type { Day } from '../types/period.ts';
import type { Track } from '../types/programme.ts';

/** The calendar day of a working day of the programme; working day 1 is the start, or the first one worked after it. */
export function workingDayOf(number: number, start: Day, calendar: WorkCalendar): Day {
  const first = shiftOffHolidays(start, [calendar]);
  return number === 1 ? first : addWorkingDays(first, number - 1, [calendar]);
}

/** How many working days have begun on a day: 0 before the start, 1 on the first. */
export function workingDayNumber(day: Day, start: Day, calendar: WorkCalendar): number {
  let number = 0;
  for (let one = start; one <= day; one = addDays(one, 1)) if (calendar.works(one)) number += 1;
  return number;
}

/** Working days after the last feedback day in which it can still be given. */
const LATE_ANSWERS = 5;

/** The last day of a record: so many calendar days from the start, but never before the last feedback can be given. */
export function closingDay(start: Day, track: Pick<Track, 'closesAfter' | 'feedback'>, calendar: WorkCalendar): Day {
  const last = Math.max(...track.feedback.map(({ day }) => day));
  const answered = addWorkingDays(calendarDayOf(last, start, calendar), LATE_ANSWERS, [calendar]);
  const asked = calendarDayOf(track.closesAfter, start, calendar);
  return asked > answered ? asked : answered;
}

/** A day counted in calendar days from the start, which is day 1; moved forward to a day that is worked. */
export function calendarDayOf(number: number, start: Day, calendar: WorkCalendar): Day {
  return shiftOffHolidays(addDays(start, number - 1), [calendar]);
}
