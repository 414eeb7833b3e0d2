import type { Locale } from '../../types/locale.ts';

/** Pages of the handbook as they stand one after another on the printed one. */
const PAGE = /<article\b[^>]*\sdata-page="([^"]*)"[^>]*>[\s\S]*?<\/article>/g;
const IDS = /(\s(?:id|for|name|aria-labelledby|aria-describedby)=")([^"]*)"/g;
const LINK = /(<a\b[^>]*?)\shref="([^"]*)"/g;

/** `role/code/` → `role-code`: the `id` of a page among all others. */
const printedId = (address: string): string => address.replace(/\/$/, '').replaceAll('/', '-');

/** Headings inside a page stand below the page's own, which is a second-level one. */
function demoted(article: string): string {
  const [head = '', ...rest] = article.split('</header>');
  const body = rest
    .join('</header>')
    .replace(/(<\/?h)([2-5])(?=[\s>])/g, (_, open: string, level: string) => `${open}${Number(level) + 1}`);
  return `${head}</header>${body}`;
}

/**
 * Addresses of the printed handbook: links between pages lead to places inside it, those to pages that are not printed
 * become plain words, and ids of one page do not meet those of another.
 */
export function linksInside(html: string, locale: Locale): string {
  const printed = new Set([...html.matchAll(PAGE)].map(([, address = '']) => printedId(address)));
  return html.replace(PAGE, (article, address: string) => {
    const own = printedId(address);
    const target = (href: string): string | null => {
      if (/^[a-z][a-z0-9+.-]*:/i.test(href)) return href;
      const url = new URL(href, `https://handbook.example/${locale}/${address}`);
      const page = printedId(url.pathname.replace(`/${locale}/`, ''));
      if (!printed.has(page)) return null;
      // Places inside other pages are not told apart: their beginning is near enough on paper.
      return page === own && url.hash !== '' ? `#${own}--${decodeURIComponent(url.hash.slice(1))}` : `#${page}`;
    };
    return demoted(article)
      .replace(IDS, (whole, name: string, ids: string) => {
        if (ids === own) return whole;
        return `${name}${ids
          .split(' ')
          .map((id) => `${own}--${id}`)
          .join(' ')}"`;
      })
      .replace(LINK, (_, open: string, href: string) => {
        const to = target(href);
        return to === null ? open : `${open} href="${to}"`;
      });
  });
}
