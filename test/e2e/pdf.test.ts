import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeEffects } from '../../src/effects/node.ts';
import { inspectPdf } from '../../src/press/printing/pdf-inspect.ts';
import { reportForPaper } from '../../src/press/printing/print-report.ts';
import { openPrinter } from '../../src/press/printing/printer.ts';
import { standalone } from '../../src/press/printing/standalone.ts';
import { PROJECT } from '../support/command.ts';
import { DEMO_AS_OF } from '../support/demo-build.ts';
import { CLIENTS, clientFolder, ENGLISH, reportPage, RUSSIAN } from '../support/demo.ts';
import { filesOf } from '../support/folders.ts';
import { expectGolden } from '../support/golden.ts';
import { textOf } from '../support/html.ts';
import { openPdf, wordsOf, type PdfLine } from '../support/pdf.ts';

const MEGABYTE = 1_000_000;
const PAGE_OF = /^(\d+) \/ (\d+)$/;

/** Running heads and page numbers stand in the outer 20 mm of a sheet. */
const MARGIN = 57;
const SHEET = 842;
const body = (lines: PdfLine[]): PdfLine[] => lines.filter(({ y }) => y > MARGIN && y < SHEET - MARGIN);
/** A head of up to two lines is repeated where its table goes on: it must not stand at a page's foot without a row. */
const endsWithHead = (page: PdfLine[], next: PdfLine[]): boolean => {
  const last = body(page).at(-1)?.text.trim();
  return body(next)
    .slice(0, 2)
    .some(({ text }) => text.trim() === last);
};

describe.each(CLIENTS)('every PDF of $id', ({ id, locale }) => {
  const folder = clientFolder(id);
  const others = CLIENTS.filter((other) => other.id !== id).flatMap((other) => [other.id, other.name, other.legalName]);

  it('opens, and has pages with content and numbers, title, language, tags and selectable words', async () => {
    const files = (await filesOf(folder)).filter((file) => file.endsWith('.pdf'));
    expect(files.length).toBeGreaterThan(25);
    for (const file of files) {
      await using opened = await openPdf(join(folder, file));
      const { pdf, pages } = opened;
      expect(pdf.numPages, file).toBeGreaterThanOrEqual(2);
      pages.forEach((lines, index) => {
        expect(wordsOf(body(lines)).length, `${file} page ${index + 1} is nearly blank`).toBeGreaterThan(40);
        const next = pages[index + 1];
        expect(next && endsWithHead(lines, next), `${file} page ${index + 1} ends with a table's head`).toBeFalsy();
        const numbers = lines.flatMap(({ text }) => PAGE_OF.exec(text.trim()) ?? []).map(Number);
        // The cover has no running head and foot.
        if (index > 0) expect(numbers.slice(1), `${file} page ${index + 1}`).toEqual([index + 1, pages.length]);
      });
      const { info } = (await pdf.getMetadata()) as { info: Record<string, unknown> };
      const html = await readFile(join(folder, file, '..', 'index.html'), 'utf8');
      expect(info['Title'], file).toBe(textOf(/<title>([^<]*)/.exec(html)![1]!));
      expect(info['Language'], file).toBe(locale);
      const marks = (await pdf.getMarkInfo()) as unknown as Map<string, boolean>;
      expect(marks.get('Marked'), file).toBe(true);
      const words = pages.map(wordsOf).join(' ');
      expect(words).toMatch(locale === 'ru' ? /Показатели.*Откуда числа/s : /Key figures|KPIs|Performance/);
      expect(
        others.filter((name) => words.includes(name)),
        file,
      ).toEqual([]);
    }
  });

  it('is under 1 MB, in real embedded fonts', async () => {
    for (const file of (await filesOf(folder)).filter((one) => one.endsWith('.pdf'))) {
      const { bytes, fonts } = inspectPdf(await readFile(join(folder, file)));
      expect(bytes, file).toBeLessThan(MEGABYTE);
      expect(fonts.length, file).toBeGreaterThan(0);
      expect(
        fonts.filter(({ type, embedded }) => !embedded || type === 'Type3'),
        file,
      ).toEqual([]);
    }
  });

  it.each(['2026-10', '2026-Q3', '2025'])(
    '%s: has a tree of tags, and bookmarks above what they name',
    async (period) => {
      await using opened = await openPdf(join(folder, period, `${id}-${period}.pdf`));
      const { pdf, pages } = opened;
      for (let number = 1; number <= pdf.numPages; number++) {
        const tree = JSON.stringify(await (await pdf.getPage(number)).getStructTree());
        expect(tree, `page ${number}`).toMatch(/"role":"(P|TD|H[1-6]|LI|Figure)"/);
      }
      const bookmarks = await opened.bookmarks();
      expect(bookmarks.length).toBeGreaterThan(5);
      for (const { title, page, y } of bookmarks) {
        // One line beneath a heading ends a document well, and a sheet badly.
        const room = page === pages.length ? 8 : 25;
        const below = body(pages[page - 1]!).filter((line) => line.y < y - room);
        expect(below.length, `“${title}” is stranded at the foot of page ${page}`).toBeGreaterThan(0);
      }
    },
  );
});

