import { lessSigns } from './less-signs.ts';
import { isLetter } from './letters.ts';

/** A tag of a page or a picture, by its bytes. */
export interface Tag {
  /** In lower case. */
  name: string;
  /** Those with a value and with one of the names that were asked for. */
  attributes: Attribute[];
}

export interface Attribute {
  /** In lower case. */
  name: string;
  /** As it is written, without its quotation marks. */
  value: string;
  /** Byte of its name. */
  at: number;
}

const [MORE, SLASH, EQUALS, QUOTE, APOSTROPHE, DASH, ASKS] = [0x3e, 0x2f, 0x3d, 0x22, 0x27, 0x2d, 0x3f];
const ENDS_NAME = endsAt('=>/');
const ENDS_VALUE = endsAt('>');
/** Spaces beyond ASCII. */
const SPACES = new Set(
  '\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff',
);

/** Reads tags one by one; most have none of the attributes that are asked for, and of those no text is made. */
export class TagReader {
  readonly #bytes: Buffer;
  readonly #names: ReadonlySet<string>;
  /** Their hashes: most names are told to be others by these alone. */
  readonly #hashes: ReadonlySet<number>;
  #attributes: Attribute[] = [];

  /** @param names of attributes, in lower case */
  constructor(bytes: Buffer, names: ReadonlySet<string>) {
    this.#bytes = bytes;
    this.#names = names;
    this.#hashes = new Set([...names].map((name) => hashOf(Buffer.from(name), 0, name.length)));
  }

  /** Every tag with one of the attributes, in the file's order. */
  tags(): Tag[] {
    const bytes = this.#bytes;
    const found: Tag[] = [];
    const signs = lessSigns(bytes);
    let behind = 0;
    for (let sign = 0; sign < signs.length; sign++) {
      const at = signs[sign]!;
      // `<?xml-stylesheet href="…"?>` of a picture loads what it names, as a tag does.
      const from = bytes[at + 1] === ASKS ? at + 2 : at + 1;
      if (at < behind || !isLetter(bytes[from])) continue;
      const end = this.#tagEnd(from);
      if (end >= 0) behind = end;
      if (end < 0 || this.#attributes.length === 0) continue;
      const name = bytes.toString('latin1', from, endOfName(bytes, from)).toLowerCase();
      found.push({ name, attributes: this.#attributes });
    }
    return found;
  }

  /**
   * Behind the tag whose name begins at `from`; -1 where there is none. Its attributes are in `#attributes` then. What
   * parts them is a space, a slash or nothing at all, as browsers read it.
   */
  #tagEnd(from: number): number {
    const bytes = this.#bytes;
    if (this.#attributes.length > 0) this.#attributes = [];
    for (let at = endOfName(bytes, from); ;) {
      at = endOfGap(bytes, at);
      if (bytes[at] === MORE) return at + 1;
      if (at >= bytes.length) return -1;
      at = this.#attributeEnd(at);
      if (at < 0) return -1;
    }
  }

  #attributeEnd(from: number): number {
    const bytes = this.#bytes;
    // A sign of equality that a name begins with is a part of it.
    const to = endAt(bytes, from + 1, ENDS_NAME);
    const equals = endOfSpaces(bytes, to);
    if (bytes[equals] !== EQUALS) return to;
    const value = endOfSpaces(bytes, equals + 1);
    const quoted = bytes[value] === QUOTE || bytes[value] === APOSTROPHE;
    const end = quoted ? placeOf(bytes[value]!, bytes, value + 1) : endAt(bytes, value, ENDS_VALUE);
    if (end < 0) return -1;
    if (this.#hashes.has(hashOf(bytes, from, to))) this.#keep(from, to, quoted ? value + 1 : value, end);
    return quoted ? end + 1 : end;
  }

  #keep(at: number, to: number, value: number, end: number): void {
    const name = this.#bytes.toString('latin1', at, to).toLowerCase();
    if (this.#names.has(name)) this.#attributes.push({ name, value: this.#bytes.toString('utf8', value, end), at });
  }
}

/** Most values are a few letters: to ask the machine for the place costs more than to look. -1 where there is none. */
function placeOf(sign: number, bytes: Buffer, from: number): number {
  for (let at = from; at < bytes.length; at++) if (bytes[at] === sign) return at;
  return -1;
}

/** Hash of a name in ASCII, whatever its case. */
function hashOf(bytes: Buffer, from: number, to: number): number {
  let hash = 0;
  for (let at = from; at < to; at++) hash = (Math.imul(hash, 31) + (bytes[at]! | 0x20)) | 0;
  return hash;
}

/** Behind letters, digits, colons and hyphens. */
function endOfName(bytes: Buffer, from: number): number {
  let at = from;
  for (; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (!isLetter(byte) && !(byte >= 0x30 && byte <= 0x3a) && byte !== DASH) break;
  }
  return at;
}

/** Where a sign of `ends`, or a space of whatever kind, stands. */
function endAt(bytes: Buffer, from: number, ends: Uint8Array): number {
  let at = from;
  while (at < bytes.length && (ends[bytes[at]!] === 0 || (bytes[at]! >= 0x80 && spaceLength(bytes, at) === 0))) at++;
  return at;
}

/** 1 for the signs and for every byte that a space may begin with. */
function endsAt(signs: string): Uint8Array {
  return Uint8Array.from({ length: 0x100 }, (_, byte) =>
    byte >= 0xc2 || /\s/.test(String.fromCharCode(byte)) || signs.includes(String.fromCharCode(byte)) ? 1 : 0,
  );
}

/** Behind spaces and slashes. */
function endOfGap(bytes: Buffer, from: number): number {
  let at = endOfSpaces(bytes, from);
  while (bytes[at] === SLASH) at = endOfSpaces(bytes, at + 1);
  return at;
}

function endOfSpaces(bytes: Buffer, from: number): number {
  let at = from;
  for (let length = spaceLength(bytes, at); length > 0; length = spaceLength(bytes, at)) at += length;
  return at;
}

/** Bytes of the space that stands at `at`, of whatever kind; 0 when none does. */
function spaceLength(bytes: Buffer, at: number): number {
  const byte = bytes[at] ?? 0;
  if (byte < 0x80) return byte === 0x20 || (byte >= 0x09 && byte <= 0x0d) ? 1 : 0;
  const length = byte < 0xc2 ? 0 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 0;
  return length > 0 && SPACES.has(bytes.toString('utf8', at, at + length)) ? length : 0;
}
