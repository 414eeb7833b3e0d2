import { createHash } from 'node:crypto';
import { formatter } from '../locale/format.ts';
import { words } from '../locale/words.ts';
import type { FiguresFile } from '../types/figures.ts';
import type { Client } from '../types/workspace.ts';

/**
 * SHA-256 of the words and figures of a report's page, which the PDF shares, but for the day its data are of: the same
 * for builds on other days that have nothing else to say. Numbers in charts stand in the tables beside them.
 */
export function whatPageSays(page: string, client: Pick<Client, 'locale' | 'currency'>, figures: FiguresFile): string {
  const built = words(client.locale).page.asOf(formatter(client.locale, client.currency).day(figures.asOf, 'long'));
  const text = page
    .replaceAll(/<(script|style)\b.*?<\/\1>/gs, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replace(built, '');
  return createHash('sha256').update(text.replaceAll(/\s+/g, ' ').trim()).digest('hex');
}
