import type { Locale } from './locale.ts';
import type { TraineeEventBase } from './trainee.ts';

/** A text that must exist in both languages; inline markdown: `code`, **bold**, paragraphs, `- ` lists. */
export interface Bilingual {
  ru: string;
  en: string;
}

/** Accepted variants of a written answer, by language. */
export interface BilingualList {
  ru: string[];
  en: string[];
}

export const QUESTION_TYPES = [
  ...['single', 'multiple', 'truefalse', 'number', 'text'],
  ...['matching', 'ordering', 'cloze', 'open', 'file'],
] as QuestionType[];

export type QuestionType = Question['type'];

interface QuestionBase {
  /** Stable, unique in its file. */
  id: string;
  /** A topic id of the bank; practice quizzes may have none. */
  topic?: string | undefined;
  /** 1 easy, 2 middle, 3 hard. */
  difficulty: 1 | 2 | 3;
  /** Exact decimal above zero. */
  points: string;
  /** A shared stem, by its id in `cases`. */
  case?: string | undefined;
  stem: Bilingual;
  explanation?: Bilingual | undefined;
}

/** A question with its key, as banks and practice quizzes hold it. Never published for an exam. */
export type Question =
  | SingleQuestion
  | MultipleQuestion
  | TrueFalseQuestion
  | NumberQuestion
  | TextQuestion
  | MatchingQuestion
  | OrderingQuestion
  | ClozeQuestion
  | OpenQuestion
  | FileQuestion;

export interface Choice {
  id: string;
  text: Bilingual;
  correct: boolean;
  /** Keeps its place when options are shuffled: "all of the above". */
  pinned: boolean;
  /** Why it is right or wrong. */
  why?: Bilingual | undefined;
}

/** A text one picks, orders or matches. */
export interface Piece {
  id: string;
  text: Bilingual;
}

/** Exactly one option is correct. */
export interface SingleQuestion extends QuestionBase {
  type: 'single';
  options: Choice[];
}

/** One or more options are correct. */
export interface MultipleQuestion extends QuestionBase {
  type: 'multiple';
  options: Choice[];
}

export interface TrueFalseQuestion extends QuestionBase {
  type: 'truefalse';
  answer: boolean;
}

export interface NumberQuestion extends QuestionBase {
  type: 'number';
  /** Exact decimals; `tolerance` is the largest distance still right. */
  answer: { value: string; tolerance: string; unit?: Bilingual | undefined };
}

export interface TextQuestion extends QuestionBase {
  type: 'text';
  accept: BilingualList;
}

export interface MatchingQuestion extends QuestionBase {
  type: 'matching';
  pairs: { id: string; left: Bilingual; right: Bilingual }[];
  /** Right sides that belong to nothing. */
  distractors: Piece[];
}

/** Items stand in the right order. */
export interface OrderingQuestion extends QuestionBase {
  type: 'ordering';
  items: Piece[];
}

/** A gap is written in, or chosen from options; the stem holds `{{id}}` where it stands. */
export type Gap = { id: string; accept: BilingualList } | { id: string; options: GapOption[] };

export interface GapOption extends Piece {
  correct: boolean;
}

export interface ClozeQuestion extends QuestionBase {
  type: 'cloze';
  gaps: Gap[];
}

export interface RubricCriterion {
  id: string;
  title: Bilingual;
  /** Exact decimal above zero: the most this criterion gives. */
  points: string;
  levels: { points: string; text: Bilingual }[];
}

export interface OpenQuestion extends QuestionBase {
  type: 'open';
  rubric: RubricCriterion[];
  /** A model answer for the mentor. */
  model?: Bilingual | undefined;
}

/** The answer is a link to a file, or the name of one that is handed in beside the answers. */
export interface FileQuestion extends QuestionBase {
  type: 'file';
  rubric: RubricCriterion[];
  model?: Bilingual | undefined;
}

export interface SharedCase {
  id: string;
  stem: Bilingual;
}

/** `data/exams/<id>.yaml`: questions with keys and the rules of the exam. Read by commands only. */
export interface ExamBank {
  id: string;
  /** Raised by its author whenever a question or a rule changes. */
  version: string;
  title: Bilingual;
  about: Bilingual;
  topics: { id: string; title: Bilingual }[];
  cases: SharedCase[];
  policy: ExamPolicy;
  questions: Question[];
}

/** `content/handbook/quizzes/<part>/<slug>.yaml`: practice, which may show its keys. */
export interface Quiz {
  cases: SharedCase[];
  questions: Question[];
}

