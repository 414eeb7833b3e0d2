import type { Locale } from '../types/locale.ts';

/** The words of `inspect`. */
export interface InspectWords {
  encoding: string;
  delimiter: string;
  format: string;
  unknownFormat: string;
  confidence: string;
  runnerUp: string;
  lacks: string;
  none: string;
  period: string;
  unknownPeriod: string;
  currency: string;
  rows: string;
  totals: string;
  freshness: string;
  table: string;
  headerRow: string;
  preamble: string;
  columns: string;
  metric: string;
  dimension: string;
  neverTotalled: string;
  unknownColumn: string;
  numbers: string;
  days: string;
  firstRows: string;
  controlSums: string;
  ours: string;
  theirs: string;
  agrees: string;
  differs: string;
  feeds: string;
  feedsNothing: string;
  part: string;
  problems: string;
  delimiters: Record<string, string>;
  vat: Record<'excluded' | 'included' | 'included-with-commission', string>;
  dateForms: { words: string; number: string };
  empty: string;
}

const ru: InspectWords = {
  encoding: 'Кодировка',
  delimiter: 'Разделитель',
  format: 'Формат',
  unknownFormat: 'не опознан',
  confidence: 'уверенность',
  runnerUp: 'Следующий по сходству',
  lacks: 'не хватает столбцов:',
  none: 'нет',
  period: 'Период',
  unknownPeriod: 'неизвестен: файл не попадёт ни в один месяц',
  currency: 'Валюта',
  rows: 'строк данных',
  totals: 'строк итогов',
  freshness: 'Данные на',
  table: 'Таблица',
  headerRow: 'шапка в строке',
  preamble: 'Над таблицей',
  columns: 'Столбцы',
  metric: 'показатель',
  dimension: 'признак',
  neverTotalled: 'не складывается: среднее, доля, охват или настройка',
  unknownColumn: 'незнакомый столбец',
  numbers: 'числа вида',
  days: 'дни вида',
  firstRows: 'Первые строки, как прочитаны',
  controlSums: 'Сверка с итогом файла',
  ours: 'сумма строк',
  theirs: 'итог файла',
  agrees: 'сходится',
  differs: 'не сходится',
  feeds: 'Даёт показатели по дням',
  feedsNothing: 'В суммы не входит',
  part: 'часть данных',
  problems: 'Замечания',
  delimiters: { '\t': 'табуляция', ',': 'запятая', ';': 'точка с запятой', '|': 'вертикальная черта', '': 'нет' },
  vat: { excluded: 'без НДС', included: 'с НДС', 'included-with-commission': 'с НДС и комиссией' },
  dateForms: { words: '31 окт. 2026', number: 'номер дня от начала периода' },
  empty: 'пусто',
};

const en: InspectWords = {
  encoding: 'Encoding',
  delimiter: 'Delimiter',
  format: 'Format',
  unknownFormat: 'not recognised',
  confidence: 'confidence',
  runnerUp: 'Runner-up',
  lacks: 'lacks the columns',
  none: 'none',
  period: 'Period',
  unknownPeriod: 'unknown: the file counts towards no month',
  currency: 'Currency',
  rows: 'data rows',
  totals: 'totals rows',
  freshness: 'Data as of',
  table: 'Table',
  headerRow: 'header in row',
  preamble: 'Above the table',
  columns: 'Columns',
  metric: 'metric',
  dimension: 'dimension',
  neverTotalled: 'never added up: an average, a share, a reach or a setting',
  unknownColumn: 'unknown column',
  numbers: 'numbers like',
  days: 'days like',
  firstRows: 'First rows as parsed',
  controlSums: 'Checked against the file’s own total',
  ours: 'rows add up to',
  theirs: 'the file says',
  agrees: 'agrees',
  differs: 'differs',
  feeds: 'Feeds by day',
  feedsNothing: 'Counts towards no sum',
  part: 'a part of the data',
  problems: 'Problems',
  delimiters: { '\t': 'TAB', ',': 'comma', ';': 'semicolon', '|': 'vertical bar', '': 'none' },
  vat: { excluded: 'without VAT', included: 'with VAT', 'included-with-commission': 'with VAT and commission' },
  dateForms: { words: 'Oct 31, 2026', number: 'number of the day from the period’s start' },
  empty: 'empty',
};

export function inspectWords(locale: Locale): InspectWords {
  return locale === 'ru' ? ru : en;
}
