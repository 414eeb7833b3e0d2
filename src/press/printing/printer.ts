import { availableParallelism } from 'node:os';
import path from 'node:path';
import type { Effects } from '../../types/effects.ts';
import type { LocalText } from '../../types/locale.ts';
import type { Day } from '../../types/period.ts';
import { ownFolder, type OwnFolder } from '../output/run-folder.ts';
import { findBrowser, type BrowserBinary } from './browser.ts';
import { launchBrowser } from './launch-browser.ts';
import { repeatablePdf } from './pdf-repeatable.ts';
import { PrintSession } from './print-session.ts';
import { UnprintablePage } from './print-tab.ts';

export interface PrinterOptions {
  /** Absolute path of the engine; the embedded browser is unpacked under its `node_modules/.cache`. */
  project: string;
  /** Documents printed at once; the cores, up to four, when absent. */
  tabs?: number;
  /** Limit for one document, 60 s when absent. */
  timeoutMs?: number;
  /** Documents one browser prints before a fresh one takes over; 500 when absent. */
  restartAfter?: number;
  /** Told what the reader of the log should know, once; printed on standard error when absent. */
  warn?(warning: LocalText): void;
}

export interface PrintJob {
  /** One self-contained page: see `standalone`. */
  html: string;
  /** What the document is called in errors. */
  name: string;
  /** Creation date written into the document. */
  date: Day;
}

/** A browser that prints pages; close it with `await using`. */
export interface Printer extends AsyncDisposable {
  /** Version of the browser, for cache keys and the manifest, e.g. `HeadlessChrome/153.0.8010.0`. */
  readonly version: string;
  /**
   * PDF of the page: tagged, with bookmarks, the same bytes on every run.
   * Throws `UnprintablePage` when the page itself is at fault, `PrintFailed` when the browser broke twice.
   */
  print(job: PrintJob): Promise<Uint8Array>;
}

/** The browser broke twice over one document. */
export class PrintFailed extends Error {
  readonly text: { ru: string; en: string };

  constructor(text: { ru: string; en: string }, options?: ErrorOptions) {
    super(text.en, options);
    this.name = 'PrintFailed';
    this.text = text;
  }
}

function failedTwice(name: string, cause: unknown): PrintFailed {
  const reason = cause instanceof Error ? cause.message : String(cause);
  const text = {
    ru: `${name} не напечатан, браузер дважды отказал: ${reason}`,
    en: `${name} was not printed, the browser failed twice: ${reason}`,
  };
  return new PrintFailed(text, { cause });
}

/** Folder the embedded browser is unpacked under. */
export function browserCache(project: string): string {
  return path.join(project, 'node_modules', '.cache', 'accountpress');
}

/** Finds and starts the browser. Throws `BrowserMissing` when there is none that works. */
export async function openPrinter(options: PrinterOptions, effects: Effects): Promise<Printer> {
  const binary = await findBrowser({ env: effects.env, cacheFolder: browserCache(options.project) });
  const printer = new ChromePrinter(binary, options, effects);
  await printer.start();
  return printer;
}

/** The printer that was given, or one of its own. */
export function printerFor(
  {
    project,
    warn,
    openPrinter: given,
  }: Pick<PrinterOptions, 'project' | 'warn'> & { openPrinter?(): Promise<Printer> },
  effects: Effects,
): Promise<Printer> {
  return given?.() ?? openPrinter({ project, ...(warn && { warn }) }, effects);
}

/** The printer for somebody who prints with it and may not close it. */
export function lent(printer: Printer): Printer {
  return {
    version: printer.version,
    print: (job) => printer.print(job),
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
}

/**
 * A printer that comes up while other work is done; close it with `await using`, whether it was needed or not.
 * @returns `opened`: lends it; throws what opening it threw
 */
export function printerToCome(opening: Promise<Printer>): AsyncDisposable & { opened(): Promise<Printer> } {
  // Told to whoever needs it.
  const printer = opening.catch(() => null);
  return {
    opened: async () => lent(await opening),
    [Symbol.asyncDispose]: async () => (await printer)?.[Symbol.asyncDispose](),
  };
}

class ChromePrinter implements Printer {
  version = '';
  readonly #binary: BrowserBinary;
  readonly #options: PrinterOptions;
  readonly #effects: Effects;
  readonly #timeoutMs: number;
  readonly #restartAfter: number;
  /** Print places that are free, and those who wait for one. */
  #free: number;
  readonly #waiting: (() => void)[] = [];
  #current: Promise<PrintSession> | undefined;
  readonly #sessions: PrintSession[] = [];
  #warned = false;

  constructor(binary: BrowserBinary, options: PrinterOptions, effects: Effects) {
    this.#binary = binary;
    this.#options = options;
    this.#effects = effects;
    this.#timeoutMs = options.timeoutMs ?? 60_000;
    this.#restartAfter = options.restartAfter ?? 500;
    this.#free = options.tabs ?? Math.min(4, availableParallelism());
  }

  async start(): Promise<void> {
    const session = await this.#enter();
    this.version = session.version;
    session.leave();
  }

  async print(job: PrintJob): Promise<Uint8Array> {
    await this.#takePlace();
    try {
      const bytes = await this.#attempt(job.html).catch((error: unknown) => {
        if (error instanceof UnprintablePage) throw error;
        return this.#attempt(job.html).catch((again: unknown) => {
          throw failedTwice(job.name, again);
        });
      });
      return repeatablePdf(bytes, { date: job.date });
    } finally {
      this.#givePlace();
    }
  }

  async #attempt(html: string): Promise<Uint8Array> {
    const session = await this.#enter();
    try {
      const bytes = await session.print(html, this.#timeoutMs);
      if (session.printed >= this.#restartAfter) session.retire();
      return bytes;
    } catch (error) {
      if (!(error instanceof UnprintablePage)) session.retire();
      throw error;
    } finally {
      session.leave();
    }
  }

  /** Enters the running browser, or a fresh one that everybody who asks meanwhile shares. */
  async #enter(): Promise<PrintSession> {
    for (;;) {
      const current = (this.#current ??= this.#launch());
      try {
        const session = await current;
        if (session.enter()) return session;
        if (this.#current === current) this.#current = undefined;
      } catch (error) {
        if (this.#current === current) this.#current = undefined;
        throw error;
      }
    }
  }

  async #launch(): Promise<PrintSession> {
    const how = {
      env: this.#effects.env,
      root: process.getuid?.() === 0,
      warn: (warning: LocalText) => this.#warnOnce(warning),
    };
    const profile = await this.#profile();
    try {
      const { browser, version, pages } = await launchBrowser({ ...this.#binary, profile: profile.run }, how);
      const session = new PrintSession(browser, version, pages, profile.leave);
      this.#sessions.push(session);
      return session;
    } catch (error) {
      await profile.leave();
      throw error;
    }
  }

  /** A folder the browser may fill; where a build is killed, the next one removes it. */
  async #profile(): Promise<OwnFolder> {
    const { profile } = this.#binary;
    if (profile !== undefined) return { run: profile, leave: () => Promise.resolve() };
    return ownFolder(this.#options.project, this.#effects);
  }

  #warnOnce(warning: LocalText): void {
    if (this.#warned) return;
    this.#warned = true;
    if (this.#options.warn) this.#options.warn(warning);
    else this.#effects.err(typeof warning === 'string' ? warning : warning.en);
  }

  async #takePlace(): Promise<void> {
    if (this.#free > 0) this.#free--;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  #givePlace(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#free++;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const session of this.#sessions) session.retire();
    await Promise.all(this.#sessions.map((session) => session.closed()));
  }
}
