import { inflateSync } from 'node:zlib';

/** The indirect objects of a PDF as Chrome writes it, by number. */
export interface PdfObjects {
  /** Text of an object between `obj` and `endobj` or its stream, as Latin-1. */
  get(number: number): string;
  /** Every object's number and text, in the file's order. */
  all(): [number, string][];
  /** Inflated bytes of an object's stream as Latin-1. Throws when it has none. */
  stream(number: number): string;
  /** Number of the document's catalogue and of its information dictionary. */
  root: number;
  info: number | null;
}

const XREF_ENTRY_LENGTH = 20;

/**
 * Finds the objects through the file's cross-reference table. Chrome writes one plain table and no object streams;
 * anything else throws, so that a new Chrome shows itself at once.
 */
export function readPdfObjects(bytes: Uint8Array): PdfObjects {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tail = file.toString('latin1', Math.max(0, file.length - 64));
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(tail)?.[1] ?? Number.NaN);
  const table = Number.isNaN(start) ? '' : file.toString('latin1', start);
  const header = /^xref\s+0 (\d+) *\r?\n/.exec(table);
  const trailer = table.slice(table.indexOf('trailer'));
  const root = reference(trailer, 'Root');
  if (!header || root === null) throw new Error('not a PDF with a plain cross-reference table');
  const offsets = readOffsets(table.slice(header[0].length), Number(header[1]));
  const ends = new Map(
    [...offsets.values(), start].sort((a, b) => a - b).map((at, i, list) => [at, list[i + 1] ?? at]),
  );
  const body = (number: number): Buffer => {
    const at = offsets.get(number);
    if (at === undefined) throw new Error(`PDF object ${number} is missing`);
    return file.subarray(at, ends.get(at));
  };
  const texts = new Map<number, string>();
  const get = (number: number): string => {
    const text = texts.get(number) ?? dictionaryText(body(number));
    texts.set(number, text);
    return text;
  };
  return {
    get,
    all: () => [...offsets.keys()].map((number) => [number, get(number)]),
    stream: (number) => inflated(body(number), get(number)),
    root,
    info: reference(trailer, 'Info'),
  };
}

/** The number `/key n 0 R` points at in a dictionary's text. */
export function reference(dictionary: string, key: string): number | null {
  const found = new RegExp(String.raw`/${key} (\d+) 0 R`).exec(dictionary);
  return found ? Number(found[1]) : null;
}

/** In-use objects: number → offset, in the file's order. */
function readOffsets(entries: string, count: number): Map<number, number> {
  const rows: [number, number][] = [];
  for (let number = 0; number < count; number++) {
    const row = entries.slice(number * XREF_ENTRY_LENGTH, (number + 1) * XREF_ENTRY_LENGTH);
    if (row[17] === 'n') rows.push([number, Number(row.slice(0, 10))]);
  }
  return new Map(rows.sort((a, b) => a[1] - b[1]));
}

function dictionaryText(body: Buffer): string {
  const stream = body.indexOf('>> stream');
  const from = body.indexOf(' obj') + 4;
  return body.toString('latin1', from, stream < 0 ? body.lastIndexOf('endobj') : stream + 2).trim();
}

function inflated(body: Buffer, dictionary: string): string {
  const at = body.indexOf('>> stream');
  const length = Number(/\/Length (\d+)/.exec(dictionary)?.[1] ?? Number.NaN);
  if (at < 0 || Number.isNaN(length)) throw new Error('a PDF stream without length');
  const start = body.indexOf('\n', at) + 1;
  const content = body.subarray(start, start + length);
  return (dictionary.includes('/FlateDecode') ? inflateSync(content) : content).toString('latin1');
}
