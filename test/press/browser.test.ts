import { once } from 'node:events';
import { chmod, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BrowserMissing, findBrowser, installedPaths } from '../../src/press/printing/browser.ts';
import { launchBrowser } from '../../src/press/printing/launch-browser.ts';
import { PrintSession } from '../../src/press/printing/print-session.ts';
import { browserCache } from '../../src/press/printing/printer.ts';
import { localText } from '../../src/locale/text.ts';
import type { LocalText } from '../../src/types/locale.ts';

const cacheFolder = browserCache(process.cwd());
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'accountpress-browser-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function script(name: string, text: string): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, `#!/bin/sh\n${text}\n`);
  await chmod(file, 0o755);
  return file;
}

async function missing(work: Promise<unknown>): Promise<BrowserMissing> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof BrowserMissing)) throw new Error('expected BrowserMissing', { cause: error });
  return error;
}

describe('the browser', () => {
  it('is the one PUPPETEER_EXECUTABLE_PATH names, before any other', async () => {
    const file = await script('chrome', 'exit 0');
    const env = { PUPPETEER_EXECUTABLE_PATH: file };
    expect(await findBrowser({ env, cacheFolder, platform: 'linux', arch: 'x64' })).toEqual({
      path: file,
      env: {},
      kind: 'configured',
    });
  });

  it('is asked for anew when PUPPETEER_EXECUTABLE_PATH leads nowhere, and no other is taken quietly', async () => {
    const env = { PUPPETEER_EXECUTABLE_PATH: '/nowhere/chrome' };
    const error = await missing(findBrowser({ env, cacheFolder, platform: 'linux', arch: 'x64' }));
    expect(error.code).toBe('browser-missing');
    expect(error.found).toEqual({
      ru: 'PUPPETEER_EXECUTABLE_PATH указывает на /nowhere/chrome, но это не исполняемый файл',
      en: 'PUPPETEER_EXECUTABLE_PATH is /nowhere/chrome, which is not an executable file',
    });
    for (const text of [error.mend, error.expected]) expect(text).toMatchObject({ ru: /\p{Script=Cyrillic}/u });
    expect(error.message).toContain('--no-pdf');
  });

  it('is an installed one on a machine the embedded one does not run on', async () => {
    const file = await script('chromium', 'exit 0');
    const found = await findBrowser({
      env: { PATH: `relative:${folder}` },
      cacheFolder,
      platform: 'linux',
      arch: 'arm64',
    });
    expect(found).toEqual({ path: file, env: {}, kind: 'installed' });
  });

  it('is missed with every place that was looked at', async () => {
    const env = { PROGRAMFILES: String.raw`C:\Program Files`, LOCALAPPDATA: String.raw`C:\Local` };
    const error = await missing(findBrowser({ env, cacheFolder, platform: 'win32', arch: 'x64' }));
    const { ru, en } = error.found as Exclude<LocalText, string>;
    for (const text of [ru, en]) {
      expect(text).toContain('PUPPETEER_EXECUTABLE_PATH');
      expect(text).toContain(String.raw`C:\Program Files\Google\Chrome\Application\chrome.exe`);
      expect(text).toContain(String.raw`C:\Local\Microsoft\Edge\Application\msedge.exe`);
      expect(text).toMatch(/puppeteer/);
    }
  });

  it('is looked for among the applications of a Mac', () => {
    expect(installedPaths({ HOME: '/Users/a' }, 'darwin').slice(0, 3)).toEqual([
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Users/a/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ]);
  });

  it('says its own last words when it does not start', async () => {
    const file = await script('broken', 'echo "libnss3.so: cannot open shared object file" >&2; exit 127');
    const error = await missing(
      launchBrowser({ path: file, env: {}, kind: 'configured' }, { env: process.env, root: false, warn: () => {} }),
    );
    expect(error.found).toMatchObject({
      ru: /broken не запускается: .*libnss3\.so/,
      en: /broken does not start: .*libnss3\.so/,
    });
  });

  it.runIf(process.platform !== 'win32')('is not blamed where there is no folder for temporary files', async () => {
    const file = await script('nowhere', 'echo "Creating shared memory in $TMPDIR failed" >&2; exit 1');
    const env = { ...process.env, TMPDIR: path.join(folder, 'gone') };
    const options = { env, root: false, warn: () => undefined };
    const error = await missing(launchBrowser({ path: file, env: {}, kind: 'configured' }, options));
    for (const locale of ['ru', 'en'] as const) {
      expect(localText(error.found, locale)).toContain(env.TMPDIR);
      expect(localText(error.mend, locale)).toContain('TMPDIR');
      expect(localText(error.mend, locale)).not.toContain('npm ci');
    }
  });
});

