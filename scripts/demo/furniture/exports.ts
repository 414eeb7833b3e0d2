import { halfOf, monthOf, quarterOf } from '../calendar.ts';
import { type ExportFile, split } from '../export-file.ts';
import { runMarket } from '../market.ts';
import { between } from '../random.ts';
import { googleAds } from '../shapes/google-ads.ts';
import { tidy, type TidyForm } from '../shapes/tidy.ts';
import { yandexDirect } from '../shapes/yandex-direct.ts';
import { market } from './market.ts';

const CHANNELS = ['yandex-direct', 'google-ads', 'vk-ads', 'telegram-ads', 'maps', 'marketplace', 'seo', 'email'];

const SOCIAL: TidyForm = {
  headers: ['Дата', 'Канал', 'Показы', 'Клики', 'Расход'],
  measures: ['impressions', 'clicks', 'cost'],
  delimiter: ';',
  point: ',',
  encoding: 'windows-1251',
  dotted: true,
};

const MARKETPLACE: TidyForm = {
  headers: ['День', 'Канал', 'Показы', 'Клики', 'Расход, ₽', 'Заказы', 'Сумма заказов'],
  measures: ['impressions', 'clicks', 'cost', 'sales', 'revenue'],
  delimiter: '\t',
  point: ',',
  encoding: 'utf-8-bom',
};

const CRM: TidyForm = {
  headers: ['Дата', 'Канал', 'Лиды', 'Продажи', 'Выручка'],
  measures: ['leads', 'sales', 'revenue'],
  delimiter: ',',
  point: '.',
  encoding: 'utf-8',
};

/** Files by source. The shop's CRM is the truth; what systems count for themselves is a little more. */
export function furnitureExports(): Record<string, ExportFile[]> {
  const results = runMarket(market);
  const of = (...channels: string[]) => results.filter((result) => channels.includes(result.campaign.channel));
  // A marketplace counts an order when it is placed, the shop when it is paid for.
  const ordered = of('marketplace').map((result) => {
    const unpaid = Math.floor((result.sales * between(0, 240, 'unpaid', result.day)) / 1000);
    const worth = result.sales === 0 ? 0 : Math.floor(result.revenue / result.sales / 1000) * 1000;
    return { ...result, sales: result.sales + unpaid, revenue: result.revenue + unpaid * worth };
  });
  return {
    'yandex-direct': split(of('yandex-direct'), monthOf).map(yandexDirect),
    'google-ads': split(of('google-ads'), quarterOf).map((part) =>
      googleAds(part, 'RUB', (name) => (name.includes('Search') ? 'Search' : 'Performance Max'), 'utf-8'),
    ),
    social: split(of('vk-ads', 'telegram-ads', 'maps'), quarterOf).map((part) =>
      tidy(`vk-telegram-maps_${part.label}.csv`, part.results, ['vk-ads', 'telegram-ads', 'maps'], SOCIAL),
    ),
    marketplace: split(ordered, quarterOf).map((part) =>
      tidy(`promo_${part.label}.csv`, part.results, ['marketplace'], MARKETPLACE),
    ),
    crm: split(results, halfOf).map((part) => tidy(`crm_${part.label}.csv`, part.results, CHANNELS, CRM)),
  };
}
