import ical, { ICalAlarmType, ICalCalendarMethod } from 'ical-generator';
import { momentOf } from '../calendar/zones.ts';
import type { Locale } from '../types/locale.ts';
import type { OpenDeal } from './followups.ts';
import type { ScheduledStep } from './schedule.ts';
import { letterWords } from './words.ts';

const MINUTES = 15;

export interface CalendarOptions {
  /** Language of the person who follows up. */
  locale: Locale;
  /** When the calendar is written, for the stamps. */
  now: Date;
  /** Domain of the agency, for the events' identifiers. */
  domain: string;
  /** What stands in an event's notes. */
  notes(open: OpenDeal, step: ScheduledStep): string;
}

/**
 * Every step still ahead or overdue as an event. Moments are in UTC: Google, Outlook and Apple show them on their
 * reader's own clock, and none of them needs a description of the prospect's zone. The same step has the same
 * identifier in every calendar, so that importing again moves events rather than doubling them.
 */
export function followUpCalendar(deals: readonly OpenDeal[], options: CalendarOptions): string {
  const { locale, now, domain } = options;
  const calendar = ical({
    prodId: { company: 'accountpress', product: 'followups', language: locale.toUpperCase() },
    name: { ru: 'Напомнить о предложениях', en: 'Proposals to follow up' }[locale],
    method: ICalCalendarMethod.PUBLISH,
  });
  for (const open of deals) {
    for (const step of open.steps) {
      const start = momentOf(step.day, step.time, open.deal.timeZone);
      const event = calendar.createEvent({
        id: `${open.key.replaceAll('/', '.')}.${step.id}@${domain}`,
        start,
        end: new Date(start.getTime() + MINUTES * 60_000),
        stamp: now,
        summary: `${open.deal.prospect}: ${letterWords(locale).followUp[step.ask].title.toLowerCase()} (${open.deal.number})`,
        description: options.notes(open, step),
      });
      event.createAlarm({ type: ICalAlarmType.display, trigger: 0, description: event.summary() });
    }
  }
  return `${calendar.toString()}\r\n`;
}
