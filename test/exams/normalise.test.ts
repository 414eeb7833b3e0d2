import { describe, expect, it } from 'vitest';
import { comparable, writtenNumbers } from '../../src/exams/normalise.ts';
import { plain } from '../../src/figures/exact.ts';

describe('a written number', () => {
  it.each([
    ['12,5', '12.5'],
    ['12.50', '12.5'],
    ['1 250', '1250'],
    ['1 250,75', '1250.75'],
    ['1.250,75', '1250.75'],
    ['1,250.75', '1250.75'],
    ['−3', '-3'],
    ['+7', '7'],
    ['40%', '40'],
    ['300 руб', '300'],
    ["1'000", '1000'],
    ['1 250 000,5', '1250000.5'],
    ['1250 000', '1250000'],
    ['- 12 500 руб', '-12500'],
  ])('%s is %s', (text, value) => {
    expect(writtenNumbers(text, ['руб']).map(plain)).toEqual([value]);
  });

  it.each([
    ['1,875', ['1.875', '1875']],
    ['1.875', ['1.875', '1875']],
    ['−12,500', ['-12.5', '-12500']],
    ['1,250,000', ['1250000']],
    ['0,125', ['0.125']],
    ['1,25', ['1.25']],
  ])('%s may be %j: a comma and a point mean other things to other people', (text, values) => {
    expect(writtenNumbers(text).map(plain)).toEqual(values);
  });

  it.each([
    ['₽2,000', ['2', '2000']],
    ['-$12.50', ['-12.5']],
    ['2 000 ₽', ['2000']],
  ])('“%s”, its unit before it or after, is %j', (text, values) => {
    expect(writtenNumbers(text, ['₽', '$']).map(plain)).toEqual(values);
  });

  it.each(['', 'x', '1.2.3', '12,5,', '1.000,5.2', '5 apples', '1e5', '12 13', '1 2', '7 500 12', '3,5 4'])(
    '“%s” is none',
    (text) => {
      expect(writtenNumbers(text)).toEqual([]);
    },
  );

  it.each(['12,5 300', '12.5 100', '1,250 300', '0 125', '12, 13', '12 , 13', '12 .5', '5 1 250', '1 250 3000'])(
    '“%s” is two, and none is taken for the answer',
    (text) => {
      expect(writtenNumbers(text)).toEqual([]);
    },
  );
});

describe('a short answer', () => {
  it.each([
    ['Ёж', 'еж'],
    ['«Яндекс»  Директ', 'яндекс директ'],
    ['A – B', 'a-b'],
    ['ＣＰＣ', 'cpc'],
    ['ответ.', 'ответ'],
  ])('%s is compared as %s', (text, expected) => {
    expect(comparable(text)).toBe(expected);
  });
});
