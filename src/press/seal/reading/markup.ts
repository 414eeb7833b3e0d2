import { lessSigns } from './less-signs.ts';
import { isLetter, SPACE } from './letters.ts';
import { GEOMETRY_NAMES, Spelling } from './spelling.ts';
import { room } from './units.ts';

/** A page or a picture as `canonical` spells it. */
export interface Markup {
  /** All of it. */
  all: Uint16Array;
  /** Without lines of pictures; only of its numbers. */
  figures: Uint16Array;
  /** What a reader sees: marks inside a line are nothing, all others a space. */
  words: Uint16Array;
}

export function readMarkup(bytes: Buffer): Markup {
  const spelling = new Spelling(bytes.length);
  spelling.take(bytes, 0, bytes.length, true);
  const all = spelling.units;
  return { all, figures: without(spelling.geometry, all), words: wordsOf(bytes) };
}

/** What is left of a text with a space in place of the parts that begin and end, by turns, at `places`. */
function without(places: readonly number[], units: Uint16Array): Uint16Array {
  const left = room(units.length);
  let length = 0;
  for (let part = 0; part <= places.length; part += 2) {
    let from = 0;
    if (part > 0) {
      if (length === 0 || left[length - 1] !== SPACE) left[length++] = SPACE;
      from = places[part - 1]!;
      if (units[from] === SPACE) from++;
    }
    const kept = units.subarray(from, places[part]);
    left.set(kept, length);
    length += kept.length;
  }
  return left.subarray(0, length);
}

const [LESS, MORE, SLASH, BANG, DASH] = [0x3c, 0x3e, 0x2f, 0x21, 0x2d];
const COMMENT_END = Buffer.from('-->');

/** Marks inside a line: they part no word. */
const INLINE_NAMES =
  'a abbr b bdi bdo big cite code data del dfn em font i ins kbd mark nobr q s samp small span strike strong sub sup time tspan tt u var wbr'.split(
    ' ',
  );
const INLINE = new Set(INLINE_NAMES.map(keyOf));
const LONGEST_INLINE = 6;

function wordsOf(bytes: Buffer): Uint16Array {
  const spelling = new Spelling(bytes.length);
  const marks = new Marks(bytes);
  const signs = lessSigns(bytes);
  let from = 0;
  for (let sign = 0; sign < signs.length; sign++) {
    const at = signs[sign]!;
    if (at < from) continue;
    const inline = marks.inlineEnd(at);
    const end = inline < 0 ? marks.end(at) : inline;
    if (end < 0) continue;
    spelling.take(bytes, from, at);
    if (inline < 0) spelling.space();
    from = end;
  }
  spelling.take(bytes, from);
  return spelling.units;
}

/** Where marks end. What ends nowhere is no mark, and neither is any of its kind behind it. */
class Marks {
  readonly #bytes: Buffer;
  #unended = Infinity;
  #unclosed = Infinity;
  #uncommented = Infinity;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  /** Behind the mark inside a line, or the comment, that begins at `at`; -1 when none does. */
  inlineEnd(at: number): number {
    const bytes = this.#bytes;
    if (bytes[at + 1] === BANG) return bytes[at + 2] === DASH && bytes[at + 3] === DASH ? this.#commentEnd(at) : -1;
    let to = bytes[at + 1] === SLASH ? at + 2 : at + 1;
    const last = to + LONGEST_INLINE;
    let key = 0;
    for (; to < last && isLetter(bytes[to]!); to++) key = withLetter(key, bytes[to]!);
    return isOfName(bytes[to] ?? 0) || !INLINE.has(key) ? -1 : this.#close(to);
  }

  /** Behind the mark that begins at `at`; marks inside a line are no part of it, not even where they close. */
  end(at: number): number {
    const bytes = this.#bytes;
    if (at >= this.#unended) return -1;
    for (let next = at + 1; next < bytes.length; next++) {
      if (bytes[next] === MORE) return next + 1;
      if (bytes[next] === LESS) next = Math.max(next, this.inlineEnd(next) - 1);
    }
    this.#unended = at;
    return -1;
  }

  #close(from: number): number {
    if (from >= this.#unclosed) return -1;
    for (let at = from; at < this.#bytes.length; at++) if (this.#bytes[at] === MORE) return at + 1;
    this.#unclosed = from;
    return -1;
  }

  #commentEnd(at: number): number {
    if (at >= this.#uncommented) return -1;
    const end = this.#bytes.indexOf(COMMENT_END, at + '<!--'.length);
    if (end < 0) this.#uncommented = at;
    return end < 0 ? -1 : end + COMMENT_END.length;
  }
}

/** A short name of letters as a number, whatever their case. */
function keyOf(name: string): number {
  return [...name].reduce((key, letter) => withLetter(key, letter.charCodeAt(0)), 0);
}

function withLetter(key: number, letter: number): number {
  return (key << 5) | (letter & 0x1f);
}

function isOfName(byte: number): boolean {
  return isLetter(byte) || (byte >= 0x30 && byte <= 0x39) || byte === 0x5f;
}

const INLINE_MARK = new RegExp(`</?(?:${INLINE_NAMES.join('|')})\\b[^>]*>|<!--[\\s\\S]*?-->`, 'gi');
const MARK = /<[^>]*>/g;
const GEOMETRY = new RegExp(`\\s(?:${GEOMETRY_NAMES.join('|')})="[^"]*"`, 'g');

/** The text of which `Markup.words` is the spelling, every letter in its place: slow, to tell where something stands. */
export function withoutMarks(text: string): string {
  return text.replace(INLINE_MARK, (found) => '\u2060'.repeat(found.length)).replace(MARK, blank);
}

/** The same for `Markup.figures`. */
export function withoutGeometry(text: string): string {
  return text.replace(GEOMETRY, blank);
}

const blank = (found: string): string => ' '.repeat(found.length);
