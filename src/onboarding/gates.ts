import type { Day } from '../types/period.ts';
import type { Bilingual } from '../types/exam.ts';
import type { Locale } from '../types/locale.ts';
import type { Gate, Requirement } from '../types/programme.ts';
import type { ScoreEvent, SignoffEvent, TraineeEvent } from '../types/trainee.ts';
import { dayOf, passedSince } from './record.ts';
import type { RubricScore } from './rubric.ts';
import type { PlacedItem } from './items.ts';

export interface ItemState extends PlacedItem {
  dueDay: Day;
  signed: SignoffEvent | null;
  /** Compulsory, not signed, and its day is over. */
  late: boolean;
}

export interface GateState {
  gate: Gate;
  /** Day of the last record it needed; `null` while it is shut. */
  openSince: Day | null;
  requirements: RequirementState[];
}

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
 * What unmet requirements lack, in one line a refusal may show: items by their ids, which commands take, the rest in
 * words. A gate is told by what it lacks itself.
 */
export function lacking(requirements: readonly RequirementState[], gates: readonly GateState[]): Bilingual {
  const names = lackingNames(requirements, gates);
  const line = (locale: Locale): string => [...new Set(names.map((name) => name[locale]))].join(', ');
  return { ru: line('ru'), en: line('en') };
}

function lackingNames(requirements: readonly RequirementState[], gates: readonly GateState[]): Bilingual[] {
  return requirements
    .filter(({ since }) => since === null)
    .flatMap(({ requirement, missing }): Bilingual[] => {
      if (requirement.kind === 'exam') {
        const { anyOf } = requirement;
        return [{ ru: `сданный экзамен ${anyOf.join(' или ')}`, en: `a passed exam ${anyOf.join(' or ')}` }];
      }
      if (requirement.kind === 'defence') return [DEFENCE[requirement.standing]];
      if (requirement.kind !== 'gate') return missing.map(({ item: { id } }) => ({ ru: id, en: id }));
      return lackingNames(gates.find(({ gate }) => gate.id === requirement.gate)?.requirements ?? [], gates);
    });
}

const DEFENCE = {
  agreed: { ru: 'защита с общей оценкой', en: 'a defence with an agreed score' },
  passed: { ru: 'зачтённая защита', en: 'a passed defence' },
};
