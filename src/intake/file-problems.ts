import type { SourceRule } from '../types/workspace.ts';
import type { RankedFormat } from './anatomy.ts';
import { comparedPeriods, comparesPeriods } from './compared-periods.ts';
import type { Stretch } from './dates.ts';
import type { TableRecord } from './table-record.ts';
import type { Format } from './format.ts';
import { lackingColumns, nearestFormat } from './nearest-format.ts';
import { quoted, type ProblemList } from './problems.ts';
import { proposeRule } from './propose-rule.ts';

export function emptyFile(problems: ProblemList): void {
  problems.error(
    'empty-file',
    {},
    {
      found: { ru: 'пустой файл', en: 'an empty file' },
      expected: { ru: 'таблица с шапкой и строками', en: 'a table with a header and rows' },
      mend: { ru: 'выгрузите файл заново или удалите его', en: 'export the file again or delete it' },
    },
  );
}

export function brokenQuotes(rows: readonly number[], problems: ProblemList): void {
  for (const row of rows) {
    problems.error(
      'broken-quotes',
      { row },
      {
        found: {
          ru: 'кавычка не закрыта или закрыта посреди ячейки',
          en: 'a quotation mark left open or closed inside a cell',
        },
        expected: {
          ru: 'парные кавычки; кавычка внутри ячейки удвоена',
          en: 'paired marks; a mark inside a cell is doubled',
        },
        mend: { ru: 'исправьте строку или выгрузите файл заново', en: 'correct the row or export the file again' },
      },
    );
  }
}

export function recordTooLong(row: number, problems: ProblemList): void {
  problems.error(
    'record-too-long',
    { row },
    {
      found: {
        ru: 'строка длиннее 4 миллионов знаков или незакрытая кавычка; дальше файл не прочитан',
        en: 'a row of more than 4 million characters or a quotation mark left open; nothing after it was read',
      },
      expected: { ru: 'таблица из строк обычной длины', en: 'a table of rows of ordinary length' },
      mend: { ru: 'исправьте строку или выгрузите файл заново', en: 'correct the row or export the file again' },
    },
  );
}

export function unknownFormatId(rule: SourceRule, source: string, formats: Format[], problems: ProblemList): void {
  const ids = formats.map((format) => format.id).join(', ');
  const declared = quoted(rule.format ?? '');
  problems.error(
    'unknown-format-id',
    {},
    {
      found: {
        ru: `для источника «${source}» объявлен неизвестный формат ${declared.ru}`,
        en: `the source “${source}” is declared to have the unknown format ${declared.en}`,
      },
      expected: { ru: `один из форматов: ${ids}`, en: `one of the formats: ${ids}` },
      mend: { ru: 'исправьте format в sources.json', en: 'correct format in sources.json' },
    },
  );
}

/** The problem proposes a rule to paste into `sources.json`; the answer is the format the table comes nearest to. */
export function unknownFormat(
  records: readonly TableRecord[],
  source: string,
  formats: Format[],
  problems: ProblemList,
): RankedFormat | null {
  const nearest = nearestFormat(records, formats);
  const { header, columns, rule } = proposeRule(records, source, formats);
  const periods = comparedPeriods(columns, formats);
  if (periods) {
    problems.warning('compared-periods', { row: header.row }, comparesPeriods(periods));
    return nearest;
  }
  const headers = columns.map((column) => column.header);
  const names = formats.map((format) => format.name).join(', ');
  const snippet = JSON.stringify({ sources: { [source]: rule } });
  problems.error(
    'unknown-format',
    { row: header.row },
    {
      found: {
        ru: `незнакомая таблица со столбцами: ${headers.map((name) => quoted(name).ru).join(', ')}`,
        en: `an unknown table with the columns ${headers.map((name) => quoted(name).en).join(', ')}`,
      },
      expected: {
        ru: `выгрузка одной из систем: ${names}${nearest ? `; ${nearnessOf(nearest, 'ru')}` : ''}`,
        en: `an export of one of the systems: ${names}${nearest ? `; ${nearnessOf(nearest, 'en')}` : ''}`,
      },
      mend: rule.deals
        ? {
            ru: `похоже на список сделок: вставьте в sources.json, а в deals.won назовите все этапы, которые означают продажу: ${snippet}`,
            en: `it looks like a list of deals: paste into sources.json, with every stage that means a sale in deals.won: ${snippet}`,
          }
        : {
            ru: `вставьте в sources.json, вписав вместо null нужные показатели, а столбцу с днём — «date»: ${snippet}`,
            en: `paste into sources.json, with the metrics you need in place of null and “date” for the day’s column: ${snippet}`,
          },
    },
  );
  return nearest;
}

function nearnessOf({ name, confidence, lacks }: RankedFormat, locale: 'ru' | 'en'): string {
  const known = `${Math.round(confidence * 100)}`;
  const lacking = lackingColumns(lacks, locale);
  if (locale === 'ru') {
    return `ближе всего ${name}: знакомо ${known} % столбцов${lacks.length > 0 ? `, не хватает: ${lacking}` : ''}`;
  }
  return `nearest is ${name}, which knows ${known}% of the columns${lacks.length > 0 ? ` and lacks ${lacking}` : ''}`;
}

export function outsidePeriod(period: Stretch, count: number, firstRow: number, problems: ProblemList): void {
  problems.warning(
    'row-outside-period',
    { row: firstRow },
    {
      found: {
        ru: `строки вне периода файла ${period.from}..${period.to}, всего: ${count}`,
        en: `rows outside the file’s period ${period.from}..${period.to}, in all: ${count}`,
      },
      expected: { ru: 'только дни указанного периода', en: 'only days of the stated period' },
      mend: {
        ru: 'строки отнесены к своим дням; проверьте, не попали ли они и в другой файл',
        en: 'the rows count towards their own days; make sure that no other file holds them as well',
      },
    },
  );
}

/** Several tables of one file feed one metric: the first counts. */
export function metricInTwoTables(metric: string, row: number, problems: ProblemList): void {
  problems.warning(
    'metric-in-two-tables',
    { row },
    {
      found: {
        ru: `показатель «${metric}» есть в двух таблицах файла`,
        en: `the metric “${metric}” stands in two tables of the file`,
      },
      expected: { ru: 'одна таблица по дням на показатель', en: 'one table by day for a metric' },
      mend: {
        ru: 'засчитана первая таблица; если нужна другая, выгрузите её отдельным файлом',
        en: 'the first table counts; if the other is needed, export it as a file of its own',
      },
    },
  );
}
