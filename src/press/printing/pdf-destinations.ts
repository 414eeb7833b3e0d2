import { readPdfObjects, reference, type PdfObjects } from './pdf-objects.ts';

/** Page number, from 1, of every named place of a PDF as Chrome writes it: the `id`s its own links lead to. */
export function pdfDestinations(bytes: Uint8Array): Map<string, number> {
  const objects = readPdfObjects(bytes);
  const root = objects.get(objects.root);
  const table = reference(root, 'Dests');
  if (table === null) return new Map();
  const pages = new Map(pageNumbers(objects, reference(root, 'Pages')).map((object, index) => [object, index + 1]));
  const places = objects.get(table).matchAll(/\/([^\s/[<]+)\s*\[(\d+) 0 R/g);
  return new Map(
    [...places].flatMap(([, name = '', page]) => {
      const number = pages.get(Number(page));
      return number === undefined ? [] : [[decoded(name), number] as const];
    }),
  );
}

/** In a PDF's names `#2e` is a full stop. */
const decoded = (name: string): string =>
  name.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

/** Object numbers of the pages under a node of the page tree, in reading order. */
export function pageNumbers(objects: PdfObjects, node: number | null): number[] {
  if (node === null) return [];
  const text = objects.get(node);
  if (/\/Type \/Page\b/.test(text)) return [node];
  const kids = /\/Kids \[([^\]]*)\]/.exec(text)?.[1] ?? '';
  return [...kids.matchAll(/(\d+) 0 R/g)].flatMap(([, kid]) => pageNumbers(objects, Number(kid)));
}
