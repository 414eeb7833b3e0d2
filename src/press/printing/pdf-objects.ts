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
  // Decoded in one go: a thousand small texts out of a buffer take three times as long as slices of one.
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(file.slice(-64))?.[1] ?? Number.NaN);
  const table = Number.isNaN(start) ? '' : file.slice(start);
  const header = /^xref\s+0 (\d+) *\r?\n/.exec(table);
  const trailer = table.slice(table.indexOf('trailer'));
  const root = reference(trailer, 'Root');
  if (!header || root === null) throw new Error('not a PDF with a plain cross-reference table');
  const places = readPlaces(table.slice(header[0].length), Number(header[1]), start);
  const body = (number: number): string => {
    const place = places.get(number);
    if (place === undefined) throw new Error(`PDF object ${number} is missing`);
    return file.slice(place.from, place.to);
  };
  const texts = new Map<number, string>();
  const get = (number: number): string => {
    const text = texts.get(number) ?? dictionaryText(body(number));
    texts.set(number, text);
    return text;
  };
  return {
    get,
    all: () => [...places.keys()].map((number) => [number, get(number)]),
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

/** Where an object begins and the next one does. */
interface Place {
  from: number;
  to: number;
}

/** In-use objects by number, in the file's order; the last one ends at `end`. */
function readPlaces(entries: string, count: number, end: number): Map<number, Place> {
  const found: (Place & { number: number })[] = [];
  for (let number = 0; number < count; number++) {
    const at = number * XREF_ENTRY_LENGTH;
    if (entries[at + 17] === 'n') found.push({ number, from: Number(entries.slice(at, at + 10)), to: end });
  }
  found.sort((a, b) => a.from - b.from);
  found.forEach((place, index) => (place.to = found[index + 1]?.from ?? end));
  return new Map(found.map((place) => [place.number, place]));
}

function dictionaryText(body: string): string {
  const stream = body.indexOf('>> stream');
  const from = body.indexOf(' obj') + 4;
  return body.slice(from, stream < 0 ? body.lastIndexOf('endobj') : stream + 2).trim();
}

function inflated(body: string, dictionary: string): string {
  const at = body.indexOf('>> stream');
  const length = Number(/\/Length (\d+)/.exec(dictionary)?.[1] ?? Number.NaN);
  if (at < 0 || Number.isNaN(length)) throw new Error('a PDF stream without length');
  const start = body.indexOf('\n', at) + 1;
  const content = body.slice(start, start + length);
  return dictionary.includes('/FlateDecode') ? inflateSync(Buffer.from(content, 'latin1')).toString('latin1') : content;
}
