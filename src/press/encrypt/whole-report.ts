import { extname } from 'node:path';
import { standalone, type ReadAsset } from '../printing/standalone.ts';

const DOWNLOADS: Record<string, string> = {
  '.pdf': 'application/pdf',
  '.csv': 'text/csv',
  '.json': 'application/json',
};

/** The way back at the head of a page. */
const CABINET = '../index.html';

const LINK = /<a\b([^>]*?)\shref="(?![a-z][a-z0-9+.-]*:|#)([^"]+)"([^>]*)>([\s\S]*?)<\/a>/gi;

/**
 * A published report as one file: style sheet, fonts and pictures inside, its PDF and figures too, as downloads. Links to
 * the client's other pages lead nowhere from here, so their words stay without them; those of the way back go too.
 * @param read a file by its path relative to the page; throws when it is not there
 */
export function wholeReport(html: string, read: ReadAsset): string {
  return standalone(html, read).replace(LINK, (_, before: string, href: string, after: string, text: string) => {
    const type = DOWNLOADS[extname(href)];
    if (href === CABINET) return '<span></span>';
    if (type === undefined || href.includes('/')) return `<span>${text}</span>`;
    const data = Buffer.from(read(decodeURIComponent(href))).toString('base64');
    return `<a${before} href="data:${type};base64,${data}" download="${href}"${after}>${text}</a>`;
  });
}
