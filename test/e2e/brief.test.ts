import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { BriefField, BriefFile } from '../../src/types/brief.ts';
import { openBrowser, watchedPage, type WatchedPage } from '../support/browser.ts';
import { runCommand } from '../support/command.ts';
import { DEMO } from '../support/demo.ts';
import { readJson, scratchFolder, writeFiles } from '../support/folders.ts';
import { writeWorkspace } from '../support/workspaces.ts';

const ANSWERS = {
  company: 'Парк «Сосны» & сыновья',
  goals: 'Броней: +50 %\nи «тишина»?',
  name: 'Пётр O’Нил',
  email: 'petr@sosny.example',
  timeZone: 'Asia/Omsk',
} satisfies Partial<Record<BriefField, string>>;

const SOON = { timeout: 120_000, interval: 50 };

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** The form as it lies on a disk, without any network, its answers not yet given. */
async function form(name = 'index.html'): Promise<WatchedPage> {
  const tab = await watchedPage(browser);
  await tab.open(join(DEMO, 'proposals', 'brief', name));
  await tab.page.evaluate(() => localStorage.clear());
  await tab.page.reload();
  await tab.page.setOfflineMode(true);
  return tab;
}

const valueOf = (page: Page, field: BriefField): Promise<string> =>
  page.$eval(`#brief-${field}`, (one) => (one as HTMLInputElement).value);
/** What is said beside the fields, in their order. */
const errors = (page: Page): Promise<string[]> =>
  page.$$eval('.question-error', (all) =>
    all.filter((one) => one.checkVisibility()).map((one) => (one.textContent ?? '').replaceAll('\u00a0', ' ')),
  );
const status = (page: Page): Promise<string> => page.$eval('[data-status]', (one) => one.textContent);

async function answer(page: Page, answers: Partial<Record<BriefField, string>>): Promise<void> {
  for (const [field, text] of Object.entries(answers)) {
    await page.$eval(`#brief-${field}`, (one) => ((one as HTMLInputElement).value = ''));
    await page.type(`#brief-${field}`, text);
  }
}

/** Where the page sends its reader; the browser has no mail program to follow. */
async function navigations(page: Page): Promise<string[]> {
  const urls: string[] = [];
  const session = await page.createCDPSession();
  await session.send('Page.enable');
  session.on('Page.frameRequestedNavigation', ({ url }) => void urls.push(url));
  return urls;
}

/** The file the page saves. */
async function saved(page: Page, act: () => Promise<void>): Promise<string> {
  const folder = await scratchFolder('saved-brief');
  const session = await page.createCDPSession();
  await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
  await act();
  await vi.waitFor(async () => expect(await readdir(folder)).toEqual(['brief.json']), SOON);
  return join(folder, 'brief.json');
}

