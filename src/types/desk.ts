import type { Locale } from './locale.ts';
import type { Day } from './period.ts';
import type { ItemOwner } from './programme.ts';
import type { AgencyCard } from './report.ts';
import type { DecisionOutcome, FeedbackSide } from './trainee.ts';

/** What the mentors' site shows, in one language: every text is already in it. */
export interface DeskModel {
  locale: Locale;
  agency: AgencyCard;
  /** Currency of the formatter. */
  currency: string;
  asOf: Day;
  /** By start and id. */
  trainees: DeskTrainee[];
  exams: DeskExam[];
  oral: DeskOral | null;
}

export interface DeskTrainee {
  id: string;
  name: string;
  mentor: string;
  manager: string;
  track: string;
  start: Day;
  closes: Day;
  closed: boolean;
  /** 0 before the start. */
  workingDay: number;
  /** Of the whole programme. */
  workingDays: number;
  stages: DeskStage[];
  /** Index of the stage at work; the number of stages when all gates are open. */
  stage: number;
  attempts: DeskAttempt[];
  /** Exams one has to wait for. */
  waits: { exam: string; until: Day }[];
  defences: DeskDefence[];
  /** What the defence is judged by. */
  rubric: { passMark: number; criteria: { id: string; title: string; weight: number; floor: number }[] } | null;
  feedback: DeskFeedback[];
  decision: DeskDecision | null;
  /** Still to come or overdue, by day. */
  prompts: DeskPrompt[];
  /** The pause of this day; `until` is `null` while nobody knows. */
  away: { since: Day; until: Day | null } | null;
  /** Last day of one who leaves or has left. */
  left: Day | null;
  /** Pauses, the leaving, another mentor or manager, in words, each with its reason. */
  absences: { what: string; reason: string; by: string }[];
  /** What was taken back: an item by its id, anything else in words with the day it was recorded. */
  withdrawn: { item: string | null; what: string; by: string; day: Day; reason: string }[];
}

export interface DeskStage {
  id: string;
  title: string;
  gate: string;
  /** Day on which its gate opened; `null` while it is shut. */
  openSince: Day | null;
  /** What the gate still lacks, in words. */
  missing: string[];
  items: DeskItem[];
}

export interface DeskItem {
  id: string;
  title: string;
  /** Meeting, practice, task or the name of the checklist. */
  source: string;
  owner: ItemOwner;
  due: Day;
  required: boolean;
  late: boolean;
  signed: { by: string; day: Day; evidence: string | null } | null;
}

export interface DeskAttempt {
  exam: string;
  attempt: number;
  issued: Day;
  /** Day the answers came; `null` when they did not. */
  received: Day | null;
  /** Minutes after the deadline; `null` in time. */
  late: number | null;
  /** `open`: the form waits for its answers; `missed`: it was closed without any; `pending`: written answers wait. */
  state: 'open' | 'missed' | 'pending' | 'passed' | 'failed';
  /** Decimal fractions; `null` while unknown. */
  score: string | null;
  passMark: string | null;
  against: string[];
  sections: { title: string; score: string | null; passMark: string | null; passed: boolean }[];
  /** Questions that did not earn everything, each with its reason. */
  reasons: { question: string; topic: string; state: string; reason: string }[];
  /** Questions marked. */
  questions: number;
  certificateUntil: Day | null;
}

export interface DeskDefence {
  /** Empty of levels until both have scored. */
  own: { by: string; day: Day; levels: Record<string, DeskLevel> | null; score: string | null }[];
  agreed: {
    by: string;
    day: Day;
    levels: Record<string, DeskLevel>;
    score: string;
    passed: boolean;
    note: string | null;
    below: string[];
  } | null;
}

export interface DeskLevel {
  points: number;
  title: string;
  text: string;
}

export interface DeskFeedback {
  day: number;
  date: Day;
  sides: { side: FeedbackSide; given: { by: string; day: Day } | null; answers: DeskAnswer[] }[];
}

export interface DeskAnswer {
  question: string;
  /** From 1 to 5, or words. */
  answer: string;
  scale: boolean;
}

export interface DeskDecision {
  day: Day;
  outcome: DecisionOutcome;
  title: string;
  reason: string;
  department: string | null;
  signed: { mentor: string; manager: string };
}

export interface DeskPrompt {
  day: Day;
  kind: 'item' | 'review' | 'feedback' | 'decision' | 'closing';
  text: string;
  overdue: boolean;
  /** Calendar days since its day, those away not counted; 0 when it is not over. */
  late: number;
  /** Whose it is; `null` for the day the record is closed. */
  owner: ItemOwner | null;
  /** Of items: their id. */
  item: string | null;
  /** Of items: the checklist they stand in; `null` for items of a day of the programme. */
  checklist: string | null;
}

/** Figures of one exam from first attempts; nothing here tells a key. */
export interface DeskExam {
  id: string;
  title: string;
  n: number;
  greyed: boolean;
  mean: number | null;
  deviation: number | null;
  passed: number;
  alpha: { value: number | null; over: 'questions' | 'topics'; parts: number; greyed: boolean };
  /** Questions that were drawn at least once, by facility from the hardest. */
  questions: DeskQuestion[];
  /** Questions of the bank nobody has drawn yet. */
  undrawn: number;
}

export interface DeskQuestion {
  id: string;
  topic: string;
  difficulty: number;
  n: number;
  greyed: boolean;
  facility: number | null;
  discrimination: number | null;
  empty: number;
}

export interface DeskOral {
  title: string;
  about: string;
  sections: {
    id: string;
    title: string;
    questions: { id: string; text: string; listen: string[]; worry: string | null }[];
  }[];
}
