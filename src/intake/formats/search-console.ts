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
];

const DAYS = ['Date', 'Дата', 'Datum', 'Fecha', 'Data'];
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
    ...['Top queries', 'Top pages', 'Популярные запросы', 'Популярные страницы', 'Häufigste Suchanfragen'].map(
      (top) => [top],
    ),
    ...[...QUERIES, ...PAGES, ...COUNTRY, ...DEVICE].flatMap((about) => [
      [about, 'Clicks', 'Impressions', 'Position'],
      [about, 'Клики', 'Показы', 'Позиция'],
      [about, 'Klicks', 'Impressionen', 'Position'],
      [about, 'Clics', 'Impressions', 'Position'],
      [about, 'Clics', 'Impresiones', 'Posición'],
    ]),
    ...APPEARANCE.map((about) => [about, '@metric']),
    ...FILTER.flatMap((filter) => VALUE.map((value) => [filter, value])),
    ['Date', 'Not indexed', 'Indexed'],
    ['Дата', 'Не проиндексировано', 'Проиндексировано'],
    ['Reason', 'Source', 'Validation', 'Pages'],
    ['Причина', 'Источник', 'Проверка', 'Страницы'],
  ],
  days: DAYS,
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
      headers: ['Not indexed', 'Не проиндексировано', 'Reason', 'Причина'],
      why: {
        ru: 'это отчёт об индексировании страниц, а не об эффективности',
        en: 'this is the report on page indexing, not on performance',
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
