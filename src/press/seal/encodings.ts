import { isUtf8 } from 'node:buffer';
import type { Part } from './parts.ts';

/** Bytes that stand in every text of two-byte letters, Latin or Russian, and in no text of UTF-8. */
const WIDE_SIGNS = [0x00, 0x04];

const hasWideSigns = (bytes: Buffer): boolean => WIDE_SIGNS.some((sign) => bytes.includes(sign));

/** Whether the bytes are a text in UTF-8 and can be nothing else. */
export const isPlain = (bytes: Buffer): boolean => isUtf8(bytes) && !hasWideSigns(bytes);

/** What bytes that are not plain say when they are read as other programs of an office write them. */
export function otherReadings({ kind, bytes, place }: Part): Part[] {
  const read = (encoding: string, start: number, width: number): Part => {
    const end = bytes.length - ((bytes.length - start) % width);
    const text = new TextDecoder(encoding).decode(bytes.subarray(start, end));
    const mark = text.length * width < end - start ? width : 0;
    const own = Buffer.from(text);
    return {
      kind,
      bytes: own,
      decoded: true,
      place: (at) => place(start + mark + width * own.toString('utf8', 0, at).length),
    };
  };
  const parts = isUtf8(bytes) ? [] : [read('windows-1251', 0, 1)];
  if (!hasWideSigns(bytes)) return parts;
  return [...parts, ...['utf-16le', 'utf-16be'].flatMap((encoding) => [read(encoding, 0, 2), read(encoding, 1, 2)])];
}
