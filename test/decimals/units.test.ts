import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalText } from '../../src/decimals/units.ts';

/** Digits, a point among them, zeros at the end taken away: no arithmetic at all. */
function written(units: bigint, scale: number): string {
  const digits = String(units < 0n ? -units : units).padStart(scale + 1, '0');
  const point = digits.length - scale;
  const text = scale === 0 ? digits : `${digits.slice(0, point)}.${digits.slice(point)}`.replace(/\.?0+$/, '');
  return units < 0n ? `-${text}` : text;
}

const LONGEST = 9_007_199_254_740_991;

describe('the text of a decimal', () => {
  it('has the digits of its units, whatever their number, and no zeros at the end', () => {
    const units = fc.oneof(
      fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }),
      fc.integer({ min: 0, max: 15 }).chain((zeros) => fc.integer().map((some) => BigInt(some) * 10n ** BigInt(zeros))),
    );
    fc.assert(
      fc.property(units, fc.integer({ min: 0, max: 20 }), (whole, scale) => {
        expect(decimalText(whole, scale)).toBe(written(whole, scale));
      }),
      { numRuns: 500 },
    );
  });

  it('is the same for a plain number, up to the last one that is whole without loss', () => {
    const units = fc.oneof(
      fc.maxSafeInteger(),
      fc.integer({ min: 0, max: 1000 }).map((less) => LONGEST - less),
      fc
        .tuple(fc.integer({ min: 0, max: 9_000_000 }), fc.integer({ min: 0, max: 9 }))
        .map(([some, by]) => some * 10 ** by),
    );
    fc.assert(
      fc.property(units, fc.integer({ min: 0, max: 20 }), (whole, scale) => {
        expect(decimalText(whole, scale)).toBe(written(BigInt(whole), scale));
      }),
      { numRuns: 500 },
    );
  });

  it('has no minus before zero', () => {
    expect(decimalText(-0, 2)).toBe('0');
    expect(decimalText(0n, 15)).toBe('0');
  });
});
