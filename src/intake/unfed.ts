import type { Day } from '../types/period.ts';
import { comparedPeriods, comparesPeriods } from './compared-periods.ts';
import type { Stretch } from './dates.ts';
import { headerKey } from './headers.ts';
import type { DayColumns, Plan } from './plan.ts';
import { quoted, type Place, type ProblemList, type Told } from './problems.ts';
import type { DayReader } from './row-days.ts';
import type { TableRecord } from './table-record.ts';
import { warnOnce } from './table-problems.ts';
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
  const periods = plan.metrics.length === 0 ? comparedPeriods(plan.columns, [plan.format]) : null;
  if (periods) warnOnce('compared-periods', header, comparesPeriods(periods), problems);
  else if (plan.wholeWith !== null) warnOfFilters(plan.wholeWith, survey.sample, header, problems);
  else if (plan.part !== null)
    warnOnce('part-of-account', header, partOfAccount(plan.format.name, plan.part, survey.read === 0), problems);
  else if (plan.metrics.length === 0 && plan.deals === null) {
    // Columns that were refused have been reported already.
    if (!problems.hasErrors) warnOnce('nothing-to-add-up', header, nothingToAddUp(plan.format.name), problems);
  } else if (plan.day === null && known.onlyDay === null)
    warnOnce('no-day-column', header, noDayColumn(known.period), problems);
  else if (plan.day?.kind === 'number' && known.period === null) {
    warnOnce('unknown-first-day', header, unknownFirstDay(known.source), problems);
  } else if (survey.several && days) {
    const cell = writtenDays(survey.several, plan.day!);
    warnOnce('rows-not-daily', { row: survey.several.row, column: days.index + 1 }, rowsNotDaily(cell), problems);
  } else if (survey.weekday && days && survey.weekdays === survey.read) {
    const cell = survey.weekday.cells[days.index] ?? '';
    warnOnce('rows-by-weekday', { row: survey.weekday.row, column: days.index + 1 }, rowsByWeekday(cell), problems);
  } else if (days?.undecided) {
    problems.error('ambiguous-date', { ...header, column: days.index + 1 }, ambiguousDate(days, known.source));
  } else if (survey.read === 0) warnOnce('no-rows', header, noRows, problems);
  else return false;
  return true;
}

/** What a row says of its days: both of them where they stand in two columns. */
function writtenDays({ cells }: TableRecord, day: DayColumns): string {
  const places = day.kind === 'span' ? [day.first, day.last] : [day.index];
  return places.map((place) => (cells[place] ?? '').trim()).join(' – ');
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

function partOfAccount(system: string, why: { ru: string; en: string }, empty: boolean): Told {
  if (empty) return emptyPart(system);
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

/** Search Console packs a list into its archive whether or not there is anything to list. */
function emptyPart(system: string): Told {
  return {
    found: { ru: `список ${system} без единой строки`, en: `a list of ${system} without a single row` },
    expected: { ru: 'строки, если список нужен в отчёте', en: 'rows, if the report is to show the list' },
    mend: {
      ru: 'ничего не нужно: в суммы такой список не входит, а показать в нём нечего',
      en: 'nothing is to be done: such a list counts towards no sum, and there is nothing in it to show',
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

function rowsByWeekday(cell: string): Told {
  const text = quoted(cell);
  return {
    found: {
      ru: `строки по дням недели: ${text.ru} — все такие дни периода вместе`,
      en: `rows by day of the week: ${text.en} stands for all such days of the period`,
    },
    expected: { ru: 'строка на каждый день с датой', en: 'a row for every day, with its date' },
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
