import { existsSync, readFileSync } from 'node:fs';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nodeEffects } from '../../src/effects/node.ts';
import { findBrowser } from '../../src/press/printing/browser.ts';
import { inspectPdf } from '../../src/press/printing/pdf-inspect.ts';
import {
  browserCache,
  lent,
  openPrinter,
  PrintFailed,
  printerToCome,
  type Printer,
  type PrinterOptions,
} from '../../src/press/printing/printer.ts';
import { UnprintablePage } from '../../src/press/printing/print-tab.ts';
import { openPdf, page, pageTexts, tablePage } from './printed-page.ts';

const project = process.cwd();
const date = '2026-11-01';
const effects = nodeEffects();

let printer: Printer;
let folder: string;

beforeAll(async () => {
  printer = await openPrinter({ project }, effects);
  folder = await mkdtemp(path.join(tmpdir(), 'accountpress-printer-'));
});

afterAll(async () => {
  await printer[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

describe('a printed document', () => {
  it('has Cyrillic text that a reader can select, page numbers from the margins and a repeated table head', async () => {
    const texts = await pageTexts(await printer.print({ html: tablePage('за октябрь', 100), name: 'october', date }));
    const count = texts.length;
    expect(count).toBeGreaterThan(2);
    expect(texts[0]).toContain('Отчёт за октябрь');
    texts.forEach((text, index) => {
      expect(text).toContain(`${index + 1} из ${count}`);
      expect(text).toContain('Название');
    });
  });

  it('embeds static fonts as real fonts, also the one only its margins use', async () => {
    const { fonts } = inspectPdf(await printer.print({ html: page('<p>Шрифты, fonts</p>'), name: 'fonts', date }));
    expect(fonts).toEqual([
      { name: 'Inter-Bold', type: 'CIDFontType2', embedded: true },
      { name: 'Inter-Regular', type: 'CIDFontType2', embedded: true },
    ]);
  });

  it('has tags, bookmarks, title, language and its date, and takes the paper its style asks for', async () => {
    const html = page('<h1>One</h1><h2>Two</h2><h1>Three</h1>', { lang: 'en', title: 'A “report”' });
    const pdf = await openPdf(await printer.print({ html, name: 'outline', date }));
    const { info } = (await pdf.getMetadata()) as { info: Record<string, unknown> };
    expect(info).toMatchObject({ Title: 'A “report”', Language: 'en', CreationDate: "D:20261101000000+00'00'" });
    const tags = JSON.stringify(await (await pdf.getPage(1)).getStructTree());
    expect(tags.match(/"role":"H\d"/g)).toEqual(['"role":"H1"', '"role":"H2"', '"role":"H1"']);
    const outline = await pdf.getOutline();
    expect(outline.map(({ title, items }) => [title, items.map((item) => item.title)])).toEqual([
      ['One', ['Two']],
      ['Three', []],
    ]);
    const [, , width, height] = (await pdf.getPage(1)).view;
    expect([Math.round(width!), Math.round(height!)]).toEqual([595, 842]);
  });

  it('shows what stands in it as text and runs no script', async () => {
    const html = page(
      '<h1>x</h1><p>&lt;script&gt;</p><script>document.body.append("RAN")</script><p onclick="x">end</p>',
    );
    const [text] = await pageTexts(await printer.print({ html, name: 'script', date }));
    expect(text).toContain('<script>');
    expect(text).not.toContain('RAN');
  });

  it('is the same bytes from any tab, in any order, in any browser', async () => {
    const jobs = ['а', 'б', 'в', 'г', 'д'].map((name, i) => ({ html: tablePage(name, 20 + 30 * i), name, date }));
    const first = await Promise.all(jobs.map((job) => printer.print(job)));
    await using other = await openPrinter({ project, tabs: 2 }, effects);
    const second = await Promise.all(jobs.toReversed().map((job) => other.print(job)));
    second.reverse().forEach((bytes, i) => expect(Buffer.from(bytes).equals(first[i]!)).toBe(true));
  });

  it('is the same bytes whatever its tab printed before: other fonts, other policies, pictures of styles', async () => {
    const square = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>';
    const uri = (text: string): string => `data:image/svg+xml;base64,${Buffer.from(text).toString('base64')}`;
    const nested = uri(square.replace('<rect width="9" height="9"/>', `<image href="${uri(square)}"/>`));
    const whole = page('<h1>Шрифты</h1><p>fonts</p>');
    const policy = '<meta http-equiv="Content-Security-Policy" content="img-src \'none\'; style-src-attr \'none\'">';
    const pages = [
      whole,
      // Bold is the regular one, thickened; then Cyrillic comes from nowhere.
      whole.replaceAll(/@font-face{[^}]*font-weight:700[^}]*}/g, ''),
      whole.replaceAll(/@font-face{[^}]*U\+0400[^}]*}/g, ''),
      page(`<img src="${uri(square)}"><p style="color:red">red</p>`),
      whole.replace('<style>', `${policy}<style>`),
      page(`<p style="background:url(${nested});height:2cm">x</p>`),
      page('<p style="height:50vh;width:50vw;background:#ddd">of the paper, not of a window</p>'),
    ].map((html) => ({ html, name: 'after', date }));
    const alone: Uint8Array[] = [];
    for (const job of pages) {
      await using fresh = await openPrinter({ project, tabs: 1 }, effects);
      alone.push(await fresh.print(job));
    }
    await using one = await openPrinter({ project, tabs: 1 }, effects);
    const order = [0, 1, 0, 2, 4, 3, 5, 3, 6, 1, 0];
    for (const at of order) expect(Buffer.from(await one.print(pages[at]!)).equals(alone[at]!)).toBe(true);
  });
});

