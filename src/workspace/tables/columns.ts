import { readDay, slashOrder, type DateForm } from '../../intake/dates.ts';
import type { TableRecord } from '../../intake/delimited.ts';
import { decimalEvidence, readNumber, type DecimalMark } from '../../intake/numbers.ts';
import type { LocalText } from '../../types/locale.ts';
import type { Day } from '../../types/period.ts';
import { isWebAddress } from '../kinds.ts';
import { readPeriodId } from './period-cell.ts';

/** One column of a workspace table: how it may be called, what it means, how a cell is read. */
export interface Column<T> {
  /** Other accepted headers, the Russian one first. */
  headers: readonly string[];
  /** For the documentation. */
  about: string;
  type: ColumnType;
  /** The column must be there and its cells filled. */
  required: boolean;
  expected: LocalText;
  /** Reads a trimmed cell; `''` also stands for a column the file does not have. */
  read: (cell: string, forms: Forms) => { value: T } | { code: string; expected?: LocalText; mend: LocalText };
}

export type ColumnType = 'day' | 'period' | 'number' | 'id' | 'text' | 'choice' | 'link';
export type Columns = Record<string, Column<unknown>>;
export type RowOf<C extends Columns> = { [K in keyof C]: C[K] extends Column<infer T> ? T : never } & { row: number };

/** How this file writes numbers and days, as far as the file tells. */
export interface Forms {
  mark: DecimalMark | null;
  dateForm: DateForm | null;
}

type Named = { headers: readonly string[]; about: string };

/** Letter case, `ё`, spaces, hyphens and underscores do not tell headers and statuses apart. */
export function normalised(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[\s_-]+/g, ' ')
    .trim();
}

/** Looks at all numbers and all days of the table, because one cell alone may be read in two ways. */
export function findForms(records: TableRecord[], indexes: Record<string, number>, columns: Columns): Forms {
  const cellsOf = (type: ColumnType): string[] =>
    Object.entries(indexes).flatMap(([name, index]) =>
      columns[name]?.type === type ? records.map((record) => record.cells[index] ?? '') : [],
    );
  const marks = new Set(cellsOf('number').map(decimalEvidence));
  const order = slashOrder(cellsOf('day'));
  return {
    mark: marks.has('.') === marks.has(',') ? null : marks.has('.') ? '.' : ',',
    dateForm: order === 'dd/mm/yyyy' || order === 'mm/dd/yyyy' ? order : null,
  };
}

const ISO_DAY = { ru: 'запишите день как 2026-10-31', en: 'write the day as 2026-10-31' };
const DAY_EXPECTED = { ru: 'день: 2026-10-31 или 31.10.2026', en: 'a day: 2026-10-31 or 31.10.2026' };

export function dayColumn(named: Named): Column<Day> {
  const read = (cell: string, forms: Forms) => {
    const day = readDay(cell, forms.dateForm);
    return day === null ? { code: 'bad-date', mend: ISO_DAY } : { value: day };
  };
  return { ...named, type: 'day', required: true, expected: DAY_EXPECTED, read };
}

/** A day that may be left blank. */
export function optionalDayColumn(named: Named): Column<Day | null> {
  const day = dayColumn(named);
  const read: Column<Day | null>['read'] = (cell, forms) => (cell === '' ? { value: null } : day.read(cell, forms));
  return { ...day, required: false, read };
}

export function periodColumn(named: Named): Column<string> {
  return {
    ...named,
    type: 'period',
    required: true,
    expected: {
      ru: 'период: 2026-10, 2026-Q4, 2026 или 2026-09-15..2026-10-14',
      en: 'a period: 2026-10, 2026-Q4, 2026 or 2026-09-15..2026-10-14',
    },
    read: (cell) => {
      const id = readPeriodId(cell);
      const mend = {
        ru: 'запишите месяц как 2026-10, квартал как 2026-Q4',
        en: 'write a month as 2026-10, a quarter as 2026-Q4',
      };
      return id === null ? { code: 'bad-period', mend } : { value: id };
    },
  };
}

