import { numberText } from '../locale/numbers.ts';
import type { ControlSum } from '../types/intake.ts';
import type { Locale } from '../types/locale.ts';
import { serialDay } from './dates.ts';
import type { Column } from './headers.ts';
import type { MetricColumn } from './metric-columns.ts';
import type { ColumnForm } from './numbers.ts';
import { quoted, type Place, type ProblemList, type Told } from './problems.ts';
import type { TableRecord } from './table-record.ts';

/** One such warning is enough for a file of many tables. */
export function warnOnce(code: string, place: Place, told: Told, problems: ProblemList): void {
  if (!problems.has(code)) problems.warning(code, place, told);
}

export function badNumber(
  cell: string,
  row: number,
  column: MetricColumn & { form: ColumnForm },
  source: string,
  problems: ProblemList,
): void {
  const text = quoted(cell);
  const header = quoted(column.column.header);
  const example = column.form.mark === '.' ? '1234.56' : '1234,56';
  problems.error(
    'bad-number',
    { row, column: column.column.index + 1 },
    {
      found: { ru: `${text.ru} в столбце ${header.ru}`, en: `${text.en} in the column ${header.en}` },
      expected: { ru: `число вида ${example} или пустая ячейка`, en: `a number like ${example}, or an empty cell` },
      mend: {
        ru: `исправьте ячейку; если числа записаны в другой форме, задайте numberForm источнику «${source}» в sources.json`,
        en: `correct the cell; if numbers have another form, give the source “${source}” a numberForm in sources.json`,
      },
    },
  );
}

/** Two columns with one header say different things: neither may be taken for the other. */
export function twinsDiffer(
  { column, metric }: MetricColumn,
  other: Column,
  row: number,
  source: string,
  problems: ProblemList,
): void {
  const code = metric === 'cost' ? 'several-cost-columns' : 'several-columns';
  if (problems.has(code)) return;
  const header = quoted(column.header);
  const second = quoted(other.header);
  const rule = JSON.stringify({ [column.header]: metric, [other.header]: null });
  problems.error(
    code,
    { row, column: other.index + 1 },
    {
      found: {
        ru: `столбцы ${header.ru} и ${second.ru} называются одинаково, а числа в них разные`,
        en: `the columns ${header.en} and ${second.en} have one name and different figures`,
      },
      expected: { ru: 'один столбец показателя', en: 'one column of the metric' },
      mend: {
        ru: `укажите в sources.json, какой столбец брать: "sources": { "${source}": { "columns": ${rule} } }`,
        en: `say in sources.json which one to read: "sources": { "${source}": { "columns": ${rule} } }`,
      },
    },
  );
}

/** Days saved without the form of a date: they are read, and may be off by four years in workbooks of old Macs. */
export function serialDays({ row, cells }: TableRecord, index: number, problems: ProblemList): void {
  const cell = (cells[index] ?? '').trim();
  const day = serialDay(cell) ?? '';
  problems.warning(
    'days-as-numbers',
    { row, column: index + 1 },
    {
      found: {
        ru: `дни записаны порядковыми числами Excel: «${cell}» прочитано как ${day}`,
        en: `days are written as serial numbers of Excel: “${cell}” is read as ${day}`,
      },
      expected: { ru: 'дни вида 2026-10-31 или 31.10.2026', en: 'days like 2026-10-31 or 31.10.2026' },
      mend: {
        ru: 'если день верный, ничего не делайте; иначе задайте столбцу в Excel формат даты и сохраните файл заново',
        en: 'if the day is right, leave it; else give the column the form of a date in Excel and save the file again',
      },
    },
  );
}

export function emptyChannel(row: number, index: number, problems: ProblemList): void {
  problems.error(
    'empty-channel',
    { row, column: index + 1 },
    {
      found: { ru: 'строка без канала', en: 'a row without a channel' },
      expected: { ru: 'канал в каждой строке', en: 'a channel in every row' },
      mend: {
        ru: 'впишите канал или задайте один канал на весь источник в sources.json (channel)',
        en: 'fill in the channel, or give the whole source one channel in sources.json (channel)',
      },
    },
  );
}

/**
 * A name with a quotation mark out of place may be right (an inch), or a slip that makes another channel of one: it is
 * kept and named.
 */
export function strayMark(channel: string, row: number, index: number, problems: ProblemList): void {
  const name = quoted(channel);
  warnOnce(
    'stray-quote',
    { row, column: index + 1 },
    {
      found: {
        ru: `в названии канала ${name.ru} кавычка без пары`,
        en: `the channel ${name.en} holds a quotation mark without its pair`,
      },
      expected: {
        ru: 'кавычки в названии парами вокруг слов: с лишней это уже другой канал',
        en: 'quotation marks of a name in pairs around words: with a stray one it is another channel',
      },
      mend: {
        ru: 'если кавычка попала в файл случайно, выгрузите его заново; если она часть названия, ничего делать не нужно',
        en: 'if the mark came in by accident, export the file anew; if it belongs to the name, nothing is to be done',
      },
    },
    problems,
  );
}

