import { shiftOffHolidays, type WorkCalendar } from '../calendar/working-days.ts';
import { addDays, daysBetween } from '../figures/period.ts';
import type { Day } from '../types/period.ts';
import type { Track } from '../types/programme.ts';

/** Days on which the trainee is not there, both ends included: they are passed over, however many they are. */
export interface Away {
  since: Day;
  until: Day;
}

/** The days of one trainee. */
export interface TraineeDays {
  start: Day;
  calendar: WorkCalendar;
  /** By first day, none over another. */
  away: readonly Away[];
}

/** The day itself when the trainee works on it, else the next one. */
function worked(day: Day, { calendar, away }: TraineeDays): Day {
  let reached = shiftOffHolidays(day, [calendar]);
  for (const { since, until } of away) {
    if (since <= reached && reached <= until) reached = shiftOffHolidays(addDays(until, 1), [calendar]);
  }
  return reached;
}

/** The calendar day of a working day of the programme; working day 1 is the start, or the first one worked after it. */
export function workingDayOf(number: number, days: TraineeDays): Day {
  let reached = worked(days.start, days);
  for (let left = number - 1; left > 0; left--) reached = worked(addDays(reached, 1), days);
  return reached;
}

/** How many working days have begun on a day: 0 before the start, 1 on the first. */
export function workingDayNumber(day: Day, { start, calendar, away }: TraineeDays): number {
  let number = 0;
  for (let one = start; one <= day; one = addDays(one, 1)) {
    if (calendar.works(one) && !away.some(({ since, until }) => since <= one && one <= until)) number += 1;
  }
  return number;
}

/** Working days after the last feedback day in which it can still be given. */
const LATE_ANSWERS = 5;

/** The last day of a record: so many calendar days from the start, but never before the last feedback can be given. */
export function closingDay(track: Pick<Track, 'closesAfter' | 'feedback'>, days: TraineeDays): Day {
  const last = Math.max(...track.feedback.map(({ day }) => day));
  let answered = calendarDayOf(last, days);
  for (let left = LATE_ANSWERS; left > 0; left--) answered = worked(addDays(answered, 1), days);
  const asked = calendarDayOf(track.closesAfter, days);
  return asked > answered ? asked : answered;
}

/** A day counted in calendar days from the start, which is day 1; moved forward to a day that is worked. */
export function calendarDayOf(number: number, days: TraineeDays): Day {
  let reached = addDays(days.start, number - 1);
  for (const { since, until } of days.away)
    if (since <= reached) reached = addDays(reached, daysBetween(since, until) + 1);
  return worked(reached, days);
}

/** How many days a day is over, those away not counted: 0 on the day itself. */
export function daysOver(day: Day, asOf: Day, away: readonly Away[]): number {
  const gone = away.reduce((sum, { since, until }) => {
    const from = since > day ? since : addDays(day, 1);
    const to = until < asOf ? until : asOf;
    return from > to ? sum : sum + daysBetween(from, to) + 1;
  }, 0);
  return daysBetween(day, asOf) - gone;
}
