import type { SSRResult } from 'astro';
import { createComponent, renderTemplate, renderToString } from 'astro/runtime/server/index.js';
import CabinetPage from '../../ui/CabinetPage.astro';
import { finishPage } from '../finish-page.ts';
import { withUsedLineage } from '../used-lineage.ts';
import Report from './Report.astro';

/** What one page shows: a report in its template, or a cabinet. */
export type Shown = Pick<App.Locals, 'report' | 'template' | 'cabinet'>;

export type DrawPage = (shown: Shown) => Promise<string>;

/**
 * Draws no page itself but tells `opened` how pages are drawn, as many as are wanted: a request to Astro for each of them
 * would take a sixth of the time, and its answers would be bytes where text is wanted.
 */
export const PageDrawer = createComponent((result: SSRResult, { opened }: Required<Pick<App.Locals, 'opened'>>) => {
  // What Astro notes down of a page while it draws it, such as scripts that stand in it already; nothing is noted yet.
  const notes = structuredClone(result._metadata);
  opened(async (shown) => {
    const own: SSRResult = {
      ...result,
      _metadata: structuredClone(notes),
      // Several pages may be drawn at once: each brings its own model to its components.
      createAstro: (props, slots) => Object.assign(result.createAstro(props, slots), { locals: shown }),
    };
    const html = await renderToString(own, shown.cabinet ? CabinetPage : Report, {}, {});
    if (typeof html !== 'string') throw new Error('The page answers something else than a page.');
    // Asked for a page, Astro would put this before it too, after a look for it through all of the text.
    return finishPage(withUsedLineage(`<!DOCTYPE html>${html}`));
  });
  return renderTemplate``;
});
