import type { ExamEvent } from './exam.ts';
import type { Locale } from './locale.ts';
import type { Day } from './period.ts';

/** `data/trainees/<id>/trainee.json`: who is trained, by whom, from when. */
export interface Trainee {
  /** Name of the folder. */
  id: string;
  name: { ru: string; en: string };
  /** Language of the trainee's own documents and exam forms. */
  locale: Locale;
  /** Track of the programme, e.g. `account-manager`. */
  track: string;
  /** First day of work: day 1. */
  start: Day;
  /** Person ids. */
  mentor: string;
  manager: string;
  /** IANA zone; the agency's when absent. */
  timeZone?: string;
  /** Day after which nothing is added to the record; reckoned from the track when absent. */
  closes?: Day;
  /** Conditions that hold for this person: items with any other condition do not apply. */
  conditions: string[];
}

/** What every line of `data/trainees/<id>/ledger.jsonl` has. */
export interface TraineeEventBase {
  /** ISO moment of writing, UTC. */
  at: string;
  /** Who did it: a person id, or the trainee's own id. */
  by: string;
  type: string;
}

/** An item of the programme or of a checklist is done, and somebody answers for it. */
export interface SignoffEvent extends TraineeEventBase {
  type: 'signoff';
  item: string;
  /** An address or a few words, as the item asks. */
  evidence?: string;
}

/** A sign-off that was a mistake counts no more. */
export interface WithdrawalEvent extends TraineeEventBase {
  type: 'withdrawal';
  item: string;
  reason: string;
}

/** Levels of the defence's rubric, by criterion; `agreed` is what both scorers settled on. */
export interface ScoreEvent extends TraineeEventBase {
  type: 'score';
  agreed: boolean;
  /** Criterion id → points of the level. */
  levels: Record<string, number>;
  note?: string;
}

export type FeedbackSide = 'mentor' | 'trainee';

/** Answers of one side to the questions of a feedback day. */
export interface FeedbackEvent extends TraineeEventBase {
  type: 'feedback';
  from: FeedbackSide;
  /** Day of the programme, e.g. 25 or 85. */
  day: number;
  /** Question id → what was answered; a number from 1 to 5 for a scale. */
  answers: Record<string, string>;
}

/** Stays a trainee, leads clients alone, or moves to another department. */
export type DecisionOutcome = 'stay' | 'account-manager' | 'department';

export interface DecisionEvent extends TraineeEventBase {
  type: 'decision';
  outcome: DecisionOutcome;
  reason: string;
  /** Of the outcome `department`: its id. */
  department?: string;
  /** Person ids of the two who signed. */
  signed: { mentor: string; manager: string };
}

/** What may be taken back beside a sign-off. */
export const RECORD_KINDS = ['score', 'feedback', 'decision', 'pause', 'departure'] as const;

export type RecordKind = (typeof RECORD_KINDS)[number];

/** A record that was a mistake counts no more. Its line stays; this one names it. */
export interface RetractionEvent extends TraineeEventBase {
  type: 'retraction';
  /** The line that counts no more, by what stands in it; `from` and `day` of feedback only. */
  of: { type: RecordKind; at: string; by: string; from?: FeedbackSide; day?: number };
  reason: string;
  /** Of a decision: the two who took it back, as person ids. */
  signed?: { mentor: string; manager: string };
}

/** The trainee is away, such as ill; what is due moves by as many days. */
export interface PauseEvent extends TraineeEventBase {
  type: 'pause';
  since: Day;
  /** Last day away; `null` while nobody knows. */
  until: Day | null;
  reason: string;
}

/** The trainee is back, from that day on. */
export interface ResumeEvent extends TraineeEventBase {
  type: 'resume';
  since: Day;
}

/** The trainee leaves the agency or the training. */
export interface DepartureEvent extends TraineeEventBase {
  type: 'departure';
  /** Last day of work. */
  last: Day;
  reason: string;
}

/** Another mentor or manager; who it is now `trainee.json` says. Person ids. */
export interface AssignmentEvent extends TraineeEventBase {
  type: 'assignment';
  role: 'mentor' | 'manager';
  person: string;
  /** Whose trainee it was before. */
  before: string;
  reason: string;
}

export type OnboardingEvent =
  | SignoffEvent
  | WithdrawalEvent
  | ScoreEvent
  | FeedbackEvent
  | DecisionEvent
  | RetractionEvent
  | PauseEvent
  | ResumeEvent
  | DepartureEvent
  | AssignmentEvent;

/** A line of a trainee's ledger. */
export type TraineeEvent = OnboardingEvent | ExamEvent;
