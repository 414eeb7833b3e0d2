import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inspectPdf } from '../../src/press/printing/pdf-inspect.ts';
import type { EstimateFile } from '../../src/types/estimate.ts';
import { openBrowser, overflow, watchedPage } from '../support/browser.ts';
import { build } from '../support/command.ts';
import { filesOf, makeScratch, readJson } from '../support/folders.ts';
import { INTERNAL, writeOddProposals } from '../support/odd-proposals.ts';
import { openPdf, wordsOf } from '../support/pdf.ts';

/** Folder, document, sheets of paper: what fits on fewer has lost something, on more has come apart. */
const ODD = [
  ['hostile', '1-v1.pdf', 12],
  ['long', '2-v1.pdf', 7],
  ['yen', '3-Y-v1.pdf', 10],
  ['dinar', '3-K-v1.pdf', 10],
  ['crowd', '4-v1.pdf', 6],
  ['endless', '6-v1.pdf', 6],
  ['wordy', '7-v1.pdf', 9],
  ['ways', '8-v1.pdf', 6],
  ['tall', '9-v1.pdf', 9],
] as const;

/** What is printed on of a sheet of A4, in pixels of CSS. */
const PAPER = Math.floor((174 / 25.4) * 96);

let home: string;
let browser: Browser;
const folderOf = (id: string): string => join(home, 'dist', 'proposals', id);
const promiseOf = (id: string): Promise<EstimateFile> => readJson(join(folderOf(id), 'estimate.json'));

beforeAll(async () => {
  home = await makeScratch('odd-proposals');
  await writeOddProposals(join(home, 'agency'));
  await build(['--workspace', join(home, 'agency'), '--out', join(home, 'dist'), '--site', 'proposals', '--no-cache']);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await rm(home, { recursive: true, force: true });
});

describe.each(ODD)('the proposal “%s”', (id, pdf, sheets) => {
  it('keeps inside a phone, a window and a sheet of paper, and runs nothing of what it says', async () => {
    for (const [width, media] of [
      [390, 'screen'],
      [1280, 'screen'],
      [PAPER, 'print'],
    ] as const) {
      await using tab = await watchedPage(browser, { width });
      await tab.page.emulateMediaType(media);
      await tab.open(join(folderOf(id), 'index.html'));
      expect(await overflow(tab.page), `${media} ${width}`).toBe(0);
      expect(tab.trouble).toEqual([]);
    }
  });

  it('prints the promised total on as many sheets as its design has', async () => {
    const info = inspectPdf(await readFile(join(folderOf(id), pdf)));
    expect(info).toMatchObject({ tagged: true, pages: sheets, blankPages: [] });
    await using opened = await openPdf(join(folderOf(id), pdf));
    const total = (await promiseOf(id)).total.replace('.', '');
    expect(wordsOf(opened.pages.at(-1)!).replace(/\D/g, '')).toContain(total);
  });
});

it('prints every digit of a quantity, so that it times the price is the cost', async () => {
  await using opened = await openPdf(join(folderOf('endless'), '6-v1.pdf'));
  const words = opened.pages.map(wordsOf).join(' ').replace(/\s/gu, ' ');
  expect(words).toContain('0,125 бюджета');
  expect(words).toContain('0,0625 года');
});

