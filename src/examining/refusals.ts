import { LockBusy } from '../effects/lock.ts';
import { printProblem } from '../locale/problem.ts';
import type { Effects } from '../types/effects.ts';
import type { Locale } from '../types/locale.ts';
import { TraineeLedgerBroken } from '../workspace/trainees/ledger.ts';
import { ExamRefused } from './refused.ts';

/**
 * Tells why nothing was done: on standard error, or as `{ status: 'refused', code, error }` for programs. Errors that
 * are no refusal are thrown on. @returns exit code 1
 */
export function sayExamRefusal(error: unknown, how: { json: boolean; locale: Locale }, effects: Effects): number {
  const { code, text } = refusalOf(error);
  const words = text[how.locale];
  if (how.json) effects.out(JSON.stringify({ status: 'refused', code, error: words }, null, 2));
  else effects.err(words);
  return 1;
}

function refusalOf(error: unknown): { code: string; text: { ru: string; en: string } } {
  if (error instanceof ExamRefused) return error;
  if (error instanceof TraineeLedgerBroken) {
    const said = (locale: Locale): string => error.problems.map((problem) => printProblem(problem, locale)).join('\n');
    return { code: 'ledger-broken', text: { ru: said('ru'), en: said('en') } };
  }
  if (error instanceof LockBusy) return { code: 'busy', text: BUSY };
  throw error;
}

const BUSY = {
  ru: 'Журнал занят другой командой; повторите позже',
  en: 'Another command holds the ledger; try again later',
};
