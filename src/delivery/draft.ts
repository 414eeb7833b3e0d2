import { join } from 'node:path';
import type { Effects } from '../types/effects.ts';
import type { Locale } from '../types/locale.ts';
import type { Letter } from './letter.ts';
import { composeMessage, type Message } from './message.ts';
import { standing } from './ledger.ts';
import { checkLedger, DRAFTS } from './outbox.ts';
import { previewPage } from './preview.ts';
import { idOf, pendingOf } from './send-letter.ts';

export interface Draft {
  message: Message;
  /** Absolute paths. */
  eml: string;
  preview: string;
}

export interface DraftRequest {
  /** Of the workspace, absolute. */
  root: string;
  letter: Letter;
  /** Whether it would go also to those who have it. */
  resend: boolean;
  /** Of the page's own words. */
  locale: Locale;
}

/**
 * Writes the letter as it would leave at this moment, and a page to look at it, into a folder of its own under
 * `.accountpress/drafts`. Nothing is sent and nothing is noted in the ledger.
 */
export async function writeDraft({ root, letter, resend, locale }: DraftRequest, effects: Effects): Promise<Draft> {
  // A ledger that cannot be read keeps letters from being sent, not from being looked at.
  const known = standing((await checkLedger(root, effects)).value, letter.key);
  const pending = pendingOf(letter, known, resend);
  const messageId = idOf(letter, pending, known);
  const message = await composeMessage(letter, { date: effects.now(), messageId });
  const folder = join(root, ...DRAFTS.split('/'), letter.key.replaceAll('/', '.'));
  const draft = { message, eml: join(folder, 'letter.eml'), preview: join(folder, 'preview.html') };
  await effects.fs.write(draft.eml, message.bytes);
  await effects.fs.write(draft.preview, previewPage(letter, message, locale));
  return draft;
}
