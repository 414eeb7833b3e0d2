import { describe, expect, test } from 'vitest';
import { readCurrencyRates } from '../../src/workspace/tables/currency-rates.ts';

const codes = (text: string): string[] => readCurrencyRates(text).findings.map(({ code, row }) => `${row} ${code}`);

describe('the table of currency rates', () => {
  test('is read with English and Russian headers, in any dialect', () => {
    const rates = [{ from: '2026-10-01', currency: 'USD', to: 'RUB', rate: '92.5', row: 2 }];
    expect(readCurrencyRates('from,currency,to,rate\n2026-10-01,USD,RUB,92.5\n')).toEqual({
      value: rates,
      findings: [],
    });
    expect(readCurrencyRates('с;из;в;курс\n01.10.2026;usd;rub;92,50\n')).toEqual({ value: rates, findings: [] });
  });

  test('tells of unknown currencies, rates that are no rates, repeats and a currency against itself', () => {
    const head = 'from,currency,to,rate\n';
    expect(codes(`${head}2026-10-01,DOLLAR,RUB,92\n`)).toEqual(['2 bad-currency']);
    expect(codes(`${head}2026-10-01,USD,RUB,0\n2026-10-02,USD,RUB,-1\n2026-10-03,USD,RUB,\n`)).toEqual([
      '2 bad-rate',
      '3 negative-number',
      '4 empty-cell',
    ]);
    // Hourly rates are read by the same column: the words fit both.
    const [nothing] = readCurrencyRates(`${head}2026-10-01,USD,RUB,0\n`).findings;
    expect(nothing!.mend).toEqual({ ru: 'впишите число больше нуля', en: 'write a number above zero' });
    expect(codes(`${head}2026-10-01,USD,RUB,92\n2026-10-01,USD,RUB,93\n`)).toEqual(['3 duplicate-row']);
    expect(codes(`${head}2026-10-01,USD,USD,1\n`)).toEqual(['2 same-currency']);
  });
});
