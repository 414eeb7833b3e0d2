import { spawnSync } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import type { Browser, LaunchOptions as HowToLaunch, Page } from 'puppeteer';
import type { LocalText } from '../../types/locale.ts';
import { BrowserMissing, type BrowserBinary } from './browser.ts';

/** How a browser is started. */
export interface LaunchOptions {
  /** The parent's environment. */
  env: Readonly<Record<string, string | undefined>>;
  /** Chrome refuses to start its sandbox as root. */
  root: boolean;
  /** Told once when the kernel refuses the sandbox. */
  warn(warning: LocalText): void;
}

/** A started browser, and whether it had to give up its sandbox. */
export interface LaunchedBrowser {
  browser: Browser;
  /** E.g. `HeadlessChrome/153.0.8010.0`. */
  version: string;
  /** Pages it begins with, blank. */
  pages: Page[];
  sandboxed: boolean;
}

const ARGS = [
  '--disable-dev-shm-usage',
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
  '--hide-scrollbars',
  '--disable-gpu',
  // Nothing is fetched from outside: no name and no address leads anywhere.
  '--host-resolver-rules=MAP * ~NOTFOUND',
  // Garbage is collected when a tab says so; marking it ahead of that, bit by bit, takes an eighth of a document's time.
  '--js-flags=--no-incremental-marking',
];

/** Chrome refuses `--no-zygote` with a sandbox, so the two go together. */
const UNSANDBOXED = ['--no-sandbox', '--no-zygote'];

/** Puppeteer would make a folder among the system's temporary files, which stays there when a build is killed. */
const keepingNothing = (profile: string): string[] => ['--incognito', `--user-data-dir=${profile}`];

const SANDBOX_REFUSED = /no usable sandbox|move to new namespace|namespace sandbox|suid sandbox/i;

const NO_SANDBOX_WARNING = {
  ru:
    'Ядро не даёт Chrome запустить песочницу (так в Ubuntu 24.04 и во многих контейнерах): ' +
    'PDF печатаются без неё. Печатаются только свои страницы, сеть закрыта.',
  en:
    'The kernel refuses Chrome’s sandbox (as Ubuntu 24.04 and many containers do): ' +
    'PDFs are printed without it. Only own pages are printed, the network is closed.',
};

/**
 * Starts the browser, with its sandbox unless the user is root or the kernel refuses it.
 * Throws `BrowserMissing` with the browser's own words when it does not start.
 */
export async function launchBrowser(binary: BrowserBinary, options: LaunchOptions): Promise<LaunchedBrowser> {
  try {
    if (options.root) return { ...(await start(binary, UNSANDBOXED, options)), sandboxed: false };
    try {
      return { ...(await start(binary, [], options)), sandboxed: true };
    } catch (error) {
      if (!SANDBOX_REFUSED.test(messageOf(error))) throw error;
      const started = await start(binary, UNSANDBOXED, options);
      options.warn(NO_SANDBOX_WARNING);
      return { ...started, sandboxed: false };
    }
  } catch (error) {
    const refused = withoutTemporaryFiles(binary, options);
    if (refused !== null) throw new BrowserMissing(refused, { cause: error, mend: MEND_TEMPORARY });
    const words = firstWords(`${messageOf(error)} ${complaint(binary, options)}`);
    throw new BrowserMissing(
      {
        ru: `браузер ${binary.path} не запускается: ${words}`,
        en: `the browser ${binary.path} does not start: ${words}`,
      },
      { cause: error },
    );
  }
}

const MEND_TEMPORARY = {
  ru:
    'создайте эту папку и откройте в неё доступ на запись или укажите в TMPDIR другую; ' +
    'без PDF всё остальное собирается с `--no-pdf`',
  en: 'make this folder and give permission to write there, or name another in TMPDIR; `--no-pdf` builds everything else',
};

/** Chrome keeps what its processes share in temporary files, and says in its own words only that it cannot. */
function withoutTemporaryFiles(binary: BrowserBinary, { env }: LaunchOptions): LocalText | null {
  const folder = env['TMPDIR'] ?? '/tmp';
  if (process.platform === 'win32' || takesFiles(folder)) return null;
  return {
    ru: `браузер ${binary.path} не запускается: папки временных файлов ${folder} нет, или в неё нельзя писать`,
    en: `the browser ${binary.path} does not start: the folder of temporary files ${folder} is not there, or nothing may be written to it`,
  };
}

function takesFiles(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    return statSync(folder).isDirectory();
  } catch {
    return false;
  }
}

/** How long the browser may take to answer anything; one that hangs while it starts is given up. */
const ANSWER_MS = 60_000;

type Started = Omit<LaunchedBrowser, 'sandboxed'>;

async function start(binary: BrowserBinary, more: string[], options: LaunchOptions): Promise<Started> {
  const how: HowToLaunch = {
    executablePath: binary.path,
    headless: 'shell',
    args: [...ARGS, ...more, ...(binary.profile ? keepingNothing(binary.profile) : [])],
    env: { ...options.env, ...binary.env },
    // Nothing is fetched, so there is nothing to report; a data URI would be copied into every report.
    networkEnabled: false,
    protocolTimeout: ANSWER_MS,
  };
  // It takes as long to load as many a build takes that prints nothing.
  const { default: puppeteer } = await import('puppeteer');
  try {
    // Over a pipe the browser hears of this process's death, however sudden, and goes too.
    return await answering(await puppeteer.launch({ ...how, pipe: true }));
  } catch {
    // Why it did not start it says without a pipe only.
    return answering(await puppeteer.launch(how));
  }
}

async function answering(browser: Browser): Promise<Started> {
  // Puppeteer reads these through a readline nobody listens to: a pipe that breaks when the browser dies would end this
  // process. Those it speaks to the browser over it minds itself.
  const { stdout, stderr } = browser.process()!;
  for (const pipe of [stdout, stderr]) pipe?.removeAllListeners('error').on('error', () => undefined);
  try {
    return { browser, version: await browser.version(), pages: await browser.pages() };
  } catch (error) {
    browser.process()?.kill('SIGKILL');
    throw error;
  }
}

/** What the browser itself says when it is only asked for its version: Puppeteer may have missed a quick death. */
function complaint(binary: BrowserBinary, { env }: LaunchOptions): string {
  const asked = spawnSync(binary.path, ['--version'], {
    env: { ...env, ...binary.env },
    encoding: 'utf8',
    timeout: 10_000,
  });
  return asked.stderr ?? '';
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The first lines of a browser's complaint, on one line. */
function firstWords(message: string): string {
  return message.replace(/\s+/g, ' ').trim().slice(0, 400);
}
