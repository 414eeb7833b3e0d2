import type { DecisionEvent, DecisionOutcome } from '../types/trainee.ts';
import { lacking } from './gates.ts';
import { dayOf } from './record.ts';
import { Refused } from './refused.ts';
import { refuseClosed } from './sign.ts';
import { requirementsOf, type Course, type TraineeState } from './state.ts';

export interface WantedDecision {
  outcome: string;
  reason: string | null;
  /** Of the outcome `department`. */
  department: string | null;
  /** Person ids of those who sign. */
  by: readonly string[];
}

/**
 * The decision at the end of the month: both mentor and manager sign, and the records that the outcome needs exist.
 * Throws `Refused`.
 * @param departments ids of the programme's departments
 */
export function decide(
  state: TraineeState,
  course: Course,
  departments: readonly string[],
  wanted: WantedDecision,
  at: string,
): DecisionEvent {
  refuseClosed(state);
  refuseFinal(state, course);
  const kind = course.track.decisions.find(({ id }) => id === wanted.outcome);
  if (!kind) {
    const known = course.track.decisions.map(({ id }) => id).join(', ');
    throw new Refused('unknown-decision', {
      ru: `решения «${wanted.outcome}» нет; есть: ${known}`,
      en: `there is no decision “${wanted.outcome}”; there are: ${known}`,
    });
  }
  const signed = signatures(state, wanted.by);
  const reason = wanted.reason?.trim() ?? '';
  if (reason === '')
    throw new Refused('reason-needed', {
      ru: 'решение требует причин: --reason "…"',
      en: 'a decision needs its reasons: --reason "…"',
    });
  const department = judgedDepartment(kind.id, wanted.department, departments);
  refuseUnfounded(state, course, kind);
  return {
    ...{ at, by: signed.manager, type: 'decision', outcome: kind.id, reason, signed },
    ...(department === null ? {} : { department }),
  };
}

/** "Stay a trainee" may be followed by another decision; the others end the training. */
function refuseFinal({ decision, trainee }: TraineeState, { timeZone }: Course): void {
  if (!decision || decision.outcome === 'stay') return;
  const day = dayOf(decision, timeZone);
  throw new Refused('already-decided', {
    ru: `о стажёре ${trainee.id} уже решено ${day}: ${decision.outcome}`,
    en: `${trainee.id} was decided on ${day}: ${decision.outcome}`,
  });
}

/** Mentor and manager, both of whom sign a decision and its withdrawal. Throws `Refused`. */
export function signatures({ trainee }: TraineeState, by: readonly string[]): DecisionEvent['signed'] {
  const { mentor, manager } = trainee;
  const stranger = by.find((id) => id !== mentor && id !== manager);
  if (stranger !== undefined)
    throw new Refused('person-not-entitled', {
      ru: `${stranger} решение не подписывает; нужны ${mentor} (наставник) и ${manager} (руководитель)`,
      en: `${stranger} does not sign the decision; ${mentor} (mentor) and ${manager} (manager) do`,
    });
  const missing = [mentor, manager].filter((id) => !by.includes(id));
  if (missing.length > 0)
    throw new Refused('signature-missing', {
      ru: `решение подписывают двое; нет подписи: ${missing.join(', ')}`,
      en: `two people sign the decision; not signed by: ${missing.join(', ')}`,
    });
  return { mentor, manager };
}

function judgedDepartment(outcome: DecisionOutcome, given: string | null, known: readonly string[]): string | null {
  if (outcome !== 'department') return null;
  if (given !== null && known.includes(given)) return given;
  throw new Refused('unknown-department', {
    ru: `назовите отдел: --department ${known.join('|')}`,
    en: `name the department: --department ${known.join('|')}`,
  });
}

function refuseUnfounded(state: TraineeState, course: Course, kind: Course['track']['decisions'][number]): void {
  const requirements = requirementsOf(state, course, kind.requires);
  if (requirements.every(({ since }) => since !== null)) return;
  const lacks = lacking(requirements, state.gates);
  throw new Refused('decision-unfounded', {
    ru: `для решения «${kind.title.ru}» не хватает: ${lacks.ru}`,
    en: `the decision “${kind.title.en}” lacks: ${lacks.en}`,
  });
}
