import ical, { ICalAlarmType, ICalCalendarMethod, ICalEventStatus, type ICalCalendar } from 'ical-generator';
import { momentOf } from '../calendar/zones.ts';
import type { Locale } from '../types/locale.ts';
import type { EarlierEvent } from '../calendar/earlier-calendar.ts';
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
  /** Events of the calendar written before, by identifier. */
  earlier: ReadonlyMap<string, EarlierEvent>;
  /** What stands in an event's notes. */
  notes(open: OpenDeal, step: ScheduledStep): string;
}

/**
 * Every step still ahead or overdue as an event. Moments are in UTC: Google, Outlook and Apple show them on their
 * reader's own clock, and none of them needs a description of the prospect's zone. The same step has the same
 * identifier in every calendar and a higher number when its moment, name or notes have changed since the one before, so
 * that importing again moves and rewords events rather than doubling them or keeping what they said; what is no longer
 * to be asked is cancelled while its moment is ahead.
 */
export function followUpCalendar(deals: readonly OpenDeal[], options: CalendarOptions): string {
  const { locale, now, domain, earlier } = options;
  const current = new Set<string>();
  const calendar = ical({
    prodId: { company: 'accountpress', product: 'followups', language: locale.toUpperCase() },
    name: { ru: 'Напомнить о предложениях', en: 'Proposals to follow up' }[locale],
    method: ICalCalendarMethod.PUBLISH,
  });
  for (const open of deals) {
    for (const step of open.steps) {
      const start = momentOf(step.day, step.time, open.deal.timeZone);
      const id = `${open.key.replaceAll('/', '.')}.${step.id}@${domain}`;
      current.add(id);
      const told = {
        start,
        summary: `${open.deal.prospect}: ${letterWords(locale).followUp[step.ask].title.toLowerCase()} (${open.deal.number})`,
        description: options.notes(open, step),
      };
      const event = calendar.createEvent({
        ...{ id, ...told, ...lasting(start) },
        ...{ stamp: now, sequence: sequenceOf(told, earlier.get(id)) },
      });
      event.createAlarm({ type: ICalAlarmType.display, trigger: 0, description: event.summary() });
    }
  }
  cancelOthers(calendar, current, options);
  return `${calendar.toString()}\r\n`;
}

/** What an event tells its reader. */
type Told = Pick<EarlierEvent, 'start' | 'summary' | 'description'>;

const lasting = (start: Date): { start: Date; end: Date } => ({
  start,
  end: new Date(start.getTime() + MINUTES * 60_000),
});

function sequenceOf(told: Told, before: EarlierEvent | undefined): number {
  if (before === undefined) return 0;
  const isSame =
    !before.cancelled &&
    before.start.getTime() === told.start.getTime() &&
    before.summary === told.summary &&
    before.description === told.description;
  return isSame ? before.sequence : before.sequence + 1;
}

/** Takes back what an earlier calendar announced for a moment still ahead and nobody is to do any more. */
function cancelOthers(calendar: ICalCalendar, current: ReadonlySet<string>, options: CalendarOptions): void {
  for (const [id, { start, sequence, summary, cancelled }] of options.earlier) {
    if (current.has(id) || start <= options.now) continue;
    calendar.createEvent({
      ...{ id, ...lasting(start), stamp: options.now, summary },
      sequence: cancelled ? sequence : sequence + 1,
      status: ICalEventStatus.CANCELLED,
    });
  }
}
