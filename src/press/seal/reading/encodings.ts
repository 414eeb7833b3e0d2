import { isUtf8 } from 'node:buffer';
import { russianRuns, wideRuns, type Run } from './letter-runs.ts';
import type { Part } from './parts.ts';

/** Bytes that stand in every text of two-byte letters, Latin or Russian, and in no text of UTF-8. */
const WIDE_SIGNS = [0x00, 0x04];

const hasWideSigns = (bytes: Buffer): boolean => WIDE_SIGNS.some((sign) => bytes.includes(sign));

/** Whether the bytes are a text in UTF-8 and can be nothing else. */
export const isPlain = (bytes: Buffer): boolean => isUtf8(bytes) && !hasWideSigns(bytes);

/** Kinds of files that are a text from end to end; of others, such as pictures, only what looks like one is read. */
const TEXTS = /^(?:x?html?|svg|xml|css|[cm]?js|json|csv|tsv|txt|ics|vcf|md|webmanifest)$/;

const WINDOWS = 'windows-1251';
/** Encodings of one byte a letter in which Russian is written, or was. */
const NARROW = [WINDOWS, 'koi8-r', 'ibm866', 'x-mac-cyrillic'];

/** What bytes that are not plain say when they are read as other programs of an office write them. */
export function otherReadings(part: Part): Part[] {
  const { kind, bytes } = part;
  const text = TEXTS.test(kind);
  const from = (start: number): Run[] => [{ from: start, to: bytes.length }];
  const narrow = isUtf8(bytes)
    ? []
    : NARROW.flatMap((encoding) => {
        const runs = text ? from(0) : russianRuns(bytes, encoding);
        const one = reading(part, encoding, 1, runs);
        if (runs.length === 0) return [];
        // A table is written in Windows-1251; in a picture any four bytes may look like four letters of it.
        return text && encoding === WINDOWS ? one : { ...one, guessed: true as const };
      });
  if (!hasWideSigns(bytes)) return narrow;
  const little = text ? [from(0), from(1)] : [wideRuns(bytes, 'little')];
  const big = text ? [from(0), from(1)] : [wideRuns(bytes, 'big')];
  return [
    ...narrow,
    ...little.map((runs) => reading(part, 'utf-16le', 2, runs)),
    ...big.map((runs) => reading(part, 'utf-16be', 2, runs)),
  ];
}

/** Runs of letters as one text, a line each. @param width bytes of a letter */
function reading({ kind, bytes, place }: Part, encoding: string, width: number, runs: readonly Run[]): Part {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  const lines = runs.map(({ from, to }) => Buffer.from(`${decoder.decode(bytes.subarray(from, to))}\n`));
  return {
    ...{ kind, bytes: lines.length === 1 ? lines[0]! : Buffer.concat(lines), decoded: true },
    place: (at) => {
      let [line, begins] = [0, 0];
      while (begins + lines[line]!.length <= at && line + 1 < lines.length) begins += lines[line++]!.length;
      return place(runs[line]!.from + width * lines[line]!.toString('utf8', 0, at - begins).length);
    },
  };
}
