import { describe, expect, it } from 'vitest';
import { comparable, writtenNumber } from '../../src/exams/normalise.ts';
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
  ])('%s is %s', (text, value) => {
    expect(plain(writtenNumber(text, ['руб'])!)).toBe(value);
  });

  it.each(['', 'x', '1.2.3', '12,5,', '1.000,5.2', '5 apples', '1e5'])('“%s” is none', (text) => {
    expect(writtenNumber(text)).toBeNull();
  });
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
