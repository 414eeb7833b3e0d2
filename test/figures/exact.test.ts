import Big from 'big.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  add,
  compare,
  divide,
  exact,
  multiply,
  plain,
  round,
  subtract,
  sum,
  sumKnown,
} from '../../src/figures/exact.ts';

/** Decimals of both signs with up to 12 digits before and 6 after the point. */
const decimal = fc
  .tuple(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), fc.integer({ min: 0, max: 6 }))
  .map(([units, scale]) => plain({ units, scale }));

describe('exact decimals', () => {
  it.each([
    ['0', '0'],
    ['-0', '0'],
    ['-0.00', '0'],
    ['007.50', '7.5'],
    ['+12', '12'],
    ['1e3', '1000'],
    ['1.5e-7', '0.00000015'],
    ['-1234.5', '-1234.5'],
    ['900719925474099312345.01', '900719925474099312345.01'],
  ])('read %s and write %s', (text, canonical) => {
    expect(plain(exact(text))).toBe(canonical);
  });

  it.each(['', ' 1', '1,5', '.5', '5.', '0x10', 'NaN', '--', '1 000'])('refuse %j', (text) => {
    expect(() => exact(text)).toThrow(RangeError);
  });

  it('add without the drift of binary fractions', () => {
    expect(plain(sum(Array.from({ length: 10 }, () => exact('0.1'))))).toBe('1');
    expect(plain(subtract(exact('0.3'), exact('0.1')))).toBe('0.2');
  });

  it('agree with a decimal library', () => {
    const digits = Big();
    digits.DP = 10;
    digits.RM = 1;
    fc.assert(
      fc.property(decimal, decimal, (a, b) => {
        const [x, y] = [exact(a), exact(b)];
        const [p, q] = [new digits(a), new digits(b)];
        expect(plain(add(x, y))).toBe(p.plus(q).toFixed());
        expect(plain(multiply(x, y))).toBe(p.times(q).toFixed());
        expect(compare(x, y)).toBe(p.cmp(q));
        if (!q.eq(0)) expect(plain(divide(x, y)!).replace(/^-0$/, '0')).toBe(p.div(q).toFixed().replace(/^-0$/, '0'));
      }),
    );
  });

  it('round halves away from zero', () => {
    expect(['0.5', '-0.5', '1.4999', '-1.5'].map((text) => plain(round(exact(text), 0)))).toEqual([
      '1',
      '-1',
      '1',
      '-2',
    ]);
    expect(plain(divide(exact('2'), exact('3'))!)).toBe('0.6666666667');
  });

  it('have the same quotient in plain numbers as in long ones, up to the last digit', () => {
    const units = fc.oneof(
      fc.integer({ min: -1_000_000, max: 1_000_000 }),
      fc.integer({ min: -95_000_000_000, max: 95_000_000_000 }),
      fc.constantFrom(1, 2, 3, 5, 7, 8, 89_999_999_999, 90_000_000_000, 90_000_000_001, 4_000_000_000_000_000),
    );
    const number = fc
      .tuple(units, fc.integer({ min: 0, max: 3 }))
      .map(([whole, scale]) => ({ units: BigInt(whole), scale }));
    const quotient = Big();
    quotient.DP = 10;
    quotient.RM = Big.roundHalfUp;
    fc.assert(
      fc.property(number, number, (a, b) => {
        fc.pre(b.units !== 0n);
        expect(plain(divide(a, b)!)).toBe(quotient(plain(a)).div(plain(b)).toFixed());
      }),
      { numRuns: 2000 },
    );
  });

  it('have no quotient by zero', () => {
    expect(divide(exact('1'), exact('0.00'))).toBeNull();
  });

  it('have no sum when nothing is known', () => {
    expect(sumKnown([null, null])).toBeNull();
    expect(plain(sumKnown([null, exact('0')])!)).toBe('0');
  });
});