describe('words between the components', () => {
  it('stand in one column with the text around them: lists have their marks, tables end where lines do', async () => {
    await using tab = await watchedPage(browser, { width: PAPER });
    await tab.page.emulateMediaType('print');
    await tab.open(join(folderOf('wordy'), 'index.html'));
    for (const part of ['.approach', '.brief', '.terms']) {
      const [text, ...others] = await tab.page.$$eval(
        `${part} > p:last-of-type, ${part} > :is(ul, ol, blockquote, table)`,
        (all) =>
          all
            .sort((a, b) => Number(b.tagName === 'P') - Number(a.tagName === 'P'))
            .map((one) => Math.round(one.getBoundingClientRect().left)),
      );
      if (part !== '.terms') expect(others, part).toEqual(others.map(() => text));
    }
    const marks = await tab.page.$$eval(':is(.approach, .terms) li', (all) =>
      all.map((one) => getComputedStyle(one).listStyleType),
    );
    expect(new Set(marks)).toEqual(new Set(['disc', 'decimal']));
  });

  it('are large only where a goal begins with what is bold', async () => {
    await using tab = await watchedPage(browser, { width: PAPER });
    await tab.page.emulateMediaType('print');
    await tab.open(join(folderOf('wordy'), 'index.html'));
    const sizes = await tab.page.$$eval('.goals li:first-child strong, .goals li:last-child strong', (all) =>
      all.map((one) => Number.parseFloat(getComputedStyle(one).fontSize)),
    );
    const text = await tab.page.$eval('.goals li', (one) => Number.parseFloat(getComputedStyle(one).fontSize));
    const [figure, within, sentence] = sizes.map((size) => size / text);
    expect(figure).toBeGreaterThan(2);
    expect(within).toBe(1);
    expect(sentence).toBeGreaterThan(1.2);
    expect(sentence!).toBeLessThan(figure!);
  });

  it.each([390, 1280])('keep the longest word of a title whole at %i pixels', async (width) => {
    await using tab = await watchedPage(browser, { width });
    await tab.open(join(folderOf('wordy'), 'index.html'));
    const lines = await tab.page.$eval('.cover-title', (one) => {
      const range = document.createRange();
      range.selectNodeContents(one);
      return range.getClientRects().length;
    });
    expect(lines).toBe(1);
  });
});

describe('packages side by side', () => {
  it('keep the words of their names whole, however narrow their columns', async () => {
    for (const [width, media] of [
      [1280, 'screen'],
      [960, 'screen'],
      [390, 'screen'],
      [PAPER, 'print'],
    ] as const) {
      await using tab = await watchedPage(browser, { width });
      await tab.page.emulateMediaType(media);
      await tab.open(join(folderOf('ways'), 'index.html'));
      const lines = await tab.page.$$eval('.package-title', (all) =>
        all.map((one) => {
          const range = document.createRange();
          range.selectNodeContents(one);
          return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
        }),
      );
      // Each has at most as many lines as parts that may part: «с поддержкой» holds together.
      lines.forEach((count, i) => expect(count, `${media} ${width}`).toBeLessThanOrEqual([1, 2, 1, 2][i]!));
    }
  });

  it('stand whole on the sheet of their title, from their names to their totals', async () => {
    await using opened = await openPdf(join(folderOf('ways'), '8-v1.pdf'));
    const sheet = wordsOf(opened.pages[1]!).replace(/\s/gu, ' ');
    expect(sheet).toContain('Варианты на выбор');
    expect(sheet).toContain('Рекомендуем');
    const { packages } = await promiseOf('ways');
    for (const { total } of packages) expect(sheet.replace(/\D/g, '')).toContain(total.replace('.', ''));
  });

  it('stand one under another on paper where their lines are more than a sheet holds', async () => {
    await using tab = await watchedPage(browser, { width: PAPER });
    await tab.page.emulateMediaType('print');
    await tab.open(join(folderOf('tall'), 'index.html'));
    const tops = await tab.page.$$eval('.package', (all) => all.map((one) => one.getBoundingClientRect().top));
    expect(new Set(tops).size).toBe(3);
  });
});

describe('sections nearly a sheet high', () => {
  it('go over to the next sheet with two lines at least at either end, and leave no heading alone', async () => {
    await using opened = await openPdf(join(folderOf('nine'), '10-v1.pdf'));
    const sheets = opened.pages.map((page) => wordsOf(page).replace(/\s+/gu, ' '));
    expect(sheets[0]).toMatch(/Смета.*Раздел 1.*Работа1:.*Работа2:/);
    const torn = sheets.filter((words) => !/^.{0,120}(Смета|Раздел)/.test(words) && /Итого по разделу/.test(words));
    for (const words of torn) {
      const [before = ''] = words.split('Итого по разделу');
      expect(before.match(/Работа\d+:/g)!.length).toBeGreaterThan(1);
    }
    for (const [, after] of sheets.flatMap((words) => [...words.matchAll(/Раздел \d(.*?)(?=Раздел \d|$)/g)])) {
      expect(after!.match(/Работа\d+:/g)!.length).toBeGreaterThan(1);
    }
    expect(torn.length).toBeGreaterThan(0);
  });
});

