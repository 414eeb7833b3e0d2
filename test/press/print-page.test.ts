import { describe, expect, it } from 'vitest';
import { NO_CACHE } from '../../src/press/cache.ts';
import { inspectPdf } from '../../src/press/pdf-inspect.ts';
import { printPage } from '../../src/press/print-page.ts';
import { openPrinter } from '../../src/press/printer.ts';
import { page } from './printed-page.ts';

describe('a page whose first sheet is said to bleed', () => {
  it.each(['0', '40mm 10mm'])(
    'is printed as it would be otherwise, with a cover whose margins are %s',
    async (margin) => {
      await using printer = await openPrinter(
        { project: process.cwd(), tabs: 1 },
        { env: process.env, err: console.error },
      );
      const css = `@page cover { margin: ${margin} } header { page: cover; background: #ddd; height: 60vh; width: 50vw }`;
      const body = '<header><h1>Обложка</h1></header><h2>Итоги</h2><p style="width: 50vw; background: #ddd">слова</p>';
      const html = page(`<style>${css}</style>${body}`);
      const job = { html, assets: new Map(), locale: 'ru' as const, name: 'cover.pdf', date: '2026-11-01' };
      const rest = { printer, cache: NO_CACHE, engine: '' };
      const plain = await printPage({ ...job, ...rest });
      const hinted = await printPage({ ...job, ...rest, bleeds: true });
      expect(inspectPdf(hinted).pages).toBe(2);
      expect(Buffer.from(hinted).equals(plain)).toBe(true);
    },
  );
});
