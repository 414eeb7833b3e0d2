import { isUtf8 } from 'node:buffer';

/** Where texts are laid out in code units, so that memory is not asked for, cleared and given back for each of them. */
let scratch = new Uint16Array(1 << 20);
let used = 0;

/** Room for so many units, until the scratch is cleared. */
export function room(length: number): Uint16Array {
  if (used + length > scratch.length) {
    scratch = new Uint16Array(Math.max(scratch.length, length));
    used = 0;
  }
  used += length;
  return scratch.subarray(used - length, used);
}

/** Whatever was laid out before is done with. */
export function clearScratch(): void {
  used = 0;
}

export function unitsOf(text: string): Uint16Array {
  const units = new Uint16Array(text.length);
  for (let at = 0; at < text.length; at++) units[at] = text.charCodeAt(at);
  return units;
}

/** The text whose code units these are. */
export function textOf(units: Uint16Array): string {
  let text = '';
  for (let from = 0; from < units.length; from += 0x1000)
    text += String.fromCharCode(...units.subarray(from, from + 0x1000));
  return text;
}

/** UTF-8 of a file, whatever its bytes are. */
export function wellFormed(bytes: Buffer): Buffer {
  return isUtf8(bytes) ? bytes : Buffer.from(UTF8.decode(bytes));
}

const UTF8 = new TextDecoder('utf-8', { ignoreBOM: true });

/** Byte of what `wellFormed` was made of, for a byte of it: what is no UTF-8 has become longer. */
export function byteBefore(bytes: Buffer, formed: Buffer, at: number): number {
  const units = formed.toString('utf8', 0, at).length;
  let [low, high] = [0, bytes.length];
  // The first byte of a letter already makes it as long as the whole of it.
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (UTF8.decode(bytes.subarray(0, middle + 1)).length > units) high = middle;
    else low = middle + 1;
  }
  return low;
}
