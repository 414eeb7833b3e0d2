import { defineMiddleware } from 'astro:middleware';
import { failAlone } from '../fail-alone.ts';

/** A page that cannot be drawn is named; the desk is one document, so the whole of it waits. */
export const onRequest = defineMiddleware(({ params }, next) =>
  failAlone({ client: params['path'] ?? 'index', period: null }, next),
);
