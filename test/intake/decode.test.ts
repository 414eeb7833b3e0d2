import { describe, expect, test } from 'vitest';
import { decode } from '../../src/intake/decode.ts';
import { encode, type Encoding } from './helpers.ts';

const RUSSIAN = 'Дата;Канал;Расход\n01.10.2026;Яндекс Директ;1 200,50\n';
const FRENCH = 'Jour;Campagne;Coût\n01.10.2026;Été à Genève, größer;12,50\n';

const refusal = (bytes: Uint8Array): string | null => {
  const decoded = decode(bytes);
  return 'refused' in decoded ? decoded.refused.code : null;
};

describe('the encoding of a file', () => {
  test.each<[Encoding, string]>([
    ['utf-8', 'utf-8'],
    ['utf-8-bom', 'utf-8'],
    ['utf-16le', 'utf-16le'],
    ['utf-16le-bom', 'utf-16le'],
    ['utf-16be-bom', 'utf-16be'],
    ['windows-1251', 'windows-1251'],
  ])('of Russian text written as %s is found to be %s', (written, found) => {
    expect(decode(encode(RUSSIAN, written))).toEqual({ text: RUSSIAN, encoding: found });
  });

  test('of Western text in one byte is Windows-1252', () => {
    expect(decode(encode(FRENCH, 'windows-1252'))).toEqual({ text: FRENCH, encoding: 'windows-1252' });
  });

  test('of plain ASCII is UTF-8', () => {
    expect(decode(encode('date,cost\n', 'windows-1251'))).toEqual({ text: 'date,cost\n', encoding: 'utf-8' });
  });

  test('of a single Russian word among Latin ones is still Windows-1251', () => {
    const text = 'date;channel;cost\n2026-10-01;Директ;5\n';
    expect(decode(encode(text, 'windows-1251'))).toEqual({ text, encoding: 'windows-1251' });
  });
});

describe('what is no table of text is refused by name', () => {
  test('a workbook or an archive renamed to CSV', () => {
    expect(refusal(Uint8Array.of(0x50, 0x4b, 0x03, 0x04, 0x14, 0x00))).toBe('workbook-named-csv');
    expect(refusal(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1))).toBe('workbook-named-csv');
  });

  test('a login page saved as CSV', () => {
    expect(refusal(encode('\n<!DOCTYPE html>\n<html><title>Sign in</title>', 'utf-8'))).toBe('web-page-named-csv');
    expect(refusal(encode('<HTML lang="ru">', 'utf-8-bom'))).toBe('web-page-named-csv');
  });

  test('a picture and text with zero bytes', () => {
    expect(refusal(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13))).toBe('not-text');
    expect(refusal(encode('date,cost\n2026-10-01,\x005\n', 'utf-8'))).toBe('not-text');
  });

  test('UTF-8 cut in the middle of a letter, which must not become gibberish in another encoding', () => {
    const bytes = encode(RUSSIAN, 'utf-8');
    const cut = bytes.slice(0, bytes.findLastIndex((byte) => byte > 0xcf) + 1);
    expect(refusal(cut)).toBe('broken-encoding');
  });

  test('UTF-16 with half a letter at its end', () => {
    expect(refusal(encode(RUSSIAN, 'utf-16le-bom').slice(0, -1))).toBe('broken-encoding');
  });

  test('every refusal tells what was found, what is expected and how to mend it, in both languages', () => {
    for (const bytes of [Uint8Array.of(0x50, 0x4b, 3, 4), encode('<html>', 'utf-8'), Uint8Array.of(0, 1, 2)]) {
      const decoded = decode(bytes);
      if (!('refused' in decoded)) throw new Error('not refused');
      for (const text of [decoded.refused.found, decoded.refused.expected, decoded.refused.mend]) {
        expect(text).toMatchObject({ ru: expect.stringMatching(/[а-я]/), en: expect.stringMatching(/[a-z]/) });
      }
    }
  });
});
