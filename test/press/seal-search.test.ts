import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical, originOf } from '../../src/press/seal/reading/canonical.ts';
import { shownForms, tellingDigits, writtenNumbers } from '../../src/press/seal/figures/numbers.ts';
import { isCommonFraction, worthOf } from '../../src/press/seal/figures/quotients.ts';
import { indexTerms, SHORTEST_TERM } from '../../src/press/seal/words/term-index.ts';

describe('one spelling of a text', () => {
  it.each([
    ['entities', 'Тихий&nbsp;дом', 'тихий дом'],
    ['numbered entities', '&#1058;ихий&#x20;дом', 'тихий дом'],
    ['escapes of JSON', '\\u0422ихий\\nдом', 'тихий дом'],
    ['parts of an address', '%D0%A2ихий%20дом', 'тихий дом'],
    ['unbreakable and thin spaces, line ends', 'тихий\u202f\n  дом', 'тихий дом'],
    ['soft hyphens', 'ти\u00adхий дом', 'тихий дом'],
    ['quotation marks', '„Тихий дом“', '"тихий дом"'],
    ['ё', 'Ёлка', 'елка'],
  ])('undoes %s', (_what, written, plain) => {
    expect(canonical(written)).toBe(plain);
  });

  it('finds the place of every sign again', () => {
    const piece = fc.constantFrom('a', 'Б', '&nbsp;', '\\u0422', '  ', '\u00ad', '%D0%A2', '&amp;', 'x', '«', '&bad');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), fc.array(piece, { maxLength: 20 }), (before, after) => {
        const text = `${before.join('')} needle ${after.join('')}`;
        const at = canonical(text).indexOf('needle');
        expect(text.slice(originOf(text, at)).startsWith('needle')).toBe(true);
      }),
    );
  });
});

describe('the search for many texts at once', () => {
  it('finds what looking for each of them finds', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'ж', ' '), maxLength: 60 });
    const term = fc.string({ unit: fc.constantFrom('a', 'b', 'ж', ' '), minLength: SHORTEST_TERM, maxLength: 8 });
    fc.assert(
      fc.property(letters, fc.uniqueArray(term, { maxLength: 12 }), (text, terms) => {
        const found: string[] = [];
        indexTerms(terms).search(text, (number, at) => found.push(`${number}@${at}`));
        const naive = terms.flatMap((one, number) =>
          [...text].flatMap((_, at) => (text.startsWith(one, at) ? [`${number}@${at}`] : [])),
        );
        expect(found.sort()).toEqual(naive.sort());
      }),
    );
  });
});

describe('numbers of a text', () => {
  it.each([
    ['1 234 567,89 ₽', '1234567.89', 9],
    ['$1,234,567.89', '1234567.89', 9],
    ['1234567', '1234567', 7],
    ['0,0345678901', '0.0345678901', 9],
  ])('reads %s as people write it', (written, value, digits) => {
    expect(writtenNumbers(written, true)).toMatchObject([{ value, digits }]);
  });

  it('takes no cells of a table for one number', () => {
    expect(writtenNumbers('123456;789123', false).map(({ value }) => value)).toEqual(['123456', '789123']);
  });

  it('counts no zeros at either end of a whole number', () => {
    expect(writtenNumbers('1000000 12345000', false)).toEqual([]);
  });

  it('knows a value as pages show it', () => {
    expect(shownForms('1999999.9951')).toEqual(['1999999.9951', '2000000']);
    expect(shownForms('1234567.894')).toEqual(['1234567.894', '1234567.89', '1234568']);
  });

  it('tells fractions anybody may have from others', () => {
    expect(isCommonFraction('0.1666666667')).toBe(true);
    expect(isCommonFraction('0.1861553114')).toBe(false);
  });

  it('gives a quotient no more weight than the money and the number it is made of', () => {
    const worth = (value: string) => worthOf(value, tellingDigits(value));
    expect(worth((4034.9 / 260).toFixed(10))).toBe(6);
    expect(worth('15.5188461537')).toBe(12);
    expect(worth('1234567.89')).toBe(9);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999_999 }), fc.integer({ min: 2, max: 999 }), (hundredths, count) => {
        const value = (hundredths / 100 / count).toFixed(10).replace(/\.?0+$/, '');
        // With fewer decimals it is a number like any other.
        fc.pre(value.length - value.indexOf('.') > 8);
        expect(worth(value)).toBeLessThanOrEqual(String(hundredths).length + String(count).length);
      }),
    );
  });
});
