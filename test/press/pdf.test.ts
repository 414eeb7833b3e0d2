import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nodeEffects } from '../../src/effects/node.ts';
import { findBrowser } from '../../src/press/printing/browser.ts';
import { inspectPdf } from '../../src/press/printing/pdf-inspect.ts';
import { repeatablePdf } from '../../src/press/printing/pdf-repeatable.ts';
import { verifyPdf } from '../../src/press/printing/pdf-verify.ts';
import { browserCache, openPrinter, type Printer } from '../../src/press/printing/printer.ts';
import { drawnSigns } from '../../src/ui/signs.ts';
import { openPdf, page, pageTexts, tablePage } from './printed-page.ts';

const date = '2026-11-01';
const DOT =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';
const BREAK = '<div style="break-before:page"></div>';

const browser = await findBrowser({ env: process.env, cacheFolder: browserCache(process.cwd()) });
let printer: Printer;

beforeAll(async () => {
  printer = await openPrinter({ project: process.cwd() }, nodeEffects());
});

afterAll(() => printer[Symbol.asyncDispose]());

const print = (html: string): Promise<Uint8Array> => printer.print({ html, name: 'pdf', date });

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}

describe('a PDF read back', () => {
  it('tells the same as another reader', async () => {
    const bytes = await print(tablePage('«Отель (море) \\ 5★»', 160));
    const info = inspectPdf(bytes);
    const pdf = await openPdf(bytes);
    const { info: theirs } = (await pdf.getMetadata()) as { info: Record<string, unknown> };
    const outline = await pdf.getOutline();
    expect(info).toMatchObject({
      pages: pdf.numPages,
      title: theirs['Title'],
      lang: theirs['Language'],
      outline: outline.reduce((count, item) => count + 1 + item.items.length, 0),
      tagged: true,
      bytes: bytes.length,
      blankPages: [],
    });
    expect(info.title).toBe('Отчёт «Отель (море) \\ 5★»');
    expect(info.pages).toBeGreaterThan(3);
    expect(info.outline).toBe(2);
  });

  it('is read in a few milliseconds', async () => {
    const bytes = await print(tablePage('большой', 300));
    inspectPdf(bytes);
    const times = Array.from({ length: 5 }, () => {
      const started = performance.now();
      inspectPdf(bytes);
      return performance.now() - started;
    });
    expect(inspectPdf(bytes).pages).toBeGreaterThanOrEqual(6);
    expect(Math.min(...times)).toBeLessThan(50);
  });

  it('shows empty pages, running head and page number or not', async () => {
    const body = `<h1>Раз</h1>${BREAK}${BREAK}<p>три</p>${BREAK}<img src="${DOT}" alt="точка">${BREAK}${BREAK}<h1>Шесть</h1>`;
    const bytes = await print(page(body));
    const texts = await pageTexts(bytes);
    expect(inspectPdf(bytes).blankPages).toEqual([2, 5]);
    expect(texts[1]).toMatch(/^2 из 6$/);
  });

  it.each(['p', 'b', 'i', 'em'])(
    'has signs that a writer compares with as text to copy and to find, in <%s>',
    async (tag) => {
      const signs = 'план ≤ 5 ≥ 4 ≈ 3 ≠ 2 − 1 × 10 · № 7 — 8';
      const style = tag === 'em' ? ' style="font-weight: 700"' : '';
      const bytes = await print(
        page(drawnSigns(`<style>.upright{font-style:normal}</style><${tag}${style}>${signs}</${tag}>`)),
      );
      expect((await pageTexts(bytes)).join('').replaceAll(/\s+/g, ' ')).toContain(signs);
    },
  );

  // The embedded browser has Open Sans bold and Open Sans italic, and no file that is both.
  it.skipIf(browser.kind !== 'embedded')('shows a cut that no font file has as Type 3', async () => {
    const { fonts } = inspectPdf(await print(page('<p style="font: italic bold 10pt sans-serif">курсив</p>')));
    expect(fonts).toContainEqual({ name: '', type: 'Type3', embedded: true });
  });

  it('is refused when it is damaged or something else', async () => {
    const bytes = await print(page('<p>x</p>'));
    expect(() => inspectPdf(bytes.subarray(0, bytes.length - 40))).toThrow('cross-reference');
    expect(() => inspectPdf(new TextEncoder().encode('<!doctype html>'))).toThrow('not a PDF');
    const holed = bytes.slice();
    const stream = latin1(bytes).indexOf('>> stream') + 10;
    holed.fill(0, stream, stream + 40);
    expect(() => inspectPdf(holed)).toThrow();
  });
});

