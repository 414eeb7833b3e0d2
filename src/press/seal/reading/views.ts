import { base64Parts } from './base64.ts';
import { isPlain, otherReadings } from './encodings.ts';
import { joinedNotes } from './joined-notes.ts';
import { letterCodes } from './letter-codes.ts';
import { readMarkup, withoutGeometry, withoutMarks } from './markup.ts';
import { packedDots } from './packed-dots.ts';
import { packedParts } from './packed.ts';
import { kindOf, MARKUP, SCRIPT, type Part } from './parts.ts';
import { objectsOf } from './pdf-read.ts';
import { objectOffset, pdfWords } from './pdf-words.ts';
import { RESPELLINGS } from './respelling.ts';
import { linesOfPictures, pageWithin, writtenTwice } from './written-twice.ts';
import { spelt } from './spelling.ts';
import { byteBefore, clearScratch, wellFormed } from './units.ts';

/** One way to read a file. */
export interface View {
  /** UTF-8 of it; `null` where another view of the file has the same letters in a row. */
  readonly bytes: Buffer | null;
  readonly text: string;
  /** `canonical(text)` in code units. */
  readonly plain: Uint16Array;
  /** Byte of the file where a place of `text` stands, or where the part begins that holds it. */
  offset(index: number): number;
  /** `people`: thousands may stand apart in its numbers; `data`: only by a space; `none`: they are read in another view. */
  readonly numbers: 'people' | 'data' | 'none';
  /** Only its numbers are to be read: its words stand in another view of the same file too. */
  readonly numbersOnly: boolean;
  /** See `Part`. */
  readonly guessed: boolean;
}

export function view(text: string, offset: View['offset'], numbers: View['numbers'] = 'none'): View {
  const composed = text.normalize('NFC');
  const bytes = Buffer.from(composed);
  return { bytes, text: composed, plain: spelt(bytes), offset, numbers, numbersOnly: false, guessed: false };
}

/** The name of a file is a text too; that of its folder, which may hold a key, is no part of it. */
export function nameView(file: string, folder: string): View {
  return view(file.slice(folder.length + 1), () => 0, 'people');
}

/** How a part is read: what is made of its text, every letter in its place. */
interface Reading {
  plain: Uint16Array;
  numbers: View['numbers'];
  /** `null`: as it is. */
  read: ((text: string) => string) | null;
  numbersOnly?: boolean;
}

/** A part of a file, of which a text is made only when somebody asks for it: hardly ever. */
class PartView implements View {
  readonly bytes: Buffer | null;
  readonly plain: Uint16Array;
  readonly numbers: View['numbers'];
  readonly numbersOnly: boolean;
  readonly guessed: boolean;
  readonly #part: Part;
  readonly #read: Reading['read'];
  #text: string | null = null;

  constructor(part: Part, { plain, numbers, read, numbersOnly = false }: Reading) {
    this.bytes = read === null ? part.bytes : null;
    this.plain = plain;
    this.guessed = part.guessed === true;
    this.numbers = this.guessed ? 'none' : numbers;
    this.numbersOnly = numbersOnly;
    this.#part = part;
    this.#read = read;
  }

  get text(): string {
    return (this.#text ??= this.#made());
  }

  offset(index: number): number {
    return this.#part.place(byteOf(this.#part.bytes.toString())(index));
  }

  #made(): string {
    const text = this.#part.bytes.toString();
    return this.#read === null ? text : this.#read(text);
  }
}

/** Parts within parts are read so deep: a packed file in base64 in a table in Windows-1251. */
const DEEPEST = 3;

/**
 * Every way in which a file may say something: its bytes, its words without markup, what is written otherwise or packed
 * into it. All are done with when those of the next file are asked for.
 */
export function viewsOf(file: string, bytes: Buffer): View[] {
  clearScratch();
  const kind = kindOf(file);
  if (kind === 'pdf') return [...outsideStreams(bytes), ...pdfViews(bytes)];
  return partViews({ kind, bytes, place: (at) => at }, DEEPEST);
}

function partViews(part: Part, deep: number): View[] {
  const { notes, dots } = withoutDots(part);
  return [...restViews(notes, deep), ...dots.flatMap((one) => restViews(one, deep))];
}

