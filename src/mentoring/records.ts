import { decide } from '../onboarding/decide.ts';
import { feedback } from '../onboarding/feedback.ts';
import { nearest } from '../workspace/findings.ts';
import { Refused } from '../onboarding/refused.ts';
import { retract, type WantedRetraction } from '../onboarding/retract.ts';
import { score } from '../onboarding/score.ts';
import { signOff, withdraw } from '../onboarding/sign.ts';
import { traineeState } from '../onboarding/state.ts';
import { dayOf } from '../onboarding/record.ts';
import type { Effects } from '../types/effects.ts';
import type { Day } from '../types/period.ts';
import type { FeedbackSide, TraineeEvent } from '../types/trainee.ts';
import { enter, handOf, personOf, type Desk } from './entry.ts';
import type { TrainingHouse } from './house.ts';

/** To whose ledger, on which day (now when `null`). */
export interface Where {
  trainee: string;
  asOf: Day | null;
}

/** Signs items off, all of them or, when one is refused, none. */
export function signoff(
  house: TrainingHouse,
  { trainee, asOf }: Where,
  wanted: { items: string[]; by: string; evidence: string | null },
  effects: Effects,
): Promise<TraineeEvent[]> {
  return enter(house, trainee, asOf, effects, (desk) => {
    const hand = handOf(house, desk, wanted.by);
    const made: TraineeEvent[] = [];
    for (const item of new Set(wanted.items)) {
      // What was signed a moment ago may open the gate the next item waits for.
      const state = after(desk, made);
      made.push(
        suggesting(desk, item, () =>
          signOff(state, desk.course, house.mentoring.duties, { item, evidence: wanted.evidence }, hand),
        ),
      );
    }
    return made;
  });
}

function after({ state, course, at }: Desk, made: readonly TraineeEvent[]): Desk['state'] {
  return traineeState(state.trainee, [...state.events, ...made], course, dayOf({ at }, course.timeZone));
}

/** A mistyped item is answered with the nearest there is. */
function suggesting<T>({ state }: Desk, item: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Refused) || error.code !== 'unknown-item') throw error;
    const near = nearest(
      item,
      state.items.map((one) => one.item.id),
    );
    if (near === null) throw error;
    throw new Refused(error.code, {
      ru: `${error.text.ru}; возможно, ${near}`,
      en: `${error.text.en}; perhaps ${near}`,
    });
  }
}

export function takeBack(
  house: TrainingHouse,
  { trainee, asOf }: Where,
  wanted: { item: string; by: string; reason: string | null },
  effects: Effects,
): Promise<TraineeEvent[]> {
  return enter(house, trainee, asOf, effects, (desk) => [
    suggesting(desk, wanted.item, () =>
      withdraw(desk.state, desk.course, house.mentoring.duties, wanted, handOf(house, desk, wanted.by)),
    ),
  ]);
}

/** Takes a score, feedback or a decision back. @param wanted.by as typed: persons, or `mentor`, `manager`, `trainee` */
export function takeRecordBack(
  house: TrainingHouse,
  { trainee, asOf }: Where,
  wanted: WantedRetraction,
  effects: Effects,
): Promise<TraineeEvent[]> {
  return enter(house, trainee, asOf, effects, ({ state, course, at }) => {
    const by = wanted.by.map((word) => personOf(house, state.trainee, word));
    return [retract(state, course, { ...wanted, by }, at)];
  });
}

export function scoreDefence(
  house: TrainingHouse,
  { trainee, asOf }: Where,
  wanted: { levels: ReadonlyMap<string, string>; by: string; agreed: boolean; note: string | null },
  effects: Effects,
): Promise<TraineeEvent[]> {
  return enter(house, trainee, asOf, effects, (desk) => [
    score(desk.state, desk.course, wanted, handOf(house, desk, wanted.by)),
  ]);
}

/** @param wanted.by the mentor, or the trainee, when `null` */
export function giveFeedback(
  house: TrainingHouse,
  { trainee, asOf }: Where,
  wanted: { from: FeedbackSide; by: string | null; day: number | null; answers: ReadonlyMap<string, string> },
  effects: Effects,
): Promise<TraineeEvent[]> {
  return enter(house, trainee, asOf, effects, (desk) => [
    feedback(desk.state, desk.course, wanted, handOf(house, desk, wanted.by ?? wanted.from)),
  ]);
}

export function decideOn(
  house: TrainingHouse,
  { trainee, asOf }: Where,
  wanted: { outcome: string; reason: string | null; department: string | null; by: string[] },
  effects: Effects,
): Promise<TraineeEvent[]> {
  const departments = house.training.programme.departments.map(({ id }) => id);
  return enter(house, trainee, asOf, effects, ({ state, course, at }) => {
    const by = wanted.by.map((word) => personOf(house, state.trainee, word));
    return [decide(state, course, departments, { ...wanted, by }, at)];
  });
}
