import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import { kindOf, kindWithin, type Part } from './parts.ts';

/** What is packed into a file that is no text: nobody publishes more, and what bursts is not read. */
const MOST = { maxOutputLength: 64 * 1024 * 1024 };

const GZIP = Buffer.from([0x1f, 0x8b, 0x08]);
const ENTRY = Buffer.from('PK\x03\x04', 'latin1');
const PICTURE = Buffer.from('\x89PNG', 'latin1');

/** Whether bytes begin as packed files and pictures with packed notes do. */
export function isKnownContainer(bytes: Buffer): boolean {
  return [GZIP, ENTRY, PICTURE].some((sign) => bytes.subarray(0, sign.length).equals(sign));
}

/** How all that zlib packs begins. */
const ZLIB = /^x[\x01\x5e\x9c\xda]/;

/** What bytes unpack to that begin as zlib's do; `null` when they are none after all. */
export function inflated(bytes: Buffer): Buffer | null {
  return ZLIB.test(bytes.toString('latin1', 0, 2)) ? unpacked(inflateSync, bytes) : null;
}

/** Everything packed into bytes that are no text: gzip, ZIP and notes of pictures wherever they begin, all of it. */
export function packedParts({ kind, bytes, place }: Part): Part[] {
  const found = [
    ...placesOf(GZIP, bytes).map((at) => ({ at, name: '', inside: unpacked(gunzipped, bytes.subarray(at)) })),
    ...placesOf(ENTRY, bytes).flatMap((at) => entry(bytes, at)),
    ...placesOf(PICTURE, bytes).flatMap((at) => notes(bytes, at)),
    ...[inflateSync, inflateRawSync].map((how) => ({ at: 0, name: '', inside: unpacked(how, bytes) })),
    ...(kind === 'br' ? [{ at: 0, name: '', inside: unpacked(brotliDecompressSync, bytes) }] : []),
  ];
  return found.flatMap(({ at, name, inside }) =>
    inside === null || inside.length === 0
      ? []
      : [{ kind: kindOf(name) || kindWithin(inside), bytes: inside, place: () => place(at) }],
  );
}

interface Found {
  at: number;
  name: string;
  inside: Buffer | null;
}

function placesOf(sign: Buffer, bytes: Buffer): number[] {
  const places: number[] = [];
  for (let at = bytes.indexOf(sign); at >= 0; at = bytes.indexOf(sign, at + 1)) places.push(at);
  return places;
}

/** What begins with gzip, whatever stands behind it: `gunzipSync` alone takes nothing before other bytes than zeros. */
function gunzipped(bytes: Buffer, options: typeof MOST): Buffer {
  try {
    return gunzipSync(bytes, options);
  } catch {
    return inflateRawSync(bytes.subarray(gzipHead(bytes)), options);
  }
}

/** Length of what stands before the packed bytes, by the flags of its fourth byte. */
function gzipHead(bytes: Buffer): number {
  const flags = bytes[3] ?? 0;
  let end = 10;
  if (flags & 4) end += 2 + bytes.readUInt16LE(end);
  // The file's name and a comment, each with a zero behind it.
  for (const flag of [8, 16]) if (flags & flag) end = bytes.indexOf(0, end) + 1;
  return flags & 2 ? end + 2 : end;
}

const ENTRY_HEAD = 30;

/** A file of a ZIP archive by its own head; its name is read with the archive's bytes. */
function entry(bytes: Buffer, at: number): Found[] {
  if (at + ENTRY_HEAD > bytes.length) return [];
  const from = at + ENTRY_HEAD + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  const name = bytes.toString('utf8', at + ENTRY_HEAD, at + ENTRY_HEAD + bytes.readUInt16LE(at + 26));
  return bytes.readUInt16LE(at + 8) === 0 ? [] : [{ at, name, inside: unpacked(inflateRawSync, bytes.subarray(from)) }];
}

const PICTURE_HEAD = 8;
/** Texts that end with a zero before the packed part of a note, and bytes beside them. */
const BEFORE_PACKED: Record<string, { texts: number; bytes: number }> = {
  zTXt: { texts: 1, bytes: 1 },
  iCCP: { texts: 1, bytes: 1 },
  // Name, two bytes of how it is packed, language, name in that language.
  iTXt: { texts: 3, bytes: 2 },
};

/** Packed notes of the PNG that begins at `start`: an icon holds several. */
function notes(file: Buffer, start: number): Found[] {
  const found: Found[] = [];
  for (let at = start + PICTURE_HEAD; at + 12 <= file.length; at += 12 + file.readUInt32BE(at)) {
    const before = BEFORE_PACKED[file.toString('latin1', at + 4, at + 8)];
    if (before === undefined) continue;
    const body = file.subarray(at + 8, at + 8 + file.readUInt32BE(at));
    found.push({ at, name: '', inside: unpacked(inflateSync, body.subarray(packedFrom(body, before))) });
  }
  return found;
}

function packedFrom(body: Buffer, { texts, bytes }: { texts: number; bytes: number }): number {
  let from = body.indexOf(0) + 1 + bytes;
  for (let text = 1; text < texts; text++) from = body.indexOf(0, from) + 1;
  return from;
}

function unpacked(how: (packed: Buffer, options: typeof MOST) => Buffer, packed: Buffer): Buffer | null {
  try {
    return how(packed, MOST);
  } catch {
    // Not packed after all: the bytes themselves are read anyway.
    return null;
  }
}
