import { afterEach, describe, expect, it, vi } from 'vitest';
import { minorDigits } from '../../src/locale/minor-digits.ts';
import { moneyText } from '../../src/locale/numbers.ts';

afterEach(() => void vi.restoreAllMocks());

describe('digits of a currency', () => {
  it('are those that custom gives it: forints and rupiahs are whole, dinars of Kuwait have thousandths', () => {
    const digits = Object.fromEntries(
      ['HUF', 'IDR', 'ISK', 'JPY', 'RUB', 'RSD', 'KWD'].map((c) => [c, minorDigits(c)]),
    );
    expect(digits).toEqual({ HUF: 0, IDR: 0, ISK: 0, JPY: 0, RUB: 2, RSD: 2, KWD: 3 });
  });

  it('are the same whatever the runtime believes: an amount that was sent comes out the same', () => {
    vi.spyOn(Intl.NumberFormat.prototype, 'resolvedOptions').mockImplementation(() => {
      throw new Error('nobody asks the runtime');
    });
    expect(minorDigits('HUF')).toBe(0);
  });

  it.each([
    ['HUF', '1500.50'],
    ['KWD', '12.3456'],
    ['EUR', '7.1'],
  ])('in a letter are those of the document: %s', (currency, value) => {
    const digits = minorDigits(currency);
    expect(moneyText('en', currency, value, 'exact', 'negative')).toBe(
      moneyText('en', currency, value, 'full', 'negative', digits),
    );
  });
});
