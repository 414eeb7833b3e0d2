import type { Rate } from '../../types/proposal.ts';
import type { Person } from '../../types/workspace.ts';
import { quoted, type Finding, type Read } from '../findings.ts';
import { currencyColumn, dayColumn, rateColumn, textColumn, type Column } from './columns.ts';
import { otherCurrency } from './own-money.ts';
import { unknownPeople } from './people-cells.ts';
import { repeats } from './repeats.ts';
import { readTable } from './table.ts';

export const rateColumns = {
  role: textColumn({ headers: ['роль'], about: 'Role, such as designer; blank when only the person matters.' }, false),
  person: textColumn(
    { headers: ['исполнитель', 'сотрудник'], about: 'Id from people.json; blank for everybody.' },
    false,
  ),
  currency: currencyColumn({ headers: ['валюта'], about: 'Currency of the rate, ISO 4217.' }),
  rate: asWritten(rateColumn({ headers: ['ставка'], about: 'Price of an hour without tax.' })),
  from: dayColumn({ headers: ['с', 'дата'], about: 'First day the rate holds; it holds until the next one.' }),
};

/** A number together with its cell, which may name a currency. */
function asWritten({ read, ...column }: Column<string>): Column<{ value: string; cell: string }> {
  return {
    ...column,
    read: (cell, forms) => {
      if (cell.includes('%')) return { code: 'bad-rate', mend: WRITE_RATE };
      const found = read(cell, forms);
      return 'value' in found ? { value: { value: found.value, cell } } : found;
    },
  };
}

const WRITE_RATE = {
  ru: 'впишите цену часа, число больше нуля',
  en: 'write the price of an hour, a number above zero',
};

/** `data/rates.csv`: what an hour costs, by role, person and day. */
export function readRates(text: string, people: readonly Person[]): Read<Rate[]> {
  const { rows, headers, findings } = readTable(text, rateColumns);
  const nobodys = rows.filter(({ role, person }) => role === '' && person === '');
  const again = repeats(rows, headers['from'], (row) => [
    ...[row.role, row.person].map((name) => name.toLowerCase()),
    ...[row.currency, row.from],
  ]);
  const rates = rows.map(({ role, person, rate, ...rest }) => ({
    ...{ role: role || null, person: person || null, rate: rate.value },
    ...rest,
  }));
  const foreign = rows.flatMap(({ row, currency, rate: { cell } }): Finding[] => {
    const refusal = otherCurrency(cell, currency);
    if (refusal === null) return [];
    const { expected } = rateColumns.rate;
    return [{ severity: 'error', row, column: headers['rate'], found: quoted(cell), expected, ...refusal }];
  });
  const strangers = unknownPeople(rows, headers['person'], people);
  return {
    value: rates,
    findings: [...findings, ...nobodys.map(({ row }) => nobody(row)), ...again, ...foreign, ...strangers],
  };
}

function nobody(row: number): Finding {
  return {
    code: 'rate-of-nobody',
    severity: 'error',
    row,
    column: 'role',
    found: quoted(''),
    expected: { ru: 'роль, сотрудник или оба', en: 'a role, a person or both' },
    mend: { ru: 'впишите, чья это ставка', en: 'write whose rate it is' },
  };
}
