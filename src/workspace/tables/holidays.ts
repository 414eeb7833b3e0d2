import { isKnownCountry } from '../../calendar/country-calendar.ts';
import type { MovedDay } from '../../types/proposal.ts';
import type { Read } from '../findings.ts';
import { COUNTRY_EXPECTED } from '../kinds.ts';
import { choiceColumn, dayColumn, textColumn, type Column } from './columns.ts';
import { repeats } from './repeats.ts';
import { readTable } from './table.ts';

const KINDS = {
  off: ['выходной', 'нерабочий', 'праздник', 'holiday', 'day off'],
  working: ['рабочий', 'work', 'workday'],
} as const;

export const holidayColumns = {
  country: countryColumn(),
  date: dayColumn({ headers: ['дата', 'день', 'day'], about: 'Day that is not what the calendar says.' }),
  kind: choiceColumn({ headers: ['вид', 'тип'], about: 'Whether the day is off or worked.' }, KINDS, null),
  name: textColumn({ headers: ['название', 'повод'], about: 'Why: a transfer, a regional holiday.' }, false),
};

/** `data/holidays.csv`: days moved by decree, over the public holidays that are known without it. */
export function readHolidays(text: string): Read<MovedDay[]> {
  const { rows, headers, findings } = readTable(text, holidayColumns);
  const again = repeats(rows, headers['date'], (row) => [row.country, row.date]);
  return { value: rows, findings: [...findings, ...again] };
}

function countryColumn(): Column<string> {
  return {
    headers: ['страна'],
    about: 'Country.',
    type: 'text',
    required: true,
    expected: COUNTRY_EXPECTED,
    read: (cell) => {
      const code = cell.toUpperCase();
      if (isKnownCountry(code)) return { value: code };
      return { code: 'bad-country', mend: { ru: 'впишите код страны', en: 'write the code of the country' } };
    },
  };
}