describe('the brief form', () => {
  it('saves a file from which a proposal is begun, without any network', async () => {
    await using tab = await form();
    await answer(tab.page, ANSWERS);
    const file = await saved(tab.page, () => tab.page.click('[data-save]'));
    expect(await readJson<BriefFile>(file)).toEqual({ brief: 1, locale: 'ru', answers: ANSWERS });
    expect(tab.trouble).toEqual([]);
    expect(tab.requests.every((address) => /^(file|blob):/.test(address))).toBe(true);

    const root = await scratchFolder('from-brief');
    await writeWorkspace(root, { anybody: 'ru' });
    await writeFiles(root, [['data/people.json', '[{ "id": "anna", "name": "Анна", "role": "менеджер" }]']]);
    const begun = await runCommand('new', ['proposal', 'sosny', '--brief', file, '--workspace', root]);
    expect(begun.code, begun.stderr).toBe(0);
    const text = await readFile(join(root, 'content/proposals/sosny.mdx'), 'utf8');
    for (const words of ['Парк «Сосны» & сыновья', 'petr@sosny.example', 'Asia/Omsk']) expect(text).toContain(words);
  });

  it('writes itself as a letter, every answer whole', async () => {
    await using tab = await form();
    const urls = await navigations(tab.page);
    const short = { ...ANSWERS, goals: 'Броней: +50 %\n&?' };
    await answer(tab.page, short);
    await tab.page.click('.brief-actions .accept');
    await vi.waitFor(() => expect(urls).toHaveLength(1), SOON);
    const letter = new URL(urls[0]!);
    expect([letter.protocol, letter.pathname]).toEqual(['mailto:', 'hello@lotsman.example']);
    expect(letter.searchParams.get('subject')).toBe('Бриф: Парк «Сосны» & сыновья');
    const body = letter.searchParams.get('body')!.replaceAll('\r\n', '\n');
    for (const text of Object.values(short)) expect(body).toContain(`\n${text}`);
  });

  it('saves answers too long for a link and asks to attach them', async () => {
    await using tab = await form('en/index.html');
    const urls = await navigations(tab.page);
    await answer(tab.page, { company: 'Sosny', name: 'Petr', phone: '+7', more: 'Длинный рассказ. '.repeat(40) });
    const file = await saved(tab.page, () => tab.page.click('.brief-actions .accept'));
    expect((await readJson<BriefFile>(file)).answers.more).toHaveLength(16 * 40 + 39);
    expect(await status(tab.page)).toContain('Attach that file');
    const bodies = () => urls.map((url) => new URL(url).searchParams.get('body'));
    await vi.waitFor(() => expect(bodies()).toEqual([expect.stringContaining('brief.json')]), SOON);
  });

  it('says what is missing instead of writing a letter nobody can answer', async () => {
    await using tab = await form();
    const urls = await navigations(tab.page);
    await answer(tab.page, { company: 'Сосны' });
    await tab.page.click('.brief-actions .accept');
    expect(await status(tab.page)).toContain('отмечены');
    expect(await tab.page.evaluate(() => document.activeElement?.id)).toBe('brief-name');
    expect(await errors(tab.page)).toEqual(['Напишите, как вас зовут', 'Напишите почту или, ниже, телефон']);
    expect(urls).toEqual([]);
    // Each word goes with what it asks for; a phone is as good as an address.
    await answer(tab.page, { name: 'Ольга' });
    expect(await errors(tab.page)).toEqual(['Напишите почту или, ниже, телефон']);
    await answer(tab.page, { phone: '+7 900 000-00-00' });
    expect(await errors(tab.page)).toEqual([]);
  });

  it('brings cleared answers back: the button stands beside the one that saves', async () => {
    await using tab = await form();
    await answer(tab.page, { company: 'Сосны', more: 'Долго писали' });
    await tab.page.click('[data-clear]');
    expect(await valueOf(tab.page, 'more')).toBe('');
    expect(await status(tab.page)).toBe('Ответы стёрты.');
    expect(await tab.page.$eval('[data-clear]', (one) => one.textContent)).toBe('Вернуть ответы');
    await tab.page.click('[data-clear]');
    expect(await valueOf(tab.page, 'more')).toBe('Долго писали');
    await tab.page.reload();
    expect(await valueOf(tab.page, 'company')).toBe('Сосны');
    expect(tab.trouble).toEqual([]);
  });

  it('keeps a draft over a reload, goes on with it in the other language, and forgets it when asked', async () => {
    await using tab = await form();
    await answer(tab.page, { company: 'Парк «Сосны»' });
    await tab.page.reload();
    expect(await valueOf(tab.page, 'company')).toBe('Парк «Сосны»');
    await tab.page.setOfflineMode(false);
    await Promise.all([tab.page.waitForNavigation(), tab.page.click('.brief-top a')]);
    expect(await tab.page.$eval('html', (one) => one.lang)).toBe('en');
    expect(await valueOf(tab.page, 'company')).toBe('Парк «Сосны»');
    await tab.page.click('[data-clear]');
    await tab.page.reload();
    expect(await valueOf(tab.page, 'company')).toBe('');
    expect(tab.trouble).toEqual([]);
  });
});
