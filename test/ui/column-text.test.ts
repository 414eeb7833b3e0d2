import { describe, expect, it } from 'vitest';
import { formatter } from '../../src/locale/format.ts';
import { columnText } from '../../src/ui/number-style.ts';

const money = { unit: 'money', decimals: null } as const;
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');
const column = (currency: string, values: (string | null)[], digits?: number): string[] =>
  values.map(columnText(formatter('en', currency), money, values, digits)).map(plain);

describe('figures of one column are written alike', () => {
  it('with minor digits in every row when a small one has them', () => {
    expect(column('USD', ['479.031', '1083.1', null, '0'])).toEqual(['$479.03', '$1,083.10', '—', '$0.00']);
    expect(column('JPY', ['479', '1083'])).toEqual(['¥479', '¥1,083']);
  });

  it('without minor digits where they are noise', () => {
    expect(column('USD', ['99.5', '123456.78'])).toEqual(['$100', '$123,457']);
    expect(column('USD', ['4790.31', '1083.1'])).toEqual(['$4,790', '$1,083']);
  });

  it('as they are when all are small', () => {
    expect(column('USD', ['59.56', '186.7'])).toEqual(['$59.56', '$186.70']);
  });

  it('short in every row when one has no room', () => {
    expect(column('USD', ['135190', '41040', '85.5'], 5)).toEqual(['$135.2K', '$41.0K', '$85.50']);
  });

  it('in the form that the metric asks for', () => {
    const text = columnText(formatter('en', 'USD'), { unit: 'money', decimals: 1 }, ['5', '5000']);
    expect(['5', '5000'].map(text)).toEqual(['$5.0', '$5,000.0']);
  });
});
