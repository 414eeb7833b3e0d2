import { z } from 'zod';
import { shiftOffHolidays, type WorkCalendar } from '../calendar/working-days.ts';
import { timeIn } from '../calendar/zones.ts';
import { addDays } from '../figures/period.ts';
import type { Day } from '../types/period.ts';
import { FOLLOW_UP_KINDS, type FollowUpKind } from './words.ts';

const id = z.string().refine((text) => /^[a-z0-9-]{1,40}$/.test(text), {
  params: {
    expected: { ru: 'строчные латинские буквы, цифры и дефис', en: 'lower-case Latin letters, digits, hyphens' },
  },
});

const time = z.string().refine((text) => /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(text), {
  params: { expected: { ru: 'время вида 09:30', en: 'a time such as 09:30' } },
});

const after = z.string().refine((text) => /^\d{1,3}[dwm]$/.test(text), {
  params: { expected: { ru: 'срок вида 0d, 3d, 2w, 1m', en: 'a length such as 0d, 3d, 2w, 1m' } },
});

const steps = z
  .array(
    z.strictObject({
      id: id.describe('Short name of the step.'),
      after: after.describe('After the day of sending: 0d, 3d, 1w, 1m.'),
      ask: z.enum(FOLLOW_UP_KINDS as [FollowUpKind, ...FollowUpKind[]]).describe('What the letter asks.'),
    }),
  )
  .min(1)
  .refine((all) => new Set(all.map((step) => step.id)).size === all.length, {
    params: { expected: { ru: 'у каждого шага свой id', en: 'an id of its own for every step' } },
  });

/** `data/followups.json`: when and what to ask after a proposal was sent. */
export const scheduleSchema = z.strictObject({
  at: time.describe("Hour of a step on the prospect's clock."),
  sameDayBefore: time.describe('What was sent before this hour of a working day is asked after on the same day.'),
  sameDayAt: time.describe('Hour of a step on the day of sending.'),
  steps: steps.describe('In the order of time.'),
});

export type Schedule = z.output<typeof scheduleSchema>;

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
