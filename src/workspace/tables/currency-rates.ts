import type { CurrencyRate } from '../../types/workspace.ts';
import type { Finding, Read } from '../findings.ts';
import { quoted } from '../findings.ts';
import { currencyColumn, dayColumn, rateColumn } from './columns.ts';
import { repeats } from './repeats.ts';
import { readTable } from './table.ts';

export const currencyRateColumns = {
  from: dayColumn({ headers: ['с', 'дата', 'date'], about: 'First day the rate holds; it holds until the next one.' }),
  currency: currencyColumn({ headers: ['валюта', 'из'], about: 'Currency of the exports, ISO 4217.' }),
  to: currencyColumn({ headers: ['в', 'в валюту'], about: 'Currency of the report, ISO 4217.' }),
  rate: rateColumn({ headers: ['курс'], about: 'How many units of `to` one unit of `currency` costs.' }),
};

/** `data/currency-rates.csv`: the agreed rates, by the day they begin. Only what stands here is ever converted. */
export function readCurrencyRates(text: string): Read<CurrencyRate[]> {
  const table = readTable(text, currencyRateColumns);
  const again = repeats(table.rows, table.headers['from'], (row) => [row.from, row.currency, row.to]);
  const same = table.rows.filter((row) => row.currency === row.to).map((row) => sameCurrency(row));
  return { value: table.rows, findings: [...table.findings, ...again, ...same] };
}

function sameCurrency({ row, currency }: CurrencyRate): Finding {
  return {
    code: 'same-currency',
    severity: 'error',
    row,
    column: 'to',
    found: quoted(`${currency} → ${currency}`),
    expected: { ru: 'две разные валюты', en: 'two different currencies' },
    mend: { ru: 'исправьте одну из валют', en: 'correct one of the two' },
  };
}
