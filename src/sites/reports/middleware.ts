import { appendFileSync } from 'node:fs';
import { defineMiddleware } from 'astro:middleware';
import { deadAnchors } from './dead-anchors.ts';
import { escapeAttributes } from './escape-attributes.ts';

/**
 * A page that throws, or whose links lead nowhere inside it, fails alone: its client, period and error become a
 * line of the file named by ACCOUNTPRESS_FAILURES, and the other pages go on.
 */
export const onRequest = defineMiddleware(async ({ params }, next) => {
  const failures = process.env.ACCOUNTPRESS_FAILURES;
  if (!failures || !params.client) return next();
  try {
    const response = await next();
    const html = escapeAttributes(await response.text());
    const dead = deadAnchors(html);
    if (dead.length > 0) {
      throw new Error(
        `Links lead to ${dead.join(', ')}, which no component of the template makes (see docs/templates.md).`,
      );
    }
    return new Response(html, response);
  } catch (error) {
    const line = { client: params.client, period: params.period ?? null, error: messageOf(error) };
    appendFileSync(failures, `${JSON.stringify(line)}\n`);
    return new Response('<!doctype html><title>—</title>', { headers: { 'content-type': 'text/html' } });
  }
});

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