it.each(['crowd', 'yen', 'wordy', 'long', 'ways', 'endless'])(
  'prints nothing of “%s” smaller than a reader of paper can bear',
  async (id) => {
    await using tab = await watchedPage(browser, { width: PAPER });
    await tab.page.emulateMediaType('print');
    await tab.open(join(folderOf(id), 'index.html'));
    const small = await tab.page.evaluate(() => {
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const found: string[] = [];
      while (texts.nextNode()) {
        const { textContent, parentElement } = texts.currentNode;
        if (!textContent?.trim() || !parentElement?.checkVisibility() || parentElement.closest('.vh, script')) continue;
        const points = Number.parseFloat(getComputedStyle(parentElement).fontSize) * 0.75;
        if (points < 7.79) found.push(`${points} pt: ${textContent.trim().slice(0, 40)}`);
      }
      return found;
    });
    expect(small).toEqual([]);
  },
);

it('says that parts of a total hold the tax which the lines above are without', async () => {
  await using opened = await openPdf(join(folderOf('wordy'), '7-v1.pdf'));
  const words = opened.pages.map(wordsOf).join(' ').replace(/\s+/gu, ' ');
  expect(words).toContain('Рекламный бюджет, включая НДС');
});

describe('digits of the minor unit', () => {
  it.each([
    ['long', '76'],
    ['yen', ''],
    ['dinar', '013'],
  ])('stand back in “%s” as the last ones of the amount', async (id, digits) => {
    const minor = await minorOf(id);
    expect(minor.replace(/\D/g, '')).toBe(digits);
    expect((await promiseOf(id)).total.split('.')[1] ?? '').toBe(digits);
  });
});

describe('what is the agency’s own', () => {
  it('is in no file of any proposal: rates not asked for, comments, other people, files beside the estimate', async () => {
    for (const [id, pdf] of ODD) {
      const files = await filesOf(folderOf(id));
      const texts = await Promise.all(
        files.filter((file) => !file.endsWith('.pdf')).map((file) => readFile(join(folderOf(id), file), 'utf8')),
      );
      await using opened = await openPdf(join(folderOf(id), pdf));
      const everything = [...files, ...texts, ...opened.pages.map(wordsOf)].join('\n');
      const leaks = Object.values(INTERNAL).filter((secret) => everything.includes(secret));
      expect(leaks, id).toEqual([]);
      expect(files.filter((file) => file.endsWith('.svg'))).toEqual(['assets/person-p0.svg']);
      expect(files.filter((file) => file.endsWith('.js'))).toEqual(['assets/proposal.js']);
    }
  });
});

async function minorOf(id: string): Promise<string> {
  await using tab = await watchedPage(browser, { javaScript: false });
  await tab.open(join(folderOf(id), 'index.html'));
  return await tab.page.$eval('.total-value .minor', (one) => one.textContent ?? '');
}

describe('where lines bear different taxes', () => {
  const taxesIn = async (id: string): Promise<string[]> => {
    const html = await readFile(join(folderOf(id), 'index.html'), 'utf8');
    return [...html.matchAll(/class="est-tax"[^>]*>([^<]*)</g)].map(([, tax]) => tax!.replace(/&nbsp;|\u00a0/g, ' '));
  };

  it('each line says its own, also that it bears none', async () => {
    const long = await taxesIn('long');
    expect(long).toHaveLength(30);
    expect(long.filter((tax) => tax === 'НДС 9,975 %')).toHaveLength(5);
    expect(long.filter((tax) => tax === 'НДС 22 %')).toHaveLength(25);
    expect(new Set(await taxesIn('yen'))).toEqual(new Set(['VAT 10%', 'no tax']));
  });

  it('nothing is said of it where all bear the same', async () => {
    expect(await taxesIn('endless')).toEqual([]);
  });
});
