import type { Run } from './letter-runs.ts';

/**
 * Bytes that are the packed dots of a JPEG, PNG or WebP picture, or the packed outlines of a WOFF font: in a megabyte of
 * them any four letters come together by chance. Notes about a picture, and whatever was put before, between or behind
 * its dots, are none of them. Empty for other files, and from where a file is not what it begins as.
 */
export function packedDots(bytes: Buffer): Run[] {
  if (bytes.subarray(0, JPEG_BEGINS.length).equals(JPEG_BEGINS)) return jpegDots(bytes, 0);
  const sign = bytes.toString('latin1', 0, 4);
  if (sign === '\x89PNG') return chunkDots(bytes, PNG);
  if (sign === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP') return chunkDots(bytes, WEBP);
  const head = sign === 'wOF2' || sign === 'wOFF' ? FONT_HEAD[sign] : bytes.length;
  return head < bytes.length ? [{ from: head, to: bytes.length }] : [];
}

const JPEG_BEGINS = Buffer.from([0xff, 0xd8, 0xff]);
/** Bytes before the list of a font's tables; after the list, or in it, nothing is a text. */
const FONT_HEAD = { wOF2: 48, wOFF: 44 };

/** A picture of chunks, each of a name, a length and a body. */
interface Chunks {
  begin: number;
  /** Bytes of a chunk around its body, and from its beginning to its body. */
  around: number;
  before: number;
  /** Those whose bodies are dots. */
  dots: RegExp;
  name(bytes: Buffer, at: number): string;
  length(bytes: Buffer, at: number): number;
}

const PNG: Chunks = {
  ...{ begin: 8, around: 12, before: 8, dots: /^(?:IDAT|fdAT)$/ },
  name: (bytes, at) => bytes.toString('latin1', at + 4, at + 8),
  length: (bytes, at) => bytes.readUInt32BE(at),
};

const WEBP: Chunks = {
  ...{ begin: 12, around: 8, before: 8, dots: /^(?:VP8[ L]|ALPH|ANMF)$/ },
  name: (bytes, at) => bytes.toString('latin1', at, at + 4),
  // A body of an odd length has one byte more.
  length: (bytes, at) => bytes.readUInt32LE(at + 4) + (bytes.readUInt32LE(at + 4) % 2),
};

function chunkDots(bytes: Buffer, { begin, around, before, dots, name, length }: Chunks): Run[] {
  const runs: Run[] = [];
  for (let at = begin; at + around <= bytes.length; at += around + length(bytes, at)) {
    const from = at + before;
    if (dots.test(name(bytes, at))) runs.push({ from, to: Math.min(bytes.length, from + length(bytes, at)) });
  }
  return runs;
}

const [BEGIN, END, SCAN] = [0xd8, 0xd9, 0xda];

/** Of all pictures of a JPEG file, small ones in its notes too. @param start where the file begins in `whole` */
function jpegDots(bytes: Buffer, start: number): Run[] {
  const runs: Run[] = [];
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const mark = bytes[at + 1]!;
    if (mark === END) return [...runs, ...nextJpeg(bytes, at + 2, bytes.length, start)];
    if (mark === BEGIN || mark === 0xff) {
      at += 1;
      continue;
    }
    const after = at + 2 + bytes.readUInt16BE(at + 2);
    if (after >= bytes.length) return runs;
    if (mark !== SCAN) runs.push(...nextJpeg(bytes, at + 4, after, start));
    at = mark === SCAN ? endOfScan(bytes, after) : after;
    if (mark === SCAN) runs.push({ from: start + after, to: start + at });
  }
  return runs;
}

function nextJpeg(bytes: Buffer, from: number, to: number, start: number): Run[] {
  const at = bytes.subarray(from, to).indexOf(JPEG_BEGINS);
  return at < 0 ? [] : jpegDots(bytes.subarray(from + at, to), start + from + at);
}

/** Dots go on to the next mark that is neither a byte FF of theirs nor a place to begin anew. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1];
    if (next !== undefined && next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  return bytes.length;
}
