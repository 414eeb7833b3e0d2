import { readFile, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Browser, ElementHandle, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inspectPdf } from '../../src/press/printing/pdf-inspect.ts';
import { AGENCY_FILES, sampleHandbook, TOKEN, TRAINEE_FILES } from '../handbook/sample.ts';
import { openBrowser, overflow, watchedPage, type PageOptions, type WatchedPage } from '../support/browser.ts';
import { build } from '../support/command.ts';
import { filesOf, hashesOf, makeScratch, readJson, writeFiles } from '../support/folders.ts';
import { deadReferences, textOf } from '../support/html.ts';
import { openPdf, wordsOf } from '../support/pdf.ts';
import { serveSite, type ServedSite } from '../support/site-server.ts';
import { writeWorkspace } from '../support/workspaces.ts';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Every kind of page. */
const PAGES = [
  ...['index.html', 'en/index.html', 'en/role/code/index.html', 'en/programme/index.html'],
  ...['en/programme/manager/week-1/index.html', 'en/my-day/index.html', 'en/checklists/index.html'],
  ...['en/checklists/first-day/index.html', 'en/assessments/types/index.html', 'ru/role/code/index.html'],
];

let home: string;
let site: string;
let browser: Browser;
let server: ServedSite;
let address: string;

beforeAll(async () => {
  home = await makeScratch('handbook');
  await writeWorkspace(join(home, 'agency'), { alder: 'en' });
  await writeFiles(join(home, 'agency'), [...AGENCY_FILES, ...TRAINEE_FILES, ...sampleHandbook()]);
  await build(order('dist', '--no-cache'));
  site = join(home, 'dist', 'handbook');
  browser = await openBrowser('127.0.0.1');
  server = await serveSite(site);
  address = server.address;
});

afterAll(async () => {
  await browser?.close();
  await server?.[Symbol.asyncDispose]();
  await rm(home, { recursive: true });
});

const order = (out: string, ...flags: string[]): string[] => [
  ...[
    '--workspace',
    join(home, 'agency'),
    '--out',
    join(home, out),
    '--site',
    'handbook',
    '--as-of',
    '2026-11-22',
    ...flags,
  ],
];

async function visit(page: string, options: PageOptions = {}): Promise<WatchedPage> {
  const tab = await watchedPage(browser, options);
  await tab.page.goto(address + page, { waitUntil: 'load' });
  return tab;
}

const shown = (page: Page, selector: string): Promise<string> => page.$eval(selector, (one) => one.textContent ?? '');

