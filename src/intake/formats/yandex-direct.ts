import type { Format } from '../format.ts';

/** Yandex Direct: the report wizard and campaign statistics, Russian and English. */
export const yandexDirect: Format = {
  id: 'yandex-direct',
  name: 'Yandex Direct',
  signatures: [
    ['№ Кампании', '@metric'],
    ['ID кампании', 'Расход'],
    ['Кампания', 'Расход', 'Показы'],
    ['Название кампании', 'Расход', 'Показы'],
    ['Ключевая фраза', 'Расход'],
    ['Условие показа', 'Расход'],
    ['Поисковый запрос', 'Расход'],
    ['Дата', 'Расход', 'Ср. цена клика'],
    ['Campaign no.', '@metric'],
  ],
  days: ['Дата', 'День', 'Date', 'Day'],
  currency: ['Валюта', 'Currency'],
  dimensions: {
    campaign: ['Название кампании', 'Кампания', 'Campaign', 'Campaign name'],
    campaignId: ['№ Кампании', 'ID кампании', 'Campaign no.', 'Campaign ID'],
    campaignType: ['Тип кампании', 'Campaign type'],
    group: ['Группа', 'Название группы', '№ Группы', 'ID группы', 'Ad group'],
    ad: ['ID объявления', '№ Объявления', 'Ad ID'],
    condition: ['ID условия показа', 'Тип условия показа'],
    place: ['Тип площадки', 'Место показа', 'Placement type'],
    device: ['Тип устройства', 'Устройство', 'Device type'],
  },
  metrics: {
    impressions: ['Показы', 'Impressions'],
    clicks: ['Клики', 'Clicks'],
    cost: ['Расход', 'Cost'],
    conversions: ['Конверсии', 'Conversions'],
    revenue: ['Доход', 'Revenue'],
  },
  neverTotalled: [
    ...['CTR', 'wCTR', 'Ср. цена клика', 'Ср. расход за день', 'Цена цели', 'Отказы', 'Глубина просмотра', 'Конверсия'],
    ...['Ср. объём трафика', 'Ср. позиция показа', 'Ср. позиция клика', 'Рентабельность', 'ДРР', 'Прибыль'],
    ...['Avg. CPC', 'Bounce rate', 'Page depth', 'Conversion', 'Goal cost', 'ROI', 'Взвешенные показы'],
  ],
  parts: [
    {
      headers: ['Ключевая фраза', 'Фраза', 'Поисковый запрос', 'Условие показа', 'Search query', 'Keyword'],
      why: {
        ru: 'Директ перечисляет не все фразы и запросы, их сумма меньше итога кампаний',
        en: 'Direct does not list every phrase and query, so they add up to less than the campaigns',
      },
    },
  ],
};
