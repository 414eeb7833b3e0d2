import { literalBytes } from '../../printing/pdf-text.ts';
import { digitOf } from './hex.ts';
import type { UnicodeMap } from './pdf-unicode.ts';

const [SLASH, LESS, MORE, OPEN, CLOSE, BACKSLASH] = [0x2f, 0x3c, 0x3e, 0x28, 0x29, 0x5c];
const [LETTER_T, LETTER_M, STAR, QUOTE, APOSTROPHE, SPACE] = [0x54, 0x6d, 0x2a, 0x22, 0x27, 0x20];
/** Numbers of a place. */
const MATRIX = 6;

/**
 * Letters of a content stream; runs that continue one another are joined, others stand apart. Most of a stream draws
 * lines: it is read sign by sign, and stops only where letters, fonts and places may begin.
 */
export function drawnText(stream: string, fonts: ReadonlyMap<string, UnicodeMap>): string {
  let map: UnicodeMap = new Map();
  let place = '';
  let text = '';
  for (let at = nextSign(stream, 0); at < stream.length;) {
    const sign = stream.charCodeAt(at);
    let end = at + 1;
    if (sign === SLASH) {
      const name = endOfName(stream, at + 1);
      end = endOfFont(stream, name);
      if (end > 0) map = fonts.get(stream.slice(at + 1, name)) ?? new Map();
    } else if (sign === LESS) {
      end = endOfHex(stream, at + 1);
      if (end > 0) text += shownHex(stream.slice(at + 1, end - 1), map);
    } else if (sign === OPEN) {
      end = endOfLiteral(stream, at + 1);
      if (end > 0) text += shownText(literalBytes(stream.slice(at + 1, end - 1)), map);
    } else if (sign === LETTER_T && stream.charCodeAt(at + 1) === LETTER_M) {
      const from = startOfMatrix(stream, at);
      if (from < at && stream.slice(from, at) !== place) text += ' ';
      if (from < at) place = stream.slice(from, at);
    } else if (sign === LETTER_T ? beginsLine(stream, at) : showsNextLine(stream, at)) text += ' ';
    at = nextSign(stream, Math.max(end, at + 1));
  }
  return text;
}

/** Where letters, a font or a place may begin. */
function nextSign(stream: string, from: number): number {
  let at = from;
  for (; at < stream.length; at++) {
    const sign = stream.charCodeAt(at);
    if (sign === LETTER_T || sign === SLASH || sign === LESS || sign === OPEN) break;
    if (sign === QUOTE || sign === APOSTROPHE) break;
  }
  return at;
}

function endOfName(stream: string, from: number): number {
  let at = from;
  while (at < stream.length && !isSpace(stream.charCodeAt(at))) at++;
  return at;
}

/** Behind the size and `Tf` that follow a font's name; 0 when they do not. */
function endOfFont(stream: string, name: number): number {
  if (stream.charCodeAt(name) !== SPACE) return 0;
  let at = name + 1;
  while (isOfNumber(stream.charCodeAt(at))) at++;
  return at > name + 1 && stream.startsWith(' Tf', at) ? at + 3 : 0;
}

/** Behind the letters in hexadecimal digits that begin at `from`; 0 when they are something else. */
function endOfHex(stream: string, from: number): number {
  let at = from;
  for (let sign = stream.charCodeAt(at); isSpace(sign) || digitOf(sign) >= 0; sign = stream.charCodeAt(at)) at++;
  return stream.charCodeAt(at) === MORE && stream.charCodeAt(at + 1) !== MORE ? at + 1 : 0;
}

function endOfLiteral(stream: string, from: number): number {
  for (let at = from; at < stream.length; at++) {
    const sign = stream.charCodeAt(at);
    if (sign === CLOSE) return at + 1;
    if (sign === OPEN) return 0;
    if (sign === BACKSLASH) at++;
  }
  return 0;
}

/** Where the six numbers begin that stand before `end`; `end` when they do not. */
function startOfMatrix(stream: string, end: number): number {
  let at = end;
  for (let number = 0; number < MATRIX; number++) {
    if (stream.charCodeAt(at - 1) !== SPACE) return end;
    const last = at - 2;
    at = last;
    while (at >= 0 && (isOfNumber(stream.charCodeAt(at)) || stream[at] === '-')) at--;
    if (at === last) return end;
    at++;
  }
  return at;
}

/** `T*`, which is no end of another word. */
function beginsLine(stream: string, at: number): boolean {
  return stream.charCodeAt(at + 1) === STAR && !/\w/.test(stream[at - 1] ?? ' ');
}

/** A quotation mark by itself. */
function showsNextLine(stream: string, at: number): boolean {
  const [before, after] = [stream.charCodeAt(at - 1), stream.charCodeAt(at + 1)];
  return (at === 0 || isSpace(before)) && isSpace(after);
}

function isSpace(sign: number): boolean {
  return sign === SPACE || (sign >= 0x09 && sign <= 0x0d) || sign === 0xa0;
}

function isOfNumber(sign: number): boolean {
  return (sign >= 0x30 && sign <= 0x39) || sign === 0x2e;
}

function shownHex(hex: string, map: UnicodeMap): string {
  if (map.size === 0) return Buffer.from(hex.replace(/\s/g, ''), 'hex').toString('latin1');
  let [text, code, digits] = ['', 0, 0];
  for (let at = 0; at < hex.length; at++) {
    const digit = digitOf(hex.charCodeAt(at));
    if (digit < 0) continue;
    code = (code << 4) | digit;
    if (++digits < 4) continue;
    text += map.get(code) ?? '';
    [code, digits] = [0, 0];
  }
  return text;
}

function shownText(bytes: Buffer, map: UnicodeMap): string {
  if (map.size === 0) return bytes.toString('latin1');
  let text = '';
  for (let at = 0; at + 1 < bytes.length; at += 2) text += map.get(bytes.readUInt16BE(at)) ?? '';
  return text;
}
