import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPart, readPercent } from '../../src/workspace/part.ts';

describe('a percentage', () => {
  it.each([
    ['9.975%', '0.09975'],
    ['9,975 %', '0.09975'],
    ['22%', '0.22'],
    ['100 %', '1'],
    ['0%', '0'],
    ['120%', '1.2'],
    ['0.5%', '0.005'],
    ['10\u00a0%', '0.1'],
  ])('%s is the fraction %s', (text, fraction) => {
    expect(readPercent(text)).toBe(fraction);
  });

  it('is nothing else', () => {
    for (const text of ['22', '%', '-5%', '1 000%', 'five%', '5%%', '']) expect(readPercent(text)).toBeNull();
  });

  it('is a hundredth, whatever the number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999 }), (n) => {
        const text = `${Math.floor(n / 1000)}.${String(n % 1000).padStart(3, '0')}%`;
        expect(Number(readPercent(text))).toBeCloseTo(n / 100_000, 10);
      }),
    );
  });
});

describe('a part', () => {
  it('is a share with its sign, else an amount', () => {
    expect(readPart('15%', null)).toEqual({ share: '0.15' });
    expect(readPart('25 000,50', null)).toEqual({ amount: '25000.5' });
    expect(readPart('10', null)).toEqual({ amount: '10' });
  });

  it('is not guessed when it may be thousands or a fraction', () => {
    expect(readPart('2,500', null)).toBeNull();
    expect(readPart('2,500', ',')).toEqual({ amount: '2.5' });
  });

  it('is never negative, nor words', () => {
    for (const text of ['-10', '-10%', 'ten', '']) expect(readPart(text, null)).toBeNull();
  });
});
