import { describe, expect, test } from 'vitest';
import { currencyOfCell, decimalEvidence, isEmptyCell, readNumber } from '../../src/intake/numbers.ts';

describe('a number', () => {
  test.each([
    ['25,881', '.', '25881'],
    ['1661.67', '.', '1661.67'],
    ['1 041 582', ',', '1041582'],
    ['1\u00a0041\u202f582,50', ',', '1041582.5'],
    ['134220,23', ',', '134220.23'],
    ['1.234.567,80', ',', '1234567.8'],
    ['312300.00₽', '.', '312300'],
    ['US$1.39', '.', '1.39'],
    ['-€5,10', ',', '-5.1'],
    ['1 200 руб.', ',', '1200'],
    ['(45.10)', '.', '-45.1'],
    ['−7', '.', '-7'],
    ['.22', '.', '0.22'],
    ['12,34,567.50', '.', '1234567.5'],
    ['[9]', '.', '9'],
    ['007', '.', '7'],
    ['-0.00', '.', '0'],
    ['100,00 %', ',', '1'],
    ['4.88%', '.', '0.0488'],
    ['0.5%', '.', '0.005'],
    ['123456789012345678901234567890.12', '.', '123456789012345678901234567890.12'],
  ] as const)('%s with the decimal mark %s is exactly %s', (cell, mark, value) => {
    expect(readNumber(cell, mark)).toBe(value);
  });

  test.each(['', '  ', '-', ' --', '–', '—', 'Не определено', '(not set)', '< 10%', '\u00a0'])(
    'is unknown, not zero, in “%s”',
    (cell) => {
      expect(isEmptyCell(cell)).toBe(true);
      expect(readNumber(cell, '.')).toBeNull();
    },
  );

  test.each(['abc', '12abc', '1.2.3', '12,34', '1,2345', '1 23', '--5', '=1+1', '1e5', '00:03:45', '5.'])(
    'is not read from “%s”',
    (cell) => {
      expect(readNumber(cell, '.')).toBeUndefined();
    },
  );

  test('is refused when its thousands are grouped by a mark the declared form does not group by', () => {
    expect(readNumber('1.234,50', ',', false)).toBeUndefined();
    expect(readNumber('1.234,50', ',', true)).toBe('1234.5');
  });

  test('of 5,000 characters neither hangs nor passes', () => {
    expect(readNumber('1,'.repeat(2500), '.')).toBeUndefined();
    expect(readNumber(`${' '.repeat(2500)}(${'$'.repeat(2500)}`, '.')).toBeUndefined();
  });
});

describe('the decimal mark', () => {
  test.each([
    ['1661.67', '.'],
    ['1,5', ','],
    ['25,881', 'either'],
    ['2.900', 'either'],
    ['0.900', '.'],
    ['1 041,582', ','],
    ['1,234,567', '.'],
    ['1.234,56', ','],
    ['12345,678', ','],
    ['500', null],
    ['Brand v1.5', null],
    ['01.08.2026', null],
  ])('in %s is %s', (cell, mark) => {
    expect(decimalEvidence(cell)).toBe(mark);
  });
});

test('a cell states its currency by its mark, and a bare dollar states none', () => {
  expect(['US$1.39', '312300.00₽', '12 €', '5 руб.', '$5', '5'].map(currencyOfCell)).toEqual([
    'USD',
    'RUB',
    'EUR',
    'RUB',
    null,
    null,
  ]);
});
