import { appendFile, cp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import ICAL from 'ical.js';
import type { Browser } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Manifest } from '../../src/press/output/manifest.ts';
import type { Problem } from '../../src/types/problem.ts';
import { CANARY, writeTraining } from '../desk/agency.ts';
import { brokenWords, openBrowser, overflow, watchedPage } from '../support/browser.ts';
import { build, runCommand } from '../support/command.ts';
import { filesOf, hashesOf, makeScratch, readJson, writeFiles } from '../support/folders.ts';
import { deadReferences, textOf } from '../support/html.ts';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let home: string;
let browser: Browser;
const root = (): string => join(home, 'agency');
const desk = (...path: string[]): string => join(home, 'dist', 'desk', ...path);
const made = (out = 'dist', expected = 0) =>
  build(
    ['--workspace', root(), '--out', join(home, out), '--site', 'desk', '--as-of', '2026-11-04', '--no-cache'],
    expected,
  );
const text = async (...path: string[]): Promise<string> =>
  textOf(await readFile(desk(...path), 'utf8')).replace(/[\s\u00a0\u2009]+/g, ' ');

const PAGES = ['', 'en/'].flatMap((locale) =>
  [
    'index.html',
    'exams/index.html',
    'oral/index.html',
    'trainees/vera-orlova/index.html',
    'trainees/oleg-ryabov/index.html',
  ].map((page) => locale + page),
);

beforeAll(async () => {
  home = await makeScratch('desk');
  await writeTraining(root());
  await made();
  browser = await openBrowser();
}, 120_000);
afterAll(async () => {
  await browser.close();
  await rm(home, { recursive: true, force: true });
});

