import { reportProblems } from '../cli/report-problems.ts';
import { LockBusy } from '../effects/lock.ts';
import { localText } from '../locale/text.ts';
import { Refused } from '../onboarding/refused.ts';
import type { Effects } from '../types/effects.ts';
import type { Locale } from '../types/locale.ts';
import { TraineeLedgerBroken } from '../workspace/trainees/ledger.ts';
import { Unreadable } from './entry.ts';

const BUSY = {
  ru: 'Другая команда пишет в журнал этого стажёра; повторите, когда она закончит',
  en: 'Another command writes into this trainee’s ledger; run it again when that one has ended',
};

/**
 * Tells why nothing was recorded: on standard error, or as `{ ok: false, error: { code, text } }` for programs; files
 * with errors as `reportProblems` tells them. Errors that are no refusal are thrown on. @returns exit code 1
 */
export function sayMentoringRefusal(error: unknown, how: { json: boolean; locale: Locale }, effects: Effects): number {
  if (error instanceof Unreadable || error instanceof TraineeLedgerBroken) {
    reportProblems(error.problems, how, effects);
    return 1;
  }
  if (!(error instanceof Refused) && !(error instanceof LockBusy)) throw error;
  const code = error instanceof Refused ? error.code : 'ledger-busy';
  const text = localText(error instanceof Refused ? error.text : BUSY, how.locale);
  if (how.json) effects.out(JSON.stringify({ ok: false, error: { code, text } }, null, 2));
  else effects.err(text);
  return 1;
}
