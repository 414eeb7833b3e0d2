/**
 * PDFs of report pages, documents a second by way of printing: `node bench/print.ts [documents] [folder]`. Reports of
 * the workload are built without PDFs, or taken from `folder`, the `reports` of such a build.
 *
 * What a build does is compared with what a script usually does: a fresh tab for each document, the page opened from
 * the disk, a wait until the network is idle and the fonts are there, printed, the tab closed, one document after
 * another. Both use the same browser and ask for the same document. The figures stand in docs/decisions/pdf.md.
 */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import puppeteer, { type Browser } from 'puppeteer';
import { nodeEffects } from '../src/effects/node.ts';
import { findBrowser } from '../src/press/printing/browser.ts';
import { inspectPdf } from '../src/press/printing/pdf-inspect.ts';
import { reportForPaper } from '../src/press/printing/print-report.ts';
import { browserCache, openPrinter } from '../src/press/printing/printer.ts';
import { standalone } from '../src/press/printing/standalone.ts';
import { measured } from './measured.ts';
import { AS_OF, MONTH, writeWorkload } from './workload.ts';

const PROJECT = join(import.meta.dirname, '..');
const CLIENTS = 20;
const documents = Number(process.argv[2] ?? 100);

const scratch = await mkdtemp(join(tmpdir(), 'accountpress-print-'));
try {
  const pages = await reportPages(process.argv[3] ?? (await built(scratch)));
  await rate('fresh tab per document, one at a time, until the network is idle', () =>
    freshTabs(pages, 'networkidle0'),
  );
  await rate('fresh tab per document, one at a time, until it is loaded', () => freshTabs(pages, 'load'));
  await rate('one reused tab', () => reusedTabs(pages, 1));
  await rate('two reused tabs', () => reusedTabs(pages, 2));
  await rate('four reused tabs', () => reusedTabs(pages, 4));
} finally {
  await rm(scratch, { recursive: true, force: true });
}

async function built(folder: string): Promise<string> {
  const [workspace, out] = [join(folder, 'agency'), join(folder, 'dist')];
  await writeWorkload(workspace, CLIENTS);
  const what = ['--workspace', workspace, '--out', out, '--site', 'reports', '--period', MONTH, '--as-of', AS_OF];
  await measured({ args: ['scripts/build.ts', ...what, '--no-pdf', '--no-cache'], cwd: PROJECT });
  return join(out, 'reports');
}

async function reportPages(reports: string): Promise<string[]> {
  const clients = (await readdir(reports)).sort();
  return clients.map((client) => join(reports, client, MONTH, 'index.html'));
}

/** Prints all documents. @returns the last one and the seconds it took, without those of the browser's start */
type Way = () => Promise<{ last: Uint8Array; seconds: number }>;

async function rate(name: string, way: Way): Promise<void> {
  const { last, seconds } = await way();
  const { pages, bytes } = inspectPdf(last);
  const speed = (documents / seconds).toFixed(1);
  console.log(`${name}: ${speed} documents/s (${pages} pages, ${Math.round(bytes / 1024)} KB)`);
}

/** As scripts usually print. */
async function freshTabs(pages: string[], waitUntil: 'load' | 'networkidle0'): ReturnType<Way> {
  const binary = await findBrowser({ env: process.env, cacheFolder: browserCache(PROJECT) });
  const args = ['--disable-dev-shm-usage', '--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];
  const env = { ...process.env, ...binary.env };
  const browser = await puppeteer.launch({ executablePath: binary.path, headless: 'shell', args, env });
  try {
    await freshTab(browser, pages[0]!, waitUntil);
    const started = performance.now();
    let last: Uint8Array = new Uint8Array();
    for (let index = 0; index < documents; index++) {
      last = await freshTab(browser, pages[index % pages.length]!, waitUntil);
    }
    return { last, seconds: (performance.now() - started) / 1000 };
  } finally {
    await browser.close();
  }
}

async function freshTab(browser: Browser, page: string, waitUntil: 'load' | 'networkidle0'): Promise<Uint8Array> {
  const tab = await browser.newPage();
  await tab.goto(pathToFileURL(page).href, { waitUntil });
  const pdf = await tab.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });
  await tab.close();
  return pdf;
}

/** As a build prints: from reading the page to bytes that are the same on every run. */
async function reusedTabs(pages: string[], tabs: number): ReturnType<Way> {
  await using printer = await openPrinter({ project: PROJECT, tabs }, nodeEffects());
  const print = async (page: string): Promise<Uint8Array> => {
    const files = new Map<string, Uint8Array>();
    for (const name of await readdir(join(page, '../../assets'))) {
      files.set(`../assets/${name}`, await readFile(join(page, '../../assets', name)));
    }
    const html = standalone(reportForPaper(await readFile(page, 'utf8')), (path) => files.get(path)!);
    return printer.print({ html, name: page, date: AS_OF });
  };
  await Promise.all(Array.from({ length: tabs }, () => print(pages[0]!)));
  const started = performance.now();
  let last: Uint8Array = new Uint8Array();
  let next = 0;
  const work = async (): Promise<void> => {
    for (let index = next++; index < documents; index = next++) last = await print(pages[index % pages.length]!);
  };
  // One page is read ahead for each tab.
  await Promise.all(Array.from({ length: tabs * 2 }, work));
  return { last, seconds: (performance.now() - started) / 1000 };
}
