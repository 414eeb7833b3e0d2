import { countryCalendar } from '../calendar/country-calendar.ts';
import type { WorkCalendar } from '../calendar/working-days.ts';
import { localText } from '../locale/text.ts';
import type { Course } from '../onboarding/state.ts';
import type { Effects } from '../types/effects.ts';
import type { Locale } from '../types/locale.ts';
import type { Checked, Problem } from '../types/problem.ts';
import type { Programme } from '../types/programme.ts';
import type { Trainee } from '../types/trainee.ts';
import type { Agency, Person } from '../types/workspace.ts';
import { openDesk } from '../workspace/desk.ts';
import { loadAgency, loadPeople } from '../workspace/load-agency.ts';
import { loadMentoring, type Mentoring } from '../workspace/programme/load-mentoring.ts';
import { loadTraining, PROGRAMME_FILE, type Training } from '../workspace/programme/load-programme.ts';
import { readHolidays } from '../workspace/tables/holidays.ts';
import type { TraineesContext } from '../workspace/trainees/load-trainees.ts';

const HOLIDAYS_FILE = 'data/holidays.csv';

/** Everything trainees are trained by, without the trainees. */
export interface TrainingHouse {
  /** Absolute path of the workspace. */
  root: string;
  agency: Agency;
  people: Person[];
  training: Training & { programme: Programme };
  mentoring: Mentoring;
  calendar: WorkCalendar;
}

/**
 * Reads the agency, its people, the programme and the mentors' files. Clients and proposals are not read: a mentor's
 * work does not wait for a client's broken file. `null` when there is no programme, or one with errors.
 */
export async function loadHouse(root: string, effects: Effects): Promise<Checked<TrainingHouse | null>> {
  const desk = openDesk(root, effects);
  const agency = await loadAgency(desk);
  const people = await loadPeople(desk);
  const holidays = await desk.text(HOLIDAYS_FILE);
  const moved = holidays === null ? null : readHolidays(holidays);
  if (moved) desk.report(HOLIDAYS_FILE, ...moved.findings);
  const training = await loadTraining(root, effects);
  const programme = training.value.programme;
  const known = { people: people.map(({ id }) => id), departments: programme?.departments.map(({ id }) => id) ?? null };
  const mentoring = await loadMentoring(root, known, effects);
  const problems: Problem[] = [...desk.problems, ...training.problems, ...mentoring.problems];
  if (programme === null && !(await effects.fs.exists(desk.absolute(PROGRAMME_FILE))))
    problems.push({ ...NO_PROGRAMME, file: PROGRAMME_FILE });
  if (programme === null) return { value: null, problems };
  const calendar = countryCalendar(agency.country ?? null, moved?.value ?? []);
  return {
    value: {
      ...{ root, agency, people, calendar, mentoring: mentoring.value },
      training: { ...training.value, programme },
    },
    problems,
  };
}

const NO_PROGRAMME = {
  code: 'file-missing',
  severity: 'error' as const,
  found: { ru: 'файла нет', en: 'no such file' },
  expected: { ru: 'программа стажировки', en: 'the programme of the training' },
  mend: {
    ru: 'скопируйте content/handbook/programme.json из демонстрационной папки',
    en: 'copy content/handbook/programme.json from the demo workspace',
  },
};

/** What readers of trainees check names against. */
export const traineesContext = ({ people, training }: TrainingHouse): TraineesContext => ({
  people: people.map(({ id }) => id),
  programme: training.programme,
  checklists: training.checklists,
});

/** What this trainee is trained by. The trainee's track was checked when the trainee was read. */
export function courseOf({ agency, training, calendar }: TrainingHouse, trainee: Trainee): Course {
  const track = training.programme.tracks.find(({ id }) => id === trainee.track);
  if (!track) throw new Error(`No track ${trainee.track}`);
  const timeZone = trainee.timeZone ?? agency.timeZone;
  return { track, checklists: training.checklists, defence: training.defence, calendar, timeZone };
}

/** Name of a person by id; the id of one who is not in people.json any more. */
export const nameOf =
  (people: readonly Person[], locale: Locale) =>
  (id: string): string => {
    const person = people.find((one) => one.id === id);
    return person ? localText(person.name, locale) : id;
  };
