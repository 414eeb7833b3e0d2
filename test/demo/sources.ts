/** How one source's files are to be read, seen by eye in the files themselves. */
export interface SourceSpec {
  delimiter: ',' | ';' | '\t';
  comma: 'decimal' | 'thousands';
  /** First the day's header, then the channel's when rows carry their channel. */
  columns: [day: string, channel?: string];
  channel?: string;
  metrics: Record<string, string>;
}

const russianTidy = (metrics: Record<string, string>): SourceSpec => ({
  delimiter: ';',
  comma: 'decimal',
  columns: ['Дата', 'Канал'],
  metrics,
});

const SPENDING = { Показы: 'impressions', Клики: 'clicks', Расход: 'cost' };

/** Direct's own conversions are left out: the hotel's are ignored, the shop's give way to its CRM. */
const DIRECT: SourceSpec = {
  delimiter: ';',
  comma: 'decimal',
  columns: ['Дата'],
  channel: 'yandex-direct',
  metrics: { Показы: 'impressions', Клики: 'clicks', 'Расход (руб., с НДС)': 'cost' },
};

const GOOGLE: SourceSpec = {
  delimiter: ',',
  comma: 'thousands',
  columns: ['Day'],
  channel: 'google-ads',
  metrics: { 'Impr.': 'impressions', Clicks: 'clicks', Cost: 'cost' },
};

const english = (delimiter: ',' | '\t', metrics: string[]): SourceSpec => ({
  delimiter,
  comma: 'thousands',
  columns: ['date', 'channel'],
  metrics: Object.fromEntries(metrics.map((id) => [id, id])),
});

const CRM = ['leads', 'sales', 'revenue'];

export const SOURCES: Record<string, Record<string, SourceSpec>> = {
  'hotel-sosnovaya-bukhta': {
    'yandex-direct': DIRECT,
    'vk-ads': russianTidy(SPENDING),
    'yandex-metrica': {
      delimiter: ',',
      comma: 'thousands',
      columns: ['Дата визита'],
      channel: 'site',
      metrics: { Визиты: 'sessions', Просмотры: 'pageviews' },
    },
    'search-console': {
      delimiter: ',',
      comma: 'thousands',
      columns: ['Дата'],
      channel: 'seo',
      metrics: { Клики: 'organic-clicks', Показы: 'organic-impressions' },
    },
    bookings: english(',', CRM),
  },
  'furniture-tikhiy-dom': {
    'yandex-direct': DIRECT,
    'google-ads': GOOGLE,
    social: russianTidy(SPENDING),
    // Orders and their value give way to the CRM.
    marketplace: {
      delimiter: '\t',
      comma: 'decimal',
      columns: ['День', 'Канал'],
      metrics: { Показы: 'impressions', Клики: 'clicks', 'Расход, ₽': 'cost' },
    },
    crm: {
      delimiter: ',',
      comma: 'thousands',
      columns: ['Дата', 'Канал'],
      metrics: { Лиды: 'leads', Продажи: 'sales', Выручка: 'revenue' },
    },
  },
  'dental-belaya-vetka': {
    ads: russianTidy(SPENDING),
    calls: russianTidy({ Лиды: 'leads' }),
    clinic: russianTidy({ Продажи: 'sales', Выручка: 'revenue' }),
  },
  'software-ledgerlark': {
    'google-ads': { ...GOOGLE, metrics: { ...GOOGLE.metrics, Conversions: 'conversions' } },
    'meta-ads': {
      delimiter: ',',
      comma: 'thousands',
      columns: ['Day'],
      channel: 'meta-ads',
      metrics: { Impressions: 'impressions', 'Link clicks': 'clicks', 'Amount spent (USD)': 'cost' },
    },
    'linkedin-ads': english(',', ['impressions', 'clicks', 'cost']),
    ga4: {
      delimiter: ',',
      comma: 'thousands',
      columns: ['Nth day'],
      channel: 'site',
      metrics: { Sessions: 'sessions', 'Engaged sessions': 'engaged-sessions' },
    },
    crm: english('\t', CRM),
  },
};
