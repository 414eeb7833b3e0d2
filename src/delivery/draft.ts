import { join } from 'node:path';
import type { Effects } from '../types/effects.ts';
import type { Locale } from '../types/locale.ts';
import type { Letter } from './letter.ts';
import { composeMessage, type Message } from './message.ts';
import { DRAFTS } from './outbox.ts';
import { previewPage } from './preview.ts';

export interface Draft {
  message: Message;
  /** Absolute paths. */
  eml: string;
  preview: string;
}

/**
 * Writes the letter as it would leave at this moment, and a page to look at it, into a folder of its own under
 * `.accountpress/drafts`. Nothing is sent and nothing is noted in the ledger.
 * @param locale of the page's own words
 */
export async function writeDraft(root: string, letter: Letter, locale: Locale, effects: Effects): Promise<Draft> {
  const message = await composeMessage(letter, { date: effects.now(), trial: null });
  const folder = join(root, ...DRAFTS.split('/'), letter.key.replaceAll('/', '.'));
  const draft = { message, eml: join(folder, 'letter.eml'), preview: join(folder, 'preview.html') };
  await effects.fs.write(draft.eml, message.bytes);
  await effects.fs.write(draft.preview, previewPage(letter, message, locale));
  return draft;
}
