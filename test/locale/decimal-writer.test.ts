import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalWriter, printable } from '../../src/locale/decimal-writer.ts';

const money = { style: 'currency', currencyDisplay: 'narrowSymbol' } as const;
const options = fc.record({
  kind: fc.constantFrom<Intl.NumberFormatOptions>(
    {},
    { style: 'percent' },
    ...['RUB', 'USD', 'EUR', 'CHF', 'JPY', 'KWD'].map((currency) => ({ ...money, currency })),
  ),
  signDisplay: fc.constantFrom('negative' as const, 'exceptZero' as const),
  trailingZeroDisplay: fc.constantFrom('auto' as const, 'stripIfInteger' as const),
  digits: fc.option(fc.tuple(fc.nat(4), fc.nat(4)), { nil: undefined }),
});
/** Halves and runs of nines and zeros, which rounding carries through, more often than chance has them. */
const digits = (least: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789005599'), minLength: least, maxLength: 12 });
const decimal = fc
  .tuple(fc.constantFrom('', '-'), digits(1), digits(0))
  .map(([sign, whole, fraction]) => sign + whole + (fraction === '' ? '' : `.${fraction}`));

describe('a writer of decimals', () => {
  it('writes any decimal in any format as Intl does', () => {
    fc.assert(
      fc.property(fc.constantFrom('ru', 'en'), options, decimal, (locale, { kind, digits: ends, ...rest }, value) => {
        const [least, extra] = ends ?? [];
        const fractions = ends && { minimumFractionDigits: least!, maximumFractionDigits: least! + extra! };
        const format = new Intl.NumberFormat(locale, { ...kind, ...rest, ...fractions });
        expect(decimalWriter(format)!(value)).toBe(printable(format.format(value as Intl.StringNumericLiteral)));
      }),
      { numRuns: 1500 },
    );
  });

  it('leaves shortened numbers to Intl', () => {
    expect(decimalWriter(new Intl.NumberFormat('en', { notation: 'compact' }))).toBeNull();
  });
});
