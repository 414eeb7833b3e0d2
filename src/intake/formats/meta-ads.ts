import type { Format } from '../format.ts';

/** Meta Ads Manager (Facebook and Instagram), English and Russian. Its results are whatever the campaign counts. */
export const metaAds: Format = {
  id: 'meta-ads',
  name: 'Meta Ads',
  signatures: [
    ['Amount spent', '@metric'],
    ['Сумма затрат', '@metric'],
    ['Reporting starts', 'Reporting ends'],
    ['Дата начала отчетности', 'Дата окончания отчетности'],
  ],
  days: ['Day', 'День', 'Date', 'Дата'],
  firstDay: ['Reporting starts', 'Дата начала отчетности'],
  lastDay: ['Reporting ends', 'Дата окончания отчетности'],
  currency: ['Currency', 'Валюта'],
  dimensions: {
    campaign: ['Campaign name', 'Campaign', 'Название кампании'],
    campaignId: ['Campaign ID', 'ID кампании', 'Идентификатор кампании'],
    adSet: ['Ad set name', 'Ad Set Name', 'Название группы объявлений'],
    ad: ['Ad name', 'Название объявления'],
    account: ['Account name', 'Account ID', 'Название аккаунта'],
    platform: ['Platform', 'Placement', 'Device platform', 'Платформа', 'Место размещения'],
    audience: ['Age', 'Возраст'],
    gender: ['Gender', 'Пол'],
    country: ['Country', 'Region', 'Страна', 'Регион'],
    resultIndicator: ['Result indicator', 'Result type', 'Показатель результата', 'Тип результата'],
  },
  metrics: {
    impressions: ['Impressions', 'Показы'],
    clicks: ['Link clicks', 'Клики по ссылке', 'Clicks (all)', 'Клики (все)', 'Clicks', 'Клики'],
    cost: ['Amount spent', 'Сумма затрат', 'Spend'],
    conversions: ['Results', 'Результаты', 'Purchases', 'Покупки'],
    revenue: ['Purchases conversion value', 'Ценность конверсий для покупок', 'Ценность конверсии покупок'],
  },
  neverTotalled: [
    ...[
      'Reach',
      'Frequency',
      'Views',
      'CTR (all)',
      'CTR (link click-through rate)',
      'CPC (all)',
      'CPC (cost per link click)',
    ],
    ...['CPM (cost per 1,000 impressions)', 'Cost per result', 'Cost per results', 'Cost per purchase'],
    ...[
      'Campaign delivery',
      'Ad set budget',
      'Ad set budget type',
      'Attribution setting',
      'Ends',
      'Landing page views',
    ],
    ...['Purchase ROAS (return on ad spend)', 'Results ROAS', 'Bid', 'Bid type', 'Last significant edit'],
    ...['Охват', 'Частота', 'Цена за результат', 'Показ кампании', 'Настройка атрибуции', 'Просмотры'],
  ],
  parts: [],
};
