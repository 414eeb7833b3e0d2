import { readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Browser } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AnswersFile, ExamForm } from '../../src/types/exam.ts';
import type { TraineeEvent } from '../../src/types/trainee.ts';
import { openBrowser, watchedPage, type WatchedPage } from '../support/browser.ts';
import { build, runCommand } from '../support/command.ts';
import { answerForm } from '../support/exam-sitting.ts';
import { filesOf, makeScratch, readJson } from '../support/folders.ts';
import { textOf } from '../support/html.ts';
import { NEW_ANNA, writeMonthAgency } from '../support/month-agency.ts';
import { serveSite, type ServedSite } from '../support/site-server.ts';

let home: string;
let browser: Browser;
let site: ServedSite;
const root = (): string => join(home, 'agency');
const dist = (...path: string[]): string => join(home, 'dist', ...path);

beforeAll(async () => {
  home = await makeScratch('month');
  await writeMonthAgency(root());
  browser = await openBrowser('127.0.0.1');
  site = await serveSite(dist('handbook'));
});
afterAll(async () => {
  await browser?.close();
  await site?.[Symbol.asyncDispose]();
  await rm(home, { recursive: true, force: true });
});

/** Both sites as they are on a day. */
const built = (asOf: string, sites = 'handbook') =>
  build(['--workspace', root(), '--out', dist(), '--site', sites, '--as-of', asOf, '--no-pdf', '--no-cache']);

/** What a command answers in JSON: what was done, or by which name it refused. */
async function command(name: 'exam' | 'trainee', ...args: string[]) {
  const { code, stdout, stderr } = await runCommand(name, [...args, '--workspace', root(), '--json', '--lang', 'en']);
  if (stdout === '') throw new Error(`${name} ${args.join(' ')}: ${stderr}`);
  return { code, told: JSON.parse(stdout) as Record<string, unknown> };
}

const trainee = (day: string, ...args: string[]) => command('trainee', ...args, '--as-of', day);
const refusedAs = (told: Record<string, unknown>): unknown =>
  told['code'] ?? (told['error'] as { code: string } | undefined)?.code;

const issue = (now: string) => command('exam', 'issue', 'demo', '--trainee', 'anna', '--now', now);

const ledger = async (): Promise<TraineeEvent[]> =>
  (await readFile(join(root(), 'data/trainees/anna/ledger.jsonl'), 'utf8'))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as TraineeEvent);

/** A page of the handbook in a browser whose clock shows a moment. */
async function visit(page: string, now: string): Promise<WatchedPage> {
  const tab = await watchedPage(browser);
  await tab.page.evaluateOnNewDocument((moment) => {
    const Real = Date;
    const shift = Real.parse(moment) - Real.now();
    window.Date = class extends Real {
      constructor(...given: unknown[]) {
        super(...((given.length === 0 ? [Real.now() + shift] : given) as [number]));
      }
      static override now(): number {
        return Real.now() + shift;
      }
    } as DateConstructor;
  }, now);
  await tab.page.goto(site.address + page, { waitUntil: 'load' });
  return tab;
}

/** A form that has just been issued is sat on its page, and the answers file is saved as the trainee saves it. */
async function sat(told: Record<string, unknown>, now: string, only?: readonly string[]): Promise<string> {
  const form = await readJson<ExamForm>(join(root(), String(told['file'])));
  await using tab = await visit(`exams/${form.token}/index.html`, now);
  const { page } = tab;
  const session = await page.createCDPSession();
  await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: home, eventsEnabled: true });
  await page.click('[data-begin]');
  await answerForm(page, form, only);
  await page.click('[data-bar] [data-review]');
  const done = new Promise<void>((resolve) =>
    session.on('Browser.downloadProgress', ({ state }) => void (state === 'completed' && resolve())),
  );
  await page.click('[data-save]');
  await done;
  expect(tab.trouble).toEqual([]);
  const file = join(home, `exam-demo-anna-${form.attempt}.json`);
  const saved = await readJson<AnswersFile>(file);
  expect(saved).toMatchObject({ form: form.token, attempt: form.attempt, formHash: form.hash });
  expect(saved.exported.slice(0, 16)).toBe(now.slice(0, 16));
  return file;
}

