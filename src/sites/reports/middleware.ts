import { defineMiddleware } from 'astro:middleware';
import { withUsedLineage } from '../used-lineage.ts';
import { modelOf } from './models.ts';

/** The development server is asked for an address and looks up itself what it shows. */
export const onRequest = defineMiddleware(async ({ params: { client, period }, locals }, next) => {
  if (!client) return next();
  const model = modelOf(client, period ?? null);
  if (model === null) return new Response(null, { status: 404 });
  Object.assign(locals, model);
  const html = withUsedLineage(await (await next()).text());
  return new Response(html, { headers: { 'content-type': 'text/html' } });
});
