import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { AxeResults } from 'axe-core';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import type { Browser, ElementHandle, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FiguresFile } from '../../src/types/figures.ts';
import { brokenWords, openBrowser, overflow, watchedPage } from '../support/browser.ts';
import { cabinetPage, CLIENTS, clientFolder, ENGLISH, reportPage, RUSSIAN } from '../support/demo.ts';
import { filesOf, readJson } from '../support/folders.ts';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const ids = CLIENTS.map(({ id }) => id);

/** Pages of every kind, of every client. */
const PAGES = ids.flatMap((id) => [
  ['cabinet', id, cabinetPage(id)],
  ['2026-10', id, reportPage(id, '2026-10')],
  // The first month: nothing to compare with.
  ['2024-09', id, reportPage(id, '2024-09')],
  ['2026-Q3', id, reportPage(id, '2026-Q3')],
  ['2025', id, reportPage(id, '2025')],
]) as [string, string, string][];

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

describe('without JavaScript', () => {
  it.each(ids)('%s: the report has its figures, drawn charts with tables, and links that work', async (id) => {
    await using tab = await watchedPage(browser, { javaScript: false });
    await tab.open(reportPage(id, '2026-10'));
    const { page } = tab;
    const figures = await readJson<FiguresFile>(join(clientFolder(id), '2026-10', 'figures.json'));
    const shown = await page.$$eval('.kpis .kpi-value .num', (all) =>
      all.map((one) => [one.getAttribute('href')!.replace('#src-', ''), one.textContent]),
    );
    expect(shown.length).toBeGreaterThan(2);
    for (const [metric, text] of shown) {
      const { value, unit } = figures.metrics[metric!]!;
      if (unit === 'count') expect(text!.replace(/\D/g, '')).toBe(value);
      else expect(text).toMatch(/\d/);
    }

    const charts = await page.$$eval('figure.chart', (all) =>
      all.map((chart) => ({
        drawn: [...chart.querySelectorAll('svg')].some((svg) => svg.getBoundingClientRect().width > 100),
        titles: chart.querySelectorAll('svg > title').length,
        rows: chart.querySelectorAll('table tbody tr').length,
      })),
    );
    expect(charts.length).toBeGreaterThan(2);
    for (const chart of charts) {
      expect(chart.drawn).toBe(true);
      expect(chart.titles).toBeGreaterThan(0);
      expect(chart.rows).toBeGreaterThan(0);
    }

    await page.click('.kpis .kpi-value .num');
    expect(await page.evaluate(() => document.querySelector(':target')?.id)).toMatch(/^src-/);
    await Promise.all([page.waitForNavigation(), page.click('.topbar > a')]);
    expect(page.url()).toMatch(new RegExp(`/${id}/index\\.html$`));
    expect(tab.trouble).toEqual([]);
  });

  it.each([RUSSIAN, ENGLISH])('%s: the cabinet lists every report, works, plans and people', async (id) => {
    await using tab = await watchedPage(browser, { javaScript: false });
    await tab.open(cabinetPage(id));
    const links = await tab.page.$$eval('a', (all) => all.map((a) => a.getAttribute('href') ?? ''));
    const pages = (await filesOf(clientFolder(id))).filter((file) => /^\d.*(\.html|\.pdf)$/.test(file));
    expect(pages.length).toBeGreaterThan(50);
    expect(pages.filter((file) => !links.includes(file))).toEqual([]);
    expect(await tab.page.$$eval('.chronology [data-area]', (all) => all.length)).toBeGreaterThan(50);
    expect(await tab.page.$$eval('img', (all) => all.filter((img) => img.naturalWidth > 0).length)).toBeGreaterThan(2);
    expect(await tab.page.$('.filter')).toBeNull();
  });
});

it('on paper the line of a figure’s months keeps its width beside a target and two long comparisons', async () => {
  await using tab = await watchedPage(browser);
  await tab.page.emulateMediaType('print');
  // The width of the text of a sheet of A4.
  await tab.page.setViewport({ width: 665, height: 900 });
  await tab.open(reportPage(ENGLISH, '2026-10'));
  const widths = await tab.page.evaluate(() => {
    for (const head of document.querySelectorAll('.kpis thead th:not(:first-child):not(:last-child)')) {
      if (!/value/i.test(head.textContent)) head.textContent = 'vs November 1–22, 2025';
    }
    for (const cell of document.querySelectorAll('.kpis .kpi-target'))
      cell.textContent = '114% of target, over the limit';
    for (const cell of document.querySelectorAll('.kpis .kpi-value')) cell.textContent = '$1,129,772';
    return [...document.querySelectorAll('.kpi-trend svg')].map((svg) => svg.getBoundingClientRect().width);
  });
  expect(widths.length).toBeGreaterThan(3);
  expect(Math.min(...widths)).toBeGreaterThan(45);
});

