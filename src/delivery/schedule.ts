import { shiftOffHolidays, type WorkCalendar } from '../calendar/working-days.ts';
import { timeIn } from '../calendar/zones.ts';
import { addDays } from '../figures/period.ts';
import type { FollowUpKind } from '../types/followup.ts';
import type { Day } from '../types/period.ts';
import type { Schedule } from '../workspace/schemas/followups.ts';

/** One step with its day and hour on the prospect's clock. */
export interface ScheduledStep {
  id: string;
  ask: FollowUpKind;
  day: Day;
  /** `HH:MM`. */
  time: string;
}

/**
 * The days of every step after a sending: moved forward off the prospect's days off, each at least a day after the one
 * before it.
 * @param sentAt ISO moment
 * @param timeZone the prospect's
 */
export function scheduled(
  schedule: Schedule,
  sentAt: string,
  timeZone: string,
  calendar: WorkCalendar,
): ScheduledStep[] {
  const sent = timeIn(timeZone, new Date(sentAt));
  const steps: ScheduledStep[] = [];
  for (const { id, after, ask } of schedule.steps) {
    const target = later(sent.day, after);
    const sameDay = target === sent.day && sent.time < schedule.sameDayBefore && calendar.works(target);
    const earliest = steps.length > 0 ? addDays(steps.at(-1)!.day, 1) : sameDay ? target : addDays(sent.day, 1);
    const day = shiftOffHolidays(target > earliest ? target : earliest, [calendar]);
    steps.push({ id, ask, day, time: sameDay && steps.length === 0 ? schedule.sameDayAt : schedule.at });
  }
  return steps;
}

function later(day: Day, after: string): Day {
  const count = Number(after.slice(0, -1));
  if (after.endsWith('d')) return addDays(day, count);
  if (after.endsWith('w')) return addDays(day, count * 7);
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  // The 31st, a month later, is the last day of a shorter month.
  const last = new Date(Date.UTC(year, month + count, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + count, Math.min(date, last))).toISOString().slice(0, 10);
}
