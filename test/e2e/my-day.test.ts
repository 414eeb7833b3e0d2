import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, watchedPage } from '../support/browser.ts';
import { DEMO } from '../support/demo.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const enter = (page: Page, name: string, day: string): Promise<void> =>
  page.$eval(
    `input[name="${name}"]`,
    (input, value) => {
      (input as HTMLInputElement).value = value;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    },
    day,
  );

const dateOf = (page: Page, day: number): Promise<string> =>
  page.$eval(`.hb-all-days [data-day="${day}"] [data-date]`, (date) => date.textContent.replace(/\s/gu, ' '));

describe('“My day” of a trainee who was away', () => {
  it('counts on from the first day back, also when the page is opened again; days before stay', async () => {
    await using tab = await watchedPage(browser);
    const { page } = tab;
    await tab.open(join(DEMO, 'handbook', 'en', 'my-day', 'index.html'));
    await enter(page, 'start', '2026-11-02');
    expect(await dateOf(page, 2)).toBe(' · Tue, November 3, 2026');
    // The 4th of November is a holiday.
    expect(await dateOf(page, 3)).toBe(' · Thu, November 5, 2026');

    await page.click('[data-away] summary');
    await enter(page, 'since', '2026-11-05');
    // Half an answer changes nothing, nor does an end before the beginning.
    expect(await dateOf(page, 3)).toBe(' · Thu, November 5, 2026');
    await enter(page, 'until', '2026-11-04');
    expect(await dateOf(page, 3)).toBe(' · Thu, November 5, 2026');
    await enter(page, 'until', '2026-11-10');
    expect(await dateOf(page, 3)).toBe(' · Wed, November 11, 2026');

    await page.reload();
    expect(await page.$eval('[data-away]', (one) => (one as HTMLDetailsElement).open)).toBe(true);
    expect(await dateOf(page, 2)).toBe(' · Tue, November 3, 2026');
    expect(await dateOf(page, 3)).toBe(' · Wed, November 11, 2026');
    await enter(page, 'since', '');
    expect(await dateOf(page, 3)).toBe(' · Thu, November 5, 2026');
    expect(tab.trouble).toEqual([]);
  });
});