/** Marks a file; open answers get full points on their sheet. */
async function graded(file: string, now: string) {
  const once = async () =>
    ((await command('exam', 'grade', file, '--now', now)).told['files'] as Record<string, unknown>[])[0]!;
  const first = await once();
  if (first['status'] !== 'pending') return first;
  const sheet = file.replace('.json', '.rubric.yaml');
  const text = await readFile(sheet, 'utf8');
  await writeFile(sheet, text.replace('points: null', 'points: 3').replace('points: null', 'points: 1'));
  return once();
}

const pageText = async (...path: string[]): Promise<string> =>
  textOf(await readFile(dist(...path), 'utf8')).replace(/[\s\u00a0\u2009]+/g, ' ');

/**
 * Opens, sat ten minutes later; the waiting of 1, 3, 7 and 14 days lies between, and a try to be earlier. The third is
 * never handed in: it is spent when its window of two days closes, and the wait begins there.
 */
const ATTEMPTS = [
  { opens: '2026-11-05T10:00:00.000Z', early: '2026-11-06T09:00:00.000Z' },
  { opens: '2026-11-06T11:00:00.000Z', early: '2026-11-09T10:00:00.000Z' },
  { opens: '2026-11-09T12:00:00.000Z', early: '2026-11-18T11:00:00.000Z', missed: true },
  { opens: '2026-11-18T12:00:00.000Z', early: '2026-12-02T11:00:00.000Z' },
  { opens: '2026-12-02T13:00:00.000Z', early: '2026-12-02T15:00:00.000Z' },
];
const tenMinutesAfter = (moment: string): string => moment.replace(':00:00.000Z', ':10:00.000Z');

