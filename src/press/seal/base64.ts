import { isKnownContainer } from './packed.ts';
import { kindWithin, type Part } from './parts.ts';

/** Fewer signs say too little. */
const SHORTEST = 16;
/** Signs that are looked at before any text is made of a run. */
const TRIED = 16;
const FILE = ';base64,';

const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
/** What each byte is worth; `NONE` when it is no sign of base64, of files or of addresses. */
const NONE = 64;
const WORTH = worthOfSigns();

/**
 * Texts and files in base64, wherever they stand. Names, paths and checksums are runs of the same signs, but hardly
 * one in ten thousand of them is a text; what stands before a text may have stuck to it, so each run is read from its
 * first four signs.
 */
export function base64Parts({ bytes, place }: Part): Part[] {
  const parts: Part[] = [];
  // Any run has a sign at a multiple of its least length: only those are looked at.
  for (let at = 0; at < bytes.length; at += SHORTEST) {
    if (WORTH[bytes[at]!] === NONE) continue;
    let [start, end] = [at, at + 1];
    while (start > 0 && WORTH[bytes[start - 1]!] !== NONE) start--;
    while (end < bytes.length && WORTH[bytes[end]!] !== NONE) end++;
    if (end - start < SHORTEST) continue;
    for (const inside of meanings(bytes, start, end)) {
      parts.push({ kind: kindWithin(inside), bytes: inside, place: () => place(start) });
    }
    while (at + SHORTEST < end) at += SHORTEST;
  }
  return parts;
}

function meanings(bytes: Buffer, start: number, end: number): Buffer[] {
  if (bytes.toString('latin1', start - FILE.length, start) === FILE) return [decoded(bytes, start, end)];
  const found: Buffer[] = [];
  for (let from = start; from < start + 4; from++) {
    if (mayBePacked(bytes, from)) found.push(decoded(bytes, from, end));
    else if (mayBeText(bytes, from, Math.min(end, from + TRIED))) {
      const text = printed(decoded(bytes, from, end));
      if (text.length >= (SHORTEST * 3) / 4) found.push(text);
    }
  }
  return found.filter((one, index) => index === 0 || one.length > 0);
}

const decoded = (bytes: Buffer, from: number, to: number): Buffer =>
  Buffer.from(bytes.toString('latin1', from, to), 'base64');

function mayBePacked(bytes: Buffer, from: number): boolean {
  const sign = bytes[from]!;
  // H4sI, UEsD, iVBO: only what begins like one of them is decoded.
  return (sign === 0x48 || sign === 0x55 || sign === 0x69) && isKnownContainer(decoded(bytes, from, from + 8));
}

/** Whether the signs are letters of a text: no sign that is never printed, and UTF-8. */
function mayBeText(bytes: Buffer, from: number, to: number): boolean {
  let following = 0;
  for (let at = from; at + 3 < to; at += 4) {
    const [a, b, c, d] = [WORTH[bytes[at]!]!, WORTH[bytes[at + 1]!]!, WORTH[bytes[at + 2]!]!, WORTH[bytes[at + 3]!]!];
    for (const byte of [(a << 2) | (b >> 4), ((b & 15) << 4) | (c >> 2), ((c & 3) << 6) | d]) {
      following = bytesFollowing(byte, following);
      if (following < 0) return false;
    }
  }
  return true;
}

/** How many bytes a letter still needs behind this one; -1 when it is none of a printed text. */
function bytesFollowing(byte: number, expected: number): number {
  if (expected > 0) return byte >> 6 === 2 ? expected - 1 : -1;
  if (byte < 0x80)
    return byte >= 0x20 ? (byte === 0x7f ? -1 : 0) : byte === 0x09 || byte === 0x0a || byte === 0x0d ? 0 : -1;
  return byte >= 0xc2 && byte < 0xe0 ? 1 : byte >= 0xe0 && byte < 0xf0 ? 2 : byte >= 0xf0 && byte < 0xf5 ? 3 : -1;
}

/** The text that bytes begin with. */
function printed(bytes: Buffer): Buffer {
  let [end, following] = [0, 0];
  for (let at = 0; at < bytes.length; at++) {
    following = bytesFollowing(bytes[at]!, following);
    if (following < 0) break;
    if (following === 0) end = at + 1;
  }
  return bytes.subarray(0, end);
}

function worthOfSigns(): Uint8Array {
  const worth = new Uint8Array(0x100).fill(NONE);
  for (const [value, sign] of [...SIGNS].entries()) worth[sign.charCodeAt(0)] = value;
  worth['-'.charCodeAt(0)] = worth['+'.charCodeAt(0)]!;
  worth['_'.charCodeAt(0)] = worth['/'.charCodeAt(0)]!;
  return worth;
}
