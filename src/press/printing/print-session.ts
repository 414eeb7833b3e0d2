import { once } from 'node:events';
import type { Browser, Page } from 'puppeteer';
import { pageParts } from './print-parts.ts';
import { PrintTab, UnprintablePage } from './print-tab.ts';

/** How long a browser may take to close by itself. */
const CLOSE_MS = 5_000;

/**
 * One running browser with its tabs. A tab that finished a document is kept for the next one; a document that fails
 * leaves its tab behind, since the browser is replaced then.
 */
export class PrintSession {
  readonly browser: Browser;
  readonly version: string;
  /** Documents printed so far. */
  printed = 0;
  readonly #idle: PrintTab[] = [];
  /** Pages nobody has used yet: the one a browser begins with, and those that stand in for refused ones. */
  readonly #blank: Page[];
  readonly #gone: () => Promise<void>;
  #inside = 0;
  #retired = false;
  #closed: Promise<void> | undefined;

  /** @param gone told when the browser has */
  constructor(browser: Browser, version: string, blank: Page[], gone = () => Promise.resolve()) {
    this.browser = browser;
    this.version = version;
    this.#blank = blank;
    this.#gone = gone;
  }

  /** Takes part in the session; false when it is retired. Who enters must leave. */
  enter(): boolean {
    if (!this.#retired) this.#inside++;
    return !this.#retired;
  }

  leave(): void {
    this.#inside--;
    this.#closeWhenEmpty();
  }

  /** Throws `UnprintablePage`, after which the session goes on, or a failure of the browser, after which it must not. */
  async print(html: string, timeoutMs: number): Promise<Uint8Array> {
    // Not everything that was asked of a browser is refused when it dies. Asked for each document anew: what races with
    // one promise of the whole session stays in memory as long as that.
    const gone = Promise.withResolvers<never>();
    const died = () => gone.reject(new Error('the browser has gone'));
    // Not `once`: Puppeteer's `off` does not find what was added so, and the listener held on to the document.
    this.browser.on('disconnected', died);
    if (!this.browser.connected) died();
    try {
      return await within(timeoutMs, this.#print(html, timeoutMs), gone.promise);
    } finally {
      this.browser.off('disconnected', died);
    }
  }

  async #print(html: string, timeoutMs: number): Promise<Uint8Array> {
    const parts = pageParts(html);
    const tab = (parts.asksLate ? null : this.#idle.pop()) ?? (await this.#open({ seen: parts.asksLate }));
    const crash = Promise.withResolvers<never>();
    crash.promise.catch(() => undefined);
    tab.page.on('error', crash.reject);
    try {
      const bytes = await Promise.race([tab.print(parts, timeoutMs), crash.promise]);
      if (parts.asksLate) await this.#giveUp(tab);
      else this.#idle.push(tab);
      this.printed++;
      return bytes;
    } catch (error) {
      if (error instanceof UnprintablePage) await this.#giveUp(tab);
      throw error;
    } finally {
      tab.page.off('error', crash.reject);
    }
  }

  async #open(how: { seen: boolean }): Promise<PrintTab> {
    return PrintTab.open(this.#blank.pop() ?? (await this.browser.newPage()), how);
  }

  /** A browser without any page might end. */
  async #giveUp(tab: PrintTab): Promise<void> {
    this.#blank.push(await this.browser.newPage());
    await tab.page.close();
  }

  /** No more documents after those already printing; then the browser is closed. */
  retire(): void {
    this.#retired = true;
    this.#closeWhenEmpty();
  }

  /** Resolves when a retired session's browser has gone. */
  async closed(): Promise<void> {
    await this.#closed;
  }

  #closeWhenEmpty(): void {
    if (this.#retired && this.#inside === 0) this.#closed ??= this.#close().finally(this.#gone);
  }

  /** A browser that hangs or has died already does not keep the build from ending. */
  async #close(): Promise<void> {
    const process = this.browser.process();
    try {
      await within(CLOSE_MS, this.browser.close());
    } catch {
      if (!process || process.exitCode !== null || process.signalCode !== null) return;
      const gone = once(process, 'exit');
      process.kill('SIGKILL');
      await gone;
    }
  }
}

async function within<T>(ms: number, work: Promise<T>, ...failures: Promise<never>[]): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error(`no answer in ${ms} ms`)), ms);
  try {
    return await Promise.race([work, late.promise, ...failures]);
  } finally {
    clearTimeout(timer);
    // The loser still settles later; nobody is waiting for it.
    work.catch(() => undefined);
  }
}