describe('the embedded browser', () => {
  it.runIf(process.platform === 'linux' && process.arch === 'x64')(
    'leaves nothing behind when it is killed',
    async () => {
      const binary = await findBrowser({ env: {}, cacheFolder });
      const { browser } = await launchBrowser(binary, { env: process.env, root: isRoot(), warn: () => undefined });
      const running = browser.process()!;
      const profile = running.spawnargs.flatMap((word) => /^--user-data-dir=(.*)/.exec(word)?.[1] ?? []);
      expect(profile).toEqual([binary.profile]);
      const page = await browser.newPage();
      await page.setContent('<h1>Отчёт</h1>');
      await page.pdf();
      const gone = once(running, 'exit');
      running.kill('SIGKILL');
      await gone;
      expect(await readdir(binary.profile!)).toEqual([]);
    },
  );
});

const isRoot = (): boolean => process.getuid?.() === 0;

async function launched(): Promise<Browser> {
  const binary = await findBrowser({ env: process.env, cacheFolder });
  return (await launchBrowser(binary, { env: process.env, root: isRoot(), warn: () => undefined })).browser;
}

describe('a browser that prints', () => {
  it('holds on to nothing of what it has printed', async () => {
    const browser = await launched();
    const session = new PrintSession(browser, await browser.version(), await browser.pages());
    session.enter();
    const listeners = async () =>
      browser.listenerCount('disconnected') +
      (await browser.pages()).reduce((sum, page) => sum + page.listenerCount('error'), 0);
    await session.print('<!doctype html><html lang="en"><title>one</title><h1>One</h1></html>', 60_000);
    const before = await listeners();
    await session.print('<!doctype html><html lang="en"><title>two</title><h1>Two</h1></html>', 60_000);
    expect(await listeners()).toBe(before);
    session.retire();
    session.leave();
    await session.closed();
  });
});

describe('a browser that dies', () => {
  async function killed(browser: Browser): Promise<void> {
    const gone = new Promise<void>((resolve) => browser.once('disconnected', () => resolve()));
    browser.process()!.kill('SIGKILL');
    await gone;
  }

  it('does not end the build when its pipes break after it has gone', async () => {
    const browser = await launched();
    await killed(browser);
    const pipes = browser.process()!.stdio.slice(1);
    expect(pipes).toHaveLength(4);
    for (const pipe of pipes) expect(pipe!.emit('error', new Error('read ECONNRESET'))).toBe(true);
  });

  it('refuses at once what was asked of it and will never be answered', async () => {
    const browser = await launched();
    browser.newPage = () => new Promise(() => undefined);
    const session = new PrintSession(browser, await browser.version(), []);
    session.enter();
    const printed = session.print('<!doctype html><title>x</title>', 600_000).catch((error: unknown) => error);
    await killed(browser);
    expect(await printed).toMatchObject({ message: 'the browser has gone' });
  });
});

describe('the sandbox', () => {
  /** A browser under a kernel that refuses the sandbox, as Chrome words it. */
  async function refusing(): Promise<{ path: string; env: Record<string, string>; kind: 'configured' }> {
    const real = await findBrowser({ env: process.env, cacheFolder });
    const file = await script(
      'refusing',
      `case "$*" in *--no-sandbox*) exec "${real.path}" "$@";; esac\n` +
        `echo "[FATAL:zygote_host_impl_linux.cc(128)] No usable sandbox! If you are running on Ubuntu 23.10+" >&2; exit 1`,
    );
    return { path: file, env: real.env, kind: 'configured' };
  }

  it('is given up, with a word about it, where the kernel refuses it', async () => {
    const warnings: LocalText[] = [];
    const { browser, sandboxed } = await launchBrowser(await refusing(), {
      env: process.env,
      root: false,
      warn: (text) => warnings.push(text),
    });
    await browser.close();
    expect(sandboxed).toBe(false);
    expect(warnings).toEqual([{ ru: expect.stringContaining('песочницу'), en: expect.stringContaining('sandbox') }]);
  });

  it('is not tried as root', async () => {
    const warnings: LocalText[] = [];
    const warn = (text: LocalText): void => void warnings.push(text);
    const { browser } = await launchBrowser(await refusing(), { env: process.env, root: true, warn });
    await browser.close();
    expect(warnings).toEqual([]);
  });
});
