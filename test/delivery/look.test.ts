import type { Browser } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { letterHtml } from '../../src/delivery/html.ts';
import { contrast } from '../../src/ui/colour.ts';
import { openBrowser } from '../support/browser.ts';
import { letter } from './letters.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const LONG = letter({
  greeting: `Здравствуйте, ${'Сверхдлинноесоставноеимя'.repeat(4)}!`,
  figures: ['Стоимость лида с учётом всех комиссий', 'Выручка', 'ДРР'].map((label) => ({
    ...{ label, value: '12 345 678,90 ₽', note: '96 % плана, не выполнен', sense: 'bad' as const },
  })),
  button: { label: 'Согласовать предложение', href: 'https://reports.example/october' },
  attachment: { name: `${'a'.repeat(90)}.pdf`, title: `Во вложении: ${'a'.repeat(90)}.pdf`, content: Buffer.from('x') },
});

describe('the letter in a window', () => {
  it.each([320, 600])('of %d pixels: nothing hangs over the edge', async (width) => {
    const page = await browser.newPage();
    await page.setViewport({ width, height: 800 });
    await page.setContent(letterHtml(LONG), { waitUntil: 'load' });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    await page.close();
  });

  it.each([
    [390, 1],
    [640, 3],
  ])('of %d pixels: figures take the width there is, %d beside each other', async (width, beside) => {
    const page = await browser.newPage();
    await page.setViewport({ width, height: 800 });
    await page.setContent(letterHtml(LONG), { waitUntil: 'load' });
    const [room, ...cells] = await page.$$eval('.figures, .figure', (all) => all.map((one) => one.clientWidth));
    expect(cells).toHaveLength(3);
    expect(Math.floor(room! / cells[0]!)).toBe(beside);
    await page.close();
  });

  it.each(['light', 'dark'])('by %s: every text stands out from its ground by 4.5 : 1', async (scheme) => {
    const page = await browser.newPage();
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    await page.setContent(letterHtml(LONG), { waitUntil: 'load' });
    const texts = await page.evaluate(() => {
      const ground = (element: Element | null): string => {
        const colour = element ? getComputedStyle(element).backgroundColor : 'rgb(255, 255, 255)';
        return colour === 'rgba(0, 0, 0, 0)' ? ground(element!.parentElement) : colour;
      };
      return [...document.body.querySelectorAll('p,a,td,div')]
        .filter((one) => [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent!.trim() !== ''))
        .filter((one) => one.getClientRects().length > 0)
        .map((one) => ({
          text: one.textContent!.trim().slice(0, 30),
          ink: getComputedStyle(one).color,
          ground: ground(one),
        }));
    });
    expect(texts.length).toBeGreaterThan(15);
    expect(texts.filter(({ ink, ground }) => contrast(hex(ink), hex(ground)) < 4.5)).toEqual([]);
    await page.close();
  });
});

const hex = (rgb: string): string =>
  `#${rgb
    .match(/\d+/g)!
    .slice(0, 3)
    .map((part) => Number(part).toString(16).padStart(2, '0'))
    .join('')}`;