describe('a page that cannot be printed as written', () => {
  it('is refused when it fetches from outside, and nothing is fetched', async () => {
    let requests = 0;
    const server = createServer((_, response) => response.end(String(requests++))).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const bodies = [
      `<img src="${url}/a.png">`,
      `<p style="background:url(${url}/b.png)">x</p>`,
      `<iframe src="${url}"></iframe>`,
    ];
    for (const body of bodies) {
      const work = printer.print({ html: page(body), name: 'outside', date });
      await expect(work).rejects.toThrow(`the page fetches from outside: ${url}`);
    }
    server.close();
    expect(requests).toBe(0);
  });

  it('is refused when a picture or a font is broken', async () => {
    const broken = (body: string): Promise<unknown> => printer.print({ html: page(body), name: 'broken', date });
    await expect(broken('<img src="data:image/png;base64,AAAA">')).rejects.toThrow(
      'pictures that cannot be read: data:',
    );
    await expect(
      broken('<style>@font-face{font-family:Bad;src:url(data:font/woff2;base64,AAAA)}</style>'),
    ).rejects.toThrow('fonts that cannot be read: Bad');
  });

  it('leaves the printer as it was', async () => {
    await expect(printer.print({ html: '<img src="x.png">', name: 'x', date })).rejects.toThrow(UnprintablePage);
    expect(await pageTexts(await printer.print({ html: page('<p>дальше</p>'), name: 'next', date }))).toEqual([
      expect.stringContaining('дальше'),
    ]);
  });
});

