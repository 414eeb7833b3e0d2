import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AGENCY_FILES, sampleHandbook } from '../handbook/sample.ts';
import { openBrowser, watchedPage, type WatchedPage } from '../support/browser.ts';
import { build } from '../support/command.ts';
import { makeScratch, writeFiles } from '../support/folders.ts';
import { openPdf, wordsOf } from '../support/pdf.ts';
import { serveSite, type ServedSite } from '../support/site-server.ts';
import { writeWorkspace } from '../support/workspaces.ts';

let home: string;
let site: string;
let browser: Browser;
let server: ServedSite;

/** The sample's programme with a second track, whose task is for the office and due a day later. */
function withTwoTracks(): Map<string, string> {
  const files = sampleHandbook();
  const file = 'content/handbook/programme.json';
  const programme = JSON.parse(files.get(file)!) as { tracks: Record<string, never>[] };
  const renamed = JSON.stringify(programme.tracks[0])
    .replace('"id":"manager","title":{"ru":"Менеджер","en":"Manager"}', '"id":"pr","title":{"ru":"Пиар","en":"Press"}')
    .replace('"id":"week-1"', '"id":"press-1"')
    .replace('"id":"meet-mentor"', '"id":"press-meet"')
    .replaceAll('"write-plan"', '"press-plan"')
    .replaceAll('"ready"', '"press-ready"')
    .replace(
      '"evidence":"link"',
      '"due":2,"condition":{"id":"office","title":{"ru":"работа в офисе","en":"work in the office"}}',
    );
  files.set(file, JSON.stringify({ ...programme, tracks: [...programme.tracks, JSON.parse(renamed)] }));
  return files;
}

beforeAll(async () => {
  home = await makeScratch('handbook-tracks');
  await writeWorkspace(join(home, 'agency'), { alder: 'en' });
  await writeFiles(join(home, 'agency'), [...AGENCY_FILES, ...withTwoTracks()]);
  const where = ['--workspace', join(home, 'agency'), '--out', join(home, 'dist')];
  await build([...where, '--site', 'handbook', '--as-of', '2026-11-22', '--no-cache']);
  site = join(home, 'dist', 'handbook');
  browser = await openBrowser('127.0.0.1');
  server = await serveSite(site);
});

afterAll(async () => {
  await browser?.close();
  await server?.[Symbol.asyncDispose]();
  await rm(home, { recursive: true });
});

async function visit(page: string, theme: 'light' | 'dark' = 'light'): Promise<WatchedPage> {
  const tab = await watchedPage(browser);
  await tab.page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
  await tab.page.goto(`${server.address}${page}`, { waitUntil: 'load' });
  return tab;
}

const texts = (tab: WatchedPage, selector: string): Promise<string[]> =>
  tab.page.$$eval(selector, (all) => all.map((one) => one.textContent!.replace(/\s+/g, ' ').trim()));

describe('two tracks', () => {
  it('are told apart wherever their weeks stand', async () => {
    await using front = await visit('en/index.html');
    expect(await texts(front, '.hb-home h3.hb-track')).toEqual(['Manager', 'Press']);
    expect(await texts(front, '.sidebar-content summary')).toEqual(expect.arrayContaining(['Manager', 'Press']));
    await using stage = await visit('en/programme/pr/press-1/index.html');
    expect(await texts(stage, '.hb-kicker')).toEqual(['Press']);
    await using day = await visit('en/my-day/index.html');
    expect(await texts(day, '.hb-tracks a')).toEqual(['Manager', 'Press']);
    const ids = await day.page.$$eval('[id]', (all) => all.map(({ id }) => id));
    expect(ids.filter((id, index) => ids.indexOf(id) < index)).toEqual([]);
  });

  it('have their days to remember and the decision on paper, named in the contents', async () => {
    await using pdf = await openPdf(join(site, 'en', 'handbook.pdf'));
    const words = pdf.pages.map(wordsOf).join(' ');
    expect(words).toContain('Manager: Days to remember and the decision');
    expect(words).toContain('Press: Days to remember and the decision');
    expect(words).toContain('How the training ends');
    // The days of a week: number and title are two lines and one bookmark.
    const titles = (await pdf.bookmarks()).map(({ title }) => title);
    expect(titles).toContain('Day 1 Beginning');
    expect(pdf.pages.flat().map(({ text }) => text)).toContain('Beginning');
  });

  it('tell of a task that may be done later than its day until when', async () => {
    await using stage = await visit('en/programme/pr/press-1/index.html');
    expect(await texts(stage, '#day-1 .hb-item-facts')).toContain(
      'by the end of working day 2 only if: work in the office',
    );
  });
});

