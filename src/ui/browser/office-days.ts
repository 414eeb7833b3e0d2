import type { OfficeCalendar } from '../../types/handbook-model.ts';
import type { Day } from '../../types/period.ts';

/** Days a trainee was away, both included. */
export interface Away {
  since: Day;
  until: Day;
}

/** No pause is longer: what is, is a slip of a finger. */
const LONGEST = 366;

const dayAfter = (day: Day): Day => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

export function isWorked(day: Day, { weekend, off, worked }: OfficeCalendar): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
  return weekend.includes(weekday) ? worked.includes(day) : !off.includes(day);
}

/** The first `count` working days from `start` on; fewer when the calendar ends before. */
export function workingDays(start: Day, count: number, calendar: OfficeCalendar): Day[] {
  const days: Day[] = [];
  for (let day = start; days.length < count && day >= calendar.from && day <= calendar.to; day = dayAfter(day)) {
    if (isWorked(day, calendar)) days.push(day);
  }
  return days;
}

/**
 * Where a day falls among the days of the programme; a day off leads to the next of them.
 * @param count of all days of the programme; fewer `dates` where the calendar ends before it
 */
export function placeOf(
  day: Day,
  dates: readonly Day[],
  calendar: OfficeCalendar,
  count = dates.length,
): { kind: 'unknown' | 'before' | 'rest' | 'day' | 'after'; index: number } {
  const next = dates.findIndex((date) => date >= day);
  if (dates.length === 0) return { kind: 'unknown', index: 0 };
  if (next < 0) return { kind: dates.length < count ? 'unknown' : 'after', index: dates.length - 1 };
  if (dates[next] === day) return { kind: 'day', index: next };
  if (next === 0) return { kind: 'before', index: 0 };
  // A working day between two days of the programme: the plan of the earlier one still holds.
  return isWorked(day, calendar) ? { kind: 'day', index: next - 1 } : { kind: 'rest', index: next };
}

/** The calendar of somebody who was away: days of a pause are no working days of theirs. */
export function withoutDays(calendar: OfficeCalendar, { since, until }: Away): OfficeCalendar {
  const gone: Day[] = [];
  for (let day = since; day <= until && gone.length < LONGEST; day = dayAfter(day)) gone.push(day);
  return {
    ...calendar,
    off: [...calendar.off, ...gone],
    worked: calendar.worked.filter((day) => !gone.includes(day)),
  };
}