/** A picture's notes and a font's names are read for every name, their dots only for such as chance does not make. */
function withoutDots(part: Part): { notes: Part; dots: Part[] } {
  const runs = part.decoded || part.guessed ? [] : packedDots(part.bytes);
  if (runs.length === 0) return { notes: part, dots: [] };
  const notes = Buffer.from(part.bytes);
  for (const { from, to } of runs) notes.fill(NO_LETTER, from, to);
  const dots = runs.map(({ from, to }) => ({
    ...{ kind: '', bytes: part.bytes.subarray(from, to), guessed: true as const },
    place: (at: number) => part.place(from + at),
  }));
  return { notes: { ...part, bytes: notes }, dots };
}

/** Stands for every dot: no letter of any encoding. */
const NO_LETTER = 0x01;

function restViews(part: Part, deep: number): View[] {
  const formed = wellFormed(part.bytes);
  const place = (at: number): number => part.place(formed === part.bytes ? at : byteBefore(part.bytes, formed, at));
  const text = { ...part, bytes: formed, place };
  if (part.guessed) return plainViews(text).filter(({ numbersOnly }) => !numbersOnly);
  const plain = part.decoded || isPlain(part.bytes);
  const views = [...plainViews(text), ...(plain ? respelt(text) : [])];
  if (deep === 0) return views;
  const inside = plain
    ? [...base64Parts(text), ...letterCodes(text)]
    : [...otherReadings(part), ...packedParts(part), ...joinedNotes(part)];
  return [...views, ...inside.flatMap((one) => partViews(one, deep - 1))];
}

function plainViews(part: Part): View[] {
  if (MARKUP.test(part.kind)) return markupViews(part);
  const numbers = /^(?:json|csv|css)$/.test(part.kind) || SCRIPT.test(part.kind) ? 'data' : 'people';
  return [new PartView(part, { plain: spelt(part.bytes), numbers, read: null })];
}

/** Words as a reader sees them; a place is found again by the line's own beginning, so it is told approximately. */
function markupViews(part: Part): View[] {
  const { all, figures, words } = readMarkup(part.bytes);
  return [
    new PartView(part, { plain: all, numbers: 'none', read: null }),
    new PartView(part, { plain: figures, numbers: 'people', read: withoutGeometry, numbersOnly: true }),
    new PartView(part, { plain: words, numbers: 'none', read: withoutMarks }),
  ];
}

function respelt(part: Part): View[] {
  return [...RESPELLINGS, linesOfPictures, writtenTwice, pageWithin]
    .filter(({ usedIn }) => usedIn(part))
    .map(({ plain }) => {
      const spelling = spelt(Buffer.from(plain(part.bytes.toString())));
      return new PartView(part, { plain: spelling, numbers: 'none', read: plain });
    });
}

const byteOf = (text: string) => (index: number) => Buffer.byteLength(text.slice(0, index));

/** The bytes of a PDF but for its packed streams, which are unpacked one by one, and its pictures as such. */
function outsideStreams(file: Buffer): View[] {
  const views: View[] = [];
  for (let from = 0; from < file.length;) {
    const stream = file.indexOf(STREAM, from);
    const head = stream < 0 ? '' : file.toString('latin1', Math.max(from, stream - 200), stream);
    const [, how] = /\/(Flate|DCT)Decode/.exec(head) ?? [];
    const end = how ? stream : stream < 0 ? file.length : stream + 1;
    const text = file.toString('utf8', from, end);
    const start = from;
    views.push(view(text, (index) => start + byteOf(text)(index)));
    const after = how ? file.indexOf('endstream', stream) : end;
    if (how === 'DCT') views.push(...pictureViews(file, stream + STREAM.length, after));
    from = after < 0 ? file.length : after + (how ? 'endstream'.length : 0);
  }
  return views;
}

const STREAM = 'stream\n';

function pictureViews(file: Buffer, from: number, end: number): View[] {
  const bytes = file.subarray(from, end < 0 ? file.length : end);
  return partViews({ kind: 'jpg', bytes, place: (at) => from + at }, 0);
}

/** A PDF that cannot be read says nothing here; that it cannot is told by the proof of PDFs. */
function pdfViews(bytes: Buffer): View[] {
  try {
    return pdfWords(objectsOf(bytes)).map(({ object, text }) =>
      view(text, () => objectOffset(bytes, object), 'people'),
    );
  } catch {
    return [];
  }
}
