import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  eachNumber,
  FEWEST_DIGITS,
  shownForms,
  tellingDigits,
  writtenNumbers,
} from '../../src/press/seal/figures/numbers.ts';
import { PlainNumber } from '../../src/press/seal/figures/plain-number.ts';
import { printOf } from '../../src/press/seal/figures/prints.ts';
import { isCommonFraction } from '../../src/press/seal/figures/quotients.ts';
import { spelt } from '../../src/press/seal/reading/spelling.ts';
import { unitsOf } from '../../src/press/seal/reading/units.ts';

/** Whatever is read by hand is what these slower definitions say. */

describe('numbers', () => {
  const GROUPED = /(?<![\d.])(?:\d{1,3}(?:([ ,'.])\d{3})(?:\1\d{3})*(?:[.,]\d+)?(?!\d)|\d+(?:[.,]\d+)?)/g;
  const PLAIN = /(?:\d{1,3}(?:( )\d{3})(?: \d{3})*(?:[.,]\d+)?(?!\d)|\d+(?:[.,]\d+)?)/g;

  interface Defined {
    number: string;
    apart: string | undefined;
    at: number;
  }

  /** A comma behind the last group may part two numbers of a list. */
  const written = (text: string, grouped: boolean): Defined[] => {
    const expression = new RegExp(grouped ? GROUPED : PLAIN);
    const all: Defined[] = [];
    for (let found = expression.exec(text); found; found = expression.exec(text)) {
      const { 0: number, 1: apart, index: at } = found;
      all.push({ number, apart, at });
      const [, first, fraction] = /^(.*),(\d+)$/.exec(number) ?? [];
      if (first === undefined || (apart === ',' && fraction!.length === 3)) continue;
      if (grouped && (first.startsWith('0') || fraction!.length < 3)) continue;
      all.push({ number: first, apart, at });
      expression.lastIndex = at + first.length + 1;
    }
    return all;
  };

  const defined = (text: string, grouped: boolean) =>
    written(text, grouped).flatMap(({ number, apart, at }) => {
      const pointed = (apart === undefined ? number : number.replaceAll(apart, '')).replace(',', '.');
      const whole = pointed.replace(/^0+(?=\d)/, '');
      const value = whole.includes('.') ? whole.replace(/\.?0+$/, '') : whole;
      const shown = value.replace('.', '').replace(/^0+/, '');
      const digits = (value.includes('.') ? shown : shown.replace(/0+$/, '')).length;
      return number.length >= 6 && digits >= 6 ? [{ value, digits, at }] : [];
    });

  it('are found as they are written, with thousands apart or not', () => {
    const pieces = fc.constantFrom('1', '23', '456', '789', '7890', '123456', ' ', ',', '.', "'", 'x', '00', '-');
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 14 }), fc.boolean(), (parts, grouped) => {
        const text = parts.join('');
        expect(writtenNumbers(text, grouped)).toEqual(defined(text, grouped));
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    '١٢٢٦٩٨٥١٫٢٦',
    '۱۲٬۲۶۹٬۸۵۱٫۲۶',
    '१२२६९८५१.२६',
    '１２２６９８５１．２６',
    '𝟏𝟐𝟐𝟔𝟗𝟖𝟓𝟏.𝟐𝟔',
    '&#49;&#50;269851&period;26',
  ])('are read in digits of whatever script: %s', (text) => {
    expect(writtenNumbers(spelt(Buffer.from(`ا ${text} ا`)), true)).toMatchObject([{ value: '12269851.26', at: 2 }]);
  });

  it('of a list are found with no space behind its commas', () => {
    const values = (text: string, grouped: boolean) => writtenNumbers(text, grouped).map(({ value }) => value);
    expect(values('[1234567,2345678.91,12,345678]', false)).toEqual(
      expect.arrayContaining(['1234567', '2345678.91', '345678']),
    );
    expect(values('[1234567,2345678,345678.9]', true)).toEqual(
      expect.arrayContaining(['1234567', '2345678', '345678.9']),
    );
    expect(values('1234567,89', true)).toEqual(['1234567.89']);
  });

  it('bear the print of their text, though no text is made of them', () => {
    const pieces = fc.constantFrom('1', '23', '456', '780', '000', '0', ' ', ',', '.', "'", 'x');
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 14 }), fc.boolean(), (parts, grouped) => {
        const units = unitsOf(parts.join(''));
        const plain = new PlainNumber();
        const read: unknown[] = [];
        eachNumber(units, grouped, (at, end, sign) => {
          plain.read(units, at, end, sign);
          if (plain.digits < FEWEST_DIGITS) return;
          const [wholes, part = ''] = plain.toString().split('.');
          expect([plain.wholes, plain.decimals]).toEqual([wholes!.length, part.length]);
          read.push({ value: plain.toString(), digits: plain.digits, at, print: plain.print });
        });
        expect(read).toEqual(writtenNumbers(units, grouped).map((one) => ({ ...one, print: printOf(one.value) })));
      }),
      { numRuns: 1000 },
    );
  });

  it('are shown to the hundredth and to the whole unit wherever that tells anything', () => {
    const rounded = (value: string, decimals: number) => {
      const [whole, part = ''] = value.split('.');
      const kept = BigInt(whole! + part.padEnd(decimals, '0').slice(0, decimals));
      const text = String(kept + (part[decimals]! >= '5' ? 1n : 0n)).padStart(decimals + 1, '0');
      const at = text.length - decimals;
      return `${text.slice(0, at)}.${text.slice(at)}`.replace(/\.?0*$/, '');
    };
    const number = fc.tuple(fc.nat(12_000_000), fc.stringMatching(/^[0-9]{3,10}$/));
    fc.assert(
      fc.property(
        fc.oneof(
          number,
          number.map(([, part]): [number, string] => [999_999, part]),
        ),
        ([whole, part]) => {
          const value = `${whole}.${part.replace(/0+$/, '')}1`;
          const expected = [value, rounded(value, 2), rounded(value, 0)].filter(
            (one) => tellingDigits(one) >= FEWEST_DIGITS,
          );
          expect(shownForms(value).filter((one) => tellingDigits(one) >= FEWEST_DIGITS)).toEqual([
            ...new Set(expected),
          ]);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('are told from fractions anybody may have by trying every number below the line', () => {
    const tried = (value: number) =>
      Array.from({ length: 1000 }, (_, index) => index + 1).some(
        (below) => Math.abs(value * below - Math.round(value * below)) < below * 1e-10,
      );
    const near = fc.tuple(fc.nat(999), fc.integer({ min: 1, max: 1100 }), fc.integer({ min: -3, max: 3 }));
    fc.assert(
      fc.property(near, ([above, below, off]) => {
        const value = Math.abs(((above / below) % 1) + off * 1e-10).toFixed(10);
        expect(isCommonFraction(value)).toBe(tried(Number(value) % 1));
      }),
      { numRuns: 500 },
    );
  });
});
