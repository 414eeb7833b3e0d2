import type { Locale } from '../../types/locale.ts';
import { handbookWords } from '../../ui/handbook/words.ts';

const LABEL = /(<a class="sl-anchor-link"[^>]*>[\s\S]*?<span[^>]*class="sr-only"[^>]*>)([^<]*)(<\/span>)/g;

/**
 * Links of headings are told in the language of the page. Starlight takes the language from a folder lessons do not lie
 * in, and would tell all of them in the agency's own.
 */
export function anchorWords(html: string, locale: Locale): string {
  const { sectionLink } = handbookWords(locale);
  return html.replace(LABEL, (_, before: string, label: string, after: string) => {
    const title = /[“«]([\s\S]*)[”»]/.exec(label)?.[1] ?? label;
    return `${before}${sectionLink(title)}${after}`;
  });
}
