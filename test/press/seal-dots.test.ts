import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { packedDots } from '../../src/press/seal/reading/packed-dots.ts';
import { termProof } from '../../src/press/seal/words/term-proof.ts';
import { viewsOf } from '../../src/press/seal/reading/views.ts';
import type { Term } from '../../src/press/seal/words/terms.ts';

/** Bytes that nobody can foretell, the same every time. */
function noise(length: number): Buffer {
  const blocks = Array.from({ length: Math.ceil(length / 32) }, (_, number) =>
    createHash('sha256').update(`noise ${number}`).digest(),
  );
  return Buffer.concat(blocks).subarray(0, length);
}

const bytes = (...parts: (Buffer | string | number[])[]): Buffer =>
  Buffer.concat(parts.map((part) => Buffer.from(part as Buffer)));
const size = (length: number, width: 2 | 4, order: 'BE' | 'LE' = 'BE'): Buffer => {
  const written = Buffer.alloc(width);
  if (order === 'BE') written.writeUIntBE(length, 0, width);
  else written.writeUIntLE(length, 0, width);
  return written;
};

const segment = (mark: number, body: Buffer): Buffer => bytes([0xff, mark], size(body.length + 2, 2), body);
/** In dots a byte FF is followed by a zero. */
const scanned = (dots: Buffer): Buffer =>
  Buffer.from([...dots].flatMap((byte) => (byte === 0xff ? [0xff, 0] : [byte])));
const jpeg = (note: Buffer, dots: Buffer, behind = Buffer.alloc(0)): Buffer =>
  bytes([0xff, 0xd8], segment(0xe1, note), segment(0xda, Buffer.alloc(10)), scanned(dots), [0xff, 0xd9], behind);

const chunk = (name: string, body: Buffer): Buffer => bytes(size(body.length, 4), name, body, Buffer.alloc(4));
const png = (note: Buffer, dots: Buffer, behind = Buffer.alloc(0)): Buffer =>
  bytes(
    [0x89],
    'PNG\r\n\x1a\n',
    chunk('tEXt', note),
    chunk('IDAT', dots),
    chunk('tEXt', behind),
    chunk('IEND', Buffer.alloc(0)),
  );

const piece = (name: string, body: Buffer): Buffer =>
  bytes(name, size(body.length, 4, 'LE'), body, Buffer.alloc(body.length % 2));
const webp = (note: Buffer, dots: Buffer, behind = Buffer.alloc(0)): Buffer =>
  bytes('RIFF', Buffer.alloc(4), 'WEBP', piece('EXIF', note), piece('VP8 ', dots), piece('XMP ', behind));

const PICTURES = [
  ['JPEG', 'a.jpg', jpeg],
  ['PNG', 'a.png', png],
  ['WebP', 'a.webp', webp],
] as const;

const term = (text: string): Term => ({ text, kind: 'name', owners: new Set(['reports/acme']) });
const proof = termProof(['acme', 'workshop birchwood'].map(term));
const told = (file: string, content: Buffer): number[] =>
  proof.told(viewsOf(file, content), 'reports/alder').traces.map(({ offset }) => offset);

const NOTE = Buffer.from('\0\x91 by ACME\0', 'latin1');
const DOTS = bytes([0x91], 'ACME', [0x92, 0xff, 0x93]);

describe('the dots of a picture', () => {
  it.each(PICTURES)('%s: say no short name, which chance may have put together', (_, file, picture) => {
    expect(told(file, picture(Buffer.alloc(3), DOTS))).toEqual([]);
  });

  it.each(PICTURES)('%s: say a long one', (_, file, picture) => {
    const content = picture(Buffer.alloc(3), bytes([0x91], 'Workshop Birchwood', [0x92]));
    expect(told(file, content)).toEqual([content.indexOf('Workshop')]);
  });

  it.each(PICTURES)('%s: are told from its notes, before and behind them, at their bytes', (_, file, picture) => {
    for (const content of [picture(NOTE, DOTS.subarray(5)), picture(Buffer.alloc(3), noise(999), NOTE)])
      expect(told(file, content)).toEqual([content.indexOf('ACME')]);
  });

  it('of a small picture in the notes of a large one are dots too, what stands around them is not', () => {
    const small = jpeg(Buffer.alloc(3), DOTS);
    expect(told('a.jpg', jpeg(bytes('Exif\0\0', small), noise(99)))).toEqual([]);
    const content = jpeg(bytes('Exif\0\0', small, NOTE), noise(99));
    expect(told('a.jpg', content)).toEqual([content.lastIndexOf('ACME')]);
  });

  it('are found in a page that has the picture in it as well', () => {
    const page = (picture: Buffer) => Buffer.from(`<img src="data:image/png;base64,${picture.toString('base64')}">`);
    expect(told('a.html', page(png(Buffer.alloc(3), DOTS)))).toEqual([]);
    expect(told('a.html', page(png(NOTE, DOTS)))).toHaveLength(1);
  });

  it('are no text of a PDF that has the picture, its notes are', () => {
    const pdf = (picture: Buffer) =>
      bytes('%PDF-1.4\n4 0 obj <</Filter /DCTDecode>>\nstream\n', picture, '\nendstream\n');
    expect(told('a.pdf', pdf(jpeg(Buffer.alloc(3), DOTS)))).toEqual([]);
    const content = pdf(jpeg(NOTE, noise(99)));
    expect(told('a.pdf', content)).toEqual([content.indexOf('ACME')]);
    expect(told('a.pdf', bytes(pdf(jpeg(Buffer.alloc(3), DOTS)), '5 0 obj (acme)'))).toHaveLength(1);
  });

  it('are those of a whole picture: what breaks off or is none is read as it is', () => {
    const [whole, note] = [jpeg(NOTE, noise(99)), png(NOTE, noise(99))];
    for (let end = 0; end < 40; end++)
      for (const part of [whole.subarray(0, end), note.subarray(0, end)]) {
        const runs = packedDots(part);
        expect(runs.every(({ from, to }) => from <= to && to <= part.length)).toBe(true);
      }
    expect(told('a.jpg', bytes([0xff, 0xd8, 0xff, 0xe1, 0xff, 0xff], 'ACME'))).toHaveLength(1);
    expect(told('a.png', bytes('no picture \x91 ACME'))).toHaveLength(1);
  });
});

describe('a font', () => {
  it('has no name by chance among its outlines', () => {
    expect(told('a.woff2', bytes('wOF2', Buffer.alloc(44), DOTS))).toEqual([]);
    expect(told('a.woff2', bytes('wOF2', Buffer.alloc(44), 'Workshop Birchwood'))).toHaveLength(1);
  });
});

describe('two thousand short names', () => {
  it('stand in none of twelve megabytes of pictures', () => {
    const letters = 'abcdefghijklmnopqrstuvwxyz';
    const names = Array.from({ length: 2_000 }, (_, number) =>
      [0, 1, 2, 3].map((place) => letters[(number * 7 ** place + place * 11) % 26]).join(''),
    );
    const many = termProof([...new Set(names)].map(term));
    const dots = noise(4 << 20);
    const found = PICTURES.flatMap(([, file, picture]) =>
      many.told(viewsOf(file, picture(Buffer.alloc(3), dots)), 'reports/alder').traces.map(({ term: one }) => one.text),
    );
    expect(found).toEqual([]);
  });
});