export function totalsDiffer(sum: ControlSum, row: number, problems: ProblemList): void {
  const header = quoted(sum.column);
  const amount = (locale: Locale, value: string): string => numberText(locale, value, { maximumFractionDigits: 20 });
  problems.warning(
    'control-sum',
    { row },
    {
      found: {
        ru: `сумма строк столбца ${header.ru} — ${amount('ru', sum.ours)}, а в итоговой строке файла — ${amount('ru', sum.theirs)}`,
        en: `the rows of the column ${header.en} add up to ${amount('en', sum.ours)}, while the file’s own total is ${amount('en', sum.theirs)}`,
      },
      expected: { ru: 'сумма строк равна итогу файла', en: 'rows that add up to the file’s total' },
      mend: {
        ru: 'проверьте, нет ли в выгрузке фильтра или обрезанных строк, и выгрузите её заново',
        en: 'look for a filter or cut rows in the export, and export it again',
      },
    },
  );
}

/** The rows add up to the table's own total, and the whole account has another one. */
export function accountDiffers(sums: readonly ControlSum[], row: number, problems: ProblemList): void {
  const amount = (locale: Locale, value: string): string => numberText(locale, value, { maximumFractionDigits: 20 });
  const list = (locale: 'ru' | 'en', of: string): string =>
    sums
      .map(
        ({ column, ours, theirs }) =>
          `${quoted(column)[locale]} ${amount(locale, ours)} ${of} ${amount(locale, theirs)}`,
      )
      .join('; ');
  problems.warning(
    'account-total',
    { row },
    {
      found: {
        ru: `строки дают не весь аккаунт: ${list('ru', 'из')}`,
        en: `the rows are not the whole account: ${list('en', 'of')}`,
      },
      expected: { ru: 'строки, которые вместе дают итог аккаунта', en: 'rows that add up to the account’s total' },
      mend: {
        ru: 'если остальное в отчёте не нужно, ничего не делайте; иначе снимите фильтр, включите удалённые кампании и выгрузите отчёт по кампаниям',
        en: 'if the rest is not wanted in the report, leave it; else remove the filter, include removed campaigns and export the report on campaigns',
      },
    },
  );
}

export function misfit(record: TableRecord, width: number, problems: ProblemList): void {
  const count = record.cells.length;
  problems.error(
    'row-width',
    { row: record.row },
    {
      found: { ru: `ячеек в строке: ${count}`, en: `cells in the row: ${count}` },
      expected: { ru: `столько же, сколько столбцов в шапке: ${width}`, en: `as many as the header has: ${width}` },
      mend: {
        ru: 'проверьте, не стоит ли в тексте ячейки разделитель без кавычек, или выгрузите файл заново',
        en: 'look for a delimiter that stands unquoted inside a cell, or export the file again',
      },
    },
  );
}

/** An amount without a day: no sum of days holds it. */
export function correctionRow(
  { row, cells }: TableRecord,
  amounts: readonly { header: string; value: string }[],
  problems: ProblemList,
): void {
  const label = quoted(cells.find((cell) => cell.trim() !== '') ?? '');
  const list = (locale: 'ru' | 'en'): string =>
    amounts.map(({ header, value }) => `${quoted(header)[locale]} ${value}`).join(', ');
  problems.warning(
    'correction-row',
    { row },
    {
      found: {
        ru: `строка ${label.ru} без дня: ${amounts.length > 0 ? list('ru') : 'без сумм'}`,
        en: `the row ${label.en} without a day: ${amounts.length > 0 ? list('en') : 'no amounts'}`,
      },
      expected: { ru: 'день в каждой строке', en: 'a day in every row' },
      mend: {
        ru: 'в суммы отчёта строка не входит; если она нужна, впишите в файл день, к которому она относится',
        en: 'no sum of the report holds the row; if it is needed, write the day it belongs to into the file',
      },
    },
  );
}

export function badDate(record: TableRecord, index: number, problems: ProblemList): void {
  const text = record.cells[index] ?? '';
  const cell = quoted(text);
  const blank = text.trim() === '';
  problems.error(
    'bad-date',
    { row: record.row, column: index + 1 },
    {
      found: {
        ru: blank ? 'пустая ячейка вместо даты' : `${cell.ru} вместо даты`,
        en: blank ? 'an empty cell instead of a date' : `${cell.en} instead of a date`,
      },
      expected: {
        ru: 'существующий день: 2026-10-31, 31.10.2026, 2026/10/31, 20261031 или «31 окт. 2026»',
        en: 'a day that exists: 2026-10-31, 31.10.2026, 2026/10/31, 20261031 or “Oct 31, 2026”',
      },
      mend: { ru: 'исправьте дату или удалите строку', en: 'correct the date or delete the row' },
    },
  );
}
