import { inflated, isKnownContainer } from './packed.ts';
import { bytesOfDigits } from './hex.ts';
import { kindWithin, type Part } from './parts.ts';
import { bytesFollowing, printed } from './printed.ts';

/** Fewer signs say too little. */
const SHORTEST = 16;
const HALF = SHORTEST / 2;
const FILE = ';base64,';
/** Letters and standards break lines at 64 or 76 signs. */
const BROKEN_AT = 60;
const [RETURN, LINE] = [0x0d, 0x0a];

const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
/** What each byte is worth; `NONE` when it is no sign of base64, of files or of addresses. */
export const NONE = 64;
/** From here on signs that join parts of an address too. */
export const JOINING = 62;
export const WORTH = worthOfSigns();

/**
 * Texts and files in base64, wherever they stand. Names, paths and checksums are runs of the same signs, but hardly
 * one in ten thousand of them is a text; a part of an address may stand before one, so each run is read behind every
 * sign that joins two of them too.
 */
export function base64Parts({ bytes, place }: Part): Part[] {
  const parts: Part[] = [];
  // Any run has a sign at a multiple of its least length: only those are looked at.
  for (let at = 0; at < bytes.length; at += SHORTEST) {
    // It has one half of that further on or back, too.
    if (WORTH[bytes[at]!] === NONE || (isNone(bytes, at - HALF) && isNone(bytes, at + HALF))) continue;
    let start = at;
    while (start > 0 && WORTH[bytes[start - 1]!] !== NONE) start--;
    const end = endOfRun(bytes, start, at + 1);
    if (end - start < SHORTEST) continue;
    for (const inside of meanings(bytes, start, end)) {
      parts.push({ kind: kindWithin(inside), bytes: inside, place: () => place(start) });
    }
    while (at + SHORTEST < end) at += SHORTEST;
  }
  return parts;
}

function isNone(bytes: Buffer, at: number): boolean {
  return at < 0 || at >= bytes.length || WORTH[bytes[at]!] === NONE;
}

/** Behind the signs, and those of the next line when this one is as long as letters break it. */
function endOfRun(bytes: Buffer, start: number, from: number): number {
  let [line, end] = [start, from];
  for (;;) {
    while (end < bytes.length && WORTH[bytes[end]!] !== NONE) end++;
    const next = bytes[end] === RETURN ? end + 2 : end + 1;
    const breaks = bytes[next - 1] === LINE && end - line >= BROKEN_AT && next < bytes.length;
    if (!breaks || WORTH[bytes[next]!] === NONE) return end;
    line = next;
    end = next;
  }
}

function meanings(bytes: Buffer, start: number, end: number): Buffer[] {
  if (bytes.toString('latin1', start - FILE.length, start) === FILE) return [decoded(bytes, start, end)];
  const found = bytesOfDigits(bytes, start, end);
  for (let from = start; from + SHORTEST <= end; from++) {
    if (from > start && WORTH[bytes[from - 1]!]! < JOINING) continue;
    if (bytes[from] === DEFLATED) found.push(...(inflatedRun(bytes, from, end) ?? []));
    if (mayBePacked(bytes, from)) found.push(decoded(bytes, from, end));
    else if (mayBeText(bytes, from)) found.push(printed(decoded(bytes, from, end)));
  }
  return found;
}

const decoded = (bytes: Buffer, from: number, to: number): Buffer =>
  Buffer.from(bytes.toString('latin1', from, to), 'base64');

/** What zlib packs begins with it in base64: drawing programs keep so what they make a picture from. */
const DEFLATED = 0x65;

function inflatedRun(bytes: Buffer, from: number, end: number): Buffer[] | null {
  if (!/^e(?:A[E-H]|F[4-7]|J[w-z]|N[o-r])/.test(bytes.toString('latin1', from, from + 3))) return null;
  const inside = inflated(decoded(bytes, from, end));
  return inside === null ? null : [inside];
}

function mayBePacked(bytes: Buffer, from: number): boolean {
  const sign = bytes[from]!;
  // H4sI, UEsD, iVBO: only what begins like one of them is decoded.
  return (sign === 0x48 || sign === 0x55 || sign === 0x69) && isKnownContainer(decoded(bytes, from, from + 8));
}

/** Whether the first signs are letters of a text: UTF-8, and nothing that is never printed. No text is made of them. */
function mayBeText(bytes: Buffer, from: number): boolean {
  let following = 0;
  for (let at = from; at < from + SHORTEST; at += 4) {
    const [a, b, c, d] = [WORTH[bytes[at]!]!, WORTH[bytes[at + 1]!]!, WORTH[bytes[at + 2]!]!, WORTH[bytes[at + 3]!]!];
    for (const byte of [(a << 2) | (b >> 4), ((b & 15) << 4) | (c >> 2), ((c & 3) << 6) | d]) {
      following = bytesFollowing(byte, following);
      if (following < 0) return false;
    }
  }
  return true;
}

function worthOfSigns(): Uint8Array {
  const worth = new Uint8Array(0x100).fill(NONE);
  for (const [value, sign] of [...SIGNS].entries()) worth[sign.charCodeAt(0)] = value;
  worth['-'.charCodeAt(0)] = worth['+'.charCodeAt(0)]!;
  worth['_'.charCodeAt(0)] = worth['/'.charCodeAt(0)]!;
  return worth;
}