describe('what does not concern the reader', () => {
  it('is hidden and not counted once they have said so, in lists and in their days', async () => {
    await using tab = await visit('en/checklists/first-day/index.html');
    const { page } = tab;
    const items = () => page.$$eval('.hb-item', (all) => all.filter((one) => one.checkVisibility()).length);
    const progress = async () => (await texts(tab, '[data-progress-line] [role="status"]'))[0];
    expect([await items(), await progress()]).toEqual([3, '0 of 2 done']);
    await page.focus('[data-holds="office"][value="no"]');
    await page.keyboard.press('Space');
    expect([await items(), await progress()]).toEqual([2, '0 of 1 done']);
    await page.reload();
    expect([await items(), await progress()]).toEqual([2, '0 of 1 done']);
    await page.goto(`${server.address}en/my-day/index.html`);
    const task = await page.$$eval('[data-my-day="pr"] [data-condition]', (all) => all[0]!.checkVisibility());
    expect(task).toBe(false);
    await page.click('[data-my-day="pr"] [data-holds="office"][value="yes"]');
    await page.goto(`${server.address}en/checklists/first-day/index.html`);
    expect(await items()).toBe(3);
    expect(tab.trouble).toEqual([]);
  });
});

describe('practice', () => {
  it('tells what is wrong with an option to whoever has chosen it', async () => {
    await using tab = await visit('en/role/code/index.html');
    const { page } = tab;
    const why = () => page.$eval('[data-why="own"]', (one) => one.checkVisibility());
    const answer = async (option: string) => {
      await page.click(`[data-question="one"] input[value="${option}"]`);
      await page.click('[data-question="one"] [data-check]');
    };
    await answer('own');
    expect([await why(), await texts(tab, '[data-why="own"]')]).toEqual([
      true,
      ['his own: It is not he who is heard.'],
    ]);
    await answer('company');
    expect(await why()).toBe(false);
  });
});

describe('a page printed from a browser', () => {
  it('has white paper and empty boxes in a dark browser too, and no page without words', async () => {
    await using tab = await visit('en/role/code/index.html', 'dark');
    await tab.page.emulateMediaType('print');
    expect(await tab.page.$eval('body', (body) => getComputedStyle(body).backgroundColor)).toBe('rgb(255, 255, 255)');
    expect(await tab.page.$eval('.hb-practice input', (one) => getComputedStyle(one).colorScheme)).toBe('light');
    // Whatever of the page its last words fill.
    for (let height = 500; height < 900; height += 40) {
      const path = join(home, `${height}.pdf`);
      await tab.page.pdf({ path, width: 794, height, printBackground: true });
      await using pdf = await openPdf(path);
      expect(pdf.pages.map(wordsOf)).not.toContain('');
    }
  });
});

describe('a lesson opened from disk', () => {
  it('names the heading that is read, and its contents on a phone close when one is chosen', async () => {
    await using tab = await watchedPage(browser);
    await tab.page.setViewport({ width: 390, height: 500 });
    await tab.open(join(site, 'en', 'role', 'code', 'index.html'));
    const contents = 'mobile-starlight-toc details';
    await tab.page.click(`${contents} summary`);
    const [, second] = await texts(tab, `${contents} a`);
    await tab.page.click(`${contents} li:nth-child(2) a`);
    expect(await tab.page.$eval(contents, (one) => (one as HTMLDetailsElement).open)).toBe(false);
    const reads = (text: string) => document.querySelector('.display-current')!.textContent.trim() === text;
    await tab.page.waitForFunction(reads, {}, second!);
    expect(tab.trouble).toEqual([]);
  });
});
