import { defineMiddleware } from 'astro:middleware';
import { failAlone } from '../fail-alone.ts';
import { withUsedLineage } from '../used-lineage.ts';

/** A page that cannot be drawn fails its own client only; its appendix explains the figures it shows. */
export const onRequest = defineMiddleware(({ params: { client, period } }, next) => {
  if (!client) return next();
  return failAlone({ client, period: period ?? null }, async () => {
    const response = await next();
    return new Response(withUsedLineage(await response.text()), response);
  });
});
