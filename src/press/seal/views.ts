import { gunzipSync, inflateSync } from 'node:zlib';
import { objectsOf } from './pdf-read.ts';
import { readMarkup, withoutGeometry, withoutMarks } from './markup.ts';
import { objectOffset, pdfWords } from './pdf-words.ts';
import { spelt } from './spelling.ts';
import { clearScratch, wellFormed } from './units.ts';

/** One way to read a file. */
export interface View {
  /** UTF-8 of it; `null` where another view of the file has the same letters in a row. */
  readonly bytes: Buffer | null;
  readonly text: string;
  /** `canonical(text)` in code units. */
  readonly plain: Uint16Array;
  /** Byte of the file where a place of `text` stands, or where the part begins that holds it. */
  offset(index: number): number;
  /** `people`: thousands may stand apart in its numbers; `data`: they never do; `none`: its digits mean nothing. */
  readonly numbers: 'people' | 'data' | 'none';
  /** Only its numbers are to be read: its words stand in another view of the same file too. */
  readonly numbersOnly: boolean;
}

export function view(text: string, offset: View['offset'], numbers: View['numbers'] = 'none'): View {
  const bytes = Buffer.from(text);
  return { bytes, text, plain: spelt(bytes), offset, numbers, numbersOnly: false };
}

/** A file, of which a text is made only when somebody asks for it: hardly ever. */
class FileView implements View {
  readonly bytes: Buffer | null;
  readonly plain: Uint16Array;
  readonly numbers: View['numbers'];
  readonly numbersOnly: boolean;
  readonly #file: Buffer;
  readonly #read: (text: string) => string;
  #text: string | null = null;

  /** @param read makes of the file's text what is read here, every letter in its place; `null`: it is read as it is */
  constructor(
    file: Buffer,
    plain: Uint16Array,
    numbers: View['numbers'],
    read: ((text: string) => string) | null = null,
    numbersOnly = false,
  ) {
    this.bytes = read === null ? file : null;
    this.plain = plain;
    this.numbers = numbers;
    this.numbersOnly = numbersOnly;
    this.#file = file;
    this.#read = read ?? ((text) => text);
  }

  get text(): string {
    return (this.#text ??= this.#read(this.#file.toString()));
  }

  offset(index: number): number {
    return byteOf(this.#file.toString())(index);
  }
}

/**
 * Every way in which a file may say something: its bytes, its words without markup, what is packed into it. All are
 * done with when those of the next file are asked for.
 */
export function viewsOf(file: string, bytes: Buffer): View[] {
  clearScratch();
  const kind = /\.([a-z0-9]+)$/i.exec(file)?.[1]?.toLowerCase() ?? '';
  if (kind === 'pdf') return [...outsideStreams(bytes), ...pdfViews(bytes)];
  const text = wellFormed(bytes);
  if (kind === 'html' || kind === 'svg' || kind === 'xml') return [...markupViews(text), ...embedded(text)];
  if (kind === 'json' || kind === 'csv') return [whole(text, 'data')];
  if (kind === 'css' || kind === 'js') return [whole(text, 'none'), ...embedded(text)];
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return [whole(text, 'none'), ...gzipViews(bytes)];
  return kind === 'txt' ? [whole(text, 'people')] : [whole(text, 'none'), ...pictureViews(bytes)];
}

function whole(bytes: Buffer, numbers: View['numbers']): View {
  return new FileView(bytes, spelt(bytes), numbers);
}

/** Words as a reader sees them; a place is found again by the line's own beginning, so it is told approximately. */
function markupViews(bytes: Buffer): View[] {
  const { all, figures, words } = readMarkup(bytes);
  return [
    new FileView(bytes, all, 'none'),
    new FileView(bytes, figures, 'people', withoutGeometry, true),
    new FileView(bytes, words, 'none', withoutMarks),
  ];
}

/** Files inside a page or a style sheet, written as `data:` addresses. */
function embedded(bytes: Buffer): View[] {
  if (!bytes.includes(';base64,')) return [];
  const text = bytes.toString();
  return [...text.matchAll(/data:[\w.+/-]*(?:;[\w=-]+)*;base64,([A-Za-z0-9+/=]+)/g)].map((match) =>
    view(Buffer.from(match[1]!, 'base64').toString(), () => byteOf(text)(match.index)),
  );
}

const byteOf = (text: string) => (index: number) => Buffer.byteLength(text.slice(0, index));

/** The bytes of a PDF but for its packed streams, which are unpacked one by one. */
function outsideStreams(file: Buffer): View[] {
  const views: View[] = [];
  for (let from = 0; from < file.length;) {
    const stream = file.indexOf('stream\n', from);
    const packed = stream >= 0 && file.subarray(Math.max(from, stream - 200), stream).includes('/FlateDecode');
    const end = packed ? stream : stream < 0 ? file.length : stream + 1;
    const text = file.toString('utf8', from, end);
    const start = from;
    views.push(view(text, (index) => start + byteOf(text)(index)));
    const after = packed ? file.indexOf('endstream', stream) : end;
    from = after < 0 ? file.length : after + (packed ? 'endstream'.length : 0);
  }
  return views;
}

/** A PDF that cannot be read says nothing here; that it cannot is told by the proof of PDFs. */
function pdfViews(bytes: Buffer): View[] {
  try {
    return pdfWords(objectsOf(bytes)).map(({ object, text }) =>
      view(text, () => objectOffset(bytes, object), 'people'),
    );
  } catch {
    return [];
  }
}

/** The parts of a search index are packed whole, whatever their names end in. */
function gzipViews(bytes: Buffer): View[] {
  try {
    const text = gunzipSync(bytes).toString();
    return [view(text, () => 0)];
  } catch {
    // Not packed after all: the bytes themselves are read anyway.
    return [];
  }
}

/** Notes in pictures may be packed (PNG) or written in two-byte letters (EXIF). */
function pictureViews(bytes: Buffer): View[] {
  const wide = [0, 1].map((start) => {
    const text = new TextDecoder('utf-16le').decode(bytes.subarray(start, start + ((bytes.length - start) & ~1)));
    return view(text, (index) => start + index * 2);
  });
  return [...wide, ...packedNotes(bytes)];
}

const PNG_HEAD = 8;

function packedNotes(file: Buffer): View[] {
  if (file.toString('latin1', 1, 4) !== 'PNG') return [];
  const views: View[] = [];
  for (let at = PNG_HEAD; at + 12 <= file.length; at += 12 + file.readUInt32BE(at)) {
    const type = file.toString('latin1', at + 4, at + 8);
    const body = file.subarray(at + 8, at + 8 + file.readUInt32BE(at));
    // The packed part begins with zlib's own sign, after a name and a few small fields.
    const packed = type === 'zTXt' || type === 'iTXt' ? body.indexOf(0x78, body.indexOf(0)) : -1;
    const text = packed < 0 ? null : inflated(body.subarray(packed));
    if (text !== null) views.push(view(text, () => at));
  }
  return views;
}

function inflated(packed: Buffer): string | null {
  try {
    return inflateSync(packed).toString();
  } catch {
    // Not packed after all: the bytes themselves are read anyway.
    return null;
  }
}
