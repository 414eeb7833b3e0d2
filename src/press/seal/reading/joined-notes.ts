import type { Part } from './parts.ts';

const EXTENSION = Buffer.from('http://ns.adobe.com/xmp/extension/\0');
/** Behind it stand whose it is and how long the whole is, then where in it this piece belongs. */
const [BEFORE_PLACE, BEFORE_PIECE] = [EXTENSION.length + 36, EXTENSION.length + 40];
const GIF = /^GIF8[79]a$/;
const [BLOCK, COMMENT, PROGRAM] = [0x21, 0xfe, 0xff];

/** Notes of a picture that its format cuts into pieces, be it amid a word: long ones of a JPEG, all of a GIF. */
export function joinedNotes({ bytes, place }: Part): Part[] {
  const gif = GIF.test(bytes.toString('latin1', 0, 6));
  const notes = gif ? gifNotes(bytes) : longNotes(bytes);
  return notes.map(({ at, text }) => ({ kind: '', bytes: text, place: () => place(at) }));
}

interface Note {
  at: number;
  text: Buffer;
}

function longNotes(bytes: Buffer): Note[] {
  const pieces: { at: number; place: number; text: Buffer }[] = [];
  for (let at = bytes.indexOf(EXTENSION); at >= 2; at = bytes.indexOf(EXTENSION, at + 1)) {
    const end = at - 2 + bytes.readUInt16BE(at - 2);
    if (at + BEFORE_PIECE > Math.min(end, bytes.length)) continue;
    pieces.push({ at, place: bytes.readUInt32BE(at + BEFORE_PLACE), text: bytes.subarray(at + BEFORE_PIECE, end) });
  }
  if (pieces.length < 2) return [];
  const sorted = pieces.toSorted((a, b) => a.place - b.place);
  return [{ at: pieces[0]!.at, text: Buffer.concat(sorted.map(({ text }) => text)) }];
}

/** Each piece has its length before it; one of nought is the last. */
function gifNotes(bytes: Buffer): Note[] {
  const notes: Note[] = [];
  for (let at = bytes.indexOf(BLOCK); at >= 0; at = bytes.indexOf(BLOCK, at + 1)) {
    if (bytes[at + 1] !== COMMENT && bytes[at + 1] !== PROGRAM) continue;
    const pieces: Buffer[] = [];
    for (let from = at + 2; bytes[from]; from += bytes[from]! + 1)
      pieces.push(bytes.subarray(from + 1, from + 1 + bytes[from]!));
    if (pieces.length > 1) notes.push({ at, text: Buffer.concat(pieces) });
  }
  return notes;
}
