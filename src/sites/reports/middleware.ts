import { defineMiddleware } from 'astro:middleware';
import { failAlone } from '../fail-alone.ts';
import { withUsedLineage } from '../used-lineage.ts';

/** A page that cannot be drawn fails its own client only; its appendix explains the figures it shows. */
export const onRequest = defineMiddleware(({ params: { client, period } }, next) =>
  client ? failAlone({ client, period: period ?? null }, next, withUsedLineage) : next(),
);
