import { countryCalendar, weekdayOf } from '../../calendar/country-calendar.ts';
import { eachDay } from '../../figures/period.ts';
import type { Effects } from '../../types/effects.ts';
import type { ExamForm } from '../../types/exam.ts';
import type { HandbookModel, OfficeCalendar } from '../../types/handbook-model.ts';
import type { Day } from '../../types/period.ts';
import type { Checked } from '../../types/problem.ts';
import type { Checklist } from '../../types/programme.ts';
import type { MovedDay } from '../../types/proposal.ts';
import type { Workspace } from '../../types/workspace.ts';
import { openDesk } from '../../workspace/desk.ts';
import { loadHandbook } from '../../workspace/handbook/load-handbook.ts';
import { loadTraining, type Training } from '../../workspace/programme/load-programme.ts';
import { readHolidays } from '../../workspace/tables/holidays.ts';
import { agencyCard } from '../cards.ts';

export const HOLIDAYS_FILE = 'data/holidays.csv';

/** Everything the handbook's pages show, and everything wrong with what it is made of. */
export async function handbookModel(
  workspace: Pick<Workspace, 'root' | 'agency'>,
  about: { asOf: Day; pdf: boolean; forms: ExamForm[] },
  effects: Effects,
): Promise<Checked<HandbookModel>> {
  const { root, agency } = workspace;
  const training = await loadTraining(root, effects);
  const other = { checklists: training.value.checklists.map(({ id }) => id), addresses: addressesOf(training.value) };
  const content = await loadHandbook(root, other, effects);
  const moved = await movedDays(root, effects);
  return {
    value: {
      agency: { ru: agencyCard(agency, 'ru'), en: agencyCard(agency, 'en') },
      ...{ locale: agency.locale, timeZone: agency.timeZone },
      ...about,
      ...content.value,
      parts: content.value.parts.filter(({ id }) => content.value.lessons.ru.some(({ part }) => part === id)),
      ...training.value,
      checklists: checklistsInOrder(training.value),
      calendar: officeCalendar(agency.country ?? null, moved, about.asOf),
    },
    problems: [...content.problems, ...training.problems],
  };
}

/** As readers meet them: those of every day, then those of the training as its days begin them, then all others. */
export function checklistsInOrder({ programme, checklists }: Pick<Training, 'programme' | 'checklists'>): Checklist[] {
  const days = (programme?.tracks ?? []).flatMap(({ stages }) => stages.flatMap((stage) => stage.days));
  const begun = days.flatMap((day) => day.checklists);
  const place = ({ id, kind }: Checklist): number => {
    if (kind === 'daily') return -1;
    return begun.includes(id) ? begun.indexOf(id) : begun.length;
  };
  return [...checklists].sort((a, b) => place(a) - place(b));
}

/** Pages that no lesson makes, as a lesson may link to them. */
function addressesOf({ programme, checklists, assignment, defence }: Training): string[] {
  return [
    ...(programme === null ? [] : ['programme/', 'my-day/']),
    ...(programme?.tracks ?? []).flatMap(({ id, stages }) => stages.map((stage) => `programme/${id}/${stage.id}/`)),
    ...(checklists.length > 0 ? ['checklists/'] : []),
    ...checklists.map(({ id }) => `checklists/${id}/`),
    ...(assignment === null ? [] : ['test-assignment/']),
    ...(defence === null ? [] : ['defence/']),
  ];
}

/** Mistakes of the table are told where it is loaded for proposals. */
async function movedDays(root: string, effects: Effects): Promise<MovedDay[]> {
  const text = await openDesk(root, effects).text(HOLIDAYS_FILE);
  return text === null ? [] : readHolidays(text).value;
}

/** From the year before `asOf` to the one after the next: whoever trains now has begun and will end inside. */
export function officeCalendar(country: string | null, moved: readonly MovedDay[], asOf: Day): OfficeCalendar {
  const calendar = countryCalendar(country, moved);
  const year = Number(asOf.slice(0, 4));
  const [from, to] = [`${year - 1}-01-01`, `${year + 2}-12-31`];
  // What most weeks are, not what a year of many holidays has.
  const plain = countryCalendar(country === null ? null : country.split('-')[0]!);
  const weekend = [1, 2, 3, 4, 5, 6, 7].filter((weekday) => neverWorked(plain, weekday, from, to));
  const days = eachDay({ from, to });
  const isWeekend = (day: Day) => weekend.includes(weekdayOf(day));
  return {
    ...{ from, to, weekend },
    off: days.filter((day) => !calendar.works(day) && !isWeekend(day)),
    worked: days.filter((day) => calendar.works(day) && isWeekend(day)),
  };
}

const neverWorked = (calendar: ReturnType<typeof countryCalendar>, weekday: number, from: Day, to: Day): boolean =>
  eachDay({ from, to }).every((day) => weekdayOf(day) !== weekday || !calendar.works(day));
