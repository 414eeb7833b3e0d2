import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { EstimateFile } from '../../src/types/estimate.ts';
import { openBrowser, watchedPage } from '../support/browser.ts';
import { startCommand, type RunningCommand } from '../support/command.ts';
import { makeScratch } from '../support/folders.ts';
import { referencesOf, unescapeHtml } from '../support/html.ts';
import { writeOddProposals } from '../support/odd-proposals.ts';

const SOON = { timeout: 150_000, interval: 200 };

let home: string;
let root: string;
let server: RunningCommand;
let browser: Browser;
let url: string;

const text = (id: string): string => join(root, 'content', 'proposals', `${id}.mdx`);

beforeAll(async () => {
  home = await makeScratch('dev-proposals');
  root = join(home, 'agency');
  await writeOddProposals(root);
  server = startCommand('dev', ['proposals', '--workspace', root, '--port', '0']);
  await vi.waitFor(() => expect(server.said.stdout, server.said.stderr).toContain('http://'), SOON);
  url = server.said.stdout.trim();
  browser = await openBrowser('localhost');
});
afterAll(async () => {
  await browser.close();
  server.process.kill('SIGTERM');
  await server.ended;
  await rm(home, { recursive: true, force: true });
});

async function page(path: string): Promise<string> {
  const response = await fetch(new URL(path, url));
  expect(response.status, path).toBe(200);
  return unescapeHtml(await response.text());
}

describe('the development server of proposals', { timeout: 600_000 }, () => {
  it('starts with a page of every proposal and the brief in both languages, with links that work', async () => {
    const links = referencesOf(await page('/')).flatMap(({ address, fetched }) => (fetched ? [] : [address]));
    expect(links).toEqual(expect.arrayContaining(['/crowd/', '/crowd/4-v1.pdf', '/brief/', '/brief/en/']));
    for (const link of links.filter((one) => !one.endsWith('.pdf'))) await page(link);
  });

  it('shows a proposal with everything that a build lays beside it', async () => {
    const promise = JSON.parse(await page('/dinar/estimate.json')) as EstimateFile;
    expect(promise).toMatchObject({ number: '3-K', currency: 'KWD' });
    const pdf = await fetch(new URL('/dinar/3-K-v1.pdf', url));
    expect([pdf.status, Buffer.from(await pdf.arrayBuffer()).toString('latin1', 0, 5)]).toEqual([200, '%PDF-']);
    await using tab = await watchedPage(browser);
    await tab.page.goto(`${url}dinar/`, { waitUntil: 'load' });
    await tab.page.click('input[name=package][value=d]');
    const chosen = promise.packages.at(-1)!.total.replace('.', '');
    expect((await tab.page.$eval('.total-value', (one) => one.textContent)).replace(/\D/g, '')).toBe(chosen);
    expect(tab.trouble).toEqual([]);
  });

  it('renews the open page by itself when the text changes', async () => {
    await using tab = await watchedPage(browser);
    await tab.page.goto(`${url}crowd/`, { waitUntil: 'load' });
    const cover = () => tab.page.$eval('.cover-title', (one) => one.textContent).catch(() => '');
    expect(await cover()).toBe('Все здесь');
    await writeFile(text('crowd'), (await readFile(text('crowd'), 'utf8')).replace('Все здесь', 'Теперь иначе'));
    await vi.waitFor(async () => expect(await cover()).toBe('Теперь иначе'), SOON);
  });

  it('shows a proposal begun while it runs, and names what breaks it without losing the others', async () => {
    const whole = (await readFile(text('long'), 'utf8')).replace('number: "2"', 'number: "5"');
    await writeFile(text('later'), whole);
    await vi.waitFor(async () => expect(await page('/')).toContain('/later/5-v1.pdf'), SOON);
    expect(await page('/later/')).toContain('№ 5, версия 1');
    await writeFile(text('later'), whole.replace('<Cover />', '<Cover'));
    await vi.waitFor(async () => expect(await page('/')).toContain('content/proposals/later.mdx:'), SOON);
    expect(await page('/yen/')).toContain('No. 3-Y');
  });
});
