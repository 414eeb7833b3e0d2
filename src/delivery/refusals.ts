import { systemFault } from '../effects/system-fault.ts';
import { printProblem } from '../locale/problem.ts';
import { localText } from '../locale/text.ts';
import { BrowserMissing } from '../press/printing/browser.ts';
import type { Effects } from '../types/effects.ts';
import type { LocalText, Locale } from '../types/locale.ts';
import type { Problem } from '../types/problem.ts';
import { OutboxBusy } from './lock.ts';
import { LetterRefused } from './mailbox.ts';
import { LedgerDamaged } from './outbox.ts';

/**
 * Tells why nothing was sent: on standard error, or as `{ status: 'not-tried', error }` for programs. Errors that are
 * no refusal are thrown on. @returns exit code 1
 */
export function sayRefusal(error: unknown, options: { json: boolean; locale: Locale }, effects: Effects): number {
  const text = refusalText(error);
  if (text === null) throw error;
  const words = localText(text, options.locale);
  if (options.json) effects.out(JSON.stringify({ status: 'not-tried', error: words }, null, 2));
  else effects.err(words);
  return 1;
}

/**
 * Throws `LetterRefused` with every error that touches the letter: those of its client or proposal and of the agency's
 * own files. Nobody gets a letter made of files that could not be read.
 */
export function refuseErrors(problems: readonly Problem[], about: { client?: string; proposal?: string }): void {
  const own = ({ client, proposal }: Problem): boolean =>
    client === undefined && proposal === undefined
      ? true
      : client !== undefined
        ? client === about.client
        : proposal === about.proposal;
  const errors = problems.filter((one) => one.severity === 'error' && own(one));
  if (errors.length === 0) return;
  const said = (locale: Locale): string => errors.map((problem) => printProblem(problem, locale)).join('\n');
  throw new LetterRefused({ ru: said('ru'), en: said('en') });
}

function refusalText(error: unknown): LocalText | null {
  if (error instanceof LetterRefused) return error.text;
  if (error instanceof OutboxBusy) return BUSY;
  if (error instanceof LedgerDamaged) return damaged(error);
  if (error instanceof BrowserMissing) {
    const said = (locale: Locale): string =>
      [error.found, error.expected, error.mend].map((part) => localText(part, locale)).join(' → ');
    return { ru: said('ru'), en: said('en') };
  }
  const fault = systemFault(error, '.');
  return fault && { ru: printProblem(fault, 'ru'), en: printProblem(fault, 'en') };
}

const BUSY = {
  ru: 'Из этой рабочей папки сейчас отправляет другая команда; ничего не послано. Повторите, когда она закончит',
  en: 'Another command is sending from this workspace; nothing was sent. Run it again when that one has ended',
};

function damaged({ problems }: LedgerDamaged): LocalText {
  const said = (locale: Locale): string =>
    [...problems.map((one) => printProblem(one, locale)), STOPPED[locale]].join('\n');
  return { ru: said('ru'), en: said('en') };
}

const STOPPED = {
  ru: 'Пока журнал отправленного не читается, не отправляется ничего',
  en: 'Nothing is sent while the ledger of what was sent cannot be read',
};
