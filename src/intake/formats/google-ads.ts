import type { Format } from '../format.ts';

/** Google Ads: reports of the interface and of the report editor, English and Russian. */
export const googleAds: Format = {
  id: 'google-ads',
  name: 'Google Ads',
  signatures: [
    ['Impr.'],
    ['Campaign status'],
    ['Статус кампании'],
    ['Currency code', '@metric'],
    ['Код валюты', '@metric'],
    ['Search term', 'Match type'],
    ['Поисковый запрос', 'Тип соответствия'],
    ['Campaign', 'Avg. CPC', 'Cost'],
    ['Campaign', 'Interactions', 'Cost'],
    ['Кампания', 'Стоимость', 'Показы'],
    ['Кампания', 'Ср. цена за клик'],
    ['Device', 'Cost', 'Impressions', 'Clicks'],
    ['Устройство', 'Стоимость', 'Показы', 'Клики'],
  ],
  days: ['Day', 'День', 'Date', 'Дата'],
  currency: ['Currency code', 'Currency', 'Код валюты', 'Валюта'],
  dimensions: {
    campaign: ['Campaign', 'Кампания'],
    campaignId: ['Campaign ID', 'Идентификатор кампании'],
    campaignType: ['Campaign type', 'Тип кампании'],
    adGroup: ['Ad group', 'Группа объявлений'],
    account: ['Account', 'Account name', 'Customer ID', 'Аккаунт', 'Название аккаунта'],
    network: ['Network', 'Network (with search partners)', 'Сеть'],
    device: ['Device', 'Устройство'],
    status: ['Campaign status', 'Status', 'Статус кампании', 'Статус'],
  },
  metrics: {
    impressions: ['Impr.', 'Impressions', 'Показы'],
    clicks: ['Clicks', 'Клики', 'Interactions', 'Взаимодействия'],
    cost: ['Cost', 'Стоимость', 'Расход', 'Затраты'],
    conversions: ['Conversions', 'Conv.', 'Конверсии', 'Конв.'],
    revenue: ['Conv. value', 'Conversion value', 'Ценность конверсий', 'Ценность конв.'],
  },
  neverTotalled: [
    ...[
      'CTR',
      'Avg. CPC',
      'Avg. CPM',
      'Avg. cost',
      'Interaction rate',
      'Conv. rate',
      'Cost / conv.',
      'Conv. value / cost',
    ],
    ...[
      'Interactions',
      'TrueView avg. CPV',
      'Search impr. share',
      'Optimization score',
      'Optimisation score',
      'All conv.',
    ],
    ...['Budget', 'Budget name', 'Budget type', 'Status reasons', 'Bid strategy type', 'Target CPA', 'Target ROAS'],
    ...['Avg. target CPA', 'Avg. target ROAS', 'Original conv. value', 'Value / conv.', 'View-through conv.'],
    ...['Ср. цена за клик', 'Ср. цена клика', 'Коэфф. конверсии', 'Стоимость / конв.', 'Цена/конв.', 'Бюджет'],
    ...['Показатель оптимизации', 'Тип бюджета', 'Причины статуса', 'Тип стратегии назначения ставок'],
  ],
  parts: [
    {
      headers: ['Search term', 'Поисковый запрос', 'Search keyword', 'Keyword', 'Ключевое слово'],
      why: {
        ru: 'Google Ads показывает не все поисковые запросы и ключевые слова, их сумма меньше итога аккаунта',
        en: 'Google Ads does not list every search term and keyword, so they add up to less than the account',
      },
    },
  ],
};