export type Counting = 'highest' | 'last' | 'first' | 'average';

export interface PartialCredit {
  multiple: 'all-or-nothing' | 'right-minus-wrong';
  matching: 'all-or-nothing' | 'per-pair';
  ordering: 'all-or-nothing' | 'per-neighbour';
  cloze: 'all-or-nothing' | 'per-gap';
}

export interface BlueprintRow {
  topic: string;
  /** Any when absent. */
  difficulty?: 1 | 2 | 3 | undefined;
  count: number;
}

export type ReleaseLevel = 'scores' | 'answers' | 'explanations';

export interface ExamPolicy {
  /** How many questions a form draws, by topic and difficulty. */
  blueprint: BlueprintRow[];
  /** Fraction 0–1, exact decimal. */
  passMark: string;
  /** The same for topics that must be passed by themselves. */
  sectionPassMarks: Record<string, string>;
  /** How the pass mark was set. */
  passMarkReason: Bilingual;
  attempts: number;
  /** Days to wait after the first, second, … attempt that was not passed; the last one holds for all further. */
  waitingDays: number[];
  counting: Counting;
  minutes: number;
  /** Added silently to the deadline: for sending the file. */
  graceMinutes: number;
  /**
   * `opening`: the minutes run from the moment the form opens, as for a sitting with the mentor. `start`: they run
   * from the trainee's own start inside the window, and only the window is judged by the clock of the command.
   */
  clock: 'opening' | 'start';
  /** From the opening; afterwards the form is closed and results may be released. */
  windowHours: number;
  partial: PartialCredit;
  /** Months a certificate holds; for ever when absent. */
  certificateMonths?: number | undefined;
  release: ReleaseLevel;
}

// ---------------------------------------------------------------- what the trainee gets

/** An option, an item, one side of a pair: its id means nothing outside its form. */
export interface FormOption {
  id: string;
  text: string;
}

interface FormQuestionBase {
  /** Opaque in a form; the author's own in a practice quiz. */
  id: string;
  /** In the form's language, inline markdown. */
  stem: string;
  /** Index of the shared stem in the form's `cases`. */
  case?: number | undefined;
}

/** A question without key, points, topic and explanation, in one language. */
export type FormQuestion = FormQuestionBase &
  (
    | { type: 'single'; options: FormOption[] }
    | { type: 'multiple'; options: FormOption[] }
    | { type: 'truefalse' }
    | { type: 'text' }
    | { type: 'open' }
    | { type: 'file' }
    | { type: 'number'; unit?: string | undefined }
    | { type: 'matching'; lefts: FormOption[]; rights: FormOption[] }
    | { type: 'ordering'; items: FormOption[] }
    | { type: 'cloze'; gaps: { id: string; options?: FormOption[] | undefined }[] }
  );

/** `data/trainees/<id>/forms/<token>.json`: one attempt as it is published. Holds no key, weight or explanation. */
export interface ExamForm {
  schema: 1;
  /** 128 bits nobody guesses: the folder of the form's page. */
  token: string;
  exam: string;
  version: string;
  attempt: number;
  /** Id of the trainee. */
  trainee: string;
  traineeName: string;
  locale: Locale;
  title: string;
  about: string;
  /** ISO moments. The page is shown as open between them. */
  opens: string;
  closes: string;
  /** With the person's extension. */
  minutes: number;
  extension: number;
  clock: ExamPolicy['clock'];
  /** Exact decimal fraction. */
  passMark: string;
  passMarkReason: string;
  /** What must be passed by itself, in the order of the bank; absent where nothing must, and in older forms. */
  sections?: { title: string; passMark: string }[] | undefined;
  partial: PartialCredit;
  cases: string[];
  questions: FormQuestion[];
  /** SHA-256 (hex) of all other fields, as `src/exams/canonical.ts` writes them. */
  hash: string;
}

/** What the trainee answered to one question; ids are those of the form. */
export type Answer =
  /** single: an option; number, text, open, file: what was written. */
  | string
  /** truefalse */
  | boolean
  /** multiple: options */
  | string[]
  /** matching: left → right; cloze: gap → option or text; ordering: item → place, from "1" */
  | Record<string, string>;

/** The file the trainee hands in. */
export interface AnswersFile {
  kind: 'accountpress-answers';
  schema: 1;
  form: string;
  exam: string;
  version: string;
  attempt: number;
  trainee: string;
  /** Of the form as the page had it. */
  formHash: string;
  /** ISO moments by the trainee's own clock: told, never trusted. */
  started: string | null;
  exported: string;
  /** By question id of the form; unanswered questions are absent. */
  answers: Record<string, Answer>;
  /** SHA-256 (hex) of all other fields. */
  hash: string;
}

