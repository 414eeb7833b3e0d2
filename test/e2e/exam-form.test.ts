import { readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gradeFile } from '../../src/examining/grade.ts';
import { issueExam } from '../../src/examining/issue.ts';
import type { AnswersFile, ExamForm } from '../../src/types/exam.ts';
import { demoBank, roomAt, writeExamWorkspace } from '../exams/workspace.ts';
import { openBrowser, overflow, watchedPage, type PageOptions, type WatchedPage } from '../support/browser.ts';
import { drawForms } from '../support/exam-pages.ts';
import { makeScratch } from '../support/folders.ts';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Every question of the fixture, so that each type is on the page. */
const WHOLE = demoBank.replace('basics, count: 4', 'basics, count: 6');

let browser: Browser;
let root: string;
let forms: { ru: ExamForm; en: ExamForm; older: ExamForm };
let drawn: Awaited<ReturnType<typeof drawForms>>;
let downloads: string;

beforeAll(async () => {
  browser = await openBrowser();
  downloads = await makeScratch('downloads');
  root = await makeScratch('exams');
  await writeExamWorkspace(root, { 'data/exams/demo.yaml': WHOLE });
  // The pages are looked at now, so the forms are open now.
  const room = await roomAt(root, new Date(Date.now() - 60_000).toISOString());
  const request = {
    exam: 'demo',
    locale: null,
    opens: null,
    extension: 20,
    extensionReason: 'x',
    override: null,
    by: null,
  };
  const ru = (await issueExam(room, { ...request, trainee: 'anna' })).form;
  const en = (await issueExam(room, { ...request, trainee: 'boris' })).form;
  // As forms were issued before they told the marks of single topics.
  const older = { ...en, token: 'older', sections: undefined };
  forms = { ru, en, older };
  drawn = await drawForms([ru, en, older]);
});
afterAll(async () => {
  await browser.close();
  await drawn.remove();
  for (const folder of [root, downloads]) await rm(folder, { recursive: true, force: true });
});

const field = (form: ExamForm, stem: string): string => {
  const index = form.questions.findIndex((question) => question.stem.includes(stem));
  return `#q${index + 1}`;
};