describe('in colours the reader’s system dictates', () => {
  it('charts keep their own paper, on which their words were made to be read', async () => {
    await using tab = await watchedPage(browser);
    const session = await tab.page.createCDPSession();
    await session.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }] });
    await tab.open(reportPage(RUSSIAN, '2026-10'));
    const papers = await tab.page.$$eval('.chart-picture, .kpi-trend svg', (all) => {
      const paper = document.createElement('i');
      paper.style.cssText = 'forced-color-adjust:none;background:var(--paper)';
      document.body.append(paper);
      const own = getComputedStyle(paper).backgroundColor;
      return all.map((one) => getComputedStyle(one).backgroundColor === own);
    });
    expect(papers.length).toBeGreaterThan(3);
    expect(papers).not.toContain(false);
  });
});

describe('with JavaScript', () => {
  it.each(PAGES)('%s of %s asks for its own files only and has nothing to complain of', async (_, id, file) => {
    await using tab = await watchedPage(browser);
    await tab.open(file);
    expect(tab.trouble).toEqual([]);
    const own = `file://${clientFolder(id)}/`;
    expect(tab.requests.filter((address) => !address.startsWith(own) && !address.startsWith('data:'))).toEqual([]);
    expect(tab.requests.some((address) => address.endsWith('/assets/report.js'))).toBe(true);
  });

  it.each(PAGES)('%s of %s weighs at most 60 KB compressed without its fonts', async (_, __, file) => {
    await using tab = await watchedPage(browser);
    await tab.open(file);
    const addresses = new Set(tab.requests.filter((address) => address.startsWith('file:')));
    const files = [...addresses].map((address) => fileURLToPath(address)).filter((path) => !path.endsWith('.woff2'));
    const weights = await Promise.all(files.map(async (path) => gzipSync(await readFile(path)).length));
    expect(weights.length).toBeGreaterThan(2);
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeLessThanOrEqual(60 * 1024);
  });

  it.each([RUSSIAN, ENGLISH])('%s: tooltips are loaded when a chart is first pointed at, not before', async (id) => {
    await using tab = await watchedPage(browser);
    await tab.open(reportPage(id, '2026-10'));
    const loads = () => tab.requests.filter((address) => address.endsWith('/assets/charts.js')).length;
    expect(loads()).toBe(0);
    for (const chart of await visibleCharts(tab.page)) {
      await chart.hover();
      await tab.page.waitForFunction(painted, {}, chart);
    }
    expect(loads()).toBe(1);
    expect(tab.trouble).toEqual([]);
  });

  it.each([RUSSIAN, ENGLISH])('%s: a chart shows its values under the pointer and lets go of it', async (id) => {
    await using tab = await watchedPage(browser);
    await tab.open(reportPage(id, '2026-10'));
    const charts = await visibleCharts(tab.page);
    expect(charts.length).toBeGreaterThan(2);
    for (const chart of charts) {
      await chart.hover();
      await tab.page.waitForFunction(painted, {}, chart);
      await tab.page.mouse.move(1, 1);
      expect(await chart.evaluate((one) => one.querySelector('canvas'))).toBeNull();
    }
    expect(tab.trouble).toEqual([]);
  });

  it.each([RUSSIAN, ENGLISH])('%s: a chart tells its values to the keyboard, the ones of its table', async (id) => {
    await using tab = await watchedPage(browser);
    await tab.open(reportPage(id, '2026-10'));
    await tab.page.keyboard.press('Tab');
    const [chart] = await visibleCharts(tab.page);
    await chart!.focus();
    await tab.page.waitForSelector('[role=status]:not(:empty)');
    const told = () => chart!.evaluate((one) => one.querySelector('[role=status]')!.textContent);
    const cells = await chart!.evaluate((one) =>
      [...one.closest('figure')!.querySelectorAll('tbody tr')].map((row) => row.lastElementChild!.textContent),
    );
    expect(await told()).toContain(cells.at(-1));
    await tab.page.keyboard.press('Home');
    expect(await told()).toContain(cells[0]);
    await tab.page.keyboard.press('ArrowRight');
    expect(await told()).toContain(cells[1]);
    await tab.page.keyboard.press('Escape');
    expect(await told()).toBe('');
    expect(tab.trouble).toEqual([]);
  });

  it.each([RUSSIAN, ENGLISH])('%s: the chronology shows one area at a time, and all again', async (id) => {
    await using tab = await watchedPage(browser);
    await tab.open(cabinetPage(id));
    const { page } = tab;
    const visible = () =>
      page.$$eval('.chronology [data-area]', (all) =>
        all.filter((one) => (one as HTMLElement).offsetHeight > 0).map((one) => (one as HTMLElement).dataset['area']),
      );
    const all = await visible();
    const buttons = await page.$$('.chronology .filter button');
    expect(buttons.length).toBeGreaterThan(2);
    for (const button of buttons.slice(1)) {
      await button.click();
      const area = await button.evaluate((one) => one.textContent);
      expect(await button.evaluate((one) => one.getAttribute('aria-pressed'))).toBe('true');
      expect(await visible()).toEqual(all.filter((one) => one === area));
    }
    await buttons[0]!.click();
    expect(await visible()).toEqual(all);
    expect(tab.trouble).toEqual([]);
  });
});

