import { Buffer } from 'node:buffer';
import { crc32 } from 'node:zlib';
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import type { Refusal } from '../refusals.ts';
import { bomb, brokenArchive, encrypted, noTables, tooLarge } from './refusals.ts';

export interface PackedFile {
  /** Path inside the archive, with `/`. */
  name: string;
  bytes: Uint8Array;
}

export type Unpacked = { files: PackedFile[] } | { refused: Refusal };

const MOST_ENTRIES = 2000;
const MOST_BYTES = 200 * 1024 * 1024;
/** Tables shrink to a tenth, the most monotonous ones to a hundredth; zip bombs reach a thousandth. */
const MOST_EXPANSION = 250;
/** Small files may be as monotonous as they like. */
const HARMLESS_BYTES = 4 * 1024 * 1024;

export function isZip(start: Uint8Array): boolean {
  const [p, k, third, fourth] = start;
  return p === 0x50 && k === 0x4b && ((third === 3 && fourth === 4) || (third === 5 && fourth === 6));
}

/**
 * The files of an archive, in the order of their names. Sizes are checked before anything is unpacked and again while
 * it is, checksums after: whatever comes out is what was packed.
 */
export async function unpack(bytes: Uint8Array): Promise<Unpacked> {
  try {
    const archive = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), {
      lazyEntries: true,
      autoClose: false,
    });
    const entries: Entry[] = [];
    for await (const entry of archive.eachEntry()) {
      if (entries.length >= MOST_ENTRIES) return { refused: tooLarge };
      entries.push(entry);
    }
    return await unpackEntries(archive, entries, bytes.length);
  } catch (error) {
    return { refused: brokenArchive(error instanceof Error ? error.message : String(error)) };
  }
}

async function unpackEntries(archive: ZipFile, entries: Entry[], packed: number): Promise<Unpacked> {
  const wanted = entries.filter((entry) => !isNoise(entry.fileName));
  if (wanted.some((entry) => entry.isEncrypted())) return { refused: encrypted };
  const size = wanted.reduce((sum, entry) => sum + entry.uncompressedSize, 0);
  const expands = (entry: Entry): boolean =>
    entry.uncompressedSize > HARMLESS_BYTES && entry.uncompressedSize > entry.compressedSize * MOST_EXPANSION;
  if (wanted.some(expands) || size > Math.max(HARMLESS_BYTES, packed * MOST_EXPANSION)) return { refused: bomb };
  if (size > MOST_BYTES) return { refused: tooLarge };
  if (wanted.length === 0) return { refused: noTables };
  const files: PackedFile[] = [];
  for (const entry of wanted) files.push({ name: entry.fileName, bytes: await readEntry(archive, entry) });
  return { files: files.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)) };
}

/** Folders, and what operating systems put into archives unasked. */
function isNoise(name: string): boolean {
  return name.endsWith('/') || /(^|\/)(__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$|\._)/.test(name);
}

/** Throws when the entry is not what the archive's directory says: its stream ends early, late or with another sum. */
async function readEntry(archive: ZipFile, entry: Entry): Promise<Uint8Array> {
  const bytes = new Uint8Array(entry.uncompressedSize);
  let length = 0;
  for await (const chunk of await archive.openReadStreamPromise(entry)) {
    const piece = chunk as Uint8Array;
    bytes.set(piece, length);
    length += piece.length;
  }
  if (length !== bytes.length || crc32(bytes) !== entry.crc32) throw new Error(`wrong checksum: ${entry.fileName}`);
  return bytes;
}