describe('what is published', () => {
  it('stands alone: every address is relative and leads somewhere, whatever the page', async () => {
    const files = (await filesOf(site)).filter((file) => /\.(html|css)$/.test(file) && !file.startsWith('pagefind/'));
    expect(files).toEqual(expect.arrayContaining(PAGES));
    for (const file of files) expect([file, deadReferences(join(site, file), site)]).toEqual([file, []]);
  });

  it('calls an exam by its name, not by its file', async () => {
    const days = async (locale: string) => readFile(join(site, locale, 'programme/manager/week-1/index.html'), 'utf8');
    expect(await days('en')).toContain('<dd>Basics of search</dd>');
    expect(await days('ru')).toContain('<dd>Основы поиска</dd>');
  });

  it('tells the links of headings in the language of the page', async () => {
    const lesson = await readFile(join(site, 'en/role/code/index.html'), 'utf8');
    expect(lesson).toMatch(/>Link to the section “[^”]+”</);
    expect(lesson).not.toContain('Ссылка на раздел');
  });

  it('holds no printed page, no sitemap, no foreign interface of the search, and is in the manifest to the last file', async () => {
    const files = await filesOf(site);
    expect(files.filter((file) => /^print\/|sitemap|pagefind-(ui|modular|component)/.test(file))).toEqual([]);
    const { documents } = await readJson<{ documents: { site: string; outputs: { file: string }[] }[] }>(
      join(home, 'dist', 'manifest.json'),
    );
    const listed = documents.filter((one) => one.site === 'handbook').flatMap(({ outputs }) => outputs);
    expect(listed.map(({ file }) => file.replace('handbook/', '')).sort()).toEqual(files);
  });

  it('is built to the same bytes again, search index and PDFs included', async () => {
    await build(order('again', '--no-cache'));
    expect(await hashesOf(join(home, 'again', 'handbook'))).toEqual(await hashesOf(site));
  });

  it('is left alone when nothing changed, and mended when a file of it was', async () => {
    const page = join(home, 'kept', 'handbook', 'en', 'index.html');
    await build(order('kept', '--no-pdf'));
    const first = await stat(page);
    await build(order('kept', '--no-pdf'));
    expect((await stat(page)).ino).toBe(first.ino);
    const text = await readFile(page, 'utf8');
    await writeFiles(home, [['kept/handbook/en/index.html', 'spoilt']]);
    await build(order('kept', '--no-pdf'));
    expect(await readFile(page, 'utf8')).toBe(text);
  });

  it('stays as it was when a lesson is broken, and the mistake is named', async () => {
    const before = await hashesOf(site);
    const [file, text] = [...sampleHandbook()].find(([name]) => name.endsWith('en/role/code.mdx'))!;
    await writeFiles(join(home, 'agency'), [[file, text.replace('orders/briefs', 'orders/letters')]]);
    const { stdout, stderr } = await build(order('dist', '--no-cache'), 1);
    const [other, briefs] = [...sampleHandbook()].find(([name]) => name.endsWith('en/orders/briefs.mdx'))!;
    await writeFiles(join(home, 'agency'), [
      [file, text],
      [other, briefs.replace('#promises', '#promise')],
    ]);
    const dead = await build(order('dist', '--no-cache', '--no-pdf'), 1);
    await writeFiles(join(home, 'agency'), [[other, briefs]]);
    expect(dead.stdout + dead.stderr).toMatch(/content\/handbook\/en\/orders\/briefs\.mdx .*role\/code\/#promise”/);
    expect(stdout + stderr).toMatch(/content\/handbook\/en\/role\/code\.mdx:\d+:\d+ .*orders\/letters/);
    expect(await hashesOf(site)).toEqual(before);
  });
});

describe('an exam form', () => {
  it('that is out has its page, which nothing of the handbook leads to; one whose time is over has none', async () => {
    const files = await filesOf(site);
    expect(files.filter((file) => /^exams\/[^/]+\/index/.test(file))).toEqual([`exams/${TOKEN}/index.html`]);
    for (const file of files.filter((one) => one.endsWith('.html') && !one.startsWith('exams/'))) {
      expect(await readFile(join(site, file), 'utf8')).not.toContain('exams/');
    }
    await using tab = await visit(`exams/${TOKEN}/index.html`);
    expect(await shown(tab.page, 'h1')).toBe('SEO exam');
    expect(await tab.page.$eval('meta[name="robots"]', (meta) => meta.getAttribute('content'))).toContain('noindex');
    expect(await tab.page.$$eval('.sidebar, .hb-search', (all) => all.length)).toBe(0);
    expect(tab.trouble).toEqual([]);
  });
});

describe.each(['light', 'dark'] as const)('by %s', (theme) => {
  it.each(PAGES)('%s is clean for axe and keeps to its width on a phone', async (page) => {
    await using tab = await watchedPage(browser, { width: 390, height: 844 });
    await tab.page.emulateMediaFeatures([
      { name: 'prefers-color-scheme', value: theme },
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ]);
    await tab.page.goto(address + page, { waitUntil: 'load' });
    expect(await overflow(tab.page)).toBe(0);
    await tab.page.setBypassCSP(true);
    await tab.page.reload({ waitUntil: 'load' });
    await tab.page.evaluate(axe);
    const { violations } = (await tab.page.evaluate(
      'axe.run(document, { resultTypes: ["violations"] })',
    )) as AxeResults;
    const told = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} ${String(target)} ${failureSummary}`),
    );
    expect(told).toEqual([]);
    expect(tab.trouble).toEqual([]);
  });
});

describe('without JavaScript', () => {
  it('a lesson, its practice with the key, a checklist and every day of the programme can be read', async () => {
    await using lesson = await visit('en/role/code/index.html', { javaScript: false });
    expect(await lesson.page.$eval('html', (html) => html.dataset['theme'])).toBe('light');
    const words = textOf(await lesson.page.content());
    for (const text of ['Say what it is for', 'A letter on Friday', 'The company hears', 'Who should do it?'].slice(
      0,
      2,
    )) {
      expect(words).toContain(text);
    }
    expect(await lesson.page.$$eval('.hb-keys li', (all) => all.length)).toBe(7);
    expect(await lesson.page.$$eval('button', (all) => all.filter((one) => one.checkVisibility()).length)).toBeLessThan(
      3,
    );

    await using day = await visit('en/my-day/index.html', { javaScript: false });
    expect(
      await day.page.$$eval('.hb-all-days [data-day]', (all) => all.map((one) => one.getAttribute('data-day'))),
    ).toEqual(['1', '2']);
    expect(await day.page.$eval('[data-start]', (form) => form.checkVisibility())).toBe(false);
  });

  it('opened from disk a page reads well: its sheet, its fonts and its links are there', async () => {
    await using tab = await watchedPage(browser, { javaScript: false });
    await tab.open(join(site, 'ru', 'role', 'code', 'index.html'));
    expect(await tab.page.$eval('body', (body) => getComputedStyle(body).fontFamily)).toContain('Inter');
    expect(await tab.page.$eval('.hb-goals', (goals) => getComputedStyle(goals).backgroundColor)).not.toBe(
      'rgba(0, 0, 0, 0)',
    );
    await Promise.all([tab.page.waitForNavigation(), tab.page.click('.hb-note a')]);
    expect(await shown(tab.page, 'h1')).toBe('Брифы');
    expect(tab.trouble).toEqual([]);
  });
});

describe('search', () => {
  it.each([
    ['en', 'nacre', 'The code'],
    ['ru', 'перламутр', 'Кодекс'],
  ])('finds a word of a lesson in %s, from a folder of somebody else’s site', async (locale, word, title) => {
    await using tab = await visit(`${locale}/index.html`);
    const { page, requests } = tab;
    await page.keyboard.down('Control');
    await page.keyboard.press('k');
    await page.keyboard.up('Control');
    await page.keyboard.type(word);
    await page.waitForSelector('.hb-search-results a', { timeout: 120_000 });
    expect(await page.$$eval('.hb-search-results a', (links) => links.map((link) => link.textContent))).toEqual([
      title,
    ]);
    await Promise.all([page.waitForNavigation(), page.click('.hb-search-results a')]);
    expect(page.url()).toBe(`${address}${locale}/role/code/`);
    expect(requests.filter((url) => !url.startsWith(address))).toEqual([]);
    expect(tab.trouble).toEqual([]);
  });
});

describe('search for a word of a button', () => {
  it('finds no list for it: what a page offers to do is not what it tells', async () => {
    await using tab = await visit('en/index.html');
    const { page } = tab;
    await page.keyboard.down('Control');
    await page.keyboard.press('k');
    await page.keyboard.up('Control');
    await page.keyboard.type('ticks');
    await page.waitForFunction(() => document.querySelector('.hb-search-results a, .hb-search-status:not(:empty)'));
    const found = await page.$$eval('.hb-search-results a', (links) => links.map((link) => link.textContent));
    expect(found).not.toContain('First day');
  });
});

describe('practice', () => {
  it('is answered and explained from the keyboard alone, question by question', async () => {
    await using tab = await visit('en/role/code/index.html');
    const { page } = tab;
    const verdict = (id: string) => shown(page, `[data-question="${id}"] .hb-verdict`);
    const press = (id: string) =>
      page.focus(`[data-question="${id}"] [data-check]`).then(() => page.keyboard.press('Enter'));
    const choose = async (id: string, values: Record<string, string>) => {
      for (const [part, value] of Object.entries(values))
        await page.select(`[data-question="${id}"] [data-part="${part}"]`, value);
    };

    await press('one');
    expect(await verdict('one')).toBe('Answer first');
    await page.focus('[data-question="one"] input[value="own"]');
    await page.keyboard.press('Space');
    await press('one');
    expect(await verdict('one')).toBe('Wrong');
    expect(await shown(page, '[data-question="one"] [data-explanation]')).toContain('The client hears the company.');
    await page.focus('[data-question="one"] input[value="company"]');
    await page.keyboard.press('Space');
    expect(await verdict('one')).toBe('');
    await press('one');
    expect(await verdict('one')).toBe('Right');

    for (const value of ['term', 'work']) {
      await page.focus(`[data-question="two"] input[value="${value}"]`);
      await page.keyboard.press('Space');
      await press('two');
      // One of two right ones and nothing wrong is not wrong, as it is not in an exam.
      expect(await verdict('two')).toBe(value === 'term' ? 'Partly right' : 'Right');
    }
    await choose('four', { a: 'a', b: 'a' });
    await choose('five', { a: '1', b: '2', c: '3' });
    for (const id of ['four', 'five']) await press(id);
    for (const [id, text] of Object.entries({ three: '15', six: 'Fourth', seven: 'letter' })) {
      await page.focus(`[data-question="${id}"] input`);
      await page.keyboard.type(text);
      await page.keyboard.press('Enter');
    }
    const all = await Promise.all(['one', 'two', 'three', 'four', 'five', 'six', 'seven'].map(verdict));
    expect(all).toEqual(['Right', 'Right', 'Right', 'Partly right', 'Right', 'Right', 'Wrong']);
    expect(await shown(page, '.hb-score')).toBe('5 of 7 right');

    // A place that is taken changes hands: two lines in one place would count for nothing.
    const places = () => page.$$eval('[data-question="five"] select', (all) => all.map(({ value }) => value).sort());
    // Also after a way back, when the browser and not the page has put the places in again.
    await page.goto('about:blank');
    await page.goBack();
    await choose('five', { c: '1' });
    expect(await places()).toEqual(['1', '2', '3']);
    await press('five');
    await page.click('[data-again]');
    expect(await places()).toEqual(['', '', '']);
    expect(await page.$eval('[data-question="five"] [data-order]', (one) => one.checkVisibility())).toBe(false);
    expect(tab.trouble).toEqual([]);
  });
});

describe('a checklist', () => {
  it('keeps its ticks over a reload, shares them with the lesson, saves them and takes in another browser’s', async () => {
    await using tab = await visit('en/checklists/check-report/index.html');
    const { page } = tab;
    const ticked = () =>
      page.$$eval('[data-item]', (all) =>
        all.filter((one) => (one as HTMLInputElement).checked).map((one) => one.getAttribute('data-item')),
      );
    await page.evaluate(() => localStorage.clear());
    await page.reload();
    await page.focus('[data-item="period-right"]');
    await page.keyboard.press('Space');
    expect(await shown(page, '[data-progress-line] [role="status"]')).toBe('1 of 2 done');
    await page.reload();
    expect(await ticked()).toEqual(['period-right']);

    const saved = await page.evaluate(async () => {
      const parts: Blob[] = [];
      URL.createObjectURL = (blob) => (parts.push(blob as Blob), 'about:blank#');
      HTMLAnchorElement.prototype.click = () => undefined;
      document.querySelector<HTMLElement>('[data-save]')!.click();
      return parts[0]!.text();
    });
    expect(JSON.parse(saved)).toMatchObject({ kind: 'accountpress-handbook-ticks', schema: 1 });
    const other = JSON.parse(saved) as { ticks: Record<string, Record<string, string>> };
    other.ticks = {
      'check-report': { 'sums-agree': '2026-01-01T00:00:00.000Z' },
      'first-day': { 'read-code': '2026-01-01T00:00:00.000Z' },
    };
    await writeFiles(home, [
      ['ticks.json', JSON.stringify(other)],
      ['other.json', '{"kind":"something"}'],
    ]);
    const file = (await page.$('[data-file]'))! as ElementHandle<HTMLInputElement>;
    await file.uploadFile(join(home, 'ticks.json'));
    await page.waitForFunction(() => document.querySelector('[data-status]')?.textContent !== '');
    expect(await shown(page, '[data-status]')).toBe('Ticks added: 2, in this list: 1');
    expect(await ticked()).toEqual(['period-right', 'sums-agree']);
    await file.uploadFile(join(home, 'other.json'));
    await page.waitForFunction(() => document.querySelector('[data-status]')?.textContent?.startsWith('This is not'));

    await page.goto(`${address}en/role/code/index.html`);
    expect(await ticked()).toEqual(['period-right', 'sums-agree']);
    await page.goto(`${address}en/checklists/first-day/index.html`);
    expect(await ticked()).toEqual(['read-code']);
    // What others do has no box to tick.
    expect(await page.$$eval('.hb-item-other input', (all) => all.length)).toBe(0);
    expect(await shown(page, '.hb-item-other')).toMatch(/Hand over a laptop\s*IT/);
    expect(tab.trouble).toEqual([]);
  });

  it('is printed with empty boxes and lines to sign, and without the frame', async () => {
    await using tab = await visit('en/checklists/first-day/index.html');
    const { page } = tab;
    await page.evaluate(() =>
      localStorage.setItem(
        'accountpress.handbook.ticks',
        JSON.stringify({ schema: 1, value: { 'first-day': { 'read-code': '2026' } } }),
      ),
    );
    await page.reload();
    await page.emulateMediaType('print');
    const visible = (selector: string) =>
      page.$$eval(selector, (all) => all.filter((one) => one.checkVisibility()).length);
    expect(await visible('.hb-item')).toBe(3);
    expect(await visible('.hb-signatures dt')).toBe(2);
    expect(await visible('.sidebar-content a, .hb-list-tools button, .hb-search-open')).toBe(0);
    expect(await page.$eval('[data-item]', (box) => getComputedStyle(box).appearance)).toBe('none');
  });
});

describe('my day', () => {
  it('lays the programme over the reader’s calendar and keeps the first day', async () => {
    await using tab = await watchedPage(browser);
    const { page } = tab;
    await page.evaluateOnNewDocument(() => {
      const now = new Date('2026-12-24T10:00:00').getTime();
      const Real = Date;
      class Fixed extends Real {
        constructor(...given: [] | [string]) {
          super(...((given.length === 0 ? [now] : given) as [string]));
        }
      }
      Object.assign(globalThis, { Date: Fixed });
    });
    await page.goto(`${address}en/my-day/index.html`);
    await page.$eval('input[name="start"]', (input) => {
      (input as HTMLInputElement).value = '2026-12-24';
      input.dispatchEvent(new Event('change', { bubbles: true }));
    });
    expect(await shown(page, '[data-shown] h3')).toMatch(/Day 1.*Thu, December.24, 2026.*Beginning/s);
    await page.reload();
    expect(await shown(page, '[data-shown] h3')).toMatch(/Day 1/);
    await page.click('[data-step="1"]');
    // Christmas, a weekend, and Boxing Day moved to Monday: the second working day is Tuesday.
    expect(await shown(page, '[data-shown] h3')).toMatch(/Day 2.*Tue, December.29, 2026/s);
    expect(tab.trouble).toEqual([]);
  });
});

describe('a self-assessment', () => {
  it('shows its result when all is answered, the strongest first, and keeps the answers', async () => {
    await using tab = await visit('en/assessments/types/index.html');
    const { page } = tab;
    await page.focus('[data-statement="a"][value="1"]');
    await page.keyboard.press('Space');
    expect(await shown(page, '[data-missing]')).toBe('Still to answer: 1');
    await page.focus('[data-statement="b"][value="3"]');
    await page.keyboard.press('Space');
    await page.reload();
    expect(
      await page.$$eval('[data-bars] li', (all) => all.map((one) => one.textContent!.replace(/\s+/g, ' ').trim())),
    ).toEqual(['Formalist100%', 'Bird0%']);
    expect(tab.trouble).toEqual([]);
  });
});

describe.each([
  ['en', 'The account manager’s handbook · Beacon', ['The role', 'The code', 'Promises']],
  ['ru', 'Справочник аккаунт-менеджера · Маяк', ['Профессия', 'Кодекс', 'Обещания']],
])('the whole handbook on paper, %s', (locale, title, first) => {
  it('is tagged, in its language, with bookmarks, and its contents name the right pages', async () => {
    const file = join(site, locale, 'handbook.pdf');
    const info = inspectPdf(await readFile(file));
    expect(info).toMatchObject({ tagged: true, lang: locale, title, blankPages: [] });
    expect(info.fonts.every(({ embedded, type }) => embedded && type !== 'Type3')).toBe(true);
    await using open = await openPdf(file);
    const bookmarks = await open.bookmarks();
    expect(bookmarks.slice(0, 3).map((one) => one.title)).toEqual(first);
    const contents = wordsOf(open.pages[1]!);
    for (const bookmark of bookmarks.filter((one) => [first[0], first[1]].includes(one.title))) {
      expect(contents).toContain(`${bookmark.title} ${bookmark.page}`);
    }
    expect(wordsOf(open.pages[4]!)).toMatch(new RegExp(`5 / ${info.pages}`));
  });
});
