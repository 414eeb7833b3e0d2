import { cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Browser } from 'puppeteer';
import { nodeEffects } from '../../src/effects/node.ts';
import { encryptReports, type EncryptedReport } from '../../src/press/encrypt/encrypt-reports.ts';
import { whileAlone } from '../../src/press/output/output-lock.ts';
import type { LocalText } from '../../src/types/locale.ts';
import { openBrowser, watchedPage, type WatchedPage } from '../support/browser.ts';
import { build, PROJECT, runCommand } from '../support/command.ts';
import { CLIENTS, clientFolder, RUSSIAN } from '../support/demo.ts';
import { filesOf, makeScratch, scratchFolder } from '../support/folders.ts';
import { AS_OF, writeWorkspace } from '../support/workspaces.ts';

const PERIOD = '2026-10';
const NAME = CLIENTS.find(({ id }) => id === RUSSIAN)!.name;
const PDF = `${RUSSIAN}-${PERIOD}.pdf`;

let browser: Browser;
let home: string;
let report: EncryptedReport;
let html: string;

beforeAll(async () => {
  browser = await openBrowser();
  home = await makeScratch('encrypted');
  const out = await publishedIn(home);
  const asked = [{ client: RUSSIAN, period: PERIOD }];
  [report] = (await encryptReports(asked, { out, project: PROJECT }, nodeEffects())) as [EncryptedReport];
  html = await readFile(report.file, 'utf8');
});
afterAll(() => browser.close());

/** An output with the report. */
async function publishedIn(folder: string): Promise<string> {
  const out = join(folder, 'dist');
  for (const part of ['assets', PERIOD])
    await cp(join(clientFolder(RUSSIAN), part), join(out, 'reports', RUSSIAN, part), { recursive: true });
  return out;
}

async function unlock({ page }: WatchedPage, passphrase: string): Promise<void> {
  await page.$eval('input', (field) => (field.value = ''));
  await page.type('input', passphrase);
  await page.keyboard.press('Enter');
}