describe('the desk', () => {
  it('says who is where, what is late and whose it is', async () => {
    const cohort = await text('index.html');
    expect(cohort).toContain('Вера Орлова наставник — Анна Лебедева');
    expect(cohort).toContain('Переходит в другой отдел');
    // With whom how much of it is stands at the top and beside each of them.
    expect(cohort).toContain('Что просрочено и чьё : ИТ 4 · руководитель 5 · наставник 7 · стажёр 8');
    expect(cohort).toMatch(/Стажировка закончена: 1 .*Вера Орлова .* 1 пункт стажёр 1 /);
    // The decided one owes feedback and no items; the other has had one working day.
    expect(cohort).toMatch(/За ИТ · 4 [^·]* Учётная запись, почта, календарь группы Олег Рябов 2 нояб\. 2 дня/);
    expect(cohort).toContain('Обратная связь от стажёра, день 25 Вера Орлова 29 окт. 6 дней');
    expect(cohort.match(/Вера Орлова \d+ (окт|нояб)\./g)).toHaveLength(1);
    expect(cohort).toContain('SEO: следующая попытка не раньше 6 нояб.');
  });

  it('a trainee’s page has signatures, attempts with reasons, the rubric of both, feedback of both sides, the decision', async () => {
    const vera = await text('en/trainees/vera-orlova/index.html');
    expect(vera).toContain('Moves to another department: PPC');
    expect(vera).toContain('Signed by Anna Lebedeva (mentor) and Maksim Orlov (manager).');
    expect(vera).toMatch(/SEO, attempt 1 0% not passed/);
    expect(vera).toContain('Why it was not passed: the score is below the mark');
    expect(vera).toContain('robots Indexing wrong counts as a whole only');
    expect(vera).toMatch(/SEO, attempt 2 100% passed/);
    expect(vera).toMatch(/Score 100% 66\.7% 100%/);
    expect(vera).toContain('From the mentor How ready the trainee is to lead a client alone 4 of 5');
    expect(vera).toContain('From the trainee Not on record yet.');
    expect(vera).toContain('Anna Lebedeva, Oct 5');
    expect(await readFile(desk('en/trainees/vera-orlova/index.html'), 'utf8')).toContain(
      'href="https://tracker.lotsman.example/t/7"',
    );
  });

  it('keeps what one scorer gave to itself until the other has scored', async () => {
    const oleg = await text('trainees/oleg-ryabov/index.html');
    expect(oleg).toContain('Оценил один человек');
    expect(oleg).not.toContain('3 · Образец');
  });

  it('tells exam figures with n, greyed below twenty, and no key', async () => {
    const page = await readFile(desk('exams/index.html'), 'utf8');
    expect(textOf(page).replace(/[\s\u00a0]+/g, ' ')).toContain('первых попыток: 2 — меньше 20');
    expect(page).toMatch(/<tr class="is-grey">\s*<th scope="row">\s*robots/);
    for (const file of await filesOf(desk())) {
      expect((await readFile(desk(file))).includes(Buffer.from(CANARY)), file).toBe(false);
    }
  });

  it('has a calendar of due dates that calendars read', async () => {
    const calendar = new ICAL.Component(ICAL.parse(await readFile(desk('due.ics'), 'utf8')));
    const events = calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
    const review = events.find(({ uid }) => uid === 'oleg-ryabov.review@lotsman.example')!;
    expect([review.startDate.toString(), review.startDate.isDate]).toEqual(['2026-11-16', true]);
    expect(events.some(({ uid }) => uid.startsWith('vera-orlova.item.'))).toBe(false);
  });

  it('is not made better by a script: there is none', async () => {
    expect((await filesOf(desk())).filter((file) => file.endsWith('.js'))).toEqual([]);
    for (const page of PAGES) expect(await readFile(desk(page), 'utf8'), page).not.toContain('<script');
  });

  it.each(PAGES)('%s: links live, nothing forbidden is tried, accessible, fits a phone', async (path) => {
    expect(deadReferences(desk(path), desk())).toEqual([]);
    await using tab = await watchedPage(browser, { width: 390 });
    await tab.open(desk(path));
    expect(await overflow(tab.page)).toBeLessThanOrEqual(0);
    expect(tab.trouble).toEqual([]);
    expect(tab.requests.filter((one) => !one.startsWith('file:'))).toEqual([]);
    await tab.page.evaluate(axe);
    for (const width of [390, 1280]) {
      await tab.page.setViewport({ width, height: 900 });
      const { violations } = (await tab.page.evaluate('axe.run()')) as AxeResults;
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    }
  });

  it('breaks no word beside a long name of its agency on a phone', async () => {
    await using tab = await watchedPage(browser, { width: 320 });
    await tab.open(desk('en/index.html'));
    await tab.page.$eval('.desk-site b', (name) => {
      name.textContent = 'United Agency of Internet Marketing and Strategic Communications “North-Western Lotsman”';
    });
    expect(await tab.page.evaluate(brokenWords)).toEqual([]);
  });

  it('tells whose result a link leads to: a list of its links was “result”, twelve times', async () => {
    await using tab = await watchedPage(browser);
    await tab.open(desk('en/trainees/vera-orlova/index.html'));
    const rows = await tab.page.$$eval('.items .effect a', (all) =>
      all.map((link) => [link.textContent, link.closest('tr')!.querySelector('th')!.firstChild!.textContent]),
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const [said, item] of rows) expect(said!.replace(/\s+/gu, ' ')).toContain(item!.trim().replace(/\s+/gu, ' '));
  });

  it('on paper a result that was a link is its address', async () => {
    await using tab = await watchedPage(browser, { width: 720 });
    await tab.open(desk('en/trainees/vera-orlova/index.html'));
    const told = () => tab.page.$eval('.items .effect a', (link) => getComputedStyle(link, '::after').content);
    expect(await told()).toBe('none');
    await tab.page.emulateMediaType('print');
    expect(await told()).toContain('https://tracker.lotsman.example/t/7');
    expect(await overflow(tab.page)).toBeLessThanOrEqual(0);
  });

  it('and the handbook tell a mistake of what they share once, and nothing that only follows from it', async () => {
    const file = join(root(), 'content/handbook/checklists/week-2.yaml');
    const whole = await readFile(file, 'utf8');
    await writeFile(file, whole.replace('owner: trainee', 'owner: traine'));
    const about = ['--workspace', root(), '--as-of', '2026-11-04', '--json'];
    const checked = await runCommand('check', about);
    const built = await build([...about, '--out', join(home, 'both'), '--site', 'handbook,desk', '--no-cache'], 1);
    await writeFile(file, whole);
    for (const { stdout } of [checked, built]) {
      const { problems } = JSON.parse(stdout) as { problems: Problem[] };
      const told = problems.filter(
        (one) => one.severity === 'error' && /handbook\/(checklists|programme)|onboarding/.test(one.file),
      );
      expect(told.map(({ file, row }) => `${file}:${row}`)).toEqual(['content/handbook/checklists/week-2.yaml:17']);
    }
  });

  it('of a whole department is read at a glance: a line for each, the rest folded, on screen, on a phone and on paper', async () => {
    const crowd = join(home, 'crowd');
    await cp(root(), crowd, { recursive: true });
    const card = await readFile(join(root(), 'data/trainees/oleg-ryabov/trainee.json'), 'utf8');
    await writeFiles(
      crowd,
      Array.from({ length: 32 }, (_, i): [string, string] => [`data/trainees/t${i}/trainee.json`, card]),
    );
    const out = join(home, 'crowded');
    await build(['--workspace', crowd, '--out', out, '--site', 'desk', '--as-of', '2026-11-23', '--no-cache']);
    await using tab = await watchedPage(browser, { width: 1280 });
    await tab.open(join(out, 'desk', 'index.html'));
    const height = () => tab.page.evaluate(() => document.documentElement.scrollHeight);
    const folded = await tab.page.$$eval('.fold', (all) => all.map((one) => (one as HTMLDetailsElement).open));
    expect(folded.length).toBeGreaterThan(5);
    expect(folded).not.toContain(true);
    expect(await tab.page.$$eval('.cohort tbody tr', (rows) => rows.length)).toBe(34);
    expect(await height()).toBeLessThan(7000);
    // Everything is there all the same, behind one key.
    await tab.page.focus('#late summary');
    await tab.page.keyboard.press('Enter');
    expect(await tab.page.$eval('#late details', (one) => (one as HTMLDetailsElement).open)).toBe(true);
    await tab.page.setViewport({ width: 390, height: 900 });
    await tab.page.reload();
    expect(await overflow(tab.page)).toBeLessThanOrEqual(0);
    expect(await height()).toBeLessThan(16_000);
  });

  it('is the same from the same records, and stays as it was when a record is broken', async () => {
    const before = await hashesOf(desk());
    await made('again');
    expect(await hashesOf(join(home, 'again', 'desk'))).toEqual(before);
    await appendFile(join(root(), 'data/trainees/oleg-ryabov/ledger.jsonl'), 'torn\n');
    const { stderr } = await made('again', 1);
    expect(stderr).toContain('data/trainees/oleg-ryabov/ledger.jsonl:6');
    expect(await hashesOf(join(home, 'again', 'desk'))).toEqual(before);
    const { documents } = await readJson<Manifest>(join(home, 'again', 'manifest.json'));
    expect(documents.map(({ site, status }) => [site, status])).toEqual([['desk', 'failed']]);
  });
});
