import { localText } from '../../locale/text.ts';
import type { Locale } from '../../types/locale.ts';
import type { Day } from '../../types/period.ts';
import type { Assets } from '../assets.ts';
import type { Cache } from '../cache.ts';
import { sha256 } from '../inputs.ts';
import { inspectPdf } from './pdf-inspect.ts';
import { verifyPdf, type PdfFault } from './pdf-verify.ts';
import type { Printer } from './printer.ts';
import { standalone } from './standalone.ts';

export interface PageToPrint {
  /** The built page; what it loads is found in `assets` by file name. */
  html: string;
  assets: Assets;
  locale: Locale;
  /** File name of the document. */
  name: string;
  /** Creation date written into the document. */
  date: Day;
  printer: Printer;
  cache: Cache;
  /** The engine's own part of the cache key. */
  engine: string;
}

/** The browser printed, but not what a document must be. */
export class FaultyPdf extends Error {
  readonly text: { ru: string; en: string };

  constructor(faults: PdfFault[]) {
    const say = (locale: Locale) => faults.map((fault) => localText(fault.text, locale)).join('; ');
    super(say('en'));
    this.name = 'FaultyPdf';
    this.text = { ru: say('ru'), en: say('en') };
  }
}

/**
 * Prints one built page and reads the result back. Throws `FaultyPdf` when the document lacks tags,
 * bookmarks, its language or title, an embedded font, or has an empty page.
 */
export async function printPage(job: PageToPrint): Promise<Uint8Array> {
  const { html, assets, locale, name, date, printer, cache, engine } = job;
  const page = standalone(html, (path) => assetAt(assets, path));
  const key = sha256([engine, printer.version, date, page].join('\n'));
  const known = await cache.get(key);
  if (known) return known;
  const pdf = await printer.print({ html: page, name, date });
  const faults = verifyPdf(inspectPdf(pdf), { lang: locale, title: titleOf(html) });
  if (faults.length > 0) throw new FaultyPdf(faults);
  await cache.put(key, pdf);
  return pdf;
}

function assetAt(assets: Assets, path: string): Uint8Array {
  const content = assets.get(path.split('/').at(-1)!);
  if (!content) throw new Error(`${path}: no such asset`);
  return content;
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#34': '"', '#38': '&' };

/** Title of a page as its reader sees it. */
export function titleOf(html: string): string {
  const title = /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? '';
  return title.replace(/&(#?\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole).trim();
}
