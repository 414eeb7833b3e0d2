import { join } from 'node:path';
import type { Effects } from '../../types/effects.ts';
import { readText } from '../read-text.ts';
import { filesUnder } from '../inputs.ts';
import { relativePage, relativeSheet } from './relative.ts';
import { withPolicy } from './policy.ts';

/** What Pagefind lays out for interfaces that are not ours. */
const FOREIGN_SEARCH = /^pagefind\/pagefind-(?!entry\.json$|worker\.js$)[\w-]*\.(js|css)$/;

/**
 * Makes the staged pages stand alone: addresses relative, a policy in each, the day's colours for readers without
 * JavaScript. Throws when a script names an address from the root, which no rewriting could mend.
 */
export async function finishPages(stage: string, effects: Effects): Promise<void> {
  for (const file of await filesUnder(stage, '', effects)) {
    const path = join(stage, file);
    if (FOREIGN_SEARCH.test(file)) await effects.fs.remove(path);
    else if (file === 'pagefind/pagefind-entry.json') {
      await effects.fs.write(path, inOrder(await readText(path, effects)));
    } else if (file.startsWith('pagefind/') && file.endsWith('.js')) {
      await effects.fs.write(path, withOwnOrigin(await readText(path, effects)));
    } else if (file.endsWith('.html')) await effects.fs.write(path, finishedPage(await readText(path, effects), file));
    else if (file.startsWith('_astro/') && file.endsWith('.css')) {
      await effects.fs.write(path, relativeSheet(await readText(path, effects), file));
    } else if (file.startsWith('_astro/') && file.endsWith('.js')) {
      if (/["'`]\/(_astro|pagefind|assets)\//.test(await readText(path, effects))) {
        throw new Error(`${file} names an address from the root`);
      }
    }
  }
}

/** Pagefind takes addresses apart with the help of a host of its own invention; the page's own serves as well. */
function withOwnOrigin(script: string): string {
  return script
    .replaceAll('`https://example.com${', '`${location.origin}${')
    .replaceAll(String.raw`.replace(/^https:\/\/example.com/,"")`, '.replace(location.origin,"")');
}

/** Pagefind names the languages in whatever order it has come to them. */
function inOrder(json: string): string {
  const entry = JSON.parse(json) as { languages: Record<string, unknown> };
  const languages = Object.entries(entry.languages).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify({ ...entry, languages: Object.fromEntries(languages) });
}

/** Starlight's page is dark until its script has run; ours is light. */
export function finishedPage(html: string, page: string): string {
  const light = html.replace(/(<html\b[^>]*\sdata-theme=)"dark"/, '$1"light"');
  return withPolicy(relativePage(light, page));
}
