import type { Format } from '../format.ts';

const QUERIES = [
  ...['Top queries', 'Query', 'Queries', 'Популярные запросы', 'Запрос', 'Запросы', 'Häufigste Suchanfragen'],
  ...['Requêtes les plus fréquentes', 'Consultas principales', 'Principais consultas', 'Query più frequenti'],
];
const PAGES = [
  ...['Top pages', 'Page', 'Pages', 'Популярные страницы', 'Страница', 'Страницы', 'Beste Seiten', 'Häufigste Seiten'],
  ...['Pages les plus populaires', 'Páginas principales', 'Principais páginas', 'Pagine principali'],
];
const COUNTRY = ['Country', 'Страна', 'Land', 'Pays', 'País', 'Paese', 'Kraj'];
const DEVICE = ['Device', 'Устройство', 'Gerät', 'Appareil', 'Dispositivo', 'Urządzenie'];
const APPEARANCE = [
  'Search Appearance',
  'Вид в поиске',
  'Darstellung in der Suche',
  'Apparence dans les résultats de recherche',
  ...['Discover appearance', 'Google News appearance', 'News appearance'],
];

const DAYS = ['Date', 'Дата', 'Datum', 'Fecha', 'Data'];
/** The chart by week or by month. */
const STRETCHES = ['Date range', 'Диапазон дат'];
/** The chart of the last 24 hours. */
const HOURS = ['Time', 'Время'];
/** What the list of statements about an export of page indexing begins with. */
const PROPERTY = [
  'Property',
  'Ресурс',
  'Свойство',
  'Eigenschaft',
  'Propriété',
  'Propiedad',
  'Propriedade',
  'Proprietà',
];
const FILTER = ['Filter', 'Фильтр', 'Filtre', 'Filtro', 'Filtr'];
const VALUE = ['Value', 'Значение', 'Wert', 'Valeur', 'Valor', 'Valore', 'Wartość'];
const SEARCH_TYPE = [
  ...['Search type', 'Тип поиска', 'Suchtyp', 'Type de recherche', 'Tipo de búsqueda', 'Tipo de pesquisa'],
  ...['Tipo di ricerca', 'Typ wyszukiwania'],
];
const POSITION = ['Position', 'Позиция', 'Posición', 'Posição', 'Posizione'];

const withheld = {
  ru: 'Search Console скрывает редкие запросы, и их сумма меньше итога сайта; итог даёт только таблица по датам',
  en: 'Search Console withholds rare queries, so they add up to less than the site; only the table by date adds up',
};
const repeated = {
  ru: 'один показ попадает в несколько строк, и сумма строк больше итога сайта; итог даёт только таблица по датам',
  en: 'one impression may stand in several rows, so they add up to more than the site; only the table by date adds up',
};

/** Google Search Console: the files of its ZIP. Only Chart (also named Dates) adds up to the property. */
export const searchConsole: Format = {
  id: 'search-console',
  name: 'Google Search Console',
  signatures: [
    ['Date', 'Clicks', 'Impressions', 'CTR', 'Position'],
    ['Дата', 'Клики', 'Показы', 'CTR', 'Позиция'],
    ['Datum', 'Klicks', 'Impressionen', 'Position'],
    ['Date', 'Clics', 'Impressions', 'Position'],
    ['Fecha', 'Clics', 'Impresiones', 'Posición'],
    ['Data', 'Cliques', 'Impressões', 'Posição'],
    ['Data', 'Clic', 'Impressioni', 'Posizione'],
    ...[...STRETCHES, ...HOURS].flatMap((when) => [
      [when, 'Clicks', 'Impressions', 'CTR', 'Position'],
      [when, 'Клики', 'Показы', 'CTR', 'Позиция'],
    ]),
    ...['Top queries', 'Top pages', 'Популярные запросы', 'Популярные страницы', 'Häufigste Suchanfragen'].map(
      (top) => [top, '@metric'],
    ),
    ...[...QUERIES, ...PAGES, ...COUNTRY, ...DEVICE].flatMap((about) => [
      [about, 'Clicks', 'Impressions', 'Position'],
      [about, 'Клики', 'Показы', 'Позиция'],
      [about, 'Klicks', 'Impressionen', 'Position'],
      [about, 'Clics', 'Impressions', 'Position'],
      [about, 'Clics', 'Impresiones', 'Posición'],
    ]),
    ...APPEARANCE.map((about) => [about, '@metric']),
    ...[...FILTER, ...PROPERTY].flatMap((about) => VALUE.map((value) => [about, value])),
    ['Date', 'Not indexed', 'Indexed'],
    ['Дата', 'Не проиндексировано', 'Проиндексировано'],
    ['Date', 'Poor', 'Need improvement', 'Good'],
    ['Severity', 'Issue', 'Validation'],
    ['Reason', 'Source', 'Validation', 'Pages'],
    ['Причина', 'Источник', 'Проверка', 'Страницы'],
  ],
  days: [...DAYS, ...STRETCHES],
  dimensions: {},
  metrics: {
    impressions: ['Impressions', 'Показы', 'Impressionen', 'Impresiones', 'Impressões', 'Impressioni'],
    clicks: ['Clicks', 'Клики', 'Klicks', 'Clics', 'Cliques', 'Clic'],
  },
  neverTotalled: [
    ...['CTR', 'Position', 'Позиция', 'Posición', 'Posição', 'Posizione', ...VALUE, 'Indexed', 'Проиндексировано'],
    ...['Source', 'Источник', 'Validation', 'Проверка'],
  ],
  parts: [
    {
      kind: 'indexing',
      unlisted: true,
      headers: ['Not indexed', 'Не проиндексировано', 'Reason', 'Причина', 'Need improvement', 'Severity', ...PROPERTY],
      why: {
        ru: 'это отчёт о самих страницах — их индексировании или скорости, а не об эффективности в поиске',
        en: 'this is a report on the pages themselves, their indexing or speed, not on performance in search',
      },
    },
    {
      kind: 'hours',
      unlisted: true,
      headers: HOURS,
      why: {
        ru: 'это последние 24 часа: начало и конец попадают на неполные дни, а данные ещё уточняются',
        en: 'these are the last 24 hours: two days cut short, whose figures may still change',
      },
    },
    { kind: 'queries', headers: QUERIES, also: POSITION, why: withheld },
    { kind: 'pages', headers: PAGES, also: POSITION, why: repeated },
    { kind: 'search-appearance', headers: APPEARANCE, why: repeated },
    { kind: 'countries', headers: COUNTRY, why: repeated },
    { kind: 'devices', headers: DEVICE, why: repeated },
    {
      kind: 'filters',
      unlisted: true,
      headers: FILTER,
      wholeWith: [...SEARCH_TYPE, ...DAYS],
      why: { ru: 'в файле только фильтры выгрузки', en: 'the file only lists the filters of the export' },
    },
  ],
};
