import type { Format } from '../format.ts';

/** Yandex Metrica: tables saved as CSV, Russian and English. */
export const yandexMetrica: Format = {
  id: 'yandex-metrica',
  name: 'Yandex Metrica',
  signatures: [
    ['Визиты', 'Посетители'],
    ['Визиты', 'Просмотры'],
    ['Визиты', 'Отказы'],
    ['Визиты', 'Глубина просмотра'],
    ['Интервал дат визита'],
    ['Дата визита'],
    ['Date of visit'],
    ['Sessions', 'Page depth'],
    ['Sessions', 'Time on site'],
    ['Visits', 'Page depth'],
  ],
  days: ['Дата визита', 'Интервал дат визита', 'Дата', 'День', 'Date of visit', 'Session date', 'Date'],
  currency: ['Валюта', 'Currency'],
  dimensions: {
    source: ['Источник трафика', 'Последний значимый источник', 'Traffic source', 'Last significant traffic source'],
    sourceDetail: ['Источник трафика (детально)', 'UTM Source', 'utm_source'],
    campaign: ['UTM Campaign', 'utm_campaign', 'Кампания'],
    medium: ['UTM Medium', 'utm_medium'],
    device: ['Тип устройства', 'Device type'],
  },
  goals: {
    metric: 'conversions',
    headers: ['Достижения цели', 'Достижения целей', 'Goal achievements', 'Goal reaches', 'Goal completions'],
  },
  metrics: {
    sessions: ['Визиты', 'Sessions', 'Visits'],
    pageviews: ['Просмотры', 'Pageviews'],
    conversions: ['Достижения целей', 'Конверсии', 'Goal achievements', 'Conversions'],
    revenue: ['Доход', 'Revenue'],
  },
  neverTotalled: [
    ...['Посетители', 'Новые посетители', 'Доля новых посетителей', 'Отказы', 'Глубина просмотра', 'Время на сайте'],
    ...[
      'Доля визитов',
      'Доля посетителей',
      'Роботность',
      'Конверсия',
      'Целевые визиты',
      'Users',
      'Visitors',
      'New users',
      'Percentage of new visitors',
    ],
    ...['Bounce rate', 'Page depth', 'Time on site', 'Conversion', 'Target sessions'],
  ],
  headerless: [
    {
      shape: ['text', 'count', 'percent', 'count', 'percent', 'percent', 'number', 'duration'],
      header: [
        ...['Источник трафика', 'Визиты', 'Доля визитов', 'Посетители', 'Доля посетителей'],
        ...['Отказы', 'Глубина просмотра', 'Время на сайте'],
      ],
    },
    {
      shape: ['text', 'count', 'count', 'percent', 'number', 'duration'],
      header: ['Источник трафика', 'Визиты', 'Посетители', 'Отказы', 'Глубина просмотра', 'Время на сайте'],
    },
  ],
  parts: [
    {
      kind: 'queries',
      headers: ['Поисковая фраза', 'Последняя поисковая фраза', 'Search phrase', 'Search query'],
      why: {
        ru: 'Метрика знает лишь часть поисковых фраз, их сумма меньше целого',
        en: 'Metrica knows only a part of search phrases, so they add up to less than the whole',
      },
    },
    {
      kind: 'pages',
      headers: ['Адрес страницы', 'Заголовок страницы', 'Page URL', 'Page title'],
      why: {
        ru: 'один визит попадает в несколько строк по страницам, и сумма строк больше целого',
        en: 'one visit stands in several rows of pages, so the rows add up to more than the whole',
      },
    },
  ],
};
