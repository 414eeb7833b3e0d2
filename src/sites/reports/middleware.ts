import { defineMiddleware } from 'astro:middleware';
import { finishPage } from '../finish-page.ts';
import { withUsedLineage } from '../used-lineage.ts';
import { modelOf, type Shown } from './models.ts';

/** The page's appendix explains the figures it shows; one that cannot be drawn fails its own client only. */
export const onRequest = defineMiddleware(async ({ params: { client, period }, locals }, next) => {
  if (!client) return next();
  const draw = async () => withUsedLineage(await (await next()).text());
  const { asked } = locals;
  if (!asked) return devPage(modelOf(client, period ?? null), locals, draw);
  try {
    asked.drawn(finishPage(await draw()));
  } catch (error) {
    asked.failed(error instanceof Error ? error.message : String(error));
  }
  // Whoever asked has the page already; an answer would only carry a copy of it.
  return new Response('');
});

/** The development server is asked for an address and looks up itself what it shows. */
async function devPage(model: Shown | null, locals: App.Locals, draw: () => Promise<string>): Promise<Response> {
  if (model === null) return new Response(null, { status: 404 });
  Object.assign(locals, model);
  return new Response(await draw(), { headers: { 'content-type': 'text/html' } });
}
