import { nodeEffects } from '../../src/effects/node.ts';
import { standingOf, type Standing } from '../../src/mentoring/cohort.ts';
import type { TrainingHouse } from '../../src/mentoring/house.ts';
import type { Trainee, TraineeEvent } from '../../src/types/trainee.ts';
import { COURSE, DEFENCE, DUTIES, OLEG } from '../onboarding/course.ts';

/** The course's agency in a folder; its people are those the course's records name. */
export function houseAt(root: string): TrainingHouse {
  const { track, checklists, calendar, timeZone } = COURSE;
  const people = ['anna', 'maksim', 'ilya', 'denis'].map((id) => ({ id, name: id, role: 'менеджер' }));
  return {
    ...{ root, people, calendar, agency: { locale: 'ru', timeZone } },
    training: { programme: { departments: [], exams: [], tracks: [track] }, checklists, defence: DEFENCE },
    mentoring: { duties: DUTIES },
  } as unknown as TrainingHouse;
}

/** Where a trainee of the course stands on a day. */
export const standing = (events: readonly TraineeEvent[], asOf: string, more: Partial<Trainee> = {}): Standing =>
  standingOf(houseAt('/agency'), { ...OLEG, ...more }, [...events], asOf);

/** The machine's own effects with its clock at a moment. */
export const clockAt = (moment: string) => ({ ...nodeEffects(), now: () => new Date(moment) });