// ---------------------------------------------------------------- results

export type ItemState = 'right' | 'partial' | 'wrong' | 'empty' | 'pending' | 'void';

/** How one question was marked: nothing here tells its key or weight. */
export interface ItemResult {
  /** Id in the bank. */
  question: string;
  topic: string;
  difficulty: number;
  state: ItemState;
  /** Part of the question's points, 0–1, as an exact fraction such as `2/3`; `null` while pending or void. */
  share: string | null;
  /** The rule that gave it, e.g. `per-pair`, and what was counted. */
  reason: { rule: string; right?: number; wrong?: number; of?: number; note?: string };
  /** Bank ids of the chosen options, for counts of distractors; choice questions only. */
  chosen?: string[] | undefined;
}

export interface SectionResult {
  topic: string;
  /** Exact fraction; `null` when nothing of the section counts. */
  share: string | null;
  /** Decimal of four digits. */
  score: string | null;
  /** `null` when the section needs nothing by itself. */
  passMark: string | null;
  passed: boolean;
}

/** One attempt, marked. */
export interface GradeResult {
  exam: string;
  version: string;
  trainee: string;
  attempt: number;
  form: string;
  /** `pending`: open answers wait for the mentor's rubric sheet, and there is no score yet. */
  status: 'graded' | 'pending';
  items: ItemResult[];
  sections: SectionResult[];
  /** Exact fraction such as `11/15`; `null` while pending. */
  share: string | null;
  /** The same as a decimal of four digits. */
  score: string | null;
  passMark: string;
  /** The score and every section reach their marks; a late attempt that nobody accepted is never passed. */
  passed: boolean;
  /** Codes of what speaks against passing: `score`, `section:<topic>`, `late`. */
  against: string[];
}

/** Where a trainee stands in one exam by the counting method. */
export interface ExamStanding {
  method: Counting;
  /** Decimal of four digits; `null` before the first counted attempt. */
  score: string | null;
  passed: boolean;
  /** Attempts that were issued. */
  attempts: number;
}

export interface Certificate {
  /** Unguessable enough to be asked for by telephone: exam, trainee and eight signs. */
  id: string;
  from: string;
  /** ISO day; `null` when it holds for ever. */
  until: string | null;
}

// ---------------------------------------------------------------- ledger lines of one trainee

interface ExamEventBase extends TraineeEventBase {
  exam: string;
  attempt: number;
  /** Token of the form. */
  form: string;
}

export interface ExamIssued extends ExamEventBase {
  type: 'exam-issued';
  version: string;
  /** SHA-256 of the frozen bank. */
  bankHash: string;
  formHash: string;
  locale: Locale;
  opens: string;
  closes: string;
  minutes: number;
  extension: number;
  graceMinutes: number;
  clock: ExamPolicy['clock'];
  /** Bank ids in the order of the form. */
  questions: string[];
  /** Why this person got more time or an attempt that the rules refuse. */
  overrides: { kind: 'minutes' | 'attempt'; value: string; reason: string }[];
}

export interface ExamSubmitted extends ExamEventBase {
  type: 'exam-submitted';
  received: string;
  /** Hash of the answers file. */
  answersHash: string;
  /** Minutes after the deadline, or `null` when in time. */
  late: number | null;
  /** What the page's own clock claims between start and export, in minutes. */
  claimedMinutes: number | null;
  /** The page's own clock claims more than the minutes given. */
  overTime: boolean;
  /** Reason of the mentor who lets a late file count. */
  accepted: string | null;
}

export interface ExamGraded extends ExamEventBase {
  type: 'exam-graded';
  cause: 'submission' | 'regrade';
  /** Of a regrade: why. */
  reason: string | null;
  result: GradeResult;
  /** After this attempt. */
  standing: ExamStanding;
  certificate: Certificate | null;
}

export interface ExamReleased extends ExamEventBase {
  type: 'exam-released';
  level: ReleaseLevel;
}

export type ExamEvent = ExamIssued | ExamSubmitted | ExamGraded | ExamReleased;

/** `<exams>/ledger.jsonl`: what happened to the exams themselves. */
export type ExamLedgerLine =
  | { at: string; by: string; type: 'version-frozen'; exam: string; version: string; hash: string }
  | { at: string; by: string; type: 'question-voided'; exam: string; question: string; reason: string }
  | { at: string; by: string; type: 'key-corrected'; exam: string; question: string; version: string; reason: string };
