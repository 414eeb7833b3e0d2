import { appendFileSync } from 'node:fs';
import type { PageFailure } from '../press/site.ts';
import { finishPage } from './finish-page.ts';

/**
 * Draws one page of a build so that one which throws, or whose links lead nowhere inside it, fails alone: it becomes a
 * line of the file named by ACCOUNTPRESS_FAILURES, and the other pages go on.
 * @param page what the failure belongs to
 * @param tidy what is changed about the drawn page, whoever asked for it
 */
export async function failAlone(
  page: Omit<PageFailure, 'error'>,
  draw: () => Promise<Response>,
  tidy?: (html: string) => string,
): Promise<Response> {
  const failures = process.env.ACCOUNTPRESS_FAILURES;
  if (!failures) return tidy ? changed(await draw(), tidy) : draw();
  try {
    return await changed(await draw(), (html) => finishPage(tidy ? tidy(html) : html));
  } catch (error) {
    appendFileSync(failures, `${JSON.stringify({ ...page, error: messageOf(error) })}\n`);
    return new Response('<!doctype html><title>—</title>', { headers: { 'content-type': 'text/html' } });
  }
}

/** All changes at once: each reading of a response and each new one costs as much as the changes themselves. */
async function changed(response: Response, change: (html: string) => string): Promise<Response> {
  return new Response(change(await response.text()), response);
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
