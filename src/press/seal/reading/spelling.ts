import { lowered } from './canonical.ts';
import { ENTITY, ESCAPE, ESCAPED_BYTES, undone } from './escapes.ts';
import { FOLDED, FOLDED_BYTES, FOLDED_LETTERS, GONE, isOdd, plainBeyond, SPACE } from './letters.ts';
import { room, textOf, unitsOf } from './units.ts';

/** Attributes that hold lines of pictures: their digits are places, not figures. */
export const GEOMETRY_NAMES = ['d', 'points', 'transform', 'viewBox', 'style', 'sizes'];
const GEOMETRY = GEOMETRY_NAMES.map((name) => Buffer.from(`${name}="`));
/** For every byte: 1 when one of the names begins with it, 2 when it is the second letter of one, 3 when both. */
const GEOMETRY_SIGNS = Uint8Array.from({ length: 0x100 }, (_, byte) => {
  const [first, second] = [0, 1].map((place) => GEOMETRY.some((name) => name[place] === byte));
  return (first ? 1 : 0) | (second ? 2 : 0);
});
const NONE = new Uint8Array(0x100);
const [AMPERSAND, BACKSLASH, PERCENT, QUOTE] = [0x26, 0x5c, 0x25, 0x22];

/** No entity is longer; no escape but those of bytes. */
const [LONGEST_ENTITY, LONGEST_ESCAPE] = [33, 12];
const [FIRST_ENTITY, FIRST_ESCAPE, FIRST_BYTES] = [ENTITY, ESCAPE, ESCAPED_BYTES].map(
  ({ source }) => new RegExp(`^${source}`, 'i'),
) as [RegExp, RegExp, RegExp];

/**
 * Spells UTF-8 as `canonical` does, in UTF-16 code units, in one pass without a text for every step: it reads every
 * byte of every folder. Pieces follow one another as if they were one text; none may begin or end within an entity.
 */
export class Spelling {
  readonly #units: Uint16Array;
  #length = 0;
  #odd = false;
  /** Where the last piece's geometry begins and ends in what was made of it, by turns. */
  readonly geometry: number[] = [];

  /** @param bytes of all the pieces */
  constructor(bytes: number) {
    this.#units = room(bytes);
  }

  /** @param geometry whether attributes that draw pictures are to be told from the others */
  take(bytes: Buffer, from = 0, to = bytes.length, geometry = false): void {
    const stops = geometry ? GEOMETRY_SIGNS : NONE;
    for (let at = from; at < to;) {
      const end = copyPlain(bytes, at, to, this.#units, this.#length, stops);
      this.#length += end - at;
      if (end === to) return;
      at = bytes[end]! < 0x80 ? this.#sign(bytes, end, to) : this.#letters(bytes, end, to);
      if (geometry && at < to && mayBegin(bytes, at, stops)) at = this.#drawing(bytes, at, to);
    }
  }

  /** A space, unless one stands there already. */
  space(): void {
    if (this.#length === 0 || this.#units[this.#length - 1] !== SPACE) this.#units[this.#length++] = SPACE;
  }

  /** All that was taken. */
  get units(): Uint16Array {
    const units = this.#units.subarray(0, this.#length);
    // Few texts have letters that are lowered by what stands around them.
    return this.#odd ? unitsOf(lowered(textOf(units))) : units;
  }

  /** A sign of ASCII that may stand for another one. @returns where the next one begins */
  #sign(bytes: Buffer, at: number, to: number): number {
    const byte = bytes[at]!;
    if (byte === SPACE) {
      this.space();
      return at + 1;
    }
    const found =
      byte === AMPERSAND
        ? FIRST_ENTITY.exec(bytes.toString('latin1', at, Math.min(to, at + LONGEST_ENTITY)))
        : byte === BACKSLASH
          ? FIRST_ESCAPE.exec(bytes.toString('latin1', at, Math.min(to, at + LONGEST_ESCAPE)))
          : byte === PERCENT && isDigit(bytes[at + 1]) && isDigit(bytes[at + 2])
            ? FIRST_BYTES.exec(bytes.toString('latin1', at, endOfEscapedBytes(bytes, at, to)))
            : null;
    if (found === null) {
      this.#unit(byte);
      return at + 1;
    }
    this.#text(undone(found[0]));
    return at + found[0].length;
  }

  /** Letters beyond ASCII. @returns where the next one begins that may be in it */
  #letters(bytes: Buffer, at: number, to: number): number {
    const end = copyTwoBytes(bytes, at, to, this.#units, this.#length);
    this.#length += (end - at) / 2;
    return end > at ? end : this.#letter(bytes, at);
  }

  #letter(bytes: Buffer, at: number): number {
    const first = bytes[at]!;
    const next = bytes[at + 1]! & 0x3f;
    if (first < 0xe0) {
      this.#unit(((first & 0x1f) << 6) | next);
      return at + 2;
    }
    const third = bytes[at + 2]! & 0x3f;
    if (first < 0xf0) {
      this.#unit(((first & 0x0f) << 12) | (next << 6) | third);
      return at + 3;
    }
    const code = ((first & 0x07) << 18) | (next << 12) | (third << 6) | (bytes[at + 3]! & 0x3f);
    this.#text(String.fromCodePoint(code));
    return at + 4;
  }