/** Answers everything on the open page, in the words of the form. */
async function answerAll(page: Page, form: ExamForm): Promise<void> {
  const choose = async (question: string, text: string): Promise<void> => {
    await page.evaluate(
      (where, wanted) => {
        const labels = [...document.querySelectorAll<HTMLElement>(`${where} .q-option`)];
        labels.find((label) => label.textContent!.includes(wanted))!.click();
      },
      question,
      text,
    );
  };
  const select = async (question: string, part: string, option: string): Promise<void> => {
    const value = await page.$eval(
      question,
      (where, label, text) => {
        const selects = [...where.querySelectorAll('select')];
        const one = selects.find(({ labels, ariaLabel }) =>
          `${ariaLabel ?? ''} ${labels[0]?.textContent ?? ''}`.includes(label),
        )!;
        return [`#${one.id}`, [...one.options].find((each) => each.textContent!.includes(text))!.value];
      },
      part,
      option,
    );
    await page.select(value[0]!, value[1]!);
  };
  await choose(field(form, 'CTR`?'), 'Долю переходов');
  await choose(field(form, 'медиаплан'), 'Клиент');
  await choose(field(form, '19:40'), 'Утром');
  await choose(field(form, 'бриф?'), 'Цель');
  await choose(field(form, 'бриф?'), 'Срок');
  await choose(field(form, 'без согласования'), 'Неверно');
  await page.type(`${field(form, 'Три латинские')}-answer`, 'ctr');
  await page.type(`${field(form, 'Посчитайте CTR')}-answer`, '2,0 %');
  await page.type(`${field(form, 'цену заказа')}-answer`, '1 875');
  for (const [left, right] of [
    ['CTR', 'переходы / показы'],
    ['CPC', 'расход'],
    ['CR', 'заказы / переходы'],
  ])
    await select(field(form, 'Соотнесите'), left!, right!);
  for (const [index, item] of ['Бриф', 'Смета', 'Запуск', 'Отчёт'].entries())
    await select(field(form, 'Расставьте'), item, String(index + 1));
  await select(field(form, 'Счёт выставляют'), 'Пропуск 1', 'до начала');
  await page.type(`${field(form, 'Счёт выставляют')} input[type=text]`, 'после работ');
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const found = (await page.evaluate('axe.run(document, { resultTypes: ["violations"] })')) as AxeResults;
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

/** A tab in which no form was ever worked on. */
async function freshTab(options: PageOptions = {}): Promise<WatchedPage> {
  const tab = await watchedPage(browser, options);
  await tab.open(join(drawn.page(forms.ru), '../../assets/style.css'));
  await tab.page.evaluate(() => localStorage.clear());
  return tab;
}

const shownScreens = (page: Page): Promise<string[]> =>
  page.$$eval('[data-intro], [data-questions], [data-review-screen]', (all) =>
    all.filter((one) => one.checkVisibility()).map((one) => Object.keys((one as HTMLElement).dataset)[0]!),
  );

describe('the form of an exam', () => {
  it('is sat, lost, reopened, reviewed, saved, and marked 100 %', async () => {
    await using tab = await freshTab();
    const { page } = tab;
    const session = await page.createCDPSession();
    await session.send('Browser.setDownloadBehavior', {
      behavior: 'allow',
      downloadPath: downloads,
      eventsEnabled: true,
    });
    await tab.open(drawn.page(forms.ru));
    expect(await shownScreens(page)).toEqual(['intro']);
    await page.click('[data-begin]');
    expect(await shownScreens(page)).toEqual(['questions']);
    expect(await page.$eval('[data-timer]', (timer) => timer.textContent)).toMatch(/^1:0[34]:\d\d$/);
    await answerAll(page, forms.ru);
    await page.click(`${field(forms.ru, 'письмо')} [data-flag]`);
    const before = await page.$eval('[data-progress]', (one) => one.textContent);
    expect(before).toContain('Ответов 11 из 12');

    // The tab is lost and opened again.
    await tab.open('/dev/null').catch(() => undefined);
    await tab.open(drawn.page(forms.ru));
    expect(await page.$eval('[data-begin]', (one) => one.textContent)).toBe('Продолжить');
    await page.click('[data-begin]');
    expect(await page.$eval('[data-progress]', (one) => one.textContent)).toContain('Ответов 11 из 12');

    await page.click('[data-bar] [data-review]');
    expect(await shownScreens(page)).toEqual(['reviewScreen']);
    const states = await page.$$eval('[data-list] button', (all) => all.map((one) => one.textContent));
    expect(states).toHaveLength(12);
    const open = Number(field(forms.ru, 'письмо').slice(2));
    expect(states[open - 1]).toBe(`К вопросу ${open}: нет ответа, вернуться`);
    await page.click(`[data-list] li:nth-child(${open}) button`);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe(`q${open}`);
    await page.click('[data-end] [data-review]');

    const done = new Promise<void>((resolve) =>
      session.on('Browser.downloadProgress', ({ state }) => void (state === 'completed' && resolve())),
    );
    await page.click('[data-save]');
    await done;
    const name = 'exam-demo-anna-1.json';
    const file = join(downloads, name);
    const saved = JSON.parse(await readFile(file, 'utf8')) as AnswersFile;
    expect(saved).toMatchObject({ form: forms.ru.token, formHash: forms.ru.hash, version: '1', trainee: 'anna' });
    expect(await page.$eval('[data-saved]', (one) => one.textContent)).toContain(name);

    const request = { file, received: null, acceptLate: null, by: null };
    const outcome = await gradeFile(await roomAt(root, new Date().toISOString()), request);
    if (outcome.status === 'pending') throw new Error('nothing open was answered');
    const wrong = outcome.graded.result.items.filter(({ state }) => state !== 'right').map(({ question }) => question);
    expect(wrong).toEqual(['open-1']);
    expect(tab.trouble.filter((one) => !one.includes('/dev/null'))).toEqual([]);
    expect(tab.requests.filter((one) => !/^(file|blob):/.test(one))).toEqual([]);
  });

  it('can be done from the keyboard alone', async () => {
    await using tab = await freshTab();
    const { page } = tab;
    await tab.open(drawn.page(forms.en));
    const press = async (...keys: string[]): Promise<void> => {
      for (const key of keys) await page.keyboard.press(key as 'Tab');
    };
    const at = (): Promise<string> =>
      page.evaluate(() => {
        const { id, dataset, className, tagName } = document.activeElement as HTMLElement;
        return id || Object.keys(dataset).join() || className || tagName;
      });
    await press('Tab');
    expect(await at()).toBe('skip');
    await press('Tab', 'Enter');
    const reached = new Set<string>();
    for (let steps = 0; steps < 120; steps++) {
      await press('Tab');
      const inside = await page.evaluate(() => document.activeElement!.closest('[data-question]')?.id ?? null);
      if (inside) {
        reached.add(inside);
        const type = await page.evaluate(() => (document.activeElement as HTMLInputElement).type);
        if (type === 'radio') await press('Space');
        if (type === 'text' || type === 'textarea') await page.keyboard.type('7');
        if (type === 'select-one') await press('ArrowDown');
      }
      if ((await at()) === 'review' && reached.size === 12) break;
    }
    expect(reached.size).toBe(12);
    await press('Enter');
    expect(await at()).toBe('exam-review-title');
    const answered = await page.$$eval('[data-list] [data-state=none]', (all) => all.length);
    // Check boxes were only passed over.
    expect(answered).toBe(1);
    expect(tab.trouble).toEqual([]);
  });

  it('keeps the places of an order apart and shows the order', async () => {
    await using tab = await freshTab();
    const { page } = tab;
    await tab.open(drawn.page(forms.en));
    await page.click('[data-begin]');
    const order = `${field(forms.en, 'stages of an order')}`;
    const ids = await page.$$eval(`${order} select`, (all) => all.map(({ id }) => `#${id}`));
    for (const [index, id] of ids.entries()) await page.select(id, String(index + 1));
    await page.select(ids[3]!, '1');
    expect(await page.$$eval(`${order} select`, (all) => all.map(({ value }) => value))).toEqual(['4', '2', '3', '1']);
    const shown = await page.$$eval(`${order} [data-order] li`, (all) => all.map((one) => one.textContent));
    const items = await page.$$eval(`${order} label`, (all) => all.map((one) => one.textContent));
    expect(shown).toEqual([items[3], items[1], items[2], items[0]]);
  });

  it('takes out what another tab took out, and gives back places as they stand now', async () => {
    await using tab = await freshTab();
    const { page } = tab;
    await tab.open(drawn.page(forms.ru));
    await page.click('[data-begin]');
    await answerAll(page, forms.ru);
    const order = field(forms.ru, 'Расставьте');
    /** What the other tab keeps, as the browser tells this one. */
    await page.evaluate((where) => {
      const key = Object.keys(localStorage).find((one) => one.startsWith('accountpress-exam-'))!;
      const kept = JSON.parse(localStorage.getItem(key)!) as { answers: Record<string, unknown> };
      const id = document.querySelector<HTMLElement>(where)!.dataset['question']!;
      const places = Object.keys(kept.answers[id] as object);
      kept.answers = { [id]: Object.fromEntries(places.map((one, index) => [one, String(places.length - index)])) };
      localStorage.setItem(key, JSON.stringify(kept));
      dispatchEvent(new StorageEvent('storage', { key, newValue: JSON.stringify(kept) }));
    }, order);
    expect(await page.$eval('[data-progress]', (one) => one.textContent)).toContain('Ответов 1 из 12');
    expect(await page.$$eval('[data-question] input:checked', (all) => all.length)).toBe(0);
    const values = () => page.$$eval(`${order} select`, (all) => all.map(({ value }) => value));
    const [first, , , last] = await values();
    const ids = await page.$$eval(`${order} select`, (all) => all.map(({ id }) => `#${id}`));
    await page.select(ids[0]!, last!);
    expect([(await values())[0], (await values())[3]]).toEqual([last, first]);
  });

  it('gives a gap under a finger the height of a finger', async () => {
    await using tab = await freshTab();
    await tab.page.setViewport({ width: 390, height: 844, isMobile: true, hasTouch: true });
    await tab.open(drawn.page(forms.ru));
    await tab.page.click('[data-begin]');
    const gaps = '.q-cloze :is(input, select)';
    const heights = await tab.page.$$eval(gaps, (all) => all.map((one) => (one as HTMLElement).offsetHeight));
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
  });

  it('a page one comes back to takes in what was answered meanwhile, and does not write over it', async () => {
    await using tab = await freshTab();
    await tab.open(drawn.page(forms.ru));
    await tab.page.click('[data-begin]');
    await answerAll(tab.page, forms.ru);
    const kept = await tab.page.evaluate(() => {
      const key = Object.keys(localStorage).find((one) => one.startsWith('accountpress-exam-'))!;
      const draft = JSON.parse(localStorage.getItem(key)!) as { answers: Record<string, unknown> };
      localStorage.setItem(key, JSON.stringify({ ...draft, answers: {} }));
      for (const name of ['pageshow', 'pagehide']) dispatchEvent(new PageTransitionEvent(name, { persisted: true }));
      return (JSON.parse(localStorage.getItem(key)!) as typeof draft).answers;
    });
    expect(kept).toEqual({});
  });

  it('says when the browser has no room for the draft, and still saves the file', async () => {
    await using tab = await freshTab();
    const { page } = tab;
    await tab.open(drawn.page(forms.en));
    await page.click('[data-begin]');
    await page.evaluate(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    await page.click('.q-option');
    expect(await page.$eval('[data-progress]', (one) => one.textContent)).toContain('keeps no draft');
    await page.click('[data-bar] [data-review]');
    await page.click('[data-save]');
    expect(await page.$eval('[data-saved]', (one) => one.textContent)).toContain('exam-demo-boris-1.json');
    expect(tab.trouble).toEqual([]);
  });

  it('tells a day that is the same at both ends once, and whose clock it is, with the script and without', async () => {
    for (const javaScript of [true, false]) {
      await using tab = await watchedPage(browser, { javaScript });
      await tab.page.emulateTimezone('Asia/Vladivostok');
      await tab.open(drawn.page(forms.en));
      const [from, to] = await tab.page.$$eval('[data-moment]', (all) => all.map((one) => one.textContent!.trim()));
      const day = /\w+\s\d+,\s\d{4}/;
      expect(from).toMatch(day);
      const crosses = day.exec(to!)?.[0];
      // Only an exam over midnight has two days, and then they differ.
      expect(crosses).not.toBe(day.exec(from!)![0]);
      if (javaScript) expect(to).toMatch(/ \(Asia\/Vladivostok\)$/);
      else expect(to).toMatch(/ \((?!Asia\/Vladivostok)[^()]+\)$/);
    }
  });

  it('tells which topics have to be passed by themselves, unless the form is an older one', async () => {
    const read = async (form: ExamForm) => (await readFile(drawn.page(form), 'utf8')).replaceAll(/&nbsp;|\u00a0/g, ' ');
    expect(await read(forms.ru)).toMatch(/Проходной балл по темам\.<\/b>\s*«Основы» — 50 %\. Без него экзамен не сдан/);
    expect(await read(forms.en)).toMatch(/Pass marks of single topics\.<\/b>\s*“Basics”, 50%\. Each has to be reached/);
    expect(await read(forms.older)).toContain('Pass mark<');
    expect(await read(forms.older)).not.toContain('single topics');
  });

  it('warns politely near the end, and says so when the time is over', async () => {
    await using tab = await freshTab();
    const { page } = tab;
    const left = (minutes: number) => Date.parse(forms.en.opens) + (forms.en.minutes - minutes) * 60_000;
    await page.evaluateOnNewDocument((now) => {
      const shift = now - Date.now();
      const real = Date.now;
      Object.assign(window, { moveClock: (to: number) => (Date.now = () => real() + shift + (to - now)) });
      Date.now = () => real() + shift;
    }, left(30));
    await tab.open(drawn.page(forms.en));
    await page.click('[data-begin]');
    const live = (): Promise<string> => page.$eval('[data-live]', (one) => one.textContent);
    expect(await live()).toBe('');
    await page.evaluate((to) => (window as unknown as { moveClock(to: number): void }).moveClock(to), left(4.5));
    await page.waitForFunction(() => document.querySelector('[data-live]')!.textContent !== '');
    expect(await live()).toBe('Minutes left: 5.');
    await page.evaluate((to) => (window as unknown as { moveClock(to: number): void }).moveClock(to), left(-1));
    await page.waitForFunction(() => document.querySelector('[data-timer]')!.textContent === '0:00');
    expect(await live()).toContain('Time is over');
    // Advisory only: saving still works.
    await page.click('[data-bar] [data-review]');
    expect(await page.$eval('[data-save]', (one) => (one as HTMLButtonElement).disabled)).toBe(false);
  });

  it('tells who comes after the time that it has run out, before they begin; not a minute earlier', async () => {
    const notice = async (minutes: number): Promise<string> => {
      await using tab = await freshTab();
      const now = Date.parse(forms.en.opens) + minutes * 60_000;
      await tab.page.evaluateOnNewDocument((moment) => (Date.now = () => moment), now);
      await tab.open(drawn.page(forms.en));
      expect(await tab.page.$eval('[data-begin]', (one) => (one as HTMLElement).hidden)).toBe(false);
      return await tab.page.$eval('[data-notice]', (one) => ((one as HTMLElement).hidden ? '' : one.textContent!));
    };
    expect(await notice(forms.en.minutes - 1)).toBe('');
    expect(await notice(forms.en.minutes + 1)).toMatch(/^The time ran out .* If you send a file now/);
    const window = (Date.parse(forms.en.closes) - Date.parse(forms.en.opens)) / 60_000;
    expect(await notice(window + 1)).toMatch(/^The window closed/);
  });

  it('shows no question before it opens', async () => {
    await using tab = await freshTab();
    await tab.page.evaluateOnNewDocument((now) => (Date.now = () => now), Date.parse(forms.en.opens) - 3_600_000);
    await tab.open(drawn.page(forms.en));
    expect(await shownScreens(tab.page)).toEqual(['intro']);
    expect(await tab.page.$eval('[data-begin]', (one) => one.checkVisibility())).toBe(false);
    expect(await tab.page.$eval('[data-notice]', (one) => one.textContent)).toContain('The exam opens');
  });

  it.each(['ru', 'en'] as const)('%s: axe finds nothing on any screen, at a desk and on a phone', async (locale) => {
    for (const width of [1280, 390]) {
      await using tab = await freshTab({ width });
      const { page } = tab;
      await tab.open(drawn.page(forms[locale]));
      expect(await violations(page)).toEqual([]);
      await page.click('[data-begin]');
      expect(await violations(page)).toEqual([]);
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      await page.click('[data-bar] [data-review]');
      expect(await violations(page)).toEqual([]);
      expect(await overflow(page)).toBeLessThanOrEqual(0);
    }
  });

  it.each(['ru', 'en'] as const)(
    '%s: without JavaScript it is a readable page with a paper answer sheet',
    async (locale) => {
      await using tab = await watchedPage(browser, { javaScript: false });
      await tab.open(drawn.page(forms[locale]));
      const { page } = tab;
      const visible = (where: string): Promise<number> =>
        page.$$eval(where, (all) => all.filter((one) => one.checkVisibility()).length);
      expect(await visible('fieldset[data-question]')).toBe(12);
      expect(await visible('[data-sheet] > ol > li')).toBe(12);
      expect(await visible('noscript .exam-notice')).toBe(1);
      expect(await visible('button')).toBe(0);
      await page.emulateMediaType('print');
      expect(await visible('fieldset[data-question]')).toBe(12);
      expect(await visible('.q select')).toBe(0);
      expect(await visible('.q-matching .q-blank')).toBe(3);
      expect(tab.trouble).toEqual([]);
    },
  );

  it.each(['ru', 'en'] as const)('%s: is valid HTML and holds no key, weight or explanation', async (locale) => {
    const html = await readFile(drawn.page(forms[locale]), 'utf8');
    expect(html).not.toMatch(/CANARY|7\.654321|0\.0625/);
    const script = await readFile(join(drawn.page(forms[locale]), '../../assets/exam.js'), 'utf8');
    expect(script).not.toMatch(/CANARY|isAccepted|within-tolerance/);
    const validator = new HtmlValidate(
      new StaticConfigLoader({
        extends: ['html-validate:standard'],
        rules: {
          'no-inline-style': 'off',
          'long-title': 'off',
          'script-type': 'off',
          'no-redundant-role': 'off',
          'prefer-native-element': 'off',
          'require-sri': 'off',
        },
      }),
    );
    const report = await validator.validateString(html);
    const said = report.results.flatMap(({ messages }) =>
      messages.map(({ ruleId, message, line }) => `${line} ${ruleId}: ${message}`),
    );
    expect(said).toEqual([]);
  });
});
