import { cp, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import type { AxeResults } from 'axe-core';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { computeEstimate } from '../../src/estimate/compute.ts';
import { inspectPdf } from '../../src/press/printing/pdf-inspect.ts';
import type { EstimateFile, EstimateInput } from '../../src/types/estimate.ts';
import { openBrowser, overflow, watchedPage } from '../support/browser.ts';
import { DEMO } from '../support/demo.ts';
import { filesOf, readJson, scratchFolder } from '../support/folders.ts';
import { deadReferences } from '../support/html.ts';
import { openPdf, wordsOf } from '../support/pdf.ts';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The demo's proposals: folder in the output, document, language, headings in order. */
const HOTEL = { folder: 'hotel-vysokiy-bereg-k7vq2m9x4tr8w3hz6pbn', pdf: '2026-118-v1.pdf', locale: 'ru' };
const SITE = { folder: 'site-glina-i-ogon', pdf: '2026-121-v1.pdf', locale: 'ru' };
const RETAINER = { folder: 'retainer-harbour-and-heath', pdf: '2026-124-v2.pdf', locale: 'en' };
const PROPOSALS = [HOTEL, SITE, RETAINER];

const folderOf = (folder: string): string => join(DEMO, 'proposals', folder);
const pageOf = (folder: string): string => join(folderOf(folder), 'index.html');
const promiseOf = (folder: string): Promise<EstimateFile> => readJson(join(folderOf(folder), 'estimate.json'));

/** Digits of a printed amount: «1 021,50 ₽» is 102150. */
const digits = (text: string): string => text.replace(/\D/g, '');
const minor = (amount: string): string => amount.replace('.', '');

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

describe.each(PROPOSALS)('$folder', ({ folder, pdf, locale }) => {
  it('holds the page, the document named by number and version, the promise and its assets', async () => {
    const files = (await filesOf(folderOf(folder))).filter((file) => !file.startsWith('assets/'));
    expect(files).toEqual([pdf, 'estimate.json', 'index.html'].sort());
    for (const file of ['index.html', 'assets/style.css']) {
      expect(deadReferences(join(folderOf(folder), file), folderOf(folder))).toEqual([]);
    }
  });

  it('opens from disk anywhere, without JavaScript, with the whole estimate and the promised total', async () => {
    const copy = join(await scratchFolder('moved proposal'), 'Ännu en mapp');
    await cp(folderOf(folder), copy, { recursive: true });
    await using tab = await watchedPage(browser, { javaScript: false });
    await tab.open(join(copy, 'index.html'));
    const { page } = tab;
    const promise = await promiseOf(folder);
    expect(digits(await shown(page, '.total-value'))).toBe(minor(promise.total));
    const lines = await page.$$eval('.est-line:not([hidden]) .est-cost > .amount', (all) =>
      all.map((one) => one.textContent),
    );
    expect(lines.map(digits)).toEqual(
      promise.sections.flatMap((section) => section.lines.map(({ net }) => minor(net))),
    );
    const sums = await page.$$eval('.est-section:not([hidden]) .est-sum .amount', (all) =>
      all.map((one) => one.textContent),
    );
    expect(sums.map(digits)).toEqual(promise.sections.map(({ net }) => minor(net)));
    const payments = await page.$$eval('.payment-amount', (all) => all.map((one) => one.textContent));
    expect(payments.map(digits)).toEqual(promise.payments.map(({ amount }) => minor(amount)));
    expect(await page.$$eval('input:not([hidden])', (all) => all.filter((one) => one.checkVisibility()).length)).toBe(
      0,
    );
    expect(tab.trouble).toEqual([]);
  });

  it('adds up as printed: lines to sections, sections less discounts plus taxes to the total, payments to the total', async () => {
    const promise = await promiseOf(folder);
    const sum = (amounts: string[]) => amounts.reduce((all, amount) => all + BigInt(minor(amount)), 0n);
    for (const section of promise.sections) {
      expect(sum(section.lines.map(({ net }) => net))).toBe(BigInt(minor(section.net)));
    }
    const taxed = sum(promise.taxes.map(({ base }) => base)) + sum(promise.taxes.map(({ amount }) => amount));
    expect(taxed).toBe(BigInt(minor(promise.total)));
    expect(sum(promise.payments.map(({ amount }) => amount))).toBe(taxed);
    const net = sum(promise.sections.map((section) => section.net)) - BigInt(minor(promise.discount));
    expect(net).toBe(sum(promise.taxes.map(({ base }) => base)));
  });

  it.each([390, 1280])('has nothing axe-core objects to and nothing to scroll sideways at %i pixels', async (width) => {
    await using tab = await watchedPage(browser, { width });
    await tab.open(pageOf(folder));
    expect(await overflow(tab.page)).toBe(0);
    expect(tab.trouble).toEqual([]);
    await tab.page.evaluate(axe);
    const { violations } = (await tab.page.evaluate('axe.run(document)')) as AxeResults;
    expect(violations.map((one) => `${one.id}: ${one.nodes[0]?.html.slice(0, 200)}`)).toEqual([]);
  });

  it('is valid HTML', async () => {
    expect(await mistakes(pageOf(folder))).toEqual([]);
  });

  it('is a PDF with tags, bookmarks of every part, embedded fonts, a cover in front and a signature at the end', async () => {
    const file = join(folderOf(folder), pdf);
    const info = inspectPdf(await readFile(file));
    expect(info).toMatchObject({ tagged: true, lang: locale, blankPages: [] });
    expect(info.fonts.filter(({ embedded }) => !embedded)).toEqual([]);
    expect(info.bytes).toBeLessThan(1_000_000);
    await using opened = await openPdf(file);
    const headings = [...(await readFile(pageOf(folder), 'utf8')).matchAll(/<h2[^>]*>([^<]*)</g)].map(([, title]) =>
      title!.trim(),
    );
    const marks = (await opened.bookmarks()).map(({ title }) => title.replace(/\s+/g, ' ').trim());
    expect(marks).toEqual(expect.arrayContaining(headings.map((title) => title.replace(/\s+/g, ' '))));
    const promise = await promiseOf(folder);
    expect(digits(wordsOf(opened.pages.at(-1)!))).toContain(minor(promise.total));
    expect(wordsOf(opened.pages[0]!)).toContain(promise.number);
  });
});

describe('choosing', () => {
  it('counts every package and option by the very arithmetic of the build, down to the letter that accepts', async () => {
    await using tab = await watchedPage(browser);
    await tab.open(pageOf(SITE.folder));
    const { page } = tab;
    const { input } = JSON.parse(await page.$eval('#proposal-data', (one) => one.textContent)) as {
      input: EstimateInput;
    };
    const options = input.lines.filter(({ optional }) => optional).map(({ id }) => id);
    for (const chosen of ['svezhest', 'pech', 'masterskaya']) {
      await page.click(`input[name=package][value=${chosen}]`);
      for (const option of [options.slice(0, 1), options]) {
        await tick(page, option);
        const expected = computeEstimate(input, { package: chosen, options: option });
        expect(digits(await shown(page, '.total-value'))).toBe(minor(expected.total));
        expect(digits(await shown(page, '.acceptance-total'))).toBe(minor(expected.total));
        const rows = await page.$$eval('.est-line:not([hidden])', (all) =>
          all.map((row) => row.getAttribute('data-line')!),
        );
        const lines = expected.sections.flatMap((section) => section.lines.map(({ id }) => id));
        expect(rows.toSorted()).toEqual(lines.toSorted());
        const letter = new URL(await page.$eval('.acceptance-links a[data-accept]', (link) => link.href));
        const subject = letter.searchParams.get('subject')!;
        expect(subject).toContain('2026-121, версия 1');
        expect(digits(subject)).toContain(minor(expected.total));
      }
    }
    await tick(page, []);
    const promise = await promiseOf(SITE.folder);
    expect(digits(await shown(page, '.total-value'))).toBe(minor(promise.total));
    expect(tab.trouble).toEqual([]);
  });

  it('is offered only where there is something to choose, and leads back to what is recommended', async () => {
    await using tab = await watchedPage(browser);
    await tab.open(pageOf(SITE.folder));
    const { page } = tab;
    await page.click('input[name=package][value=pech]');
    await page.click('[data-reset]');
    expect(await page.$eval('input[name=package]:checked', (one) => (one as HTMLInputElement).value)).toBe(
      'masterskaya',
    );
    expect(digits(await shown(page, '.total-value'))).toBe(minor((await promiseOf(SITE.folder)).total));
  });
});

it('keeps what was ticked under the finger, though a section appears above it', async () => {
  await using tab = await watchedPage(browser, { width: 390, height: 844 });
  await tab.open(pageOf(SITE.folder));
  const { page } = tab;
  const top = () => page.$eval('input[name=option]', (one) => Math.round(one.getBoundingClientRect().top));
  await page.evaluate(() =>
    document.querySelector('.options')!.scrollIntoView({ block: 'center', behavior: 'instant' }),
  );
  const [before, height] = [await top(), await page.$eval('.estimate', (one) => one.clientHeight)];
  await page.click('input[name=option]');
  expect(await page.$eval('.estimate', (one) => one.clientHeight)).toBeGreaterThan(height);
  expect(Math.abs((await top()) - before)).toBeLessThanOrEqual(1);
  expect(await page.$eval('.choice', (one) => one.clientHeight)).toBeLessThan(150);
});

describe('the brief form', () => {
  const brief = folderOf('brief');

  it.each(['index.html', 'en/index.html'])(
    '%s stands alone, is valid HTML and has nothing axe-core objects to',
    async (name) => {
      const file = join(brief, name);
      const outward = deadReferences(file, brief).filter((one) => !one.startsWith('mailto:'));
      expect(outward).toEqual([]);
      expect(await mistakes(file)).toEqual([]);
      await using tab = await watchedPage(browser, { width: 390 });
      await tab.open(file);
      expect(await overflow(tab.page)).toBe(0);
      await tab.page.evaluate(axe);
      const { violations } = (await tab.page.evaluate('axe.run(document)')) as AxeResults;
      expect(violations.map(({ id }) => id)).toEqual([]);
    },
  );
});

async function tick(page: Page, options: string[]): Promise<void> {
  for (const box of await page.$$('input[name=option]')) {
    const [id, checked] = await box.evaluate(
      (one) => [(one as HTMLInputElement).value, (one as HTMLInputElement).checked] as const,
    );
    if (checked !== options.includes(id)) await box.click();
  }
}

const shown = (page: Page, selector: string): Promise<string> => page.$eval(selector, (one) => one.textContent ?? '');

async function mistakes(file: string): Promise<string[]> {
  const rules = { 'no-inline-style': 'off', 'tel-non-breaking': 'off' } as const;
  const loader = new StaticConfigLoader({ root: true, extends: ['html-validate:recommended'], rules });
  const { results } = await new HtmlValidate(loader).validateString(await readFile(file, 'utf8'), basename(file));
  return results.flatMap(({ messages }) => messages.map((one) => `${one.ruleId} ${one.message} ${one.selector}`));
}
