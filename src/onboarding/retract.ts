import type {
  DecisionEvent,
  DepartureEvent,
  FeedbackEvent,
  FeedbackSide,
  PauseEvent,
  RecordKind,
  RetractionEvent,
  ScoreEvent,
} from '../types/trainee.ts';
import { signatures } from './decide.ts';
import { counting, dayOf } from './record.ts';
import { Refused } from './refused.ts';
import { judgedReason, refuseClosed } from './sign.ts';
import type { Course, TraineeState } from './state.ts';

export interface WantedRetraction {
  of: RecordKind;
  /** Of feedback: whose, and of which day; the last day answered when `null`. */
  from: FeedbackSide | null;
  day: number | null;
  reason: string | null;
  /** Person ids of those who take it back: one, of a decision two. */
  by: readonly string[];
}

/**
 * Takes a score, an answer or a decision back: a new line names the old one and why, and the old one counts no more.
 * Who gave it takes it back, an agreed score either of the two, a decision mentor and manager, an absence one of them. What stands on it goes
 * first: the agreed score before the two apart, the decision before the score it rests on. Throws `Refused`.
 */
export function retract(state: TraineeState, course: Course, wanted: WantedRetraction, at: string): RetractionEvent {
  // A leaver's record is closed by the very line that is taken back.
  if (wanted.of !== 'departure') refuseClosed(state);
  if (wanted.of === 'decision') return decisionBack(state, wanted, at);
  const [by] = wanted.by;
  const taken = toTake(state, course, wanted);
  refuseOther(taken.entitled, by!);
  const { event } = taken;
  return {
    ...{ at, by: by!, type: 'retraction' },
    of: {
      ...{ type: event.type, at: event.at, by: event.by },
      ...(event.type === 'feedback' ? { from: event.from, day: event.day } : {}),
    },
    reason: judgedReason(wanted.reason, BACK),
  };
}

const BACK = {
  ru: 'отзыв записи требует причины: --reason "…"',
  en: 'taking a record back needs a reason: --reason "…"',
};

function decisionBack(state: TraineeState, wanted: WantedRetraction, at: string): RetractionEvent {
  const { decision } = state;
  if (!decision) throw nothing({ ru: 'решения нет', en: 'there is no decision' });
  const signed = signatures(state, wanted.by);
  const of = { type: decision.type, at: decision.at, by: decision.by };
  const reason = judgedReason(wanted.reason, BACK);
  return { at, by: signed.manager, type: 'retraction', of, reason, signed };
}

interface Taken {
  event: ScoreEvent | FeedbackEvent | PauseEvent | DepartureEvent;
  /** Who may take it back. */
  entitled: readonly string[];
}

function toTake(state: TraineeState, course: Course, wanted: WantedRetraction): Taken {
  if (wanted.of === 'score') return scoreToTake(state, course, wanted.by[0]!);
  return wanted.of === 'feedback' ? feedbackToTake(state, wanted) : absenceToTake(state, wanted.of);
}

/** The last pause, or the leaving; by mentor or manager, as it is recorded. */
function absenceToTake({ events, trainee }: TraineeState, kind: RecordKind): Taken {
  const event = counting(events).findLast((one) => one.type === kind);
  if (event?.type !== 'pause' && event?.type !== 'departure')
    throw nothing({ ru: `записи ${kind} нет`, en: `there is no record of a ${kind}` });
  return { event, entitled: [trainee.mentor, trainee.manager] };
}

/** The agreed score of the last defence; while there is none, what this person gave. */
function scoreToTake(state: TraineeState, course: Course, by: string): Taken {
  const last = state.defences.at(-1);
  if (!last) throw nothing({ ru: 'оценок защиты нет', en: 'there are no scores of a defence' });
  const scorers = last.own.map((one) => one.by);
  const event = last.agreed ?? last.own.findLast((one) => one.by === by) ?? last.own.at(-1)!;
  const { decision } = state;
  if (last.agreed && decision && Date.parse(decision.at) >= Date.parse(last.agreed.at)) throw restsOn(decision, course);
  return { event, entitled: scorers };
}

const restsOn = (decision: DecisionEvent, { timeZone }: Course): Refused =>
  new Refused('decision-rests-on-it', {
    ru: `на этой оценке стоит решение от ${dayOf(decision, timeZone)}: сначала отзовите его (--of decision)`,
    en: `the decision of ${dayOf(decision, timeZone)} rests on this score: take that back first (--of decision)`,
  });

function feedbackToTake({ feedback }: TraineeState, { from, day }: WantedRetraction): Taken {
  const given = feedback.flatMap((one) => (day === null || one.day === day ? [one.mentor, one.trainee] : []));
  const event = given.findLast((one) => one !== null && (from === null || one.from === from));
  if (!event) throw nothing({ ru: 'такой обратной связи в записи нет', en: 'there is no such feedback on record' });
  return { event, entitled: [event.by] };
}

const nothing = (text: { ru: string; en: string }): Refused =>
  new Refused('nothing-to-take-back', { ru: `${text.ru}: отзывать нечего`, en: `${text.en}: nothing to take back` });

function refuseOther(entitled: readonly string[], by: string): void {
  if (entitled.includes(by)) return;
  const who = entitled.join(', ');
  throw new Refused('person-not-entitled', {
    ru: `отозвать это может тот, кто записал: ${who}`,
    en: `whoever gave it may take it back: ${who}`,
  });
}
