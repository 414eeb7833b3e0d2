import type { ExamForm, Quiz } from './exam.ts';
import type { Assessment, HandbookPart, Lesson } from './handbook.ts';
import type { Locale } from './locale.ts';
import type { Day } from './period.ts';
import type { Checklist, Defence, Programme, TestAssignment } from './programme.ts';
import type { AgencyCard } from './report.ts';

/** What the handbook's pages read; written by the press as one file. */
export interface HandbookModel {
  agency: Record<Locale, AgencyCard>;
  /** The agency's own language: the root page is in it, and it is offered first. */
  locale: Locale;
  /** IANA zone of the agency. */
  timeZone: string;
  asOf: Day;
  parts: HandbookPart[];
  /** In reading order, the same in both languages. */
  lessons: Record<Locale, Lesson[]>;
  /** By lesson id. */
  quizzes: Record<string, Quiz>;
  assessments: Assessment[];
  programme: Programme | null;
  checklists: Checklist[];
  defence: Defence | null;
  assignment: TestAssignment | null;
  calendar: OfficeCalendar;
  /** Exam forms that are issued and still open. */
  forms: ExamForm[];
  /** Whether `<locale>/handbook.pdf` is made. */
  pdf: boolean;
}

/** Days the agency works, told so that a browser needs no calendar of its own. */
export interface OfficeCalendar {
  /** Known from this day … */
  from: Day;
  /** … to this one, both included. */
  to: Day;
  /** Weekdays off, 1 is Monday. */
  weekend: number[];
  /** Days off that are no weekend, ascending. */
  off: Day[];
  /** Days at a weekend that are worked, ascending. */
  worked: Day[];
}