/** An exact decimal, not below zero; `null` for a blank cell. A percent sign makes a fraction. */
export function numberColumn(named: Named): Column<string | null> {
  return {
    ...named,
    type: 'number',
    required: false,
    expected: { ru: 'число не меньше нуля', en: 'a number not below zero' },
    read: (cell, forms) => {
      const evidence = decimalEvidence(cell);
      const mark = evidence === 'either' ? forms.mark : (evidence ?? '.');
      if (mark === null) return { code: 'ambiguous-number', mend: AMBIGUOUS };
      const value = readNumber(cell, mark);
      if (value === undefined) return { code: 'bad-number', mend: ONLY_NUMBER };
      if (value?.startsWith('-')) return { code: 'negative-number', mend: NO_MINUS };
      return { value };
    },
  };
}

const AMBIGUOUS = {
  ru: 'непонятно, тысячи это или дробь: запишите без разделителя тысяч (120000) или с двумя знаками дроби (120,00)',
  en: 'thousands or a fraction cannot be told apart: write it without a thousands mark (120000) or with two decimals (120.00)',
};
const ONLY_NUMBER = { ru: 'оставьте в ячейке только число', en: 'leave only the number in the cell' };
const NO_MINUS = { ru: 'уберите минус', en: 'remove the minus' };

const CURRENCIES = new Set(Intl.supportedValuesOf('currency'));

/** An ISO 4217 code in any letter case. */
export function currencyColumn(named: Named): Column<string> {
  return {
    ...named,
    type: 'text',
    required: true,
    expected: { ru: 'код валюты по ISO 4217: RUB, USD, EUR, …', en: 'an ISO 4217 currency code: RUB, USD, EUR, …' },
    read: (cell) => {
      const code = cell.toUpperCase();
      if (CURRENCIES.has(code)) return { value: code };
      return { code: 'bad-currency', mend: { ru: 'впишите трёхбуквенный код', en: 'write the three-letter code' } };
    },
  };
}

/** A number above zero. */
export function rateColumn(named: Named): Column<string> {
  const number = numberColumn(named);
  return {
    ...number,
    required: true,
    expected: { ru: 'число больше нуля', en: 'a number above zero' },
    read: (cell, forms) => {
      const read = number.read(cell, forms);
      if (!('value' in read)) return read;
      if (read.value !== null && read.value !== '0') return { value: read.value };
      return { code: 'bad-rate', mend: { ru: 'впишите число больше нуля', en: 'write a number above zero' } };
    },
  };
}

export function textColumn(named: Named, required: boolean): Column<string> {
  const expected = { ru: 'текст', en: 'some text' };
  return { ...named, type: 'text', required, expected, read: (cell) => ({ value: cell }) };
}

/** An address to follow, or nothing. */
export function linkColumn(named: Named): Column<string | null> {
  return {
    ...named,
    type: 'link',
    required: false,
    expected: {
      ru: 'адрес, начинающийся с https:// или http://',
      en: 'an address that begins with https:// or http://',
    },
    read: (cell) => {
      if (cell === '') return { value: null };
      if (isWebAddress(cell)) return { value: cell };
      return {
        code: 'bad-link',
        mend: { ru: 'вставьте полный адрес страницы', en: 'paste the full address of the page' },
      };
    },
  };
}

/** One of a few words, each with the words people write instead; `blank` is what an empty cell means. */
export function choiceColumn<T extends string>(
  named: Named,
  words: Record<T, readonly string[]>,
  blank: NoInfer<T> | null,
): Column<T> {
  const canonical = Object.keys(words) as T[];
  const byWord = new Map(canonical.flatMap((word) => [word, ...words[word]].map((each) => [normalised(each), word])));
  const spelled = canonical.map((word) => `${word} (${words[word][0]})`).join(', ');
  return {
    ...named,
    type: 'choice',
    required: blank === null,
    expected: { ru: `одно из: ${spelled}`, en: `one of: ${canonical.join(', ')}` },
    read: (cell) => {
      if (cell === '' && blank !== null) return { value: blank };
      const found = byWord.get(normalised(cell));
      const mend = { ru: 'выберите слово из списка', en: 'choose a word from the list' };
      return found === undefined ? { code: 'unknown-value', mend } : { value: found };
    },
  };
}