describe('a month of a trainee', () => {
  it('begins with lessons and ticks, which open nothing', async () => {
    const begun = await command('trainee', ...NEW_ANNA, '--locale', 'en');
    expect(begun).toMatchObject({ code: 0 });
    await built('2026-11-02', 'handbook,desk');
    const morning = '2026-11-02T09:30:00.000Z';
    {
      await using day = await visit('en/my-day/index.html', morning);
      await day.page.$eval('[data-start] input', (one) => {
        const input = one as HTMLInputElement;
        input.value = '2026-11-02';
        input.dispatchEvent(new Event('change', { bubbles: true }));
      });
      expect(await day.page.$eval('[data-shown] h3', (one) => one.textContent)).toMatch(/Day 1.*November.2, 2026/s);
    }
    {
      await using lesson = await visit('en/role/code/index.html', morning);
      await lesson.page.click('[data-question="one"] input[value="company"]');
      await lesson.page.click('[data-question="one"] [data-check]');
      expect(await lesson.page.$eval('[data-question="one"] .hb-verdict', (one) => one.textContent)).toBe('Right');
    }
    for (const reopened of [false, true]) {
      await using list = await visit('en/checklists/first-day/index.html', morning);
      if (!reopened) await list.page.click('[data-item="read-code"]');
      expect(await list.page.$eval('[data-item="read-code"]', (one) => (one as HTMLInputElement).checked)).toBe(true);
      expect(list.trouble).toEqual([]);
    }
    expect(refusedAs((await trainee('2026-11-02', 'signoff', 'anna', 'write-letter', '--by', 'olga')).told)).toBe(
      'gate-not-open',
    );
  });

  it('goes on when those who may have signed: the gate opens the next week', async () => {
    expect(refusedAs((await trainee('2026-11-03', 'signoff', 'anna', 'give-laptop', '--by', 'olga')).told)).toBe(
      'person-not-entitled',
    );
    expect(refusedAs((await trainee('2026-11-03', 'signoff', 'anna', 'write-plan', '--by', 'olga')).told)).toBe(
      'evidence-needed',
    );
    for (const signed of [
      ['read-code', '--by', 'mentor'],
      ['give-laptop', '--by', 'denis'],
      ['meet-mentor', '--by', 'mentor'],
      ['write-plan', '--by', 'mentor', '--evidence', 'https://tracker.example/plan'],
      ['write-letter', '--by', 'mentor'],
    ])
      expect(await trainee('2026-11-04', 'signoff', 'anna', ...signed)).toMatchObject({ code: 0 });
  });

  it('has an exam with four retakes, each after its wait: failed, failed, missed, failed, passed', async () => {
    for (const [index, { opens, early, missed }] of ATTEMPTS.entries()) {
      const { code, told } = await issue(opens);
      expect([code, told['attempt']]).toEqual([0, index + 1]);
      if (missed) {
        expect(refusedAs((await issue(tenMinutesAfter(opens))).told)).toBe('form-open');
        expect(refusedAs((await issue(early)).told)).toBe('waiting-period');
        continue;
      }
      await built(opens.slice(0, 10));
      const at = tenMinutesAfter(opens);
      const last = index === ATTEMPTS.length - 1;
      const file = await sat(told, at, last ? undefined : ['Who approves', 'stages of an order']);
      const outcome = await graded(file, at);
      expect(outcome, basename(file)).toMatchObject({
        status: 'graded',
        graded: { result: { passed: last, attempt: index + 1 } },
      });
      if (last) expect((await graded(file, at))['status']).toBe('repeated');
      expect(refusedAs((await issue(early)).told)).toBe(last ? 'already-passed' : 'waiting-period');
    }
    const events = await ledger();
    expect(events.filter(({ type }) => type === 'exam-issued')).toHaveLength(5);
    expect(events.find((event) => event.type === 'exam-graded' && event.certificate !== null)).toMatchObject({
      attempt: 5,
      certificate: { from: '2026-12-02' },
      result: { score: '1.0000' },
    });
  });

  it('is told how the exam went only when the window has closed', async () => {
    const release = async (now: string) =>
      (await command('exam', 'release', 'demo', '--now', now)).told['attempts'] as {
        attempt: number;
        status: string;
      }[];
    const states = (all: { attempt: number; status: string }[]) =>
      all.map(({ attempt, status }) => `${attempt} ${status}`);
    const feedback = join(root(), 'data/trainees/anna/feedback');
    expect(states(await release('2026-12-04T12:00:00.000Z'))).toEqual([
      ...['1 released', '2 released', '4 released', '5 held'],
    ]);
    expect(await filesOf(feedback)).toHaveLength(3);
    expect(states(await release('2026-12-04T13:00:00.000Z'))).toEqual(['5 released']);
    expect(await readFile(join(feedback, 'demo-5.html'), 'utf8')).toContain('Certificate');
  });

  it('ends with a defence that two score apart and agree on, and a decision that both sign', async () => {
    const day = '2026-12-07';
    const levels = (points: number) =>
      ['goal', 'tasks', 'money', 'risks', 'communication', 'answers'].map((id) => `${id}=${points}`);
    const decide = ['decide', 'anna', 'account-manager', '--reason', 'Keeps her word', '--by', 'mentor'];
    expect(refusedAs((await trainee(day, ...decide, '--by', 'manager')).told)).toBe('decision-unfounded');
    expect(await trainee(day, 'score', 'anna', '--by', 'olga', ...levels(3))).toMatchObject({ code: 0 });
    const agreed = ['score', 'anna', '--by', 'olga', '--agreed', ...levels(3)];
    expect(refusedAs((await trainee(day, ...agreed)).told)).toBe('score-apart-first');
    expect(await trainee(day, 'score', 'anna', '--by', 'vera', ...levels(2))).toMatchObject({ code: 0 });
    expect(await trainee(day, ...agreed)).toMatchObject({ code: 0 });
    expect(refusedAs((await trainee(day, ...decide)).told)).toBe('signature-missing');
    expect(await trainee(day, ...decide, '--by', 'manager')).toMatchObject({ code: 0 });
  });

  it('stands on the desk from the first signature to the decision, and is gone from the handbook', async () => {
    await built('2026-12-08', 'handbook,desk');
    const page = await pageText('desk', 'trainees', 'anna', 'index.html');
    for (const attempt of [1, 2, 4])
      expect(page).toMatch(new RegExp(`Sample exam, attempt ${attempt} [\\d.]+% not passed`));
    expect(page).toContain('Sample exam, attempt 3 no answers came');
    expect(page).toContain('Sample exam, attempt 5 100% passed');
    expect(page).toContain('Leads clients alone');
    expect(page).toContain('Keeps her word');
    expect(page).toContain('Signed by Olga Marsh (mentor) and Ivan Reed (manager)');
    expect(page).toContain('Denis Ash');
    expect(await pageText('desk', 'index.html')).toContain('Anna Kotova');
    const files = await filesOf(dist('handbook'));
    expect(files.filter((file) => file.startsWith('exams/'))).toEqual([]);
    for (const file of files.filter((one) => one.endsWith('.html'))) {
      expect(await readFile(dist('handbook', file), 'utf8'), file).not.toMatch(/Anna Kotova|Keeps her word/);
    }
  });
});