describe('the printer', () => {
  /** A printer whose browser writes its process id down, one line per start. */
  async function tracked(
    options: Partial<PrinterOptions>,
  ): Promise<{ printer: Printer; pids(): number[]; profiles(): (string | undefined)[] }> {
    const real = await findBrowser({ env: process.env, cacheFolder: browserCache(project) });
    const id = Math.random().toString(36).slice(2);
    const wrapper = path.join(folder, `chrome-${id}`);
    const pids = path.join(folder, `pids-${id}`);
    await writeFile(wrapper, `#!/bin/sh\necho $$ "$@" >> "${pids}"\nexec "${real.path}" "$@"\n`);
    await chmod(wrapper, 0o755);
    const env = { ...process.env, ...real.env, PUPPETEER_EXECUTABLE_PATH: wrapper };
    const started = () => readFileSync(pids, 'utf8').trim().split('\n');
    return {
      printer: await openPrinter({ project, ...options }, { ...effects, env }),
      pids: () => started().map((line) => Number(line.split(' ')[0])),
      profiles: () => started().map((line) => /--user-data-dir=(\S+)/.exec(line)?.[1]),
    };
  }

  const jobs = (count: number): { html: string; name: string; date: string }[] =>
    Array.from({ length: count }, (_, i) => ({ html: page(`<h1>Документ ${i}</h1>`), name: `document ${i}`, date }));

  it('keeps what a browser writes among what the next build removes, and nothing of it afterwards', async () => {
    const { printer, profiles } = await tracked({ tabs: 1 });
    const [profile] = profiles();
    expect(path.dirname(profile!)).toBe(path.join(project, '.accountpress', 'runs'));
    await printer.print(jobs(1)[0]!);
    expect(existsSync(profile!)).toBe(true);
    await printer[Symbol.asyncDispose]();
    expect(existsSync(profile!)).toBe(false);
  });

  it('prints forty documents through four tabs of one browser, each its own', async () => {
    const { printer: many, pids } = await tracked({ tabs: 4 });
    const printed = await Promise.all(jobs(40).map((job) => many.print(job)));
    await many[Symbol.asyncDispose]();
    expect(pids()).toHaveLength(1);
    for (const [i, bytes] of printed.entries()) expect((await pageTexts(bytes))[0]).toContain(`Документ ${i}`);
  });

  it('survives the death of its browser in the middle of the work', async () => {
    const { printer: mortal, pids } = await tracked({ tabs: 4 });
    const work = jobs(24).map((job) => mortal.print(job));
    await work[5];
    process.kill(pids()[0]!, 'SIGKILL');
    const printed = await Promise.all(work);
    await mortal[Symbol.asyncDispose]();
    expect(pids()).toHaveLength(2);
    for (const [i, bytes] of printed.entries()) expect((await pageTexts(bytes))[0]).toContain(`Документ ${i}`);
  });

  it('replaces a browser that hangs', async () => {
    const { printer: patient, pids } = await tracked({ tabs: 2, timeoutMs: 3_000 });
    process.kill(pids()[0]!, 'SIGSTOP');
    const printed = await Promise.all(jobs(2).map((job) => patient.print(job)));
    await patient[Symbol.asyncDispose]();
    expect(pids()).toHaveLength(2);
    expect(printed.map((bytes) => inspectPdf(bytes).pages)).toEqual([1, 1]);
    expect(() => process.kill(pids()[0]!, 0)).toThrow('ESRCH');
  });

  it('takes a fresh browser after so many documents', async () => {
    const { printer: fresh, pids } = await tracked({ tabs: 2, restartAfter: 5 });
    await Promise.all(jobs(12).map((job) => fresh.print(job)));
    await fresh[Symbol.asyncDispose]();
    expect(pids().length).toBeGreaterThanOrEqual(2);
    expect(pids().length).toBeLessThanOrEqual(3);
    for (const pid of pids()) expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  });

  it('gives a document up after the second failure, by name and in both languages', async () => {
    const { printer: hasty } = await tracked({ timeoutMs: 1 });
    const error = await hasty
      .print({ html: page('x'), name: 'hotel 2026-10', date })
      .catch((reason: unknown) => reason);
    await hasty[Symbol.asyncDispose]();
    expect(error).toBeInstanceOf(PrintFailed);
    expect((error as PrintFailed).text).toEqual({
      ru: expect.stringMatching(/^hotel 2026-10 не напечатан, браузер дважды отказал: /),
      en: expect.stringMatching(/^hotel 2026-10 was not printed, the browser failed twice: /),
    });
  });

  it('that comes up while other work is done is closed in the end, needed or not', async () => {
    let closed = 0;
    const fake: Printer = {
      version: 'fake',
      print: () => Promise.reject(new Error('nothing is printed')),
      [Symbol.asyncDispose]: async () => void closed++,
    };
    for (const needed of [true, false]) {
      await using coming = printerToCome(Promise.resolve(fake));
      if (needed) expect((await coming.opened()).version).toBe('fake');
    }
    expect(closed).toBe(2);
  });

  it('that does not come up fails whoever needs it, and nobody else', async () => {
    await using coming = printerToCome(Promise.reject(new Error('no browser')));
    await expect(coming.opened()).rejects.toThrow('no browser');
    await using unneeded = printerToCome(Promise.reject(new Error('no browser')));
    expect(unneeded).toBeDefined();
  });

  it('is not closed by somebody it is lent to', async () => {
    const lender = lent(printer);
    await lender[Symbol.asyncDispose]();
    expect(lender.version).toBe(printer.version);
    expect(inspectPdf(await lender.print({ html: page('<p>lent</p>'), name: 'lent', date })).pages).toBe(1);
  });

  it('tells the browser’s version for cache keys', () => {
    expect(printer.version).toMatch(/Chrome\/\d+\.\d+/);
  });
});
