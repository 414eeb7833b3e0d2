import {
  createComponent,
  renderTemplate,
  renderToString,
  type AstroComponentFactory,
} from 'astro/runtime/server/index.js';
import { finishPage } from '../finish-page.ts';
import { withUsedLineage } from '../used-lineage.ts';

interface Props {
  page: AstroComponentFactory;
  asked: NonNullable<App.Locals['asked']>;
}

/**
 * Draws `page` for whoever asked, who is told the text. As an answer of the server it would become bytes, and text
 * again, which takes as long as drawing a tenth of it; so the answer is empty.
 */
export const ToldPage = createComponent(async (result, { page, asked }: Props) => {
  const html = await renderToString(result, page, {}, {});
  if (typeof html !== 'string') throw new Error('The page answers something else than a page.');
  // Asked for a page, Astro would put this before it too, after a look for it through all of the text.
  asked.drawn(finishPage(withUsedLineage(`<!DOCTYPE html>${html}`)));
  return renderTemplate``;
});
