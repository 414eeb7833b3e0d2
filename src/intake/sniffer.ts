import type { Encoding } from './encoding.ts';
import { isAscii } from 'node:buffer';
import { ByteLetters } from './byte-letters.ts';
import { brokenText, notText, workbook, type Refusal } from './refusals.ts';
import { TextSigns } from './text-signs.ts';

/** How a file is to be read as text. */
export interface Sniffed {
  encoding: Encoding;
  delimiter: string;
  /** The first line is `sep=` and no record. */
  statesDelimiter: boolean;
}

/** So many first bytes decide whether text without a byte order mark is UTF-16. */
const HEAD_BYTES = 4096;

/**
 * Finds encoding and delimiter of a file that comes in pieces; how it is cut does not matter. A byte order mark
 * decides the encoding; without one it is strict UTF-8, else UTF-16 when every second byte is zero, else Windows-1251
 * when the text is Cyrillic, else Windows-1252. Workbooks, web pages and other binaries are refused by name.
 */
export class Sniffer {
  #head: Uint8Array = new Uint8Array(0);
  #begun: { marked: Encoding | null; wide: Encoding | null } | null = null;
  #decoders: { text: TextDecoder; strict: TextDecoder } | null = null;
  #broken = false;
  /** All bytes so far are ASCII. */
  #plain = true;
  #started = false;
  #refused: Refusal | null = null;
  readonly #letters = new ByteLetters();
  readonly #utf8 = { whole: 0, broken: 0 };
  readonly #text = new TextSigns();

  push(bytes: Uint8Array): void {
    if (this.#refused) return;
    if (this.#begun) this.#take(bytes, true);
    else {
      this.#head = joined(this.#head, bytes);
      if (this.#head.length >= HEAD_BYTES) this.#begin();
    }
  }

  end(): Sniffed | { refused: Refusal } {
    const found = this.endText();
    return 'refused' in found ? found : { ...found, ...this.#text.delimiter() };
  }

  /** `end` of a text that need not be a table: its delimiter is not looked for. */
  endText(): Pick<Sniffed, 'encoding'> | { refused: Refusal } {
    if (!this.#begun) this.#begin();
    if (this.#refused) return { refused: this.#refused };
    this.#take(new Uint8Array(0), false);
    const encoding = this.#encoding();
    const refused = typeof encoding === 'string' ? this.#text.refusal() : encoding;
    if (refused) return { refused };
    return { encoding: encoding as Encoding };
  }

  #begin(): void {
    const bytes = this.#head;
    this.#refused = binaryKind(bytes);
    const marked = markedEncoding(bytes);
    const wide = marked ? null : wideWithoutMark(bytes.subarray(0, HEAD_BYTES));
    this.#begun = { marked, wide };
    if (!this.#refused) this.#take(bytes, true);
  }

  #take(bytes: Uint8Array, more: boolean): void {
    const { marked, wide } = this.#begun!;
    // Most text is plain ASCII, which is whole and tells nothing of encodings.
    this.#plain &&= !wide && isAscii(bytes);
    if (this.#plain) {
      this.#letters.addPlain(bytes);
      this.#text.addPlain(bytes);
      this.#started ||= bytes.length > 0;
      return;
    }
    const { text, strict } = (this.#decoders ??= this.#newDecoders());
    this.#broken ||= !isWhole(strict, bytes, more);
    const decoded = text.decode(bytes, { stream: more });
    if (!marked && !wide) {
      if (isAscii(bytes)) this.#letters.addPlain(bytes);
      else this.#letters.add(bytes);
      countLetters(decoded, this.#utf8);
    }
    this.#text.add(decoded);
  }

  /** Delimiters and line ends are the same bytes in every encoding that is not wide. */
  #newDecoders(): { text: TextDecoder; strict: TextDecoder } {
    const { marked, wide } = this.#begun!;
    const encoding = marked ?? wide ?? 'utf-8';
    // A mark that does not stand first is a letter like any other.
    const options = { ignoreBOM: this.#started };
    return { text: new TextDecoder(encoding, options), strict: new TextDecoder(encoding, { ...options, fatal: true }) };
  }

  /** Old single-byte text breaks UTF-8 at nearly every letter; a cut or patched UTF-8 file breaks in a few places. */
  #encoding(): Encoding | Refusal {
    const { marked, wide } = this.#begun!;
    const stated = marked ?? wide;
    if (stated) return this.#broken ? brokenText(stated) : stated;
    if (!this.#broken) return 'utf-8';
    return this.#utf8.whole > this.#utf8.broken * 4 ? brokenText('utf-8') : this.#letters.encoding();
  }
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array {
  if (one.length === 0) return other;
  const all = new Uint8Array(one.length + other.length);
  all.set(one);
  all.set(other, one.length);
  return all;
}

/** False when the bytes break the encoding's rules. */
function isWhole(strict: TextDecoder, bytes: Uint8Array, more: boolean): boolean {
  try {
    strict.decode(bytes, { stream: more });
    return true;
  } catch {
    return false;
  }
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

function binaryKind(bytes: Uint8Array): Refusal | null {
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return workbook;
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return workbook;
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46])) return notText;
  return null;
}

function markedEncoding(bytes: Uint8Array): Encoding | null {
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return 'utf-8';
  if (startsWith(bytes, [0xff, 0xfe])) return 'utf-16le';
  if (startsWith(bytes, [0xfe, 0xff])) return 'utf-16be';
  return null;
}

/** Digits, delimiters and line ends of a UTF-16 table have a zero half, and always the same half. */
function wideWithoutMark(head: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (!head.includes(0)) return null;
  let even = 0;
  let odd = 0;
  head.forEach((byte, index) => {
    if (byte !== 0) return;
    if (index % 2 === 0) even += 1;
    else odd += 1;
  });
  const enough = head.length / 20;
  if (odd > enough && even === 0) return 'utf-16le';
  if (even > enough && odd === 0) return 'utf-16be';
  return null;
}

function countLetters(text: string, counts: { whole: number; broken: number }): void {
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 0xfffd) counts.broken += 1;
    else if (code > 0x7f) counts.whole += 1;
  }
}
