import type { ControlSum } from '../types/intake.ts';
import type { Day } from '../types/period.ts';
import type { Stretch } from './dates.ts';
import { headerKey, type Column } from './headers.ts';
import type { MetricColumn } from './metric-columns.ts';
import type { ColumnForm } from './numbers.ts';
import type { Plan } from './plan.ts';
import { quoted, type Place, type ProblemList, type Told } from './problems.ts';
import type { DayReader } from './row-days.ts';
import type { TableRecord } from './record-splitter.ts';
import type { TableSurvey } from './table-survey.ts';

/** What is known of a table besides its columns. */
export interface Known {
  period: Stretch | null;
  onlyDay: Day | null;
  source: string;
}

/** Reports why a table feeds nothing; false when it may feed. */
export function explainUnfed(
  plan: Plan,
  survey: TableSurvey,
  days: DayReader | null,
  known: Known,
  problems: ProblemList,
): boolean {
  const header = { row: plan.headerRow };
  if (plan.wholeWith !== null) warnOfFilters(plan.wholeWith, survey.sample, header, problems);
  else if (plan.part !== null)
    warnOnce('part-of-account', header, partOfAccount(plan.format.name, plan.part), problems);
  else if (plan.metrics.length === 0 && plan.deals === null) {
    // Columns that were refused have been reported already.
    if (!problems.hasErrors) warnOnce('nothing-to-add-up', header, nothingToAddUp(plan.format.name), problems);
  } else if (plan.day === null && known.onlyDay === null)
    warnOnce('no-day-column', header, noDayColumn(known.period), problems);
  else if (plan.day?.kind === 'number' && known.period === null) {
    warnOnce('unknown-first-day', header, unknownFirstDay(known.source), problems);
  } else if (survey.several && days) {
    const cell = survey.several.cells[days.index] ?? '';
    warnOnce('rows-not-daily', { row: survey.several.row, column: days.index + 1 }, rowsNotDaily(cell), problems);
  } else if (days?.undecided) {
    problems.error('ambiguous-date', { ...header, column: days.index + 1 }, ambiguousDate(days, known.source));
  } else if (survey.read === 0) warnOnce('no-rows', header, noRows, problems);
  else return false;
  return true;
}

/** Filters of an export make its totals those of a part; the kind of search and the dates stand in every export. */
function warnOfFilters(
  whole: readonly string[],
  rows: readonly TableRecord[],
  header: Place,
  problems: ProblemList,
): void {
  const harmless = new Set<string>(whole.map(headerKey));
  const filters = rows.filter(({ cells }) => !harmless.has(headerKey(cells[0] ?? '')));
  if (filters.length === 0) return;
  const list = (locale: 'ru' | 'en'): string =>
    filters.map(({ cells }) => quoted(cells.filter((cell) => cell.trim() !== '').join(': '))[locale]).join(', ');
  warnOnce('filtered-export', { ...header, row: filters[0]!.row }, filteredExport(list), problems);
}

function filteredExport(list: (locale: 'ru' | 'en') => string): Told {
  return {
    found: {
      ru: `выгрузка с фильтром: ${list('ru')}; её цифры — часть целого`,
      en: `an export with a filter: ${list('en')}; its figures are a part of the whole`,
    },
    expected: {
      ru: 'выгрузка без фильтров, кроме типа поиска и дат',
      en: 'no filters but the search type and the dates',
    },
    mend: {
      ru: 'если фильтр поставлен не нарочно, снимите его и выгрузите отчёт заново',
      en: 'if the filter was not meant, remove it and export the report again',
    },
  };
}

