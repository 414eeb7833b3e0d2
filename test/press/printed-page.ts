import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFDocumentProxy } from 'pdfjs-dist';

const require = createRequire(import.meta.url);

function fontUri(file: string): string {
  const bytes = readFileSync(require.resolve(`@fontsource/inter/files/${file}`));
  return `data:font/woff2;base64,${bytes.toString('base64')}`;
}

const SUBSETS = { cyrillic: 'U+0301,U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116', latin: 'U+0000-00FF,U+2000-206F' };

/** Static Inter, regular and bold, Latin and Cyrillic. */
export const INTER = [400, 700]
  .flatMap((weight) =>
    Object.entries(SUBSETS).map(
      ([subset, range]) =>
        `@font-face{font-family:Inter;font-weight:${weight};unicode-range:${range};` +
        `src:url(${fontUri(`inter-${subset}-${weight}-normal.woff2`)}) format('woff2')}`,
    ),
  )
  .join('');

const PAPER = `
@page { size: A4; margin: 20mm 15mm; @bottom-right { content: counter(page) ' из ' counter(pages); font: 700 9pt Inter } }
body { font: 400 10pt Inter } th, h1, h2 { font-family: Inter; font-weight: 700; white-space: pre-wrap }`;

export function page(body: string, { lang = 'ru', title = 'Отчёт' } = {}): string {
  return (
    `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>${title}</title>` +
    `<style>${INTER}${PAPER}</style></head><body>${body}</body></html>`
  );
}

/** A heading and a table of so many rows; about 45 rows fill a page. */
export function tablePage(name: string, rows: number): string {
  const lines = Array.from({ length: rows }, (_, i) => `<tr><th scope="row">Кампания ${i}</th><td>${i * 37}</td></tr>`);
  return page(
    `<h1>Отчёт ${name}</h1><p>Привет, мир!</p><h2>Кампании</h2><table>` +
      `<thead><tr><th scope="col">Название</th><th scope="col">Клики</th></tr></thead>` +
      `<tbody>${lines.join('')}</tbody></table>`,
    { title: `Отчёт ${name}` },
  );
}

export async function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  return getDocument({ data: bytes.slice(), verbosity: 0 }).promise;
}

/** Text of every page as a reader would select it. */
export async function pageTexts(bytes: Uint8Array): Promise<string[]> {
  const pdf = await openPdf(bytes);
  const texts: string[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    texts.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''));
  }
  await pdf.loadingTask.destroy();
  return texts;
}
