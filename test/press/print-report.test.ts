import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nodeEffects } from '../../src/effects/node.ts';
import { inspectPdf } from '../../src/press/printing/pdf-inspect.ts';
import { reportForPaper } from '../../src/press/printing/print-report.ts';
import { openPrinter, type Printer } from '../../src/press/printing/printer.ts';
import { page } from './printed-page.ts';

let printer: Printer;

beforeAll(async () => {
  printer = await openPrinter({ project: process.cwd(), tabs: 1 }, nodeEffects());
});

afterAll(() => printer[Symbol.asyncDispose]());

const print = (html: string): Promise<Uint8Array> => printer.print({ html, name: 'report', date: '2026-11-01' });

describe('a report for paper', () => {
  it('has no tables of charts and no charts for a phone, and all else', () => {
    const wide = '<div class="chart-picture chart-wide"><svg><text>1</text></svg></div>';
    const narrow = '<div class="chart-picture chart-narrow"><svg><text>2</text></svg></div>';
    const table = '<details class="chart-data"><summary>Data</summary><table><tr><td>3</td></tr></table></details>';
    const others = '<details class="month"><summary>May</summary></details><div class="other">4</div>';
    const figure = `<figure>${wide}${narrow}${table}</figure>${others}`;
    expect(reportForPaper(figure + figure)).toBe(`<figure>${wide}</figure>${others}`.repeat(2));
  });

  it.each([
    '<details class="chart-data"><details>1</details>2</details>',
    '<div class="chart-picture chart-narrow"><div>1</div>2</div>',
    '<details class="chart-data">without an end',
  ])('keeps what it cannot tell the end of: %s', (html) => {
    expect(reportForPaper(html)).toContain(html);
  });

  it.each(['0', '40mm 10mm'])('has the margins its cover asks for: %s', async (margin) => {
    const css = `@page cover { margin: ${margin} } header { page: cover; background: #ddd; height: 60vh; width: 50vw }`;
    const body = '<header><h1>Обложка</h1></header><h2>Итоги</h2><p style="width: 50vw; background: #ddd">слова</p>';
    const html = page(`<style>${css}</style>${body}`);
    const plain = await print(html);
    expect(inspectPdf(plain).pages).toBe(2);
    expect(Buffer.from(await print(reportForPaper(html))).equals(plain)).toBe(true);
  });
});