/** One such warning is enough for a file of many tables. */
function warnOnce(code: string, place: Place, told: Told, problems: ProblemList): void {
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
  if (problems.has('several-columns')) return;
  const header = quoted(column.header);
  const second = quoted(other.header);
  const rule = JSON.stringify({ [column.header]: metric, [other.header]: null });
  problems.error(
    'several-columns',
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

/** A name with one quotation mark may be right (an inch), or a slip that makes another channel of one: it is kept and named. */
export function strayMark(channel: string, row: number, index: number, problems: ProblemList): void {
  const name = quoted(channel);
  warnOnce(
    'stray-quote',
    { row, column: index + 1 },
    {
      found: {
        ru: `в названии канала ${name.ru} одна кавычка без пары`,
        en: `the channel ${name.en} holds one quotation mark without its pair`,
      },
      expected: {
        ru: 'кавычки в названии парами: с лишней это уже другой канал',
        en: 'quotation marks of a name in pairs: with a stray one it is another channel',
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
  problems.warning(
    'control-sum',
    { row },
    {
      found: {
        ru: `сумма строк столбца ${header.ru} — ${sum.ours}, а в итоговой строке файла — ${sum.theirs}`,
        en: `the rows of the column ${header.en} add up to ${sum.ours}, while the file’s own total is ${sum.theirs}`,
      },
      expected: { ru: 'сумма строк равна итогу файла', en: 'rows that add up to the file’s total' },
      mend: {
        ru: 'проверьте, нет ли в выгрузке фильтра или обрезанных строк, и выгрузите её заново',
        en: 'look for a filter or cut rows in the export, and export it again',
      },
    },
  );
}

function partOfAccount(system: string, why: { ru: string; en: string }): Told {
  return {
    found: { ru: `часть данных ${system}: ${why.ru}`, en: `a part of the data of ${system}: ${why.en}` },
    expected: {
      ru: 'отчёт по дням, строки которого вместе дают целое',
      en: 'a report by day whose rows add up to the whole',
    },
    mend: {
      ru: 'файл в суммы не входит; если нужны его показатели, выгрузите отчёт по дням',
      en: 'the file counts towards no sum; if its metrics are needed, export the report by day',
    },
  };
}

function nothingToAddUp(system: string): Told {
  return {
    found: {
      ru: `в таблице ${system} нет показателей, которые можно складывать`,
      en: `the table of ${system} has no metrics that can be added up`,
    },
    expected: {
      ru: 'показы, клики, расход, конверсии, визиты или другой суммируемый показатель по дням',
      en: 'impressions, clicks, cost, conversions, sessions or another additive metric by day',
    },
    mend: {
      ru: 'файл в суммы не входит; если столбец нужен, назначьте ему показатель в sources.json (columns)',
      en: 'the file counts towards no sum; if a column is needed, give it a metric in sources.json (columns)',
    },
  };
}

function noDayColumn(period: Stretch | null): Told {
  const stated = period ? `${period.from}..${period.to}` : null;
  return {
    found: {
      ru: stated
        ? `нет столбца с днём, только период ${stated} целиком`
        : 'нет столбца с днём, и период файла неизвестен',
      en: stated
        ? `no column of days, only the whole period ${stated}`
        : 'no column of days, and the file’s period is unknown',
    },
    expected: { ru: 'строка на каждый день', en: 'a row for every day' },
    mend: {
      ru: 'файл в суммы не входит; выгрузите отчёт с разбивкой по дням',
      en: 'the file counts towards no sum; export the report broken down by day',
    },
  };
}

function unknownFirstDay(source: string): Told {
  return {
    found: {
      ru: 'дни пронумерованы, а дата начала в файле не указана',
      en: 'days are numbered, and the file states no start date',
    },
    expected: { ru: 'дата, от которой считаются дни', en: 'the date from which days are counted' },
    mend: {
      ru: `файл в суммы не входит; задайте период источнику «${source}» в sources.json (period)`,
      en: `the file counts towards no sum; give the source “${source}” a period in sources.json`,
    },
  };
}

function rowsNotDaily(cell: string): Told {
  const text = quoted(cell);
  return {
    found: { ru: `строка за несколько дней: ${text.ru}`, en: `a row that covers several days: ${text.en}` },
    expected: { ru: 'строка на каждый день', en: 'a row for every day' },
    mend: {
      ru: 'файл в суммы не входит; выгрузите отчёт с разбивкой по дням',
      en: 'the file counts towards no sum; export the report broken down by day',
    },
  };
}

function ambiguousDate(days: DayReader, source: string): Told {
  const both = days.undecided === 'both';
  return {
    found: {
      ru: both
        ? 'в одном столбце и день, и месяц стоят первыми'
        : 'даты вида 01/02/2026: неясно, где день, а где месяц',
      en: both
        ? 'the day and the month both stand first in one column'
        : 'dates like 01/02/2026: day or month first is unclear',
    },
    expected: { ru: 'один известный порядок дня и месяца', en: 'one known order of day and month' },
    mend: {
      ru: `объявите его в sources.json: "sources": { "${source}": { "dateForm": "dd/mm/yyyy" } }`,
      en: `declare it in sources.json: "sources": { "${source}": { "dateForm": "dd/mm/yyyy" } }`,
    },
  };
}

const noRows: Told = {
  found: { ru: 'шапка без единой строки данных', en: 'a header without a single row of data' },
  expected: { ru: 'хотя бы одна строка', en: 'at least one row' },
  mend: {
    ru: 'проверьте период и фильтры выгрузки; если данных и правда нет, удалите файл',
    en: 'check the period and filters of the export; if there is indeed no data, delete the file',
  },
};

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