/** Pictures of charts that this window shows; the other size of each is hidden. */
async function visibleCharts(page: Page): Promise<ElementHandle<Element>[]> {
  const pictures = await page.$$('figure[data-chart] .chart-picture');
  const shown = await Promise.all(pictures.map((one) => one.isVisible()));
  return pictures.filter((_, i) => shown[i]);
}

/** Whether something is drawn on the chart's canvas. */
function painted(chart: Element): boolean {
  const canvas = chart.querySelector('canvas');
  if (!canvas) return false;
  const pixels = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height).data;
  return pixels.some((value) => value !== 0);
}

describe('every kind of page', () => {
  it.each([320, 390, 1280])('fits a window %i pixels wide', async (width) => {
    await using tab = await watchedPage(browser, { width, height: 844 });
    for (const [kind, id, file] of PAGES) {
      await tab.open(file);
      expect(await overflow(tab.page), `${id} ${kind}`).toBeLessThanOrEqual(0);
    }
  });

  it.each([390, 1280])('breaks no ordinary word in two at %i pixels', async (width) => {
    await using tab = await watchedPage(browser, { width });
    for (const [kind, id, file] of PAGES) {
      await tab.open(file);
      await tab.page.$$eval('details', (all) => all.forEach((one) => (one.open = true)));
      expect(await tab.page.evaluate(brokenWords), `${id} ${kind}`).toEqual([]);
      expect(await overflow(tab.page), `${id} ${kind}, everything unfolded`).toBeLessThanOrEqual(0);
    }
  });

  it.each([390, 1280])('has nothing axe-core objects to at %i pixels', async (width) => {
    await using tab = await watchedPage(browser, { width });
    for (const [kind, id, file] of PAGES.filter(([, client]) => [RUSSIAN, ENGLISH].includes(client))) {
      await tab.open(file);
      await tab.page.evaluate(axe);
      const { violations } = (await tab.page.evaluate('axe.run(document)')) as AxeResults;
      const told = violations.map((one) => `${id} ${kind} ${one.id}: ${one.nodes[0]?.html.slice(0, 200)}`);
      expect(told).toEqual([]);
    }
  });

  it('is valid HTML', async () => {
    const validator = new HtmlValidate(
      new StaticConfigLoader({
        root: true,
        extends: ['html-validate:recommended'],
        rules: {
          // Drawn charts carry their own proportions; the content policy allows styles, never scripts.
          'no-inline-style': 'off',
          // Phone numbers are printed as the agency writes them; the style sheet keeps them on one line.
          'tel-non-breaking': 'off',
        },
      }),
    );
    for (const [, , file] of PAGES) {
      const { results } = await validator.validateString(await readFile(file, 'utf8'), file);
      const told = results.flatMap(({ messages }) =>
        messages.map((one) => `${one.ruleId} ${one.message} ${one.selector}`),
      );
      expect(told, file).toEqual([]);
    }
  });
});
