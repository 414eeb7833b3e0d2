import { timeIn } from '../calendar/zones.ts';
import type { Day } from '../types/period.ts';
import type {
  DecisionEvent,
  FeedbackEvent,
  RetractionEvent,
  ScoreEvent,
  SignoffEvent,
  TraineeEvent,
} from '../types/trainee.ts';

/** The day of an event where the agency is. */
export const dayOf = (event: Pick<TraineeEvent, 'at'>, timeZone: string): Day =>
  timeIn(timeZone, new Date(event.at)).day;

/** What was on record at the end of a day. */
export function eventsUntil(events: readonly TraineeEvent[], day: Day, timeZone: string): TraineeEvent[] {
  return events.filter((event) => dayOf(event, timeZone) <= day);
}

/**
 * In the order in which things happened: where two branches of git were joined, the lines of one follow those of the
 * other, whenever they were written.
 */
function byMoment(events: readonly TraineeEvent[]): TraineeEvent[] {
  return [...events].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

/** Everything that was not taken back afterwards, in the order in which it happened. */
export function counting(events: readonly TraineeEvent[]): TraineeEvent[] {
  const standing: TraineeEvent[] = [];
  for (const event of byMoment(events)) {
    if (event.type !== 'retraction') standing.push(event);
    else {
      const index = standing.findLastIndex((one) => isNamed(one, event.of));
      if (index >= 0) standing.splice(index, 1);
    }
  }
  return standing;
}

function isNamed(event: TraineeEvent, of: RetractionEvent['of']): boolean {
  if (event.type !== of.type || event.at !== of.at || event.by !== of.by) return false;
  return event.type !== 'feedback' || (event.from === of.from && event.day === of.day);
}

/** Sign-offs that count: the last of an item that was not withdrawn afterwards. */
export function signoffs(events: readonly TraineeEvent[]): Map<string, SignoffEvent> {
  const standing = new Map<string, SignoffEvent>();
  for (const event of byMoment(events)) {
    if (event.type === 'signoff') standing.set(event.item, event);
    if (event.type === 'withdrawal') standing.delete(event.item);
  }
  return standing;
}

export interface DefenceRecord {
  /** Of the two who score apart, in order of scoring. */
  own: ScoreEvent[];
  agreed: ScoreEvent | null;
}

/** A defence that was agreed below the mark may be repeated: scores after it begin a new one. */
export function defences(events: readonly TraineeEvent[]): DefenceRecord[] {
  const all: DefenceRecord[] = [];
  for (const event of counting(events)) {
    if (event.type !== 'score') continue;
    let current = all.at(-1);
    if (!current || current.agreed) all.push((current = { own: [], agreed: null }));
    if (event.agreed) current.agreed = event;
    else current.own.push(event);
  }
  return all;
}

export const feedbackOf = (events: readonly TraineeEvent[]): FeedbackEvent[] =>
  counting(events).filter((event) => event.type === 'feedback');

export const decisionsOf = (events: readonly TraineeEvent[]): DecisionEvent[] =>
  counting(events).filter((event) => event.type === 'decision');

/**
 * Since which day an exam is passed, `null` when it is not: a certificate that was earned stands, whatever a further
 * attempt brings, until a regrade takes it from the attempt that earned it.
 */
export function passedSince(events: readonly TraineeEvent[], exam: string, timeZone: string): Day | null {
  const earned = new Map<string, Day>();
  for (const event of byMoment(events)) {
    if (event.type !== 'exam-graded' || event.exam !== exam) continue;
    if (event.certificate === null) earned.delete(event.form);
    else if (!earned.has(event.form)) earned.set(event.form, dayOf(event, timeZone));
  }
  return [...earned.values()].sort()[0] ?? null;
}
