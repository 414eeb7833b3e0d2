import ical, { ICalAlarmRelatesTo, ICalAlarmType, ICalCalendarMethod } from 'ical-generator';
import { addDays } from '../figures/period.ts';
import type { Prompt } from '../onboarding/prompts.ts';
import type { Locale } from '../types/locale.ts';
import type { Day } from '../types/period.ts';
import type { Standing } from './cohort.ts';
import { MENTORING_WORDS } from './words.ts';

/**
 * Everything still to come or overdue, one whole-day event for each trainee, day and owner; several items of one day
 * stand in one event's notes. The same prompt has the same identifier in every calendar, so that importing again moves
 * events rather than doubling them.
 * @param stamp when the calendar speaks from: the same day gives the same bytes
 * @param domain of the agency, for identifiers
 */
export function dueCalendar(
  standings: readonly Standing[],
  { locale, stamp, domain }: { locale: Locale; stamp: Day; domain: string },
): string {
  const words = MENTORING_WORDS[locale];
  const calendar = ical({
    prodId: { company: 'accountpress', product: 'trainees', language: locale.toUpperCase() },
    name: words.calendar,
    method: ICalCalendarMethod.PUBLISH,
  });
  for (const { state, prompts } of standings) {
    const name = state.trainee.name[locale];
    for (const [key, together] of grouped(prompts)) {
      const [first] = together;
      const titles = together.map((prompt) => words.prompt(prompt));
      const event = calendar.createEvent({
        id: `${state.trainee.id}.${key}@${domain}`,
        start: utc(first!.day),
        end: utc(addDays(first!.day, 1)),
        allDay: true,
        stamp: utc(stamp),
        summary: `${name}: ${titles[0]}${titles.length > 1 ? ` (+${titles.length - 1})` : ''}`,
        description: titles.map((title) => `• ${title}`).join('\n'),
      });
      // Nine in the morning of the day itself: alone, the library would count from the day's end.
      event
        .createAlarm({ type: ICalAlarmType.display, triggerAfter: 9 * 3600, description: event.summary() })
        .relatesTo(ICalAlarmRelatesTo.start);
    }
  }
  return `${calendar.toString()}\r\n`;
}

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
