import { bytesFollowing, printed } from './printed.ts';

/** Digits that a text must begin with to be one: a checksum has them by chance once in thousands. */
const CERTAIN = 16;
/** Notes of cameras and drawing programs, as ImageMagick keeps them in a picture: Exif, TIFF of both orders, 8BIM, JPEG. */
const NOTES = /^(?:457869660000|49492a00|4d4d002a|3842494d|ffd8ff)/i;

/** What stands in hexadecimal digits between two places, lines of them being one; empty when it says nothing. */
export function bytesOfDigits(bytes: Buffer, start: number, end: number): Buffer[] {
  const isNote = NOTES.test(bytes.toString('latin1', start, start + CERTAIN));
  if (!isNote && !beginsAsText(bytes, start)) return [];
  const all = Buffer.from(bytes.toString('latin1', start, end).replace(/\s+/g, ''), 'hex');
  return [isNote ? all : printed(all)];
}

function beginsAsText(bytes: Buffer, start: number): boolean {
  let following = 0;
  for (let at = start; at < start + CERTAIN; at += 2) {
    const [high, low] = [digitOf(bytes[at]!), digitOf(bytes[at + 1]!)];
    if (high < 0 || low < 0) return false;
    following = bytesFollowing((high << 4) | low, following);
    if (following < 0) return false;
  }
  return true;
}

/** Value of a hexadecimal digit; -1 of another sign. */
export function digitOf(sign: number): number {
  if (sign >= 0x30 && sign <= 0x39) return sign - 0x30;
  const letter = sign | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}
