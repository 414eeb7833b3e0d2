import { appendFile, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openBrowser, watchedPage } from '../support/browser.ts';
import { runCommand, startCommand, type RunningCommand } from '../support/command.ts';
import { makeScratch } from '../support/folders.ts';
import { NEW_ANNA, writeMonthAgency } from '../support/month-agency.ts';

const SOON = { timeout: 150_000, interval: 200 };

let home: string;
let browser: Browser;
const root = (): string => join(home, 'agency');

beforeAll(async () => {
  home = await makeScratch('dev-handbook');
  await writeMonthAgency(root());
  expect(await runCommand('trainee', [...NEW_ANNA, '--workspace', root()])).toMatchObject({ code: 0 });
  browser = await openBrowser('localhost');
});
afterAll(async () => {
  await browser.close();
  await rm(home, { recursive: true, force: true });
});

/** A running server; `await using` stops it. */
async function served(site: string, port = '0'): Promise<{ url: string; server: RunningCommand } & AsyncDisposable> {
  const server = startCommand('dev', [site, '--workspace', root(), '--as-of', '2026-11-04', '--port', port]);
  await vi.waitFor(() => expect(server.said.stdout, server.said.stderr).toContain('http://'), SOON);
  return {
    ...{ url: server.said.stdout.trim(), server },
    [Symbol.asyncDispose]: async () => {
      server.process.kill('SIGTERM');
      await server.ended;
    },
  };
}

describe('the development server', { timeout: 600_000 }, () => {
  it('of the handbook renews the open page when its lesson changes, and keeps it while the lesson is broken', async () => {
    await using running = await served('handbook');
    await using tab = await watchedPage(browser);
    const { page } = tab;
    await page.goto(`${running.url}en/role/code/`, { waitUntil: 'load' });
    const body = () => page.$eval('body', (one) => one.textContent ?? '').catch(() => '');
    expect(await body()).toContain('the company');
    const lesson = join(root(), 'content/handbook/en/role/code.mdx');
    const text = await readFile(lesson, 'utf8');
    // As editors save: another file takes the place of the one that was there.
    await writeFile(`${lesson}.tmp`, text.replace('A rare word', 'A quite new word'));
    await rename(`${lesson}.tmp`, lesson);
    await vi.waitFor(async () => expect(await body()).toContain('A quite new word'), SOON);

    await appendFile(lesson, '\n[lost](../../orders/nowhere/)\n');
    await vi.waitFor(async () => expect(await body()).toContain('orders/nowhere'), SOON);
    expect(await body()).toContain('A quite new word');
    await writeFile(lesson, text);
    await vi.waitFor(async () => expect(await body()).toContain('A rare word'), SOON);
    const problems = () => page.$$eval('[data-dev-problems] li', (all) => all.map((one) => one.textContent));
    // The page may be about to load once more: a file is written in several steps.
    await vi.waitFor(async () => expect(await problems()).toEqual([]), SOON);
    expect((await fetch(`${running.url}../../../package.json`)).status).toBe(404);
    expect(tab.trouble.filter((one) => !one.includes('changes-of-this-site'))).toEqual([]);
  });

  it('of the desk shows a signature as soon as it is on record', async () => {
    await using running = await served('desk');
    await using tab = await watchedPage(browser);
    await tab.page.goto(`${running.url}trainees/anna/`, { waitUntil: 'load' });
    const body = () => tab.page.$eval('body', (one) => one.textContent ?? '').catch(() => '');
    expect(await body()).not.toContain('tracker.example');
    const sign = ['signoff', 'anna', 'write-plan', '--by', 'mentor', '--evidence', 'https://tracker.example/7'];
    expect(await runCommand('trainee', [...sign, '--as-of', '2026-11-04', '--workspace', root()])).toMatchObject({
      code: 0,
    });
    const link = () => tab.page.$$eval('a[href="https://tracker.example/7"]', (all) => all.length).catch(() => 0);
    await vi.waitFor(async () => expect(await link()).toBe(1), SOON);
    await using other = await served('desk', new URL(running.url).port);
    expect(other.url).not.toBe(running.url);
    expect((await fetch(`${running.url}trainees/anna/`)).status).toBe(200);
  });
});
