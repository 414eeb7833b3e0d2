import type { Effects } from '../../types/effects.ts';
import type { Assets } from '../assets.ts';
import { NO_CACHE } from '../cache.ts';
import { openPrinter } from '../printing/printer.ts';
import { printPage, type PageToPrint } from '../printing/print-page.ts';

interface DevDocument extends Pick<PageToPrint, 'locale' | 'name' | 'date'> {
  /** What a page with these words loads. */
  assets(page: string): Promise<Assets>;
}

/** Prints the page beside whose address a document was asked for, as it stands now. */
export async function devPdf(
  url: URL,
  { assets, ...document }: DevDocument,
  project: string,
  effects: Effects,
): Promise<Uint8Array> {
  const html = await (await fetch(new URL('.', url))).text();
  await using printer = await openPrinter({ project }, effects);
  return printPage({ ...document, html, assets: await assets(html), printer, cache: NO_CACHE, engine: '' });
}
