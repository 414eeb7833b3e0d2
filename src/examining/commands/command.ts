import { UsageError } from '../../cli/usage.ts';
import type { ExamRoom } from '../room.ts';
import type { Telling } from '../telling.ts';

/** What a command gave: an exit code, the same for programs and for people. */
export interface Answer {
  code: number;
  json: unknown;
  lines: string[];
}

/** Flags of `npm run exam` as they were typed; `null` for those that were not. */
export interface ExamFlags {
  trainee: string | null;
  minutes: string | null;
  reason: string | null;
  'attempt-override': string | null;
  at: string | null;
  received: string | null;
  'accept-late': string | null;
  corrected: string[] | null;
  by: string | null;
  lang: string | null;
}

/** What every command is told beside its words. */
export interface Errand {
  room: ExamRoom;
  flags: ExamFlags;
  telling: Telling;
}

export const USAGE = new UsageError({
  ru: 'Не хватает слов или они лишние',
  en: 'Words are missing or there are too many',
});
