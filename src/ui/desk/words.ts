import type { PluralForms } from '../../locale/format.ts';
import type { DeskAttempt } from '../../types/desk.ts';
import type { Locale } from '../../types/locale.ts';
import type { ItemOwner } from '../../types/programme.ts';
import type { FeedbackSide } from '../../types/trainee.ts';
import { deskEn } from './words-en.ts';
import { deskRu } from './words-ru.ts';

/** Every fixed phrase of the desk in one language. Parameters arrive already formatted. */
export interface DeskWords {
  site: string;
  other: string;
  nav: { cohort: string; exams: string; oral: string; calendar: string };
  asOf(day: string): string;
  owner: Record<ItemOwner, string>;
  /** «за стажёром», “with the trainee”. */
  whose: Record<ItemOwner, string>;
  trainees: PluralForms;
  items: PluralForms;
  entries: PluralForms;
  days: PluralForms;
  cohort: {
    title: string;
    lede(trainees: string, late: string | null): string;
    none: string;
    /** Over those who are decided on or whose record is closed. */
    over: string;
    late: string;
    lateLede: string;
    lateNone: string;
    ahead: string;
    aheadLede: string;
    aheadNone: string;
    columns: { stage: string; late: string; exams: string; next: string };
    lateColumns: { trainee: string; item: string; due: string; days: string };
    mentor(name: string): string;
    /** Items of one checklist told together. */
    list(title: string, count: string): string;
  };
  stage: {
    away(since: string, until: string | null): string;
    left(day: string): string;
    leaves(day: string): string;
    before: string;
    complete: string;
    day(number: number, of: number): string;
    open(day: string): string;
    current: string;
    shut: string;
    closed: string;
  };
  record: {
    lede(track: string, start: string): string;
    mentor: string;
    manager: string;
    closes: string;
    working: string;
    stages: string;
    gateOpen(day: string): string;
    gateShut: string;
    gateLacks: string;
    itemColumns: { item: string; owner: string; due: string; signed: string };
    late: string;
    optional: string;
    evidence: string;
    notSigned: string;
    absences: string;
    withdrawn: string;
    withdrawnBy(by: string, day: string): string;
    prompts: string;
    promptsNone: string;
    overdue: string;
    signatures: string;
    sign: { trainee: string; mentor: string; manager: string };
    date: string;
  };
  exams: {
    title: string;
    none: string;
    attempt(number: number): string;
    state: Record<DeskAttempt['state'], string>;
    passMark(mark: string): string;
    issued(day: string): string;
    received(day: string): string;
    late(minutes: number): string;
    waits(exam: string, until: string): string;
    against: string;
    sections: string;
    reasons(count: number, of: number): string;
    certificate(until: string): string;
    columns: { question: string; state: string; reason: string };
  };
  defence: {
    title: string;
    none: string;
    apart(by: string, day: string): string;
    apartNote: string;
    agreed: string;
    notAgreed: string;
    passed: string;
    failed: string;
    below(names: string): string;
    passMark(mark: string): string;
    criterion: string;
    weight: string;
    score: string;
    repeated(number: number): string;
  };
  feedback: {
    title: string;
    day(number: number, date: string): string;
    side: Record<FeedbackSide, string>;
    waiting: string;
    given(by: string, day: string): string;
    scale(points: string): string;
  };
  decision: { title: string; none: string; signed(mentor: string, manager: string): string; on(day: string): string };
  statistics: {
    title: string;
    lede: string;
    none: string;
    firstAttempts(count: string): string;
    few: string;
    mean: string;
    deviation: string;
    passed: string;
    alpha: string;
    alphaOver: Record<'questions' | 'topics', string>;
    columns: { question: string; n: string; facility: string; discrimination: string; empty: string };
    difficulty: Record<number, string>;
    questions(count: number): string;
    undrawn(count: number): string;
    legend: string;
  };
  oral: { listen: string; worry: string; noted: string };
}

export const deskWords = (locale: Locale): DeskWords => ({ ru: deskRu, en: deskEn })[locale];
