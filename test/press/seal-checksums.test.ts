import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wholeChecksums } from '../../src/press/seal/reading/broken-checksums.ts';

const HASH = createHash('sha256').update('an export').digest('hex');

describe('checksums of a printed page', () => {
  it('are whole again wherever a line has broken them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 24, max: 63 }), fc.constantFrom(' ', '\n'), (at, gap) => {
        const broken = `data ${HASH.slice(0, at)}${gap}${HASH.slice(at)} 3655 rows`;
        expect(wholeChecksums(broken)).toBe(`data ${HASH} 3655 rows`);
      }),
    );
  });

  it('may be broken into three', () => {
    expect(wholeChecksums(`${HASH.slice(0, 30)} ${HASH.slice(30, 60)} ${HASH.slice(60)}`)).toBe(HASH);
  });

  it('are left as they are when they do not come to one', () => {
    for (const text of [`${HASH.slice(0, 40)} ${HASH.slice(41)}`, `${HASH} c0915`, `${HASH.slice(0, 60)} c0915`]) {
      expect(wholeChecksums(text)).toBe(text);
    }
  });
});
