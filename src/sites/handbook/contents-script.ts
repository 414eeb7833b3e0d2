import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

const WIDE = /[\\/]@astrojs[\\/]starlight[\\/]dist[\\/]components[\\/]TableOfContents\.astro$/;
const ITS_SCRIPT = /<script src="[^"]*\/starlight-toc"><\/script>\s*$/;

/**
 * Puts the script of a lesson's contents into the page. Every lesson has the contents of a wide screen and of a phone;
 * the script of the latter brings that of the former, so that both are one file apart, and a page opened from disk may
 * load no module. With the former left out there is one script with one reader, which Astro writes into the page.
 */
export function contentsScript(): Plugin {
  return {
    name: 'accountpress:contents-script',
    enforce: 'pre',
    load(id) {
      if (!WIDE.test(id)) return undefined;
      const source = readFileSync(id, 'utf8');
      if (!ITS_SCRIPT.test(source)) throw new Error(`${id} ends otherwise than it did: see ${import.meta.url}`);
      return source.replace(ITS_SCRIPT, '');
    },
  };
}
