import { readPdfObjects, reference, type PdfObjects } from './pdf-objects.ts';
import { pdfText } from './pdf-text.ts';

/** What a finished PDF says of itself, read back from its bytes. */
export interface PdfInfo {
  pages: number;
  /** Has a structure tree and is marked as tagged. */
  tagged: boolean;
  /** Bookmarks, all levels. */
  outline: number;
  lang: string | null;
  title: string | null;
  /** Each font once, without its subset's prefix, sorted by name. */
  fonts: PdfFont[];
  /** Numbers, from 1, of pages without content; running heads and page numbers are not content. */
  blankPages: number[];
  /** Size of the file. */
  bytes: number;
}

export interface PdfFont {
  name: string;
  /** `TrueType`, `CIDFontType2`, `CIDFontType0`, `Type3` … */
  type: string;
  embedded: boolean;
}

/** Reads back a PDF as Chrome writes it. Throws when the file is not one or is damaged. */
export function inspectPdf(bytes: Uint8Array): PdfInfo {
  const objects = readPdfObjects(bytes);
  const root = objects.get(objects.root);
  const info = objects.info === null ? '' : objects.get(objects.info);
  const tagged = /\/Marked true/.test(root) && reference(root, 'StructTreeRoot') !== null;
  const pages = pageNumbers(objects, reference(root, 'Pages'));
  const outline = reference(root, 'Outlines');
  return {
    pages: pages.length,
    tagged,
    outline: outline === null ? 0 : countItems(objects, reference(objects.get(outline), 'First')),
    lang: pdfText(root, 'Lang'),
    title: pdfText(info, 'Title'),
    fonts: fonts(objects),
    blankPages: pages.flatMap((page, index) => (isBlank(objects, page, tagged) ? [index + 1] : [])),
    bytes: bytes.length,
  };
}

/** Object numbers of the pages under a node of the page tree, in reading order. */
function pageNumbers(objects: PdfObjects, node: number | null): number[] {
  if (node === null) return [];
  const text = objects.get(node);
  if (/\/Type \/Page\b/.test(text)) return [node];
  const kids = /\/Kids \[([^\]]*)\]/.exec(text)?.[1] ?? '';
  return [...kids.matchAll(/(\d+) 0 R/g)].flatMap(([, kid]) => pageNumbers(objects, Number(kid)));
}

function countItems(objects: PdfObjects, first: number | null): number {
  let count = 0;
  for (let item = first; item !== null;) {
    const text = objects.get(item);
    count += 1 + countItems(objects, reference(text, 'First'));
    item = reference(text, 'Next');
  }
  return count;
}

/** In a tagged page content is marked and what stands in the margins is not; untagged, any text or picture counts. */
function isBlank(objects: PdfObjects, page: number, tagged: boolean): boolean {
  const contents = reference(objects.get(page), 'Contents');
  if (contents === null) return true;
  const drawing = objects.stream(contents);
  return tagged ? !drawing.includes('/MCID ') : !/\b(Tj|TJ|Do)\b/.test(drawing);
}

function fonts(objects: PdfObjects): PdfFont[] {
  const found = new Map<string, PdfFont>();
  for (const [, text] of objects.all()) {
    if (!/\/Type \/Font\b/.test(text) || /\/Subtype \/CIDFont/.test(text)) continue;
    const font = describe(objects, text);
    found.set(JSON.stringify(font), font);
  }
  return [...found.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, font]) => font);
}

function describe(objects: PdfObjects, text: string): PdfFont {
  const descendant = /\/DescendantFonts \[(\d+) 0 R\]/.exec(text)?.[1];
  const dictionary = descendant === undefined ? text : objects.get(Number(descendant));
  const type = /\/Subtype \/(\w+)/.exec(dictionary)?.[1] ?? 'unknown';
  const descriptor = reference(dictionary, 'FontDescriptor');
  const name = /\/(?:BaseFont|FontName) \/(\S+)/.exec(text)?.[1] ?? '';
  const embedded = type === 'Type3' || (descriptor !== null && /\/FontFile[23]? \d/.test(objects.get(descriptor)));
  return { name: name.replace(/^[A-Z]{6}\+/, ''), type, embedded };
}
