import { defineMiddleware } from 'astro:middleware';
import { failAlone } from '../fail-alone.ts';
import { readPages } from './models.ts';

/** A page that cannot be drawn fails its own proposal only. */
export const onRequest = defineMiddleware(({ params }, next) => {
  const page = readPages().proposals.find(({ folder }) => folder === params.folder);
  return page ? failAlone({ client: page.id, period: null }, next) : next();
});
