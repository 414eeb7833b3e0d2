import { describe, expect, it } from 'vitest';
import { priceText } from '../../src/ui/proposal/amount.ts';

const NBSP = '\u00a0';

describe('a price or an hourly rate', () => {
  it.each([
    ['3000', `3${NBSP}000`, '3,000'],
    ['3000.00', `3${NBSP}000`, '3,000'],
    ['42.5', '42,50', '42.50'],
    ['0.125', '0,125', '0.125'],
  ])('%s is written with as many digits as it has, tenths of money as hundredths', (value, ru, en) => {
    expect(priceText(value, 'ru')).toBe(ru);
    expect(priceText(value, 'en')).toBe(en);
  });
});
