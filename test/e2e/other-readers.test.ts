import { readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Browser } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { brokenWords, openBrowser, overflow, spaceText, watchedPage } from '../support/browser.ts';
import { build } from '../support/command.ts';
import { cabinetPage, DEMO, ENGLISH, reportPage, RUSSIAN } from '../support/demo.ts';
import { filesOf, makeScratch, writeFiles } from '../support/folders.ts';
import { AGENCY, AS_OF, writeWorkspace } from '../support/workspaces.ts';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const A4 = Math.floor((174 / 25.4) * 96);

/** Clients' names no designer draws a cover for. */
const LONG = 'Клиника профессора Константинопольского-Преображенского «Преображение и здоровье»';
const CLIENTS = { long: LONG, short: 'Я' };

let home: string;
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
  home = await makeScratch('other-readers');
  const agency = join(home, 'agency');
  await writeWorkspace(agency, { long: 'ru', short: 'ru' });
  const name = 'Объединённое агентство стратегических коммуникаций «Северо-Западный Лоцман»';
  await writeFiles(agency, [['data/agency.json', JSON.stringify({ ...AGENCY, name })]]);
  for (const [id, called] of Object.entries(CLIENTS)) {
    const profile = join('data/clients', id, 'client.json');
    const declared = JSON.parse(await readFile(join(agency, profile), 'utf8')) as object;
    await writeFiles(agency, [[profile, JSON.stringify({ ...declared, name: called })]]);
  }
  await build(['--workspace', agency, '--out', join(home, 'dist'), '--as-of', AS_OF, '--no-pdf', '--no-cache']);
});
afterAll(async () => {
  await browser.close();
  await rm(home, { recursive: true, force: true });
});

/** One page of every kind clients read. */
const proposals = (await filesOf(join(DEMO, 'proposals')))
  .filter((file) => file.endsWith('index.html'))
  .map((file) => join(DEMO, 'proposals', file));
const READ = [...[RUSSIAN, ENGLISH].flatMap((id) => [cabinetPage(id), reportPage(id, '2026-10')]), ...proposals];

describe('an agency without a logo and with a long name', () => {
  it.each(Object.keys(CLIENTS))('breaks no word on a phone’s cover of the client “%s”', async (id) => {
    await using tab = await watchedPage(browser, { width: 320 });
    for (const page of ['index.html', '2026-10/index.html']) {
      await tab.open(join(home, 'dist', 'reports', id, page));
      expect(await tab.page.evaluate(brokenWords), page).toEqual([]);
      expect(await overflow(tab.page), page).toBeLessThanOrEqual(0);
    }
  });
});

describe('a report on the narrowest phone', () => {
  it('has what a line of the media plan says on one height, whichever of its names take two lines', async () => {
    await using tab = await watchedPage(browser, { width: 320 });
    for (const id of [RUSSIAN, ENGLISH]) {
      await tab.open(reportPage(id, '2026-10'));
      const rows = await tab.page.$$eval('.media-plan tbody tr', (all) =>
        all.map((row) => [...row.querySelectorAll('td .num')].map((one) => one.getBoundingClientRect().top)),
      );
      expect(rows.length).toBeGreaterThan(2);
      // Plan and actual of each column follow one another; a total without a plan has none to stand beside.
      for (const tops of rows.filter((one) => one.length % 2 === 0))
        for (let at = 0; at < tops.length; at += 2) expect(tops[at + 1]).toBeCloseTo(tops[at]!, 0);
    }
  });

  it('does not begin a line with the dash between two days', async () => {
    const page = await readFile(cabinetPage(ENGLISH), 'utf8');
    expect(page).toMatch(/[A-Z][a-z]{2}\s\d+\u00a0– /u);
    expect(page).not.toMatch(/[A-Z][a-z]{2}\s\d+ – /u);
  });
});

describe('who sets letters, words and lines apart on a phone', () => {
  it('scrolls no page sideways', async () => {
    await using tab = await watchedPage(browser, { width: 320 });
    for (const file of READ) {
      await tab.open(file);
      await spaceText(tab.page);
      expect(await overflow(tab.page), file).toBeLessThanOrEqual(0);
    }
  });

  it('reads the whole of a long name on a cover', async () => {
    await using tab = await watchedPage(browser, { width: 320 });
    await tab.open(join(home, 'dist', 'reports', 'long', '2026-10', 'index.html'));
    await spaceText(tab.page);
    const cut = await tab.page.$eval('.cover-client', (one) => one.scrollHeight - one.clientHeight);
    expect(cut).toBeLessThanOrEqual(2);
  });
});

describe('who points with an unsteady hand', () => {
  it.each([320, 1280])(
    'hits every link and control at %i pixels: none under 24 with another beside it',
    async (width) => {
      await using tab = await watchedPage(browser, { width });
      for (const file of READ) {
        await tab.open(file);
        await tab.page.evaluate(axe);
        const run = "axe.run(document, { runOnly: { type: 'rule', values: ['target-size'] } })";
        const { violations } = (await tab.page.evaluate(run)) as AxeResults;
        const told = violations.flatMap(({ nodes }) => nodes.map(({ html }) => html));
        expect(told, file).toEqual([]);
      }
    },
  );
});

