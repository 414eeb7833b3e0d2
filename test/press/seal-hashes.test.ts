import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { namedHashes } from '../../src/press/seal/proofs/hash-proof.ts';
import { view } from '../../src/press/seal/reading/views.ts';

const named = (text: string) => namedHashes('page.txt', [view(text, () => 0)]);

describe('hashes', () => {
  it('are runs of exactly 32, 40 or 64 hexadecimal digits, wherever they stand', () => {
    const run = fc.tuple(fc.constantFrom('a', 'F', '0'), fc.integer({ min: 30, max: 130 }));
    const pieces = fc.oneof(
      run.map(([digit, length]) => digit.repeat(length)),
      fc.constantFrom('-', 'ж', '<b>', '='),
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 6 }), (parts) => {
        const runs = parts.join('').match(/[0-9a-f]+/gi) ?? [];
        const expected = runs.filter(({ length }) => [32, 40, 64].includes(length)).map((one) => one.toLowerCase());
        const found = named(parts.join('')).filter(({ written }) => written === undefined);
        expect(new Set(found.map(({ hash }) => hash))).toEqual(new Set(expected));
      }),
    );
  });

  it('of SHA-256 are found in base64, of files and of addresses, wherever they stand', () => {
    const around = fc.constantFrom('', '"', ' ', '/', 'integrity="sha256-', 'x/y-z/', 'ж', '=', 'a.b', '<p>');
    const content = fc.string({ maxLength: 8 });
    fc.assert(
      fc.property(fc.array(around, { maxLength: 9 }), around, content, fc.boolean(), (before, after, text, address) => {
        const hash = createHash('sha256').update(text).digest();
        const written = hash.toString(address ? 'base64url' : 'base64').replace('=', '');
        // Letters that touch it would make it another one.
        const lead = before.join('').replace(/[a-z]$/i, '-');
        const found = named(`${lead}${written}${after.replace(/^[a-z]/i, '=')}`);
        expect(found).toContainEqual({ file: 'page.txt', hash: hash.toString('hex'), written });
      }),
      { numRuns: 500 },
    );
  });

  it('are no words of an address, nor pictures in base64', () => {
    expect(named(`<a href="reports/monthly-report-of-december/all-figures-of-the-month/index">`)).toEqual([]);
    const picture = Buffer.from(Array.from({ length: 300 }, (_, at) => (at * 37) & 0xff)).toString('hex');
    expect(
      named(`data:image/png;base64,${Buffer.from(picture, 'hex').toString('base64').replace(/[+/]/g, 'A')}`),
    ).toEqual([]);
  });

  it('are no text of a PDF in two-byte letters', () => {
    expect(named('/Title <FEFF041A043E0440043E0442043A043E>')).toEqual([]);
    expect(named('/Title <feff041a043e0440043e0442043a043e')).toHaveLength(1);
    expect(named('FEFF041A043E0440043E0442043A043E')).toHaveLength(1);
  });
});
