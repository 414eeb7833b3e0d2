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
    ['Фраза', 'Расход', 'Показы'],
    ['Условие показа', 'Расход'],
    ['Поисковый запрос', 'Расход'],
    ['Площадка', 'Расход', 'Показы'],
    ['Дата', 'Расход', 'Ср. цена клика'],
    ['Campaign no.', '@metric'],
    ['Campaign', 'Cost', 'Avg. CPC', 'Bounce rate'],
  ],
  days: ['Дата', 'День', 'Date', 'Day'],
  currency: ['Валюта', 'Currency'],
  dimensions: {
    campaign: ['Название кампании', 'Кампания', 'Campaign', 'Campaign name'],
    campaignId: ['№ Кампании', 'ID кампании', 'Campaign no.', 'Campaign ID'],
    campaignType: ['Тип кампании', 'Campaign type'],
    group: ['Группа', 'Название группы', '№ Группы', 'ID группы', 'Ad group'],
    ad: ['ID объявления', '№ Объявления', 'Заголовок', 'Ad ID'],
    condition: ['ID условия показа', 'Тип условия показа', 'Категория таргетинга'],
    place: ['Тип площадки', 'Место показа', 'Placement type'],
    device: ['Тип устройства', 'Устройство', 'Device type'],
    region: ['Регион', 'Регион таргетинга', 'Регион местонахождения', 'Region'],
    audience: ['Пол', 'Возраст', 'Gender', 'Age'],
    client: ['Клиент', 'Логин', 'Client login'],
  },
  goals: { metric: 'conversions', headers: ['Конверсии', 'Достижения цели', 'Достижения целей', 'Conversions'] },
  metrics: {
    impressions: ['Показы', 'Impressions'],
    clicks: ['Клики', 'Clicks'],
    cost: ['Расход', 'Расход всего', 'Всего расход', 'Cost'],
    conversions: ['Конверсии', 'Достижения целей', 'Conversions'],
    revenue: ['Доход', 'Revenue'],
  },
  neverTotalled: [
    ...['CTR', 'wCTR', 'Ср. цена клика', 'Ср. расход за день', 'Цена цели', 'Отказы', 'Глубина просмотра', 'Конверсия'],
    ...['Глубина', 'Ср. объём трафика', 'Ср. позиция показа', 'Ср. позиция клика', 'Рентабельность', 'ДРР', 'Прибыль'],
    ...['Avg. CPC', 'Bounce rate', 'Page depth', 'Conversion', 'Goal cost', 'ROI', 'Взвешенные показы', 'Охват'],
    ...['Цена конверсии', 'CPA', 'CPM', 'Ср. цена тыс. показов', 'Ср. ставка за клик', 'Ср. частота показов'],
  ],
  parts: [
    {
      kind: 'search-terms',
      headers: ['Поисковый запрос', 'Search query'],
      why: {
        ru: 'Директ перечисляет не все поисковые запросы, их сумма меньше итога кампаний',
        en: 'Direct does not list every search query, so they add up to less than the campaigns',
      },
    },
    {
      kind: 'keywords',
      headers: ['Ключевая фраза', 'Фраза', 'Условие показа', 'Keyword', 'Phrase'],
      why: {
        ru: 'Директ перечисляет не все фразы, их сумма меньше итога кампаний',
        en: 'Direct does not list every phrase, so they add up to less than the campaigns',
      },
    },
    {
      kind: 'placements',
      headers: ['Площадка', 'Название площадки', 'Placement', 'Placement name'],
      why: {
        ru: 'Директ перечисляет не все площадки, их сумма может быть меньше итога кампаний',
        en: 'Direct does not list every placement, so they may add up to less than the campaigns',
      },
    },
  ],
};