describe('who points with a finger', () => {
  it('has 44 pixels for what is pressed most, in a cabinet and in the handbook', async () => {
    await using tab = await watchedPage(browser);
    await tab.page.setViewport({ width: 390, height: 844, isMobile: true, hasTouch: true });
    const handbook = (page: string): string => join(DEMO, 'handbook', 'en', page, 'index.html');
    for (const file of [
      cabinetPage(ENGLISH),
      reportPage(ENGLISH, '2026-10'),
      join(DEMO, 'desk', 'en', 'index.html'),
      handbook(''),
      handbook('my-day'),
      handbook('assessments/manager-types'),
      handbook('checklists/check-report'),
    ]) {
      await tab.open(file);
      const low = await tab.page.$$eval(
        '.button, .filter button, .chart-data summary, .fold > summary, .hb-button, .hb-search-open, .sl-menu-button, label:has(:is([type=radio], [type=checkbox])), .hb-away summary',
        (all) =>
          all
            .filter((one) => one.checkVisibility({ visibilityProperty: true }))
            .filter((one) => one.getBoundingClientRect().height < 44 || one.getBoundingClientRect().width < 44)
            .map((one) => `${one.className} ${one.textContent.trim().slice(0, 30)}`),
      );
      expect(low, file).toEqual([]);
    }
  });
});

describe('who enlarges a page fourfold', () => {
  it('sees the proposal, not only the bar with its total', async () => {
    await using tab = await watchedPage(browser, { width: 320, height: 256 });
    const [file] = proposals.filter((one) => one.includes('retainer'));
    await tab.open(file!);
    await tab.page.focus('main input[type=checkbox]');
    await tab.page.keyboard.press('Space');
    await tab.page.waitForSelector('.choice:not([hidden])');
    expect(await tab.page.$eval('.choice', (bar) => bar.getBoundingClientRect().top)).toBeGreaterThan(256);
  });
});

describe('in colours the reader’s system dictates', () => {
  it('the words of a chart do not touch the edge of its paper', async () => {
    await using tab = await watchedPage(browser);
    const session = await tab.page.createCDPSession();
    await session.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }] });
    await tab.open(cabinetPage(RUSSIAN));
    const edges = await tab.page.$$eval('.chart-picture', (all) => all.map((one) => getComputedStyle(one).boxShadow));
    expect(edges.length).toBeGreaterThan(2);
    expect(edges.filter((edge) => edge === 'none')).toEqual([]);
  });
});

describe('who lets pages keep nothing', () => {
  it('has the dark of their system, chooses another, and leafs through their days and back', async () => {
    await using tab = await watchedPage(browser);
    const { page } = tab;
    await page.evaluateOnNewDocument(() => {
      const refuse = (): never => {
        throw new DOMException('Access is denied for this document.', 'SecurityError');
      };
      for (const name of ['localStorage', 'sessionStorage'])
        Object.defineProperty(window, name, { get: refuse, configurable: true });
    });
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
    await tab.open(join(DEMO, 'handbook', 'en', 'my-day', 'index.html'));
    const theme = (): Promise<string | undefined> => page.$eval('html', (html) => html.dataset['theme']);
    expect(await theme()).toBe('dark');
    await page.select('starlight-theme-select select', 'light');
    expect(await theme()).toBe('light');
    await page.$eval('input[name="start"]', (input) => {
      (input as HTMLInputElement).value = '2026-11-02';
      input.dispatchEvent(new Event('change', { bubbles: true }));
    });
    const shown = (): Promise<string> => page.$eval('[data-shown]', (one) => one.textContent);
    const day = await shown();
    await page.click('[data-step="-1"]');
    expect(await shown()).not.toBe(day);
    await page.click('[data-step="0"]');
    expect(await shown()).toBe(day);
    expect(tab.trouble).toEqual([]);
  });
});

describe('on the dark paper of a brand', () => {
  it('fields of the brief are dark too, and what is written in them light', async () => {
    await using tab = await watchedPage(browser);
    await tab.open(join(DEMO, 'proposals', 'brief', 'index.html'));
    const field = () =>
      tab.page.$eval('textarea', (one) => {
        const { backgroundColor, color } = getComputedStyle(one);
        return [backgroundColor, color];
      });
    expect((await field())[0]).toBe('rgb(255, 255, 255)');
    await tab.page.addStyleTag({ content: ':root{color-scheme:dark;--paper:#101418;--ink:#f0f0f0;--wash:#1a1e22}' });
    expect(await field()).toEqual(['rgb(26, 30, 34)', 'rgb(240, 240, 240)']);
  });
});

describe('who has no JavaScript', () => {
  it.each([390, 1280])('is offered no control of the handbook that does nothing, at %i pixels', async (width) => {
    await using tab = await watchedPage(browser, { width, javaScript: false });
    await tab.open(join(DEMO, 'handbook', 'en', 'index.html'));
    const controls = await tab.page.$$eval('button:not([popovertarget]), select', (all) =>
      all.filter((one) => one.checkVisibility({ visibilityProperty: true })).map((one) => one.outerHTML.slice(0, 120)),
    );
    expect(controls).toEqual([]);
  });
});

describe('who prints a cabinet from the browser', () => {
  it('finds no figure of the latest report cut in two by the end of a sheet', async () => {
    await using tab = await watchedPage(browser, { width: A4 });
    await tab.page.emulateMediaType('print');
    await tab.open(cabinetPage(RUSSIAN));
    const kept = await tab.page.$$eval('.figures > div', (all) => all.map((one) => getComputedStyle(one).breakInside));
    expect(kept.length).toBeGreaterThan(3);
    expect(kept.filter((one) => one !== 'avoid')).toEqual([]);
    expect(await overflow(tab.page)).toBeLessThanOrEqual(0);
  });
});
