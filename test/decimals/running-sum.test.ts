import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RunningSum } from '../../src/decimals/running-sum.ts';
import { decimalText, decimalUnits } from '../../src/decimals/units.ts';

interface Decimal {
  units: bigint;
  scale: number;
}

const upTo = (digits: number): fc.Arbitrary<bigint> =>
  fc.bigInt({ min: -(10n ** BigInt(digits)), max: 10n ** BigInt(digits) });
const decimal: fc.Arbitrary<Decimal> = fc.record({
  units: fc.oneof(upTo(3), upTo(9), upTo(15), upTo(22)),
  scale: fc.integer({ min: 0, max: 6 }),
});
const decimals = fc.array(decimal, { maxLength: 40 });
const isShort = ({ units }: Decimal): boolean => units > -(10n ** 15n) && units < 10n ** 15n;

/** The sum in units of `10^-6`. */
const unitsOf = (values: readonly Decimal[]): bigint =>
  values.reduce((total, { units, scale }) => total + units * 10n ** BigInt(6 - scale), 0n);

describe('a running sum of decimals', () => {
  test('is exact, at any length, in any order and however values are given to it', () => {
    fc.assert(
      fc.property(decimals, fc.array(fc.boolean(), { minLength: 40 }), (values, asNumbers) => {
        const sum = new RunningSum();
        values.forEach((one, index) => {
          if (asNumbers[index] && isShort(one)) sum.addUnits(Number(one.units), one.scale);
          else sum.add(asText(one.units, one.scale));
        });
        expect(sum.toString()).toBe(asText(unitsOf(values), 6));
        expect(sum.count).toBe(values.length);
        const total = sum.total ?? { units: 0n, scale: 0 };
        expect(asText(total.units, total.scale)).toBe(sum.toString());
      }),
    );
  });

  test('adds whole series and other sums', () => {
    fc.assert(
      fc.property(decimals, decimals, (values, others) => {
        const units = Float64Array.from(values, (one) => (isShort(one) ? Number(one.units) : NaN));
        const long = new Map(values.map((one, entry) => [entry, asText(one.units, 2)]));
        const other = new RunningSum();
        for (const one of others) other.add(asText(one.units, one.scale));
        const sum = new RunningSum();
        sum.addSeries({ units, scale: 2, long });
        sum.addSum(other, 6);
        expect(sum.toString()).toBe(asText(unitsOf([...values.map((one) => ({ ...one, scale: 2 })), ...others]), 6));
      }),
    );
  });

  test('does not drift as binary fractions do', () => {
    const dimes = new RunningSum();
    for (let index = 0; index < 10; index += 1) dimes.add('0.1');
    expect(dimes.toString()).toBe('1');
  });

  test('has no total of nothing', () => {
    expect(new RunningSum().total).toBeNull();
  });
});

test('units are written as a canonical decimal, and read back', () => {
  fc.assert(
    fc.property(decimal, ({ units, scale }) => {
      const text = decimalText(units, scale);
      expect(text).toBe(asText(units, scale));
      if (isShort({ units, scale })) expect(decimalText(Number(units), scale)).toBe(text);
      expect(decimalUnits(text, scale)).toBe(units);
    }),
  );
});

/** Written apart from the code under test. */
function asText(units: bigint, scale: number): string {
  const negative = units < 0n;
  const digits = String(negative ? -units : units);
  const padded = '0'.repeat(Math.max(0, scale + 1 - digits.length)) + digits;
  const cut = padded.length - scale;
  const text = scale === 0 ? padded : `${padded.slice(0, cut)}.${padded.slice(cut)}`.replace(/\.?0+$/, '');
  return negative ? `-${text}` : text;
}
