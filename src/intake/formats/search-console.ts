import type { Format } from '../format.ts';

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
    ['Top queries'],
    ['Популярные запросы'],
    ['Top pages'],
    ['Популярные страницы'],
    ['Query', 'Clicks', 'Impressions', 'Position'],
    ['Page', 'Clicks', 'Impressions', 'Position'],
    ['Country', 'Clicks', 'Impressions', 'Position'],
    ['Страна', 'Клики', 'Показы', 'Позиция'],
    ['Device', 'Clicks', 'Impressions', 'Position'],
    ['Устройство', 'Клики', 'Показы', 'Позиция'],
    ['Search Appearance', 'Clicks', 'Impressions'],
    ['Вид в поиске', 'Клики', 'Показы'],
    ['Filter', 'Value'],
    ['Фильтр', 'Значение'],
    ['Date', 'Not indexed', 'Indexed'],
  ],
  days: ['Date', 'Дата'],
  dimensions: {},
  metrics: { impressions: ['Impressions', 'Показы'], clicks: ['Clicks', 'Клики'] },
  neverTotalled: ['CTR', 'Position', 'Позиция', 'Value', 'Значение', 'Indexed'],
  parts: [
    { headers: ['Top queries', 'Query', 'Популярные запросы', 'Запрос'], why: withheld },
    {
      headers: ['Top pages', 'Page', 'Популярные страницы', 'Страница', 'Search Appearance', 'Вид в поиске'],
      why: repeated,
    },
    { headers: ['Country', 'Страна', 'Device', 'Устройство'], why: repeated },
    {
      headers: ['Not indexed', 'Не проиндексировано'],
      why: {
        ru: 'это отчёт об индексировании страниц, а не об эффективности',
        en: 'this is the report on page indexing, not on performance',
      },
    },
    {
      headers: ['Filter', 'Фильтр'],
      why: { ru: 'в файле только фильтры выгрузки', en: 'the file only lists the filters of the export' },
    },
  ],
};
