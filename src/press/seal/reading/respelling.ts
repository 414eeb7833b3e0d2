import { isUtf8 } from 'node:buffer';
import type { Part } from './parts.ts';

/** Another way to write letters, of which only some files make use. */
export interface Respelling {
  usedIn(part: Part): boolean;
  /** The text with plain letters, each where it stood: what is left over is a sign nobody sees. */
  plain(text: string): string;
}

/** Stands for what is left over of longer spellings, so that every letter keeps its place. */
export const NOTHING = '\u2060';
const BACKSLASH = 0x5c;
const STYLE_ESCAPE = /\\([0-9a-f]{1,6})[ \t\r\n\f]?/gi;

/** Escapes of style sheets. JSON has shorter ones that look alike, so they are no part of `canonical`. */
const styleEscapes: Respelling = {
  usedIn: ({ bytes }) => bytes.includes(BACKSLASH) && /\\[0-9a-f]{2}/i.test(bytes.toString('latin1')),
  plain: (text) =>
    text.replace(STYLE_ESCAPE, (found, hex: string) => {
      const code = Number.parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code).padEnd(found.length, NOTHING) : found;
    }),
};

/** First bytes of marks that are put onto the letter before them, as macOS writes й in names of files. */
const MARKS = [0xcc, 0xcd];

const composed: Respelling = {
  usedIn: ({ bytes }) => MARKS.some((first) => bytes.includes(first)),
  plain: (text) =>
    text.replace(/\P{M}\p{M}+/gu, (found) => unmarked(found.normalize('NFC')).padEnd(found.length, NOTHING)),
};

/** Without marks that make no letter of their own with the one before them: of stress, or a stroke through a word. */
export function unmarked(text: string): string {
  return text.replace(/[\u0300-\u036f]/g, '');
}

/** Quotation marks within a cell of a table are doubled. */
const quotedCells: Respelling = {
  usedIn: ({ kind, bytes }) => /^[ct]sv$/.test(kind) && bytes.includes('""'),
  plain: (text) => text.replaceAll('""', `"${NOTHING}`),
};

/** Long lines of a calendar or a card go on behind a line end and a space, be it amid a word. */
const foldedLines: Respelling = {
  usedIn: ({ kind }) => /^(?:ics|vcf)$/.test(kind),
  plain: (text) => text.replace(/\r?\n[ \t]/g, (found) => NOTHING.repeat(found.length)),
};

/** Octal escapes: of letters in old scripts, of the bytes of UTF-8 as git writes names of files. */
const octal: Respelling = {
  usedIn: ({ bytes }) => bytes.includes(BACKSLASH) && /\\[0-3]?[0-7]{2}/.test(bytes.toString('latin1')),
  plain: (text) =>
    text.replace(/(?:\\[0-3]?[0-7]{2})+/g, (found) => {
      const bytes = Buffer.from(
        found
          .slice(1)
          .split('\\')
          .map((digits) => Number.parseInt(digits, 8)),
      );
      return (isUtf8(bytes) ? bytes.toString() : bytes.toString('latin1')).padEnd(found.length, NOTHING);
    }),
};

/** Bytes of letters as mail and old cards have them, with lines broken behind an equals sign. */
const quotedPrintable: Respelling = {
  usedIn: ({ kind, bytes }) => /^(?:vcf|ics|txt|eml|mht)$/.test(kind) && bytes.includes('='),
  plain: (text) =>
    text.replace(/(?:=(?:[0-9A-F]{2}|\r?\n))+/g, (found) => {
      const bytes = Buffer.from(found.replace(/[=\r\n]/g, ''), 'hex');
      return isUtf8(bytes) ? bytes.toString().padEnd(found.length, NOTHING) : found;
    }),
};

export const RESPELLINGS: readonly Respelling[] = [
  ...[styleEscapes, composed, quotedCells, foldedLines, octal, quotedPrintable],
];
