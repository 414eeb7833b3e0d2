import { reference, type PdfObjects } from '../../printing/pdf-objects.ts';
import { literalBytes } from '../../printing/pdf-text.ts';
import { wholeChecksums } from './broken-checksums.ts';
import { drawnText } from './pdf-drawn.ts';
import { readUnicodeMap, type UnicodeMap } from './pdf-unicode.ts';

/** Text of one object of a PDF. */
export interface PdfPiece {
  /** Number of the object that holds it. */
  object: number;
  text: string;
}

/** Everything a PDF says: words of its pages, and strings of every dictionary: metadata, bookmarks, tags, addresses. */
export function pdfWords(objects: PdfObjects): PdfPiece[] {
  const pieces: PdfPiece[] = [];
  const maps = new Map<number, UnicodeMap>();
  const fontsIn = (holder: string): Map<string, UnicodeMap> => {
    const fonts = new Map<string, UnicodeMap>();
    for (const [name, font] of fontNumbers(holder, objects)) {
      const unicode = reference(objects.get(font), 'ToUnicode');
      const map = maps.get(font) ?? (unicode === null ? new Map() : readUnicodeMap(objects.stream(unicode)));
      maps.set(font, map);
      fonts.set(name, map);
    }
    return fonts;
  };
  const holders = new Map<number, string>();
  for (const [, text] of objects.all()) {
    const contents = /\/Type \/Page\b/.test(text) ? /\/Contents (?:\[([^\]]*)\]|(\d+) 0 R)/.exec(text) : null;
    const numbers = contents?.[2] ?? contents?.[1]?.replaceAll(' 0 R', '') ?? '';
    for (const [number] of numbers.matchAll(/\d+/g)) holders.set(Number(number), text);
  }
  for (const [object, text] of objects.all()) {
    const said = dictionaryStrings(text);
    if (said !== '') pieces.push({ object, text: said });
    if (!/\/Length \d/.test(text) || isFontOrPicture(text)) continue;
    const stream = objects.stream(object);
    const drawing = holders.get(object) ?? (text.includes('/Subtype /Form') ? text : null);
    const words = drawing === null ? Buffer.from(stream, 'latin1').toString() : drawnText(stream, fontsIn(drawing));
    pieces.push({ object, text: drawing === null ? words : wholeChecksums(words) });
  }
  return pieces;
}

/** Bytes of a file where an object begins; 0 when it cannot be told. */
export function objectOffset(bytes: Uint8Array, object: number): number {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Math.max(0, file.indexOf(`\n${object} 0 obj`) + 1);
}

/** A font's program and a picture's dots hold no words. */
function isFontOrPicture(dictionary: string): boolean {
  return /\/Length1 |\/Subtype \/(?:Image|CIDFontType0C|Type1C|OpenType)\b/.test(dictionary);
}

function fontNumbers(holder: string, objects: PdfObjects): [string, number][] {
  const own = reference(holder, 'Resources');
  const resources = own === null ? holder : objects.get(own);
  const fonts = /\/Font <<([^>]*)>>/.exec(resources)?.[1] ?? '';
  return [...fonts.matchAll(/\/(\S+) (\d+) 0 R/g)].map(([, name, number]) => [name!, Number(number)]);
}

const [UTF8, UTF16] = [new TextDecoder(), new TextDecoder('utf-16be')];

/** Every string of a dictionary, decoded, apart by spaces. */
function dictionaryStrings(dictionary: string): string {
  if (!/[(<][^<]/.test(dictionary)) return '';
  const found = dictionary.matchAll(/(?<!<)<([0-9A-Fa-f\s]+)>|\(((?:[^\\()]|\\[\s\S])*)\)/g);
  return [...found]
    .map(([, hex, literal = '']) =>
      hex === undefined ? literalBytes(literal) : Buffer.from(hex.replace(/\s/g, ''), 'hex'),
    )
    .map((bytes) => (bytes[0] === 0xfe && bytes[1] === 0xff ? UTF16.decode(bytes.subarray(2)) : UTF8.decode(bytes)))
    .join(' ');
}
