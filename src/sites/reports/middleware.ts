import { defineMiddleware } from 'astro:middleware';
import { withUsedLineage } from '../used-lineage.ts';
import { modelOf } from './models.ts';

/** A page that cannot be drawn fails its own client only. */
export const onRequest = defineMiddleware(async ({ params: { client, period }, locals }, next) => {
  if (!client) return next();
  const { asked } = locals;
  if (asked) {
    try {
      return await next();
    } catch (error) {
      asked.failed(error instanceof Error ? error.message : String(error));
      return new Response('');
    }
  }
  // The development server is asked for an address and looks up itself what it shows.
  const model = modelOf(client, period ?? null);
  if (model === null) return new Response(null, { status: 404 });
  Object.assign(locals, model);
  const html = withUsedLineage(await (await next()).text());
  return new Response(html, { headers: { 'content-type': 'text/html' } });
});
