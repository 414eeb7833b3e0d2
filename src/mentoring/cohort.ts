import { promptsOf, type Prompt } from '../onboarding/prompts.ts';
import { workingDayOf } from '../onboarding/days.ts';
import { traineeState, type Course, type TraineeState } from '../onboarding/state.ts';
import type { Effects } from '../types/effects.ts';
import type { Day } from '../types/period.ts';
import type { Checked } from '../types/problem.ts';
import { loadTrainees } from '../workspace/trainees/load-trainees.ts';
import { courseOf, traineesContext, type TrainingHouse } from './house.ts';

/** One trainee on a day: where they stand and what is to come. */
export interface Standing {
  state: TraineeState;
  course: Course;
  prompts: Prompt[];
}

/** Everybody in training on a day, by start and id; trainees whose files have errors are left out and named. */
export async function cohort(house: TrainingHouse, asOf: Day, effects: Effects): Promise<Checked<Standing[]>> {
  const { value, problems } = await loadTrainees(house.root, traineesContext(house), effects);
  const standings = value.map(({ trainee, events }) => standingOf(house, trainee, events, asOf));
  return { value: standings.sort(byStart), problems };
}

export function standingOf(
  house: TrainingHouse,
  trainee: TraineeState['trainee'],
  events: TraineeState['events'],
  asOf: Day,
): Standing {
  const course = courseOf(house, trainee);
  const state = traineeState(trainee, events, course, asOf);
  // Decided when the days of the programme are over and the plan was to be defended.
  const last = Math.max(course.track.stages.at(-1)!.days.at(-1)!.day, course.track.defence.day);
  return { state, course, prompts: promptsOf(state, workingDayOf(last, state.days)) };
}

function byStart({ state: a }: Standing, { state: b }: Standing): number {
  const key = ({ start, id }: TraineeState['trainee']): string => `${start} ${id}`;
  return key(a.trainee) < key(b.trainee) ? -1 : 1;
}
