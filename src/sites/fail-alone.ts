import { appendFileSync } from 'node:fs';
import type { PageFailure } from '../press/site.ts';
import { finishPage } from './finish-page.ts';

/**
 * Draws one page of a build so that one which throws, or whose links lead nowhere inside it, fails alone: it becomes a
 * line of the file named by ACCOUNTPRESS_FAILURES, and the other pages go on.
 * @param page what the failure belongs to
 */
export async function failAlone(page: Omit<PageFailure, 'error'>, draw: () => Promise<Response>): Promise<Response> {
  const failures = process.env.ACCOUNTPRESS_FAILURES;
  if (!failures) return draw();
  try {
    const response = await draw();
    return new Response(finishPage(await response.text()), response);
  } catch (error) {
    appendFileSync(failures, `${JSON.stringify({ ...page, error: messageOf(error) })}\n`);
    return new Response('<!doctype html><title>—</title>', { headers: { 'content-type': 'text/html' } });
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
