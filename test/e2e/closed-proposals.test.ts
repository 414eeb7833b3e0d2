import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser, watchedPage, type WatchedPage } from '../support/browser.ts';
import { build } from '../support/command.ts';
import { makeScratch, writeFiles } from '../support/folders.ts';
import { openPdf, wordsOf } from '../support/pdf.ts';

/** The offer ends with this day in Vladivostok, where it is ten hours later than in Greenwich. */
const END = '2026-12-20T14:00:00Z';

let home: string;
let browser: Browser;

beforeAll(async () => {
  home = await makeScratch('closed-proposals');
  const text = (number: string, status: string): string => `---
number: "${number}"
status: ${status}
prospect: { name: Клиент }
contact: { name: Ольга, timeZone: Europe/Moscow }
date: 2026-11-20
validUntil: 2026-12-20
validZone: Asia/Vladivostok
author: anna
estimate: { taxMode: exempt, lines: [{ section: Раздел, item: Работа, price: "100" }, { section: Раздел, item: Ещё, price: "5", optional: "yes" }] }
payments: [{ title: Всё, due: сразу, part: 100% }]
---

<Cover />

<Estimate />

<Acceptance />
`;
  await writeFiles(join(home, 'agency'), [
    ['data/agency.json', JSON.stringify({ name: 'Маяк', locale: 'ru', currency: 'RUB', timeZone: 'Europe/Moscow' })],
    ['data/people.json', JSON.stringify([{ id: 'anna', name: 'Анна', role: 'менеджер', email: 'a@beacon.example' }])],
    ['content/proposals/open.mdx', text('1', 'ready')],
    ['content/proposals/accepted.mdx', text('2', 'accepted')],
    ['content/proposals/declined.mdx', text('3', 'declined')],
    ['content/proposals/draft.mdx', text('4', 'draft')],
  ]);
  await build(['--workspace', join(home, 'agency'), '--out', join(home, 'dist'), '--site', 'proposals', '--no-cache']);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await rm(home, { recursive: true, force: true });
});

it('an offer invites to accept it until its last minute by any reader’s clock, and says afterwards that it is over', async () => {
  const before = await seenAt('open', Date.parse(END) - 1000);
  expect(before).toEqual({ accept: true, ask: true, told: [] });
  const after = await seenAt('open', Date.parse(END));
  expect(after).toEqual({
    accept: false,
    ask: true,
    told: [
      'срок истёк',
      'Срок предложения истёк. Напишите нам: подтвердим цены и сроки или обновим их. ' +
        'Оно действовало по 20 декабря 2026 включительно.',
    ],
  });
});

it('an accepted one says so, whatever the day, and is not offered again', async () => {
  for (const now of [Date.parse('2026-11-21'), Date.parse('2028-01-01')]) {
    expect(await seenAt('accepted', now)).toEqual({
      accept: false,
      ask: true,
      told: ['принято', 'Предложение принято.'],
    });
  }
});

it.each([
  ['accepted', '2026-11-21'],
  ['declined', '2026-11-21'],
  ['open', '2026-12-21'],
])('one that is over, %s, asks for no signature and no choice and does not say that it holds', async (id, day) => {
  const inviting = (words: string): string[] =>
    ['Подпись ниже означает', 'Предложение действует по', 'Можно добавить'].filter((said) => words.includes(said));
  expect(inviting(await wordsAt('open', Date.parse('2026-11-21')))).toHaveLength(3);
  expect(inviting(await wordsAt(id, Date.parse(day)))).toEqual([]);
  await using opened = await openPdf(join(home, 'dist', 'proposals', 'open', '1-v1.pdf'));
  expect(inviting(opened.pages.map(wordsOf).join(' ').replace(/\s+/gu, ' '))).toHaveLength(3);
});

it('paper knows nothing of the clock: the document invites as it did on the day it was made', async () => {
  await using opened = await openPdf(join(home, 'dist', 'proposals', 'open', '1-v1.pdf'));
  const words = JSON.stringify(opened.pages);
  expect(words).toContain('Принять предложение');
  expect(words).not.toContain('истёк');
});

it('a draft says that it is one beside its number, on screen and on paper, and an offer that is ready does not', async () => {
  const heads = async (id: string, pdf: string): Promise<string> => {
    await using paper = await openPdf(join(home, 'dist', 'proposals', id, pdf));
    return paper.pages.map(wordsOf).join(' ').replace(/\s+/gu, ' ');
  };
  expect((await seenAt('draft', Date.parse(END) - 1000)).told).toEqual(['черновик']);
  const named = (await heads('draft', '4-v1.pdf')).match(/№ 4, версия 1(, черновик)?/g)!;
  // The cover, which has no running head, and the sheets after it.
  expect(named.length).toBeGreaterThan(2);
  expect(new Set(named)).toEqual(new Set(['№ 4, версия 1, черновик']));
  expect(await heads('open', '1-v1.pdf')).not.toContain('черновик');

  const file = join(home, 'agency', 'content/proposals/draft.mdx');
  await writeFile(file, (await readFile(file, 'utf8')).replace('status: draft', 'status: ready'));
  await build(['--workspace', join(home, 'agency'), '--out', join(home, 'dist'), '--site', 'proposals']);
  expect((await seenAt('draft', Date.parse(END) - 1000)).told).toEqual([]);
  expect(await heads('draft', '4-v1.pdf')).not.toContain('черновик');
});

async function openAt(id: string, now: number): Promise<WatchedPage> {
  const tab = await watchedPage(browser);
  await tab.page.evaluateOnNewDocument((fixed) => {
    Date.now = () => fixed;
  }, now);
  await tab.open(join(home, 'dist', 'proposals', id, 'index.html'));
  return tab;
}

/** Everything a reader sees at a moment. */
async function wordsAt(id: string, now: number): Promise<string> {
  await using tab = await openAt(id, now);
  return await tab.page.evaluate(() => document.body.innerText.replace(/\s+/gu, ' '));
}

/** What a reader sees of the invitation at a moment. */
async function seenAt(id: string, now: number) {
  await using tab = await openAt(id, now);
  const seen = (page: Page, selector: string) =>
    page.$$eval(selector, (all) =>
      all.filter((one) => one.checkVisibility()).map((one) => (one.textContent ?? '').replace(/\s+/g, ' ').trim()),
    );
  expect(tab.trouble).toEqual([]);
  return {
    accept: (await seen(tab.page, '.sheet-acceptance [data-accept]')).length > 0,
    ask: (await seen(tab.page, '.ask')).length > 0,
    told: await seen(tab.page, '.topbar-status, .acceptance-closed'),
  };
}
