import { readFile } from 'node:fs/promises';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFDocumentProxy } from 'pdfjs-dist';

/** A line of text of one page: where it stands (points from the bottom) and what it says. */
export interface PdfLine {
  y: number;
  text: string;
}

/** A bookmark and the place it leads to. */
export interface Bookmark {
  title: string;
  /** From 1. */
  page: number;
  /** Points from the bottom of the page. */
  y: number;
}

/** An open document; `await using` frees it. */
export interface OpenPdf extends AsyncDisposable {
  pdf: PDFDocumentProxy;
  /** Lines of every page in reading order. */
  pages: PdfLine[][];
  bookmarks(): Promise<Bookmark[]>;
}

export async function openPdf(file: string): Promise<OpenPdf> {
  const data = new Uint8Array(await readFile(file));
  const pdf = await getDocument({ data, verbosity: 0 }).promise;
  const pages: PdfLine[][] = [];
  for (let number = 1; number <= pdf.numPages; number++) pages.push(await linesOf(pdf, number));
  return {
    pdf,
    pages,
    bookmarks: async () => bookmarksOf(pdf, await pdf.getOutline()),
    [Symbol.asyncDispose]: () => pdf.loadingTask.destroy(),
  };
}

/** The words of a page on one line. */
export function wordsOf(lines: PdfLine[]): string {
  return lines
    .map(({ text }) => text)
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}

async function linesOf(pdf: PDFDocumentProxy, number: number): Promise<PdfLine[]> {
  const { items } = await (await pdf.getPage(number)).getTextContent();
  const lines: PdfLine[] = [];
  let line: PdfLine | null = null;
  for (const item of items) {
    if (!('str' in item)) continue;
    if (line === null && item.str.trim() === '') continue;
    line ??= { y: item.transform[5] as number, text: '' };
    line.text += item.str;
    if (!item.hasEOL) continue;
    lines.push(line);
    line = null;
  }
  return line === null ? lines : [...lines, line];
}

type Outline = Awaited<ReturnType<PDFDocumentProxy['getOutline']>>;

async function bookmarksOf(pdf: PDFDocumentProxy, outline: Outline): Promise<Bookmark[]> {
  const found: Bookmark[] = [];
  for (const { title, dest, items } of outline ?? []) {
    const place = typeof dest === 'string' ? await pdf.getDestination(dest) : dest;
    if (!place) throw new Error(`the bookmark “${title}” leads nowhere`);
    const page = (await pdf.getPageIndex(place[0] as { num: number; gen: number })) + 1;
    found.push({ title, page, y: place[3] as number }, ...(await bookmarksOf(pdf, items)));
  }
  return found;
}
