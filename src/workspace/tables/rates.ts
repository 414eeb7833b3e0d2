import type { Rate } from '../../types/proposal.ts';
import type { Person } from '../../types/workspace.ts';
import { quoted, type Finding, type Read } from '../findings.ts';
import { currencyColumn, dayColumn, rateColumn, textColumn } from './columns.ts';
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
  rate: rateColumn({ headers: ['ставка'], about: 'Price of an hour without tax.' }),
  from: dayColumn({ headers: ['с', 'дата'], about: 'First day the rate holds; it holds until the next one.' }),
};

/** `data/rates.csv`: what an hour costs, by role, person and day. */
export function readRates(text: string, people: readonly Person[]): Read<Rate[]> {
  const { rows, headers, findings } = readTable(text, rateColumns);
  const nobodys = rows.filter(({ role, person }) => role === '' && person === '');
  const again = repeats(rows, headers['from'], (row) => [
    ...[row.role, row.person].map((name) => name.toLowerCase()),
    ...[row.currency, row.from],
  ]);
  const rates = rows.map(({ role, person, ...rest }) => ({ role: role || null, person: person || null, ...rest }));
  const strangers = unknownPeople(rows, headers['person'], people);
  return { value: rates, findings: [...findings, ...nobodys.map(({ row }) => nobody(row)), ...again, ...strangers] };
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