describe('what a report’s page loses before it is printed', () => {
  it('paper would not show', async () => {
    await using printer = await openPrinter({ project: PROJECT, tabs: 1 }, nodeEffects());
    for (const { id } of CLIENTS) {
      const page = reportPage(id, '2026-10');
      const html = await readFile(page, 'utf8');
      const pdf = await readFile(join(page, '..', `${id}-2026-10.pdf`));
      expect(reportForPaper(html).length).toBeLessThan(html.length * 0.95);
      const whole = standalone(html, (path) => readFileSync(join(page, '..', path)));
      expect(pdf.equals(await printer.print({ html: whole, name: id, date: DEMO_AS_OF })), id).toBe(true);
    }
  });
});

it('figures and words at the edge of the text stand inside the line where Chrome cuts a page', async () => {
  // 17 mm from the sheet's right edge, in points.
  const cut = 595.28 - (17 * 72) / 25.4;
  await using opened = await openPdf(join(clientFolder(ENGLISH), '2026-10', `${ENGLISH}-2026-10.pdf`));
  let seen = 0;
  for (let number = 2; number <= opened.pdf.numPages; number++) {
    const { items } = await (await opened.pdf.getPage(number)).getTextContent();
    for (const item of items) {
      if (!('str' in item) || item.str.trim() === '') continue;
      const [right, y] = [(item.transform[4] as number) + item.width, item.transform[5] as number];
      if (right < cut - 2 || y < MARGIN || y > SHEET - MARGIN) continue;
      seen++;
      expect(right, `${item.str} on page ${number}`).toBeLessThanOrEqual(cut);
    }
  }
  expect(seen).toBeGreaterThan(50);
});

describe('golden reports', () => {
  it.each([RUSSIAN, ENGLISH])('%s: figures of October 2026', async (id) => {
    const text = await readFile(join(clientFolder(id), '2026-10', 'figures.json'), 'utf8');
    await expectGolden(`${id}-2026-10.figures.json`, text);
  });

  // Another browser breaks lines elsewhere.
  const embedded = process.platform === 'linux' && process.arch === 'x64' && !process.env['PUPPETEER_EXECUTABLE_PATH'];
  it.runIf(embedded).each([RUSSIAN, ENGLISH])('%s: words of the PDF of October 2026', async (id) => {
    await using opened = await openPdf(join(clientFolder(id), '2026-10', `${id}-2026-10.pdf`));
    const pages = opened.pages.map((lines, i) =>
      [`--- ${i + 1}`, ...lines.map(({ text }) => text.trimEnd())].join('\n'),
    );
    await expectGolden(`${id}-2026-10.pdf.txt`, `${pages.join('\n')}\n`);
  });
});
