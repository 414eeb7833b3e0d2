import { accessSync, constants, statSync } from 'node:fs';
import path from 'node:path';
import { localText } from '../../locale/text.ts';
import type { LocalText } from '../../types/locale.ts';
import { embeddedChromium } from './embedded-chromium.ts';

/** A browser that can be started. */
export interface BrowserBinary {
  /** Absolute path of the executable. */
  path: string;
  /** What its process needs on top of the parent's environment. */
  env: Record<string, string>;
  /** An empty folder for one that keeps nothing on the disk; others are given a profile each. */
  profile?: string;
  kind: 'configured' | 'embedded' | 'installed' | 'puppeteer';
}

/** The machine the browser is looked for on. */
export interface BrowserSearch {
  env: Readonly<Record<string, string | undefined>>;
  /** Absolute folder the embedded browser is unpacked under. */
  cacheFolder: string;
  platform?: NodeJS.Platform;
  arch?: string;
}

/** No browser was found, or the one found does not start. Says what was looked for and how to mend it. */
export class BrowserMissing extends Error {
  readonly code = 'browser-missing';
  readonly found: LocalText;
  readonly expected: LocalText;
  readonly mend: LocalText;

  constructor(found: LocalText, { mend = MEND, ...options }: ErrorOptions & { mend?: LocalText } = {}) {
    super(`${localText(found, 'en')} → ${EXPECTED.en} → ${localText(mend, 'en')}`, options);
    this.name = 'BrowserMissing';
    this.found = found;
    this.expected = EXPECTED;
    this.mend = mend;
  }
}

const EXPECTED = {
  ru: 'Chrome или Chromium, который запускается: он печатает PDF',
  en: 'a Chrome or Chromium that starts: it prints the PDFs',
};

const MEND = {
  ru:
    'запустите `npm ci` заново или установите Chrome и укажите путь к нему в PUPPETEER_EXECUTABLE_PATH; ' +
    'без PDF всё остальное собирается с `--no-pdf`',
  en:
    'run `npm ci` again, or install Chrome and set PUPPETEER_EXECUTABLE_PATH to its path; ' +
    '`--no-pdf` builds everything else',
};

/**
 * The browser to print with: `PUPPETEER_EXECUTABLE_PATH`; the embedded one on Linux x64; elsewhere an installed
 * Chrome or Chromium, then Puppeteer's own download. Throws `BrowserMissing` with everything looked for.
 */
export async function findBrowser(search: BrowserSearch): Promise<BrowserBinary> {
  const { env, platform = process.platform, arch = process.arch } = search;
  const configured = env['PUPPETEER_EXECUTABLE_PATH'];
  if (configured) {
    if (isExecutable(configured)) return { path: configured, env: {}, kind: 'configured' };
    throw new BrowserMissing({
      ru: `PUPPETEER_EXECUTABLE_PATH указывает на ${configured}, но это не исполняемый файл`,
      en: `PUPPETEER_EXECUTABLE_PATH is ${configured}, which is not an executable file`,
    });
  }
  if (platform === 'linux' && arch === 'x64') return embedded(search.cacheFolder);
  const installed = installedPaths(env, platform);
  const hit = installed.find(isExecutable);
  if (hit) return { path: hit, env: {}, kind: 'installed' };
  const downloaded = await downloadedPath();
  if (isExecutable(downloaded)) return { path: downloaded, env: {}, kind: 'puppeteer' };
  const places = ['PUPPETEER_EXECUTABLE_PATH', ...installed, downloaded].join(', ');
  throw new BrowserMissing({
    ru: `браузер не найден (${platform} ${arch}); искали: ${places}`,
    en: `no browser found (${platform} ${arch}); looked for: ${places}`,
  });
}

async function embedded(cacheFolder: string): Promise<BrowserBinary> {
  try {
    const { path, env, profile } = await embeddedChromium(cacheFolder);
    return { path, env, profile, kind: 'embedded' };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new BrowserMissing(
      {
        ru: `встроенный Chromium (@sparticuz/chromium) не распаковался в ${cacheFolder}: ${reason}`,
        en: `the embedded Chromium (@sparticuz/chromium) could not be unpacked into ${cacheFolder}: ${reason}`,
      },
      { cause: error },
    );
  }
}

/** Where Puppeteer's own download would be, whether it is there or not. */
async function downloadedPath(): Promise<string> {
  const { default: puppeteer } = await import('puppeteer');
  return puppeteer.executablePath();
}

/** Where Chrome, Chromium and Edge are usually installed (on Linux first their names on `PATH`), in order of choice. */
export function installedPaths(env: BrowserSearch['env'], platform: NodeJS.Platform): string[] {
  if (platform === 'darwin') {
    const apps = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
    const roots = ['/Applications', ...(env['HOME'] ? [`${env['HOME']}/Applications`] : [])];
    return apps.flatMap((app) => roots.map((root) => `${root}/${app}.app/Contents/MacOS/${app}`));
  }
  if (platform === 'win32') {
    const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => env[name] ?? []);
    const apps = [
      ['Google', 'Chrome', 'Application', 'chrome.exe'],
      ['Chromium', 'Application', 'chrome.exe'],
      ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
    ];
    return apps.flatMap((app) => roots.map((root) => path.win32.join(root, ...app)));
  }
  const names = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser'];
  const folders = (env['PATH'] ?? '').split(':').filter((folder) => folder.startsWith('/'));
  return [
    ...names.flatMap((name) => folders.map((folder) => path.posix.join(folder, name))),
    '/opt/google/chrome/chrome',
    '/usr/lib/chromium/chromium',
  ];
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
