import type { FollowUpKind } from '../types/followup.ts';
import type { Locale } from '../types/locale.ts';
import { en } from './words-en.ts';
import { ru } from './words-ru.ts';

/** Every fixed phrase of the letters in one language. Parameters arrive already formatted. */
export interface LetterWords {
  /** `names` are what each is addressed by; none for people unknown. */
  greeting(names: string): string;
  /** In a letter of plain text, for a button that opens an answer. */
  byReply(button: string): string;
  farewell: string;
  /** «Во вложении: отчёт.pdf, 420 КБ» */
  attached(name: string, size: string): string;
  /** Of a file: «420 КБ», «1,8 МБ». */
  size: { kilobytes: string; megabytes: string };
  report: {
    subject(client: string, period: string): string;
    opening(period: string): string;
    /** The same with nothing to say in short. */
    attached(period: string): string;
    asks: string;
    closing: string;
    open: string;
  };
  proposal: {
    subject(number: string, prospect: string): string;
    opening(date: string): string;
    /** The opening of a version that takes the place of one that was sent. */
    replacing(version: number, before: number, sent: string): string;
    /** Number and version, in the subject of such a letter. */
    version(number: string, version: number): string;
    total: string;
    firstPayment: string;
    validUntil: string;
    /** Beside the last day of an offer. */
    endOfDay(zone: string): string;
    people(names: string): string;
    closing(until: string): string;
    accept: string;
    acceptSubject(number: string, version: number): string;
    acceptBody(number: string, version: number, total: string): string;
  };
  /** By kind of step. */
  followUp: Record<FollowUpKind, FollowUpWords>;
}

export interface FollowUpWords {
  /** Short name for lists and calendars. */
  title: string;
  subject(number: string, prospect: string): string;
  /** `until` is the last day the offer holds; `expired` when it is past. */
  body(about: { sent: string; total: string; until: string; expired: boolean }): string[];
}

export const letterWords = (locale: Locale): LetterWords => ({ ru, en })[locale];
