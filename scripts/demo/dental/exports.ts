import { halfOf, isWithin, monthOf, quarterOf } from '../calendar.ts';
import { type ExportFile, split } from '../export-file.ts';
import { runMarket } from '../market.ts';
import { roll } from '../random.ts';
import { tidy, type TidyForm } from '../shapes/tidy.ts';
import { market } from './market.ts';

const ADS = ['yandex-direct', 'maps', 'vk-ads'];
const ALL = [...ADS, 'seo'];

/** Days nobody wrote down, by channel; `*` is every channel. */
const LOST: [channel: string, from: string, to: string][] = [
  ['*', '2025-07-12', '2025-07-14'],
  ['vk-ads', '2026-04-18', '2026-04-19'],
  ['maps', '2026-10-10', '2026-10-11'],
];

/** Call tracking is downloaded before the month is over and arrives late. */
const LAST_CALLS = '2026-10-27';

const isLost = (day: string, channel: string): boolean =>
  LOST.some(([where, from, to]) => (where === '*' || where === channel) && isWithin(day, from, to));

const COMMON = { delimiter: ';', point: ',', encoding: 'windows-1251', dotted: true } as const;

const SPENDING: TidyForm = {
  ...COMMON,
  headers: ['Дата', 'Канал', 'Показы', 'Клики', 'Расход'],
  measures: ['impressions', 'clicks', 'cost'],
  // Impressions of the neighbourhood campaign are sometimes not copied.
  isEmpty: (day, channel, measure) =>
    channel === 'vk-ads' && measure === 'impressions' && roll('unwritten', day) % 19 === 0,
};

const CALLS: TidyForm = { ...COMMON, headers: ['Дата', 'Канал', 'Лиды'], measures: ['leads'] };

const VISITS: TidyForm = {
  ...COMMON,
  headers: ['Дата', 'Канал', 'Продажи', 'Выручка'],
  measures: ['sales', 'revenue'],
};

/** Files by source: advertising kept by hand, call tracking, first visits from the clinic's own system. */
export function dentalExports(): Record<string, ExportFile[]> {
  const results = runMarket(market);
  const spending = results.filter(
    ({ day, campaign }) => ADS.includes(campaign.channel) && !isLost(day, campaign.channel),
  );
  const calls = results.filter(({ day }) => day <= LAST_CALLS);
  return {
    ads: split(spending, monthOf).map((part) => tidy(`reklama_${part.label}.csv`, part.results, ADS, SPENDING)),
    calls: split(calls, quarterOf).map((part) => tidy(`zvonki_${part.label}.csv`, part.results, ALL, CALLS)),
    clinic: split(results, halfOf).map((part) => tidy(`pervichnye_${part.label}.csv`, part.results, ALL, VISITS)),
  };
}
