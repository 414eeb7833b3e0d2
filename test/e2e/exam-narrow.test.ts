import { rm } from 'node:fs/promises';
import type { Browser } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { issueExam } from '../../src/examining/issue.ts';
import type { ExamForm } from '../../src/types/exam.ts';
import { roomAt, writeExamWorkspace } from '../exams/workspace.ts';
import { openBrowser, overflow, spaceText, watchedPage } from '../support/browser.ts';
import { drawForms } from '../support/exam-pages.ts';
import { makeScratch } from '../support/folders.ts';

let browser: Browser;
let root: string;
let form: ExamForm;
let drawn: Awaited<ReturnType<typeof drawForms>>;
beforeAll(async () => {
  browser = await openBrowser();
  root = await makeScratch('exams-narrow');
  await writeExamWorkspace(root);
  // The page is looked at now, so the form is open now.
  const room = await roomAt(root, new Date(Date.now() - 60_000).toISOString());
  const whole = { exam: 'demo', locale: null, opens: null, extension: 20, extensionReason: 'x' };
  form = (await issueExam(room, { ...whole, trainee: 'anna', override: null, by: null })).form;
  drawn = await drawForms([form]);
});
afterAll(async () => {
  await browser.close();
  await drawn.remove();
  await rm(root, { recursive: true, force: true });
});

describe('the form of an exam on the narrowest phone', () => {
  it('fits who sets letters, words and lines apart', async () => {
    await using tab = await watchedPage(browser, { width: 320 });
    await tab.open(drawn.page(form));
    await spaceText(tab.page);
    // The longest day there is.
    await tab.page.$eval('.exam-window time', (time) => (time.textContent = 'September 30, 2026 at 11:59 PM'));
    expect(await overflow(tab.page), 'before it begins').toBeLessThanOrEqual(0);
    await tab.page.click('[data-begin]');
    expect(await overflow(tab.page), 'its questions').toBeLessThanOrEqual(0);
    await tab.page.click('[data-bar] [data-review]');
    expect(await overflow(tab.page), 'its review').toBeLessThanOrEqual(0);
  });

  it('shows the whole of a question one goes back to, and of what it says, under its bar', async () => {
    await using tab = await watchedPage(browser, { width: 320, height: 640 });
    const { page } = tab;
    await tab.open(drawn.page(form));
    await page.click('[data-begin]');
    // The longest the bar says: two lines.
    await page.$eval('[data-progress]', (one) => (one.textContent = 'Ответов 11 из 12 · Черновик сохранён в 14:40'));
    await page.click('[data-bar] [data-review]');
    await page.click('[data-list] li:nth-child(5) button');
    const edges = await page.evaluate(() => {
      const live = document.querySelector('[data-live]')!;
      live.textContent = 'Осталось пять минут';
      const edge = (one: Element, side: 'top' | 'bottom') => Math.round(one.getBoundingClientRect()[side]);
      const bar = edge(document.querySelector('[data-bar]')!, 'bottom');
      return { bar, question: edge(document.querySelector('#q5')!, 'top'), live: edge(live, 'top') };
    });
    expect(edges.question).toBeGreaterThanOrEqual(edges.bar);
    expect(edges.live).toBeGreaterThanOrEqual(edges.bar);
  });
});