  #text(meant: string): void {
    const plain = plainBeyond(meant);
    for (let index = 0; index < plain.length; index++) this.#unit(plain.charCodeAt(index));
  }

  #unit(unit: number): void {
    const folded = FOLDED[unit]!;
    if (folded === SPACE) this.space();
    else if (folded !== GONE || unit === GONE) this.#units[this.#length++] = folded;
    if (isOdd(unit)) this.#odd = true;
  }

  /** @returns where the drawing that begins at `at` ends; `at` when none does */
  #drawing(bytes: Buffer, at: number, to: number): number {
    if (!isSpaceBefore(bytes, at)) return at;
    const value = behindGeometry(bytes, at);
    const end = value < 0 ? -1 : bytes.indexOf(QUOTE, value);
    if (end < 0 || end >= to) return at;
    this.geometry.push(this.#length);
    this.take(bytes, at, end + 1);
    this.geometry.push(this.#length);
    return end + 1;
  }
}

/**
 * Copies letters that stand for themselves, and single spaces; nine of ten do. A function of its own: it runs twice as
 * fast as the same lines within `take`.
 * @param stops bytes that words begin with before which it stops at the space
 * @returns the first byte that does not
 */
function copyPlain(
  bytes: Buffer,
  from: number,
  to: number,
  units: Uint16Array,
  length: number,
  stops: Uint8Array,
): number {
  const folded = FOLDED_BYTES;
  let at = from;
  for (let place = length; at < to; at++, place++) {
    let unit = folded[bytes[at]!]!;
    if (unit === 0) {
      const second = place > 0 && units[place - 1] === SPACE;
      if (bytes[at] !== SPACE || second || mayBegin(bytes, at + 1, stops)) break;
      unit = SPACE;
    }
    units[place] = unit;
  }
  return at;
}

function mayBegin(bytes: Buffer, at: number, signs: Uint8Array): boolean {
  return (signs[bytes[at]!]! & 1 & (signs[bytes[at + 1]!]! >> 1)) === 1;
}

/** The same of letters of two bytes, as Russian ones are. */
function copyTwoBytes(bytes: Buffer, from: number, to: number, units: Uint16Array, length: number): number {
  let at = from;
  for (let place = length; at + 1 < to && bytes[at]! >> 5 === 6; at += 2, place++) {
    const unit = FOLDED_LETTERS[((bytes[at]! & 0x1f) << 6) | (bytes[at + 1]! & 0x3f)]!;
    if (unit === 0) break;
    units[place] = unit;
  }
  return at;
}

/** The whole of a text. */
export function spelt(bytes: Buffer): Uint16Array {
  const spelling = new Spelling(bytes.length);
  spelling.take(bytes);
  return spelling.units;
}

/** A hexadecimal one. */
function isDigit(byte: number | undefined): boolean {
  const letter = (byte ?? 0) | 0x20;
  return (letter >= 0x30 && letter <= 0x39) || (letter >= 0x61 && letter <= 0x66);
}

function endOfEscapedBytes(bytes: Buffer, from: number, to: number): number {
  let at = from;
  while (at + 3 <= to && bytes[at] === PERCENT) at += 3;
  return at;
}

/** Where the value of an attribute that draws begins; -1 when none begins at `at`. */
function behindGeometry(bytes: Buffer, at: number): number {
  for (const name of GEOMETRY) if (standsIn(bytes, name, at)) return at + name.length;
  return -1;
}

function standsIn(bytes: Buffer, text: Buffer, at: number): boolean {
  for (let index = 0; index < text.length; index++) if (bytes[at + index] !== text[index]) return false;
  return true;
}

/** Whether the letter before is any space, a byte order mark among them. */
function isSpaceBefore(bytes: Buffer, at: number): boolean {
  let from = at - 1;
  if (bytes[from] === SPACE) return true;
  while ((bytes[from]! & 0xc0) === 0x80) from--;
  return /^\s$/.test(bytes.toString('utf8', from, at));
}
