import type { WorkCalendar } from '../calendar/working-days.ts';
import type { Day } from '../types/period.ts';
import type { Checklist, Defence, Gate, Requirement, Track } from '../types/programme.ts';
import type { DecisionEvent, DepartureEvent, FeedbackEvent, Trainee, TraineeEvent } from '../types/trainee.ts';
import { awayDays, departureOf, pauseOn, pausesOf, type Pause } from './absence.ts';
import { calendarDayOf, closingDay, workingDayNumber, workingDayOf, type TraineeDays } from './days.ts';
import { requirementState, type GateState, type ItemState, type RequirementState } from './gates.ts';
import { applies, trackItems } from './items.ts';
import { decisionsOf, defences, eventsUntil, feedbackOf, signoffs, type DefenceRecord } from './record.ts';
import { rubricScore, type RubricScore } from './rubric.ts';

/** What one trainee is trained by. */
export interface Course {
  track: Track;
  checklists: readonly Checklist[];
  defence: Defence | null;
  calendar: WorkCalendar;
  /** IANA zone whose days the record is kept in. */
  timeZone: string;
}

export interface FeedbackState {
  /** As the programme counts it, e.g. 25. */
  day: number;
  date: Day;
  mentor: FeedbackEvent | null;
  trainee: FeedbackEvent | null;
}

/** Where a trainee stands, told from records and the calendar alone. */
export interface TraineeState {
  trainee: Trainee;
  asOf: Day;
  /** On record at the end of that day. */
  events: TraineeEvent[];
  /** Start, calendar and days away: what every day of the programme is reckoned from. */
  days: TraineeDays;
  pauses: Pause[];
  /** The pause of this day. */
  paused: Pause | null;
  /** That the trainee leaves or has left. */
  departure: DepartureEvent | null;
  /** Working days begun; 0 before the start. */
  workingDay: number;
  /** Items that apply, in order of the programme. */
  items: ItemState[];
  gates: GateState[];
  /** Index of the stage whose gate is the first that is shut; the number of stages when all are open. */
  stage: number;
  defences: DefenceRecord[];
  /** Of the last defence that was agreed. */
  defenceScore: RubricScore | null;
  reviewDay: Day;
  feedback: FeedbackState[];
  decision: DecisionEvent | null;
  /** Last day on which something may be added to the record. */
  closes: Day;
  /** The record takes no more entries. */
  closed: boolean;
}

/** @param events the whole ledger; what is later than `asOf` is passed over */
export function traineeState(
  trainee: Trainee,
  events: readonly TraineeEvent[],
  course: Course,
  asOf: Day,
): TraineeState {
  const { track, checklists, defence, calendar, timeZone } = course;
  const known = eventsUntil(events, asOf, timeZone);
  const signed = signoffs(known);
  const pauses = pausesOf(known);
  const paused = pauseOn(pauses, asOf);
  const departure = departureOf(known);
  const days: TraineeDays = { start: trainee.start, calendar, away: awayDays(pauses, asOf) };
  const items = trackItems(track, checklists)
    .filter(({ item }) => applies(item, trainee))
    .map((placed): ItemState => {
      const dueDay = workingDayOf(placed.due, days);
      const by = signed.get(placed.item.id) ?? null;
      const late = by === null && placed.item.required && dueDay < asOf && paused === null && departure === null;
      return { ...placed, dueDay, signed: by, late };
    });
  const all = defences(known);
  const agreed = all.findLast((one) => one.agreed !== null)?.agreed ?? null;
  const score = agreed && defence ? rubricScore(defence, agreed.levels) : null;
  const ground = { items, events: known, timeZone, start: trainee.start, agreed, score };
  const gates: GateState[] = [];
  for (const { gate } of track.stages) gates.push(gateState(gate, { ...ground, gates }));
  const ends = trainee.closes ?? closingDay(track, days);
  const closes = departure && departure.last < ends ? departure.last : ends;
  const shut = gates.findIndex(({ openSince }) => openSince === null);
  return {
    ...{ days, pauses, paused, departure },
    ...{ trainee, asOf, events: known, items, gates, defences: all, defenceScore: score },
    workingDay: workingDayNumber(asOf, days),
    stage: shut === -1 ? gates.length : shut,
    reviewDay: calendarDayOf(track.review.day, days),
    feedback: track.feedback.map(({ day }) => feedbackState(day, known, days)),
    decision: decisionsOf(known).at(-1) ?? null,
    closes,
    closed: asOf > closes,
  };
}

/** What speaks for and against a requirement of the track in this state. */
export function requirementsOf(
  state: TraineeState,
  course: Course,
  requires: readonly Requirement[],
): RequirementState[] {
  const { items, events, gates, trainee, defenceScore } = state;
  const agreed = state.defences.findLast((one) => one.agreed !== null)?.agreed ?? null;
  const ground = { items, events, gates, timeZone: course.timeZone, start: trainee.start, agreed, score: defenceScore };
  return requires.map((one) => requirementState(one, ground));
}

function gateState(gate: Gate, ground: Parameters<typeof requirementState>[1]): GateState {
  const requirements = gate.requires.map((one) => requirementState(one, ground));
  const days = requirements.map(({ since }) => since);
  const open = days.every((day) => day !== null);
  return { gate, requirements, openSince: open ? [...days].sort().at(-1)! : null };
}

function feedbackState(day: number, events: readonly TraineeEvent[], days: TraineeDays): FeedbackState {
  const given = feedbackOf(events).filter((one) => one.day === day);
  const of = (from: FeedbackEvent['from']): FeedbackEvent | null => given.find((one) => one.from === from) ?? null;
  return { day, date: calendarDayOf(day, days), mentor: of('mentor'), trainee: of('trainee') };
}
