import type { Day } from '../types/period.ts';
import type { Requirement } from '../types/programme.ts';
import type { ScoreEvent, TraineeEvent } from '../types/trainee.ts';
import { dayOf, passedSince } from './record.ts';
import type { RubricScore } from './rubric.ts';
import type { GateState, ItemState } from './state.ts';

export interface RequirementState {
  requirement: Requirement;
  /** Since which day it is met; `null` when it is not. */
  since: Day | null;
  /** Items that are still to be signed. */
  missing: ItemState[];
}

/** Everything a requirement may be judged by. */
export interface Ground {
  items: readonly ItemState[];
  events: readonly TraineeEvent[];
  /** Of the stages before. */
  gates: readonly GateState[];
  timeZone: string;
  start: Day;
  agreed: ScoreEvent | null;
  score: RubricScore | null;
}

export function requirementState(requirement: Requirement, ground: Ground): RequirementState {
  if (requirement.kind === 'item' || requirement.kind === 'checklist') return itemsState(requirement, ground);
  return { requirement, since: recordSince(requirement, ground), missing: [] };
}

/** An item that does not apply to the trainee asks nothing of them; nor does a list of which nothing applies. */
function itemsState(requirement: Requirement & { kind: 'item' | 'checklist' }, ground: Ground): RequirementState {
  const wanted = ground.items.filter(({ item, source }) =>
    requirement.kind === 'item'
      ? item.id === requirement.item
      : item.required && source.kind === 'checklist' && source.checklist === requirement.checklist,
  );
  const missing = wanted.filter(({ signed }) => signed === null);
  if (missing.length > 0) return { requirement, since: null, missing };
  const days = wanted.map(({ signed }) => dayOf(signed!, ground.timeZone));
  return { requirement, since: [ground.start, ...days].sort().at(-1)!, missing };
}

function recordSince(requirement: Exclude<Requirement, { kind: 'item' | 'checklist' }>, ground: Ground): Day | null {
  const { events, gates, timeZone, agreed, score } = ground;
  if (requirement.kind === 'gate') return gates.find(({ gate }) => gate.id === requirement.gate)?.openSince ?? null;
  if (requirement.kind === 'exam') {
    const days = requirement.anyOf.map((exam) => passedSince(events, exam, timeZone)).filter((day) => day !== null);
    return days.sort()[0] ?? null;
  }
  const stands = requirement.standing === 'agreed' ? agreed !== null : score?.passed === true;
  return stands && agreed ? dayOf(agreed, timeZone) : null;
}

/**
 * What unmet requirements lack, by names a refusal may show: ids of items, `exam:seo|ppc`, `defence:passed`. A gate is
 * told by what it lacks itself.
 */
export function lacking(requirements: readonly RequirementState[], gates: readonly GateState[]): string[] {
  const names = requirements
    .filter(({ since }) => since === null)
    .flatMap(({ requirement, missing }): string[] => {
      if (requirement.kind === 'exam') return [`exam:${requirement.anyOf.join('|')}`];
      if (requirement.kind === 'defence') return [`defence:${requirement.standing}`];
      if (requirement.kind !== 'gate') return missing.map(({ item }) => item.id);
      return lacking(gates.find(({ gate }) => gate.id === requirement.gate)?.requirements ?? [], gates);
    });
  return [...new Set(names)];
}
