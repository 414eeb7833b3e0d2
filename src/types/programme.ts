import type { Bilingual } from './exam.ts';

/** Who does an item. */
export type ItemOwner = 'trainee' | 'mentor' | 'manager' | 'it';

export const ITEM_OWNERS: readonly ItemOwner[] = ['trainee', 'mentor', 'manager', 'it'];

/** What a sign-off of an item must carry. */
export type EvidenceKind = 'none' | 'link' | 'text';

export const EVIDENCE_KINDS: readonly EvidenceKind[] = ['none', 'link', 'text'];

/** An item with a condition applies only to trainees whose `trainee.json` names it. */
export interface Condition {
  id: string;
  title: Bilingual;
}

/** One thing to do: of a checklist, or of a day of the programme. */
export interface Item {
  /** Stable and unique in the whole agency: browsers' ticks and ledgers name it. */
  id: string;
  title: Bilingual;
  owner: ItemOwner;
  /** Working day from the start, from 1. */
  due?: number;
  required: boolean;
  evidence: EvidenceKind;
  condition?: Condition;
  note?: Bilingual;
  /** Id of the department where it happens: its head may sign too. */
  department?: string;
}

export type SignatureRole = ItemOwner;

/** `content/handbook/checklists/<id>.yaml`. */
export interface Checklist {
  id: string;
  title: Bilingual;
  about: Bilingual;
  /** `daily` ones are worked through again and again and are never signed off. */
  kind: 'onboarding' | 'daily';
  /** Whose signature lines the printed list has. */
  signatures: SignatureRole[];
  items: Item[];
}

export interface ProgrammeDay {
  /** Working day from the start, from 1. */
  day: number;
  title: Bilingual;
  /** Lesson ids, `<part>/<slug>`. */
  lessons: string[];
  meetings: Item[];
  practice: Item[];
  tasks: Item[];
  /** Checklist ids worked on that day. */
  checklists: string[];
  /** Exam ids sat on that day. */
  exams: string[];
}

/** A record that must exist before a gate opens. */
export type Requirement =
  | { kind: 'item'; item: string }
  /** Every required item of the checklist that applies. */
  | { kind: 'checklist'; checklist: string }
  /** Passed, in one of these exams. */
  | { kind: 'exam'; anyOf: string[] }
  /** `agreed`: both scored and settled; `passed`: the agreed score reaches the mark. */
  | { kind: 'defence'; standing: 'agreed' | 'passed' }
  | { kind: 'gate'; gate: string };

/** Opens when every required record exists, and by nothing else. */
export interface Gate {
  id: string;
  title: Bilingual;
  requires: Requirement[];
}

/** A week. */
export interface Stage {
  id: string;
  title: Bilingual;
  about: Bilingual;
  /** What the trainee can do at its end. */
  goals: Bilingual[];
  days: ProgrammeDay[];
  /** Leads to the next stage: until it opens, no trainee's item of later stages is signed off. */
  gate: Gate;
}

export interface FeedbackQuestion {
  id: string;
  text: Bilingual;
  /** `scale` is answered by 1 to 5. */
  kind: 'scale' | 'text';
}

/** A calendar day from the start on which both sides say how it goes. */
export interface FeedbackDay {
  day: number;
  title: Bilingual;
  questions: { mentor: FeedbackQuestion[]; trainee: FeedbackQuestion[] };
}

/** One way the month may end. */
export interface DecisionKind {
  id: 'stay' | 'account-manager' | 'department';
  title: Bilingual;
  about: Bilingual;
  requires: Requirement[];
}

export interface Track {
  id: string;
  title: Bilingual;
  about: Bilingual;
  stages: Stage[];
  /** Calendar day on which somebody asks about compulsory items still open. */
  review: { day: number; title: Bilingual; about: Bilingual };
  feedback: FeedbackDay[];
  /** Of the work plan: the working day, and the gate that must be open. */
  defence: { day: number; after: string };
  decisions: DecisionKind[];
  /** Calendar days after which the record is closed. */
  closesAfter: number;
}

/** `content/handbook/programme.json`. */
export interface Programme {
  departments: { id: string; title: Bilingual }[];
  /** Names of exams as readers are told them: the handbook sees no bank. */
  exams: { id: string; title: Bilingual }[];
  tracks: Track[];
}

export interface RubricLevel {
  /** Whole, from 0; it also names the level on the command line. */
  points: number;
  title: Bilingual;
  text: Bilingual;
}

export interface Criterion {
  id: string;
  title: Bilingual;
  about: Bilingual;
  /** Whole; those of a rubric make 100. */
  weight: number;
  /** Fewest points with which the whole may pass; 0 when absent. */
  floor?: number;
  /** From the lowest to the highest. */
  levels: RubricLevel[];
}

/** Criteria × levels, with the mark that passes and how it was set. */
export interface Rubric {
  /** Per cent of the best score, whole. */
  passMark: number;
  passMarkReason: Bilingual;
  criteria: Criterion[];
}

/** `content/handbook/defence.yaml`: the defence of the work plan. */
export interface Defence extends Rubric {
  id: string;
  title: Bilingual;
  about: Bilingual;
  /** What the plan must hold. */
  plan: Bilingual[];
}

/** `content/handbook/test-assignment.yaml`: before hiring. */
export interface TestAssignment extends Rubric {
  id: string;
  title: Bilingual;
  about: Bilingual;
  /** All parts together; at most 120. */
  minutes: number;
  /** What the candidate is given. */
  brief: Bilingual;
  parts: { id: string; title: Bilingual; text: Bilingual; minutes: number }[];
  rules: Bilingual[];
}

/** `data/onboarding/oral-questions.yaml`: the mentor's own; never published to trainees. */
export interface OralQuestions {
  title: Bilingual;
  about: Bilingual;
  sections: {
    id: string;
    title: Bilingual;
    questions: {
      id: string;
      text: Bilingual;
      /** What a good answer holds. */
      listen: Bilingual[];
      /** What an answer that worries sounds like. */
      worry?: Bilingual;
    }[];
  }[];
}

/** `data/onboarding/duties.json`: who signs for IT and for a department. Person ids. */
export interface Duties {
  it: string[];
  /** Department id → its head. */
  heads: Record<string, string>;
}
