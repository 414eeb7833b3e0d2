/**
 * Documents a second for a tagged five-page document, by way of printing: `node bench/print.ts [documents]`.
 * The figures stand in docs/decisions/pdf.md.
 */
import type { Browser, Page } from 'puppeteer';
import { findBrowser } from '../src/press/browser.ts';
import { launchBrowser } from '../src/press/launch-browser.ts';
import { inspectPdf } from '../src/press/pdf-inspect.ts';
import { printInTab } from '../src/press/print-tab.ts';
import { browserCache } from '../src/press/printer.ts';
import { tablePage } from '../test/press/printed-page.ts';

const LIMIT_MS = 60_000;
const documents = Number(process.argv[2] ?? 100);
const html = tablePage('за октябрь', 215);

type Way = (browser: Browser) => Promise<(print: (tab: Page) => Promise<unknown>) => Promise<unknown>>;

/** A new tab for every document, `atOnce` of them at a time. */
const freshTabs =
  (atOnce: number): Way =>
  async (browser) => {
    let left = documents;
    return (print) =>
      Promise.all(
        Array.from({ length: atOnce }, async () => {
          while (left-- > 0) {
            const tab = await browser.newPage();
            await print(tab);
            await tab.close();
          }
        }),
      );
  };

/** `count` tabs that print one document after another. */
const reusedTabs =
  (count: number): Way =>
  async (browser) => {
    const tabs = await Promise.all(Array.from({ length: count }, () => browser.newPage()));
    let left = documents;
    return (print) =>
      Promise.all(
        tabs.map(async (tab) => {
          while (left-- > 0) await print(tab);
        }),
      );
  };

async function measure(name: string, way: Way): Promise<void> {
  const binary = await findBrowser({ env: process.env, cacheFolder: browserCache(process.cwd()) });
  const root = process.getuid?.() === 0;
  const { browser } = await launchBrowser(binary, { env: process.env, root, warn: console.error });
  const run = await way(browser);
  const started = performance.now();
  let last = new Uint8Array();
  await run(async (tab) => {
    last = new Uint8Array(await printInTab(tab, html, LIMIT_MS));
  });
  const seconds = (performance.now() - started) / 1000;
  await browser.close();
  const { pages, bytes } = inspectPdf(last);
  console.log(
    `${name}: ${(documents / seconds).toFixed(1)} documents/s (${pages} pages, ${Math.round(bytes / 1024)} KB)`,
  );
}

await measure('fresh tab per document, one at a time', freshTabs(1));
await measure('fresh tab per document, four at a time', freshTabs(4));
await measure('one reused tab', reusedTabs(1));
await measure('two reused tabs', reusedTabs(2));
await measure('four reused tabs', reusedTabs(4));
await measure('eight reused tabs', reusedTabs(8));
