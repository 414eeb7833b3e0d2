import type { Format } from '../format.ts';

/** VK Ads (ads.vk.com) and its predecessor myTarget, Russian and English. */
export const vkAds: Format = {
  id: 'vk-ads',
  name: 'VK Ads',
  signatures: [
    ['Потрачено всего', '@metric'],
    ['Потрачено', 'Показы'],
    ['Total spent', 'Impressions'],
    ['Spent total', 'Impressions'],
    ['Spent', 'Impressions', 'eCPC'],
    ['eCPC', 'Показы'],
  ],
  days: ['Дата', 'День', 'Date', 'Day'],
  currency: ['Валюта', 'Currency'],
  dimensions: {
    campaign: ['Название кампании', 'Кампания', 'Campaign name', 'Campaign'],
    campaignId: ['ID кампании', 'Campaign ID'],
    group: [
      'Название группы',
      'ID группы',
      'Группа объявлений',
      'Ad group name',
      'Ad group ID',
      'Group name',
      'Group ID',
    ],
    ad: ['Название объявления', 'ID объявления', 'Ad name', 'Ad ID'],
    status: ['Статус', 'Status'],
    objective: ['Цель', 'Целевое действие', 'Objective', 'Target action'],
    audience: ['Пол', 'Возраст', 'Gender', 'Age'],
    region: ['Регион', 'География', 'Region', 'Geography'],
    placement: ['Место размещения', 'Площадка', 'Placement'],
  },
  metrics: {
    impressions: ['Показы', 'Impressions'],
    clicks: ['Клики', 'Переходы', 'Clicks'],
    cost: ['Потрачено всего', 'Потрачено', 'Расход', 'Total spent', 'Spent total', 'Spent'],
    conversions: ['Результат', 'Результаты', 'Достижения целей', 'Result', 'Results', 'Goals'],
    revenue: ['Доход', 'Revenue'],
  },
  cautions: [
    {
      headers: ['Результат', 'Результаты', 'Result', 'Results'],
      why: {
        ru: 'результат — то, на что настроена кампания: клик, подписка, сообщение или заявка; если это заявки, назначьте столбцу показатель «leads»',
        en: 'a result is whatever the campaign is set to: a click, a subscription, a message or a lead; if these are leads, give the column the metric “leads”',
      },
    },
  ],
  neverTotalled: [
    ...['Охват', 'Частота', 'CTR', 'eCPC', 'eCPM', 'CPA', 'Цена за результат', 'Бюджет', 'Дневной бюджет', 'VTR'],
    ...['Reach', 'Frequency', 'Cost per result', 'Budget', 'Daily budget', 'Конверсия', 'CR', 'CPC', 'CPM'],
    ...['Дата создания', 'Дата начала', 'Дата окончания', 'Start date', 'End date'],
  ],
  parts: [],
};
