/** What the bench's month looks like in other tools: its words and its style sheet. */

export type Lang = 'ru' | 'en';

export const WORDS = {
  ru: {
    report: 'Отчёт за месяц',
    charts: ['Расход и заявки по дням', 'Выручка и заявки за год', 'Расход по каналам', 'Заявки по каналам'],
    channels: 'Каналы',
    channel: 'Канал',
    total: 'Всего',
    works: 'Что сделано',
    workHead: ['Дата', 'Канал', 'Работа', 'Кто', 'Часы'],
    plan: 'План',
    planHead: ['Срок', 'Канал', 'Работа', 'Кто'],
    toMonth: 'к прошлому месяцу',
    toYear: 'к прошлому году',
    day: 'День',
    month: 'Месяц',
    kpis: {
      ...{ leads: 'Заявки', cpl: 'Цена заявки', revenue: 'Выручка', cost: 'Расход', clicks: 'Клики' },
      ...{ cpc: 'Цена клика', ctr: 'CTR', impressions: 'Показы' },
    },
  },
  en: {
    report: 'Report of the month',
    charts: ['Cost and leads by day', 'Revenue and leads of a year', 'Cost by channel', 'Leads by channel'],
    channels: 'Channels',
    channel: 'Channel',
    total: 'All',
    works: 'Work done',
    workHead: ['Date', 'Channel', 'Work', 'Who', 'Hours'],
    plan: 'Plan',
    planHead: ['Due', 'Channel', 'Work', 'Who'],
    toMonth: 'on last month',
    toYear: 'on last year',
    day: 'Day',
    month: 'Month',
    kpis: {
      ...{ leads: 'Leads', cpl: 'Cost per lead', revenue: 'Revenue', cost: 'Cost', clicks: 'Clicks' },
      ...{ cpc: 'Cost per click', ctr: 'CTR', impressions: 'Impressions' },
    },
  },
};

export const STYLE = `body{max-width:60rem;margin:2rem auto;padding:0 1rem;font:1rem/1.5 system-ui,sans-serif;color:#222}
h1,h2{color:var(--accent)}.cards{display:flex;flex-wrap:wrap;gap:1rem}.card{flex:1 0 12rem;padding:.75rem;border:1px solid #ccc}
.card strong{display:block;font-size:1.5rem}.card span{display:block;font-size:.875rem;color:#555}
table{width:100%;border-collapse:collapse}th,td{padding:.25rem .5rem;border-bottom:1px solid #ddd;text-align:left}`;
