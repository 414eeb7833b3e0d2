import { pathToFileURL } from 'node:url';
import puppeteer, { type Browser, type Page } from 'puppeteer';
import { findBrowser } from '../../src/press/printing/browser.ts';
import { browserCache } from '../../src/press/printing/printer.ts';
import { PROJECT } from './command.ts';

/**
 * The browser documents are printed with, for looking at pages; its network leads nowhere.
 * @param but the one host it may reach
 */
export async function openBrowser(but?: string): Promise<Browser> {
  const { path, env } = await findBrowser({ env: process.env, cacheFolder: browserCache(PROJECT) });
  const rules = `--host-resolver-rules=MAP * ~NOTFOUND${but === undefined ? '' : `, EXCLUDE ${but}`}`;
  return puppeteer.launch({
    executablePath: path,
    headless: 'shell',
    // Only own pages are opened, from disk or from a server of the test itself.
    args: ['--no-sandbox', '--no-zygote', '--disable-dev-shm-usage', rules],
    env: { ...process.env, ...env },
    pipe: true,
  });
}

/** A page and everything that went wrong in it. */
export interface WatchedPage extends AsyncDisposable {
  page: Page;
  /** Console errors and warnings, exceptions, violations of the content policy, dialogs, failed requests. */
  trouble: string[];
  /** Addresses asked for, whatever became of them. */
  requests: string[];
  open(file: string): Promise<void>;
}

export interface PageOptions {
  javaScript?: boolean;
  width?: number;
  height?: number;
}

/** Opens an empty tab of a size; `await using` closes it. */
export async function watchedPage(browser: Browser, options: PageOptions = {}): Promise<WatchedPage> {
  const page = await browser.newPage();
  const trouble: string[] = [];
  const requests: string[] = [];
  await page.setViewport({ width: options.width ?? 1280, height: options.height ?? 900 });
  // A page that still glides to its target is no place to click.
  await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
  await page.setJavaScriptEnabled(options.javaScript ?? true);
  page.on('console', (message) => {
    if (['error', 'warn', 'assert'].includes(message.type())) trouble.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => trouble.push(`exception: ${String(error)}`));
  page.on('dialog', (dialog) => {
    trouble.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => requests.push(request.url()));
  page.on('requestfailed', (request) => trouble.push(`failed: ${request.url()} ${request.failure()?.errorText}`));
  return {
    page,
    trouble,
    requests,
    open: async (file) => void (await page.goto(pathToFileURL(file).href, { waitUntil: 'load' })),
    [Symbol.asyncDispose]: () => page.close(),
  };
}

/** By how many pixels a page is wider than its window. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** Runs in a page. Words of up to 24 letters that stand on two lines without a hyphen; hashes and paths may break anywhere. */
export function brokenWords(): string[] {
  const broken: string[] = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (texts.nextNode()) {
    const text = texts.currentNode as Text;
    const parent = text.parentElement!;
    // On a phone the head of a table is there for listeners only, one pixel wide.
    const head = parent.closest('thead')?.getBoundingClientRect().width ?? 2;
    if (head <= 1 || parent.closest('script, style, svg, .vh, .hash, .path')) continue;
    for (const { 0: word, index } of text.data.matchAll(/[\p{L}\p{N}]{2,24}/gu)) {
      range.setStart(text, index);
      range.setEnd(text, index + word.length);
      const lines = new Set(
        [...range.getClientRects()].filter(({ width }) => width > 0).map(({ top }) => Math.round(top)),
      );
      if (lines.size > 1) broken.push(word);
    }
  }
  return broken;
}

/** Room between lines, letters and words that a reader may ask for (WCAG 1.4.12), given to the page on show. */
export async function spaceText(page: Page): Promise<void> {
  await page.addStyleTag({
    content:
      '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}' +
      'p{margin-bottom:2em!important}',
  });
}
