import { join } from 'node:path';
import { leave, pause, resume, type WantedPause } from '../onboarding/absence.ts';
import { Refused } from '../onboarding/refused.ts';
import { judgedReason, refuseClosed } from '../onboarding/sign.ts';
import type { Effects } from '../types/effects.ts';
import type { Day } from '../types/period.ts';
import type { AssignmentEvent, TraineeEvent } from '../types/trainee.ts';
import { traineeFile } from '../workspace/trainees/load-trainees.ts';
import { enter, handOf, personOf, type Desk } from './entry.ts';
import type { TrainingHouse } from './house.ts';
import type { Where } from './records.ts';

/** Records of who is there: pauses, a leaver, another mentor or manager. */

export function beginPause(
  house: TrainingHouse,
  { trainee, asOf }: Where,
  wanted: WantedPause & { by: string },
  effects: Effects,
): Promise<TraineeEvent[]> {
  return enter(house, trainee, asOf, effects, (desk) => [pause(desk.state, wanted, handOf(house, desk, wanted.by))]);
}

export function endPause(
  house: TrainingHouse,
  { trainee, asOf }: Where,
  wanted: { since: Day | null; by: string },
  effects: Effects,
): Promise<TraineeEvent[]> {
  return enter(house, trainee, asOf, effects, (desk) => [
    resume(desk.state, wanted.since, handOf(house, desk, wanted.by)),
  ]);
}

export function recordLeaving(
  house: TrainingHouse,
  { trainee, asOf }: Where,
  wanted: { last: Day | null; reason: string | null; by: string },
  effects: Effects,
): Promise<TraineeEvent[]> {
  return enter(house, trainee, asOf, effects, (desk) => [leave(desk.state, wanted, handOf(house, desk, wanted.by))]);
}

export interface WantedAssignment {
  role: AssignmentEvent['role'];
  /** Id of people.json. */
  person: string;
  reason: string | null;
  by: string;
}

/**
 * Another mentor or manager: the ledger tells since when and why, and `trainee.json` who it is now. The line is written
 * first: stopped between the two, the same command ends what it began.
 */
export async function assign(
  house: TrainingHouse,
  { trainee, asOf }: Where,
  wanted: WantedAssignment,
  effects: Effects,
): Promise<TraineeEvent[]> {
  const made = await enter(house, trainee, asOf, effects, (desk) => [assignment(house, desk, wanted)]);
  const path = join(house.root, traineeFile(trainee));
  const file = JSON.parse(new TextDecoder().decode(await effects.fs.read(path))) as Record<string, unknown>;
  await effects.fs.write(path, `${JSON.stringify({ ...file, [wanted.role]: wanted.person }, null, 2)}\n`);
  return made;
}

function assignment(house: TrainingHouse, desk: Desk, { role, person, ...wanted }: WantedAssignment): AssignmentEvent {
  const { state } = desk;
  refuseClosed(state);
  const { trainee } = state;
  const hand = handOf(house, desk, wanted.by);
  if (hand.by !== trainee.manager)
    throw new Refused('person-not-entitled', {
      ru: `наставника и руководителя меняет руководитель стажёра: ${trainee.manager}`,
      en: `mentor and manager are changed by the trainee’s manager: ${trainee.manager}`,
    });
  personOf(house, trainee, person);
  if (!house.people.some(({ id }) => id === person) || person === trainee[role === 'mentor' ? 'manager' : 'mentor'])
    throw new Refused('mentor-is-manager', {
      ru: 'наставник и руководитель — два разных человека из people.json: решение подписывают двое',
      en: 'mentor and manager are two people of people.json: two sign the decision',
    });
  if (person === trainee[role])
    throw new Refused('already-assigned', {
      ru: `${person} и так ${role === 'mentor' ? 'наставник' : 'руководитель'} стажёра ${trainee.id}`,
      en: `${person} is the ${role} of ${trainee.id} already`,
    });
  const reason = judgedReason(wanted.reason, {
    ru: 'замену записывают с причиной: --reason "…"',
    en: 'the change is recorded with its reason: --reason "…"',
  });
  return { ...hand, type: 'assignment', role, person, before: trainee[role], reason };
}