describe('a locked report', () => {
  it('stands beside the output, not in it, and shows nothing of its content or its passphrase', () => {
    expect(report.file).toBe(join(home, 'encrypted', `${RUSSIAN}-${PERIOD}.html`));
    for (const secret of [NAME, RUSSIAN, PERIOD, report.passphrase, '%PDF', 'Выручка', '<svg', 'Лоцман']) {
      expect(html).not.toContain(secret);
    }
  });

  it('is made of what a build has left, not of what it is writing', async () => {
    const output = { out: await publishedIn(await scratchFolder('busy')), project: PROJECT };
    const told: LocalText[] = [];
    const { locking } = await whileAlone(output, nodeEffects(), async () => {
      const warn = (text: LocalText) => void told.push(text);
      const locking = encryptReports([{ client: RUSSIAN, period: PERIOD }], { ...output, warn }, nodeEffects());
      await vi.waitFor(() => expect(told).toHaveLength(1), { timeout: 120_000 });
      return { locking };
    });
    expect((await locking).map(({ period }) => period)).toEqual([PERIOD]);
  });

  it('refuses another passphrase and says so', async () => {
    await using watched = await watchedPage(browser, { width: 390 });
    await watched.open(report.file);
    await unlock(watched, 'a'.repeat(20));
    await watched.page.waitForFunction(() => document.body.textContent.includes('Пароль не подходит'));
    expect(await watched.page.title()).toBe('Документ закрыт паролем');
    const invalid = () => watched.page.$eval('input', (field) => field.getAttribute('aria-invalid'));
    expect(await invalid()).toBe('true');
    await watched.page.type('input', 'b');
    expect(await invalid()).toBeNull();
    expect(watched.trouble).toEqual([]);
  });

  it('opens from disk with its passphrase, however it is typed, and asks for nothing outside', async () => {
    await using watched = await watchedPage(browser);
    const { page } = watched;
    await watched.open(report.file);
    await unlock(watched, ` ${report.passphrase.slice(0, 10).toUpperCase()} ${report.passphrase.slice(10)} `);
    await page.waitForFunction((name) => document.title.includes(name), {}, NAME);
    const loaded = await page.evaluate(async () => {
      await document.fonts.ready;
      const pictures = [...document.images].filter((image) => !image.complete || image.naturalWidth === 0);
      const faces = [...document.fonts].filter(({ status }) => status === 'loaded').length;
      return { broken: pictures.length, faces, charts: document.querySelectorAll('figure svg').length };
    });
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('MAIN');
    expect(await page.$eval('.topbar', ({ textContent }) => textContent.replace(/\s/g, ''))).toBe('PDFCSVJSON');
    expect(loaded.broken).toBe(0);
    expect(loaded.faces).toBeGreaterThan(0);
    expect(loaded.charts).toBeGreaterThan(2);
    expect(watched.trouble).toEqual([]);
    expect(watched.requests.filter((address) => !address.startsWith('data:'))).toHaveLength(1);
  });

  it('opens also with what a messenger and a helpful keyboard make of its passphrase', async () => {
    const typed = report.passphrase.replace(/^(.)(.{9})/, (_, first: string, more: string) => `${first}\u0301${more}—`);
    for (const written of [`«${typed}».`, `\u00a0${typed}\u200b`]) {
      await using watched = await watchedPage(browser);
      await watched.open(report.file);
      await unlock(watched, written);
      await watched.page.waitForFunction((name) => document.title.includes(name), {}, NAME);
    }
  });

  it('holds the PDF as it was printed, and no link to a page that is not there', async () => {
    await using watched = await watchedPage(browser);
    const { page } = watched;
    await watched.open(report.file);
    await unlock(watched, report.passphrase);
    await page.waitForFunction((name) => document.title.includes(name), {}, NAME);
    const data = await page.$eval(`a[download="${PDF}"]`, (link) => link.href);
    const pdf = await readFile(join(clientFolder(RUSSIAN), PERIOD, PDF));
    expect(Buffer.from(data.split(',')[1]!, 'base64').equals(pdf)).toBe(true);
    const links = await page.$$eval('a[href]', (all) => all.map((link) => link.getAttribute('href')!));
    expect(links.filter((href) => !/^(#|data:|https:|mailto:|tel:)/.test(href))).toEqual([]);
  });

  it('without JavaScript says what is missing', async () => {
    await using watched = await watchedPage(browser, { javaScript: false });
    await watched.open(report.file);
    const words = await watched.page.$eval('[role="status"]', ({ textContent }) => textContent);
    expect(words).toBe('Чтобы открыть документ, нужен JavaScript.');
  });
});

describe('npm run build -- --encrypt', () => {
  const asked = ['--client', 'alder,birch', '--period', '2026-10'];

  it('locks each report that is asked for under a passphrase of its own, which is told once and kept nowhere', async () => {
    const root = await scratchFolder('locked');
    await writeWorkspace(join(root, 'agency'), { alder: 'ru', birch: 'en' });
    const place = ['--workspace', join(root, 'agency'), '--out', join(root, 'dist'), '--as-of', AS_OF];
    const { stdout, stderr } = await build([...place, ...asked, '--no-pdf', '--encrypt']);
    const told = (stdout + stderr).match(/\b[a-z2-9]{20}\b/g)!;
    expect(told).toHaveLength(2);
    expect(new Set(told).size).toBe(2);
    const files = await filesOf(root);
    expect(files.filter((file) => file.startsWith('encrypted/'))).toEqual([
      'encrypted/alder-2026-10.html',
      'encrypted/birch-2026-10.html',
    ]);
    for (const file of files) {
      const text = await readFile(join(root, file), 'latin1');
      for (const passphrase of told) expect(text.includes(passphrase), file).toBe(false);
    }
  });

  it('is refused when nobody says which reports', async () => {
    const { code, stderr } = await runCommand('build', ['--encrypt', '--lang', 'en']);
    expect(code).toBe(2);
    expect(stderr).toContain('name the reports');
  });
});
