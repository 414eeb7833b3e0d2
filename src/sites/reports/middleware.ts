import { defineMiddleware } from 'astro:middleware';
import { failAlone } from '../fail-alone.ts';

/** A page that cannot be drawn fails its own client only. */
export const onRequest = defineMiddleware(({ params: { client, period } }, next) =>
  client ? failAlone({ client, period: period ?? null }, next) : next(),
);