describe('a finished PDF', () => {
  it('passes when it is all a reader needs', async () => {
    const info = inspectPdf(await print(tablePage('октябрь', 60)));
    expect(verifyPdf(info, { lang: 'ru', title: 'Отчёт октябрь', maxBytes: 1_000_000 })).toEqual([]);
  });

  it('is told everything it lacks', () => {
    const faults = verifyPdf(
      {
        pages: 3,
        tagged: false,
        outline: 0,
        lang: null,
        title: 'Черновик',
        fonts: [
          { name: 'Inter-Bold', type: 'Type3', embedded: true },
          { name: 'Arial', type: 'TrueType', embedded: false },
        ],
        blankPages: [2],
        bytes: 2_000_000,
      },
      { lang: 'ru', title: 'Отчёт', maxBytes: 1_000_000 },
    );
    expect(faults.map(({ code }) => code)).toEqual([
      'pdf-untagged',
      'pdf-no-outline',
      'pdf-language',
      'pdf-title',
      'pdf-font',
      'pdf-font',
      'pdf-blank-page',
      'pdf-size',
    ]);
    expect(faults[3]!.text).toEqual({
      ru: 'заголовок PDF — «Черновик», а должен быть «Отчёт»',
      en: 'the PDF’s title is “Черновик”, not “Отчёт”',
    });
  });

  it('has pages at all', () => {
    const nothing = { pages: 0, tagged: true, outline: 1, lang: 'en', title: 'x', fonts: [], blankPages: [], bytes: 9 };
    expect(verifyPdf(nothing, { lang: 'en', title: 'x' }).map(({ code }) => code)).toEqual(['pdf-blank-page']);
  });
});

describe('a repeatable PDF', () => {
  it('keeps its length, carries the given day and does not change when made repeatable again', async () => {
    const once = await print(tablePage('x', 40));
    const again = repeatablePdf(once, { date: '2027-01-31' });
    expect(again).toHaveLength(once.length);
    expect(latin1(again)).toContain("/ModDate (D:20270131000000+00'00')");
    expect(repeatablePdf(again, { date })).toEqual(once);
  });

  it('keeps the tree of structure ids sorted and each id with its element', () => {
    const source =
      `1 0 obj\n<</ID (node00000056)\n/K 7>>\n2 0 obj\n<</ID (node00000006)\n/K 12>>\n` +
      `<</Headers [(node00000006) (node00000056)]>>\n` +
      `<</Limits [(node00000006) (node00000056)]\n/Names [(node00000006) 12 0 R (node00000056) 7 0 R]>>`;
    const result = latin1(repeatablePdf(Buffer.from(source, 'latin1'), { date }));
    expect(result).toContain('<</ID (node00000001)\n/K 7>>');
    expect(result).toContain('/Headers [(node00000002) (node00000001)]');
    expect(result).toContain(
      '/Limits [(node00000001) (node00000002)]\n/Names [(node00000001) 7 0 R (node00000002) 12 0 R]',
    );
  });

  it('refuses a layout it does not know rather than write a broken tree', () => {
    const twoLeaves = '<</Limits [(node00000001) (node00000001)]\n/Names [(node00000001) 7 0 R]>>'.repeat(2);
    expect(() => repeatablePdf(Buffer.from(twoLeaves), { date })).toThrow('2 leaves');
    expect(() => repeatablePdf(Buffer.from('<</ID (node00000001)>>'), { date })).toThrow('0 leaves');
  });
});
