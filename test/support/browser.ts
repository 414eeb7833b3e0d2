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
