import { gunzipSync, inflateSync } from 'node:zlib';
import { readPdfObjects } from '../pdf-objects.ts';
import { canonical } from './canonical.ts';
import { objectOffset, pdfWords } from './pdf-words.ts';

/** One way to read a file. */
export interface View {
  text: string;
  /** `canonical(text)`, made when it is first asked for. */
  readonly plain: string;
  /** Byte of the file where a place of `text` stands, or where the part begins that holds it. */
  offset(index: number): number;
  /** `people`: thousands may stand apart in its numbers; `data`: they never do; `none`: its digits mean nothing. */
  numbers: 'people' | 'data' | 'none';
  /** Only its numbers are to be read: its words stand in another view of the same file too. */
  numbersOnly: boolean;
}

export function view(
  text: string,
  offset: View['offset'],
  numbers: View['numbers'] = 'none',
  numbersOnly = false,
): View {
  let plain: string | null = null;
  return {
    ...{ text, offset, numbers, numbersOnly },
    get plain() {
      plain ??= canonical(text);
      return plain;
    },
  };
}

/** Marks inside a line: they part no word. */
const INLINE = /<\/?(?:a|abbr|b|bdi|bdo|em|i|mark|s|small|span|strong|sub|sup|tspan|u|wbr)\b[^>]*>|<!--[\s\S]*?-->/gi;
const TAG = /<[^>]*>/g;
/** Lines of pictures: their digits are places, not figures. */
const GEOMETRY = /\s(?:d|points|transform|viewBox|style|sizes)="[^"]*"/g;

/** Every way in which a file may say something: its bytes, its words without markup, what is packed into it. */
export function viewsOf(file: string, bytes: Uint8Array): View[] {
  const kind = /\.([a-z0-9]+)$/i.exec(file)?.[1]?.toLowerCase() ?? '';
  if (kind === 'pdf') return [...outsideStreams(bytes), ...pdfViews(bytes)];
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const raw = (numbers: View['numbers']) => view(text, byteOf(text), numbers);
  if (kind === 'html' || kind === 'svg' || kind === 'xml')
    return [raw('none'), ...markupViews(text), ...embedded(text)];
  if (kind === 'json' || kind === 'csv') return [raw('data')];
  if (kind === 'css' || kind === 'js') return [raw('none'), ...embedded(text)];
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return [raw('none'), ...gzipViews(bytes)];
  return kind === 'txt' ? [raw('people')] : [raw('none'), ...pictureViews(bytes)];
}

const byteOf = (text: string) => (index: number) => Buffer.byteLength(text.slice(0, index));

/** Words as a reader sees them; a place is found again by the line's own beginning, so it is told approximately. */
function markupViews(text: string): View[] {
  const blank = (found: string) => ' '.repeat(found.length);
  const figures = text.replace(GEOMETRY, blank);
  const joined = text.replace(INLINE, (found) => '\u2060'.repeat(found.length)).replace(TAG, blank);
  return [view(figures, byteOf(text), 'people', true), view(joined, byteOf(text))];
}

/** Files inside a page or a style sheet, written as `data:` addresses. */
function embedded(text: string): View[] {
  return [...text.matchAll(/data:[\w.+/-]*(?:;[\w=-]+)*;base64,([A-Za-z0-9+/=]+)/g)].map((match) =>
    view(Buffer.from(match[1]!, 'base64').toString(), () => byteOf(text)(match.index)),
  );
}

/** The bytes of a PDF but for its packed streams, which are unpacked one by one. */
function outsideStreams(bytes: Uint8Array): View[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
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
function pdfViews(bytes: Uint8Array): View[] {
  try {
    return pdfWords(readPdfObjects(bytes)).map(({ object, text }) =>
      view(text, () => objectOffset(bytes, object), 'people'),
    );
  } catch {
    return [];
  }
}

/** The parts of a search index are packed whole, whatever their names end in. */
function gzipViews(bytes: Uint8Array): View[] {
  try {
    const text = gunzipSync(bytes).toString();
    return [view(text, () => 0)];
  } catch {
    // Not packed after all: the bytes themselves are read anyway.
    return [];
  }
}

/** Notes in pictures may be packed (PNG) or written in two-byte letters (EXIF). */
function pictureViews(bytes: Uint8Array): View[] {
  const wide = [0, 1].map((start) => {
    const text = new TextDecoder('utf-16le').decode(bytes.subarray(start, start + ((bytes.length - start) & ~1)));
    return view(text, (index) => start + index * 2);
  });
  return [...wide, ...packedNotes(bytes)];
}

const PNG_HEAD = 8;

function packedNotes(bytes: Uint8Array): View[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
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
