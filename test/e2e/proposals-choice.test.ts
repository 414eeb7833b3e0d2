import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, watchedPage } from '../support/browser.ts';
import { build } from '../support/command.ts';
import { makeScratch, writeFiles } from '../support/folders.ts';

/** Everything but one plain line waits for a choice: tax, media budget, a discount, hours. */
const LINES = [
  'section,item,kind,hours,rate,price,tax,optional,package',
  'Работа,Сайт,,,,1000,,,',
  'Ещё,Книга,,,,100,22%,yes,',
  'Размещение,Реклама,media,,,5000,,yes,',
  'Скидки,Съёмка,,,,50,,yes,',
  'Часы,Разбор,,0.125,100,,,yes,',
  'Размещение,Карты,media,,,700,22%,,b',
  'Работа,Малое,,,,10,,,a',
  'Работа,Большое,hours,12,150,,,,b',
  'Работа,Правки,hours,2,150,,,yes,b',
];

const HEAD = `number: "1"
date: 2026-11-20
validUntil: 2099-12-20
author: anna
prospect: { name: Тихий }
contact: { name: Ольга, timeZone: Europe/Moscow }
estimate:
  tax: none
  sections: [{ title: Скидки, discount: 10% }]
  packages: [{ id: a, title: Малый, recommended: yes }, { id: b, title: Большой }]`;

let home: string;
let file: string;
let browser: Browser;

beforeAll(async () => {
  home = await makeScratch('proposals-choice');
  await writeFiles(join(home, 'agency'), [
    [
      'data/agency.json',
      JSON.stringify({
        name: 'Маяк',
        locale: 'ru',
        currency: 'RUB',
        timeZone: 'Europe/Moscow',
        email: 'a@beacon.example',
      }),
    ],
    ['data/people.json', JSON.stringify([{ id: 'anna', name: 'Анна', role: 'менеджер' }])],
    ['data/proposals/quiet/estimate.csv', LINES.join('\n')],
    ['content/proposals/quiet.mdx', `---\n${HEAD}\n---\n\n<Packages />\n\n<Estimate />\n\n<Acceptance />\n`],
  ]);
  await build([
    ...['--workspace', join(home, 'agency'), '--out', join(home, 'dist')],
    ...['--site', 'proposals', '--no-pdf', '--no-cache'],
  ]);
  file = join(home, 'dist', 'proposals', 'quiet', 'index.html');
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await rm(home, { recursive: true, force: true });
});

/** Kopecks of a printed amount. */
const kopecks = (text: string): number =>
  Number(
    text
      .replace(/[−-]/, '-')
      .replaceAll(/[^\d,-]/g, '')
      .replace(',', ''),
  );

/** The texts of what a reader sees. */
const seen = (page: Page, selector: string): Promise<string[]> =>
  page.$$eval(selector, (all) =>
    all.filter((one) => one.checkVisibility()).map((one) => one.textContent.replaceAll(/\s+/g, ' ').trim()),
  );

const sum = (amounts: string[]): number => amounts.map(kopecks).reduce((all, one) => all + one, 0);

async function choose(page: Page, pack: string, options: string[]): Promise<void> {
  await page.$eval(`input[name=package][value=${pack}]`, (one) => (one as HTMLInputElement).click());
  for (const box of await page.$$('input[name=option]')) {
    await box.evaluate((one, wanted) => {
      const input = one as HTMLInputElement;
      if (input.checked !== wanted.includes(input.value)) input.click();
    }, options);
  }
}

describe('a choice that brings what the recommended one lacks', () => {
  it.each([
    ['a', []],
    ['a', ['2']],
    ['a', ['3']],
    ['a', ['4']],
    ['a', ['2', '3', '4', '5']],
    ['b', []],
    ['b', ['2', '4']],
  ])('of the package %s with the options %j leads from the sections to the total', async (pack, options) => {
    await using tab = await watchedPage(browser);
    await tab.open(file);
    const { page } = tab;
    await choose(page, pack, options);
    const [total = ''] = await seen(page, '.total-value');
    const steps = await seen(page, '.reckoning-row dd');
    const sections = await seen(page, '.est-sum .amount');
    expect(sum(steps.length === 0 ? sections : steps)).toBe(kopecks(total));
    if (steps.length > 0) expect(kopecks(steps[0]!)).toBe(sum(sections));
    const media = await seen(page, '.est-section.media .est-head th');
    expect((await seen(page, '.media-title')).length).toBe(media.length > 0 ? 1 : 0);
    const parts = await seen(page, '.total-parts dd');
    expect(parts.length).toBe(media.length > 0 ? 2 : 0);
    if (media.length > 0) expect(sum(parts)).toBe(kopecks(total));
    expect(tab.trouble).toEqual([]);
  });

  it('tells the tax in a part of the total when there is one', async () => {
    await using tab = await watchedPage(browser);
    await tab.open(file);
    await choose(tab.page, 'b', []);
    const [fee, media] = await seen(tab.page, '.total-parts dt');
    expect(fee).not.toContain('НДС');
    expect(media).toContain('НДС');
  });

  it('says how many hours it takes, every digit of them', async () => {
    await using tab = await watchedPage(browser);
    await tab.open(file);
    const facts = '.sheet-estimate .sheet-lede';
    expect(await seen(tab.page, facts)).toEqual([]);
    await choose(tab.page, 'a', ['5']);
    expect(await seen(tab.page, facts)).toEqual(['0,125 ч']);
  });

  it('leaves no empty words without JavaScript', async () => {
    await using tab = await watchedPage(browser, { javaScript: false });
    await tab.open(file);
    expect(await seen(tab.page, '.reckoning-row, .media-title, .total-parts, .sheet-estimate .sheet-lede')).toEqual([]);
  });
});

describe('a package that is not the recommended one', () => {
  it('says without scripts and on paper what its hours cost and what can be had with it alone', async () => {
    await using tab = await watchedPage(browser);
    await tab.page.setJavaScriptEnabled(false);
    await tab.open(file);
    await tab.page.emulateMediaType('print');
    expect(await seen(tab.page, '[data-package=b] .package-lines li')).toEqual([
      'Карты 700,00',
      'Большое 12 ч × 150 1 800,00',
      'Правки 2 ч × 150 300,00',
    ]);
    const [heading] = (await seen(tab.page, '[data-package=b] .package-section')).slice(-1);
    expect(heading).toBe('По желанию, в итог не входит');
    expect(await seen(tab.page, '[data-package=a] .package-section')).toHaveLength(1);
  });

  it('is one of a group that has a name, once there is anything to choose', async () => {
    await using tab = await watchedPage(browser);
    await tab.open(file);
    const group = await tab.page.$eval('[role=radiogroup]', (one) => [
      document.getElementById(one.getAttribute('aria-labelledby') ?? '')?.textContent.trim(),
      one.querySelectorAll('input[name=package]').length,
    ]);
    expect(group).toEqual([expect.stringMatching(/\S/), 2]);
  });
});
