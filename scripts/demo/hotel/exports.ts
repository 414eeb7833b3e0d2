import { FIRST_DAY, inLastMonth, LAST_DAY, monthOf, quarterOf } from '../calendar.ts';
import { type ExportFile, split } from '../export-file.ts';
import { runMarket } from '../market.ts';
import { searchConsole, searchConsoleList } from '../shapes/search-console.ts';
import { siteDays } from '../shapes/site-visits.ts';
import { termsOf } from '../shapes/terms.ts';
import { tidy, type TidyForm } from '../shapes/tidy.ts';
import { yandexDirect } from '../shapes/yandex-direct.ts';
import { yandexMetrica } from '../shapes/yandex-metrica.ts';
import { market } from './market.ts';
import { PAGES, QUERIES } from './searches.ts';

const VK: TidyForm = {
  headers: ['Дата', 'Канал', 'Показы', 'Клики', 'Расход'],
  measures: ['impressions', 'clicks', 'cost'],
  delimiter: ';',
  point: ',',
  encoding: 'utf-8-bom',
  dotted: true,
};

const BOOKINGS: TidyForm = {
  headers: ['date', 'channel', 'leads', 'sales', 'revenue'],
  measures: ['leads', 'sales', 'revenue'],
  delimiter: ',',
  point: '.',
  encoding: 'utf-8',
};

/** Files by source. */
export function hotelExports(): Record<string, ExportFile[]> {
  const results = runMarket(market);
  const of = (channel: string) => results.filter((result) => result.campaign.channel === channel);
  const clicks = new Map<string, number>();
  for (const result of results) clicks.set(result.day, (clicks.get(result.day) ?? 0) + result.clicks);
  const visits = siteDays('hotel', FIRST_DAY, LAST_DAY, (day) => clicks.get(day) ?? 0);
  const quarters = [...new Set(visits.map(({ day }) => quarterOf(day)))];
  return {
    'yandex-direct': split(of('yandex-direct'), monthOf).map(yandexDirect),
    'vk-ads': split(of('vk-ads'), quarterOf).map((part) => tidy(`vk_${part.label}.csv`, part.results, ['vk-ads'], VK)),
    'yandex-metrica': quarters.map((label) =>
      yandexMetrica(
        label,
        visits.filter(({ day }) => quarterOf(day) === label),
      ),
    ),
    'search-console': [
      ...split(of('seo'), quarterOf).map((part) => searchConsole(part.label, part.results)),
      ...split(of('seo').filter(inLastMonth), monthOf).flatMap((part) => [
        searchConsoleList(`queries_${part.label}.csv`, 'Популярные запросы', termsOf(part, QUERIES)),
        searchConsoleList(`pages_${part.label}.csv`, 'Популярные страницы', termsOf(part, PAGES)),
      ]),
    ],
    bookings: split(results, (day) => day.slice(0, 4)).map((part) =>
      tidy(`bookings-${part.label}.csv`, part.results, ['yandex-direct', 'vk-ads', 'seo', 'direct'], BOOKINGS),
    ),
  };
}
