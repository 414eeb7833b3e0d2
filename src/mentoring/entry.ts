import { momentOf, timeIn } from '../calendar/zones.ts';
import { Refused } from '../onboarding/refused.ts';
import { dayOf } from '../onboarding/record.ts';
import type { Hand } from '../onboarding/sign.ts';
import { traineeState, type Course, type TraineeState } from '../onboarding/state.ts';
import type { Effects } from '../types/effects.ts';
import type { Day } from '../types/period.ts';
import type { Problem } from '../types/problem.ts';
import type { Trainee, TraineeEvent } from '../types/trainee.ts';
import { nearest } from '../workspace/findings.ts';
import { ID_EXPECTED, isId } from '../workspace/ids.ts';
import { whileRecording } from '../workspace/trainees/ledger.ts';
import { loadTrainee } from '../workspace/trainees/load-trainees.ts';
import { courseOf, traineesContext, type TrainingHouse } from './house.ts';

/** A trainee's files cannot be read: nothing is recorded and nothing is shown. */
export class Unreadable extends Error {
  readonly problems: Problem[];

  constructor(problems: Problem[]) {
    super(problems.map(({ file, row, code }) => `${file}:${row ?? ''} ${code}`).join('; '));
    this.name = 'Unreadable';
    this.problems = problems;
  }
}

export const badId = (id: string): Refused =>
  new Refused('bad-id', { ru: `id «${id}»: ${ID_EXPECTED.ru}`, en: `id “${id}”: ${ID_EXPECTED.en}` });

/** What a record is judged by and made of. */
export interface Desk {
  state: TraineeState;
  course: Course;
  at: string;
}

/** The trainee of this id. Throws `Unreadable`, and `Refused` for what cannot be an id, such as a path. */
export async function traineeOf(house: TrainingHouse, id: string, effects: Effects) {
  if (!isId(id)) throw badId(id);
  const { value, problems } = await loadTrainee(house.root, id, traineesContext(house), effects);
  if (value === null) throw new Unreadable(problems);
  return value;
}

/**
 * Makes records in one trainee's ledger while nobody else writes into it. `make` sees where the trainee stands and
 * gives the events; when it refuses, nothing is written.
 * @param asOf the day of the record; now when `null`
 * @returns the events written
 */
export async function enter(
  house: TrainingHouse,
  id: string,
  asOf: Day | null,
  effects: Effects,
  make: (desk: Desk) => TraineeEvent[],
): Promise<TraineeEvent[]> {
  const { trainee } = await traineeOf(house, id, effects);
  const course = courseOf(house, trainee);
  return whileRecording(house.root, id, effects, async (book) => {
    const at = recordMoment(asOf, course.timeZone, effects);
    const day = dayOf({ at }, course.timeZone);
    refuseEarlier(trainee, book.events, day, course.timeZone);
    const events = make({ state: traineeState(trainee, book.events, course, day), course, at });
    for (const event of events) await book.append(event);
    return events;
  });
}

/** Now, or the same time of day on the asked day. */
function recordMoment(asOf: Day | null, timeZone: string, effects: Effects): string {
  const now = effects.now();
  return (asOf === null ? now : momentOf(asOf, timeIn(timeZone, now).time, timeZone)).toISOString();
}

/** A ledger is a diary: nobody writes on the pages before. */
function refuseEarlier(trainee: Trainee, events: readonly TraineeEvent[], day: Day, timeZone: string): void {
  const last = events
    .map((event) => dayOf(event, timeZone))
    .sort()
    .at(-1);
  if (last === undefined || last <= day) return;
  throw new Refused('earlier-than-record', {
    ru: `в журнале стажёра ${trainee.id} уже есть запись от ${last}: задним числом (${day}) не записывают`,
    en: `the ledger of ${trainee.id} has a record of ${last} already: nothing is recorded for a day before it (${day})`,
  });
}

/**
 * The person behind a word on the command line: an id of people.json, the trainee's own id, or `mentor`, `manager`
 * and `trainee` for those of this trainee. Throws `Refused`.
 */
export function personOf(house: TrainingHouse, trainee: Trainee, word: string): string {
  if (word === 'mentor' || word === 'manager') return trainee[word];
  if (word === 'trainee' || word === trainee.id) return trainee.id;
  const known = house.people.map(({ id }) => id);
  if (known.includes(word)) return word;
  const near = nearest(word, known);
  throw new Refused('unknown-person', {
    ru: `человека ${word} нет в data/people.json${near ? `; возможно, ${near}` : ''}`,
    en: `there is no ${word} in data/people.json${near ? `; perhaps ${near}` : ''}`,
  });
}

/** When and by whom, with the person resolved. */
export const handOf = (house: TrainingHouse, { state, at }: Desk, word: string): Hand => ({
  at,
  by: personOf(house, state.trainee, word),
});
