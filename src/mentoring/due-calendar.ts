import ical, {
  ICalAlarmRelatesTo,
  ICalAlarmType,
  ICalCalendarMethod,
  ICalEventStatus,
  type ICalCalendar,
} from 'ical-generator';
import type { EarlierEvent } from '../calendar/earlier-calendar.ts';
import { ownerOf, type Prompt } from '../onboarding/prompts.ts';
import type { TraineeState } from '../onboarding/state.ts';
import type { Locale } from '../types/locale.ts';
import type { Day } from '../types/period.ts';
import type { Standing } from './cohort.ts';
import { MENTORING_WORDS } from './words.ts';

export interface DueCalendarOptions {
  locale: Locale;
  /** When the calendar speaks from: the same day gives the same bytes. */
  stamp: Day;
  /** Of the agency, for identifiers. */
  domain: string;
  /** Name of a person by id. */
  name(id: string): string;
  /** Events of the calendar written before, by identifier; none for one that programs subscribe to. */
  earlier: ReadonlyMap<string, EarlierEvent>;
}

/**
 * Everything still to come or overdue, one whole-day event for each trainee, day and owner, which it names; several
 * items of one day stand in one event's notes. The same prompt has the same identifier in every calendar and a higher
 * number when it has changed since the one before, so that importing again moves events rather than doubling them;
 * what is no longer to be done is cancelled. Whoever subscribes reads the whole calendar anew and needs neither.
 */
export function dueCalendar(standings: readonly Standing[], options: DueCalendarOptions): string {
  const { locale, stamp, earlier } = options;
  const calendar = ical({
    prodId: { company: 'accountpress', product: 'trainees', language: locale.toUpperCase() },
    name: MENTORING_WORDS[locale].calendar,
    method: ICalCalendarMethod.PUBLISH,
  });
  const current = new Set<string>();
  for (const { state, prompts } of standings) {
    for (const [key, together] of grouped(prompts)) {
      const told = dueEvent(state, key, together, options);
      current.add(told.id);
      const before = earlier.get(told.id);
      const event = calendar.createEvent({
        ...{ ...told, end: nextDay(told.start), allDay: true, stamp: utc(stamp) },
        ...(before === undefined ? {} : { sequence: before.sequence + (isChanged(told, before) ? 1 : 0) }),
      });
      // Nine in the morning of the day itself: alone, the library would count from the day's end.
      event
        .createAlarm({ type: ICalAlarmType.display, triggerAfter: 9 * 3600, description: event.summary() })
        .relatesTo(ICalAlarmRelatesTo.start);
    }
  }
  cancelOthers(calendar, current, options);
  return `${calendar.toString()}\r\n`;
}

interface DueEvent {
  id: string;
  start: Date;
  summary: string;
  description: string;
}

function dueEvent(state: TraineeState, key: string, together: Prompt[], options: DueCalendarOptions): DueEvent {
  const { trainee } = state;
  const { locale, domain } = options;
  const words = MENTORING_WORDS[locale];
  const [first] = together;
  const titles = together.map((prompt) => words.prompt(prompt));
  const owner = ownerOf(first!);
  const more = titles.length > 1 ? ` (+${titles.length - 1})` : '';
  // Feedback says of itself whose it is.
  const whose = owner === null || first!.kind === 'feedback' ? '' : ` — ${words.owner[owner]}`;
  const person = { trainee: null, it: null, mentor: trainee.mentor, manager: trainee.manager };
  const id = owner && person[owner];
  return {
    id: `${trainee.id}.${key}@${domain}`,
    start: utc(first!.day),
    summary: `${trainee.name[locale]}: ${titles[0]}${more}${whose}`,
    description: [
      ...titles.map((title) => `• ${title}`),
      ...(id === null ? [] : [`${words.owner[owner!]}: ${options.name(id)}`]),
    ].join('\n'),
  };
}

const isChanged = (event: DueEvent, before: EarlierEvent): boolean =>
  before.cancelled ||
  before.start.getTime() !== event.start.getTime() ||
  before.summary !== event.summary ||
  before.description !== event.description;

/** Takes back what an earlier calendar announced for a day still ahead and nobody is to do any more. */
function cancelOthers(calendar: ICalCalendar, current: ReadonlySet<string>, options: DueCalendarOptions): void {
  const stamp = utc(options.stamp);
  for (const [id, { start, sequence, summary, cancelled }] of options.earlier) {
    if (current.has(id) || start < stamp) continue;
    calendar.createEvent({
      ...{ id, start, end: nextDay(start), allDay: true, stamp, summary },
      sequence: cancelled ? sequence : sequence + 1,
      status: ICalEventStatus.CANCELLED,
    });
  }
}

const nextDay = (start: Date): Date => new Date(start.getTime() + 24 * 3600_000);

/** Items of one day and owner go together; every other prompt stands alone. */
function grouped(prompts: readonly Prompt[]): Map<string, Prompt[]> {
  const groups = new Map<string, Prompt[]>();
  for (const prompt of prompts) {
    const key = keyOf(prompt);
    groups.set(key, [...(groups.get(key) ?? []), prompt]);
  }
  return groups;
}

function keyOf(prompt: Prompt): string {
  if (prompt.kind === 'item') return `item.${prompt.item.item.owner}.${prompt.item.due}`;
  if (prompt.kind === 'feedback') return `feedback.${prompt.number}.${prompt.from}`;
  return prompt.kind;
}

const utc = (day: Day): Date => new Date(`${day}T00:00:00Z`);
