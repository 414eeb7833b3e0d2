import type { DemoClient } from '../client-files.ts';
import { mediaPlan, monthlyTargets, PLANNED_MONTHS, summedTargets } from '../planning.ts';
import { written } from '../table.ts';
import { MONTHS_RU, workLog } from '../work-log.ts';
import { hotelExports } from './exports.ts';
import { market } from './market.ts';
import { EVENTS, INITIATIVES, PLAN } from './records.ts';
import { ROUTINES, WORK } from './work.ts';

const ID = 'hotel-sosnovaya-bukhta';

const PROFILE = {
  name: 'Сосновая бухта',
  legalName: 'ООО «Курортный отель „Сосновая бухта“»',
  site: 'https://sosnovaya-bukhta.example',
  contacts: [{ name: 'Ирина Соколова', greeting: 'Ирина Павловна', email: 'sokolova@sosnovaya-bukhta.example' }],
  manager: 'anna-lebedeva',
  team: ['ilya-gromov', 'timur-akhmetov', 'vera-tikhonova', 'sergey-belov', 'polina-zueva'],
  brand: { logo: `brand/${ID}.svg`, accent: '#1d4e89' },
  kpis: ['revenue', 'sales', 'drr', 'cpa', 'leads', 'cpl', 'cost'],
  reports: ['monthly', 'quarterly', 'yearly'],
  services: ['Контекстная реклама', 'Реклама в соцсетях', 'Поисковое продвижение', 'Веб-аналитика'],
  channels: { direct: 'Прямые заходы и звонки', site: 'Весь сайт' },
};

const SOURCES = {
  sources: {
    'yandex-direct': { channel: 'yandex-direct', vat: 'included', columns: { Конверсии: null } },
    'vk-ads': { vat: 'included', currency: 'RUB' },
    'yandex-metrica': { channel: 'site' },
    'search-console': { channel: 'seo', columns: { Клики: 'organic-clicks', Показы: 'organic-impressions' } },
    bookings: { currency: 'RUB' },
  },
};

function targets(): string[][] {
  const monthly = monthlyTargets(
    market,
    [
      { metric: 'revenue', lift: 1030, step: 100_000 },
      { metric: 'sales', lift: 1030, step: 5 },
      { metric: 'leads', lift: 1020, step: 10 },
      { metric: 'cost', lift: 1000, step: 10_000 },
    ],
    [
      ['drr', '5%'],
      ['cpa', '2400'],
      ['cpl', '900'],
    ],
  );
  // The reconstruction of the spa was planned for January: no sales target was set.
  const january = (row: string[]) => (row[0] === '2026-01' && row[1] === 'sales' ? [...row.slice(0, 3), '0'] : row);
  const rows = monthly.map(january);
  return [
    ['period', 'metric', 'channel', 'target'],
    ...rows,
    ...PLANNED_MONTHS.map((month) => [month, 'drr', 'vk-ads', '15%']),
    ['2026-11', 'leads', 'vk-ads', ''],
    ...summedTargets(rows, '2026-Q3', PLANNED_MONTHS.slice(6, 9), ['revenue', 'sales', 'leads', 'cost']),
    ...summedTargets(rows, '2026-Q4', PLANNED_MONTHS.slice(9), ['revenue', 'sales', 'leads', 'cost']),
    ['2026-Q3', 'drr', '', '5%'],
    ['2026-Q4', 'drr', '', '5%'],
    ['2026', 'drr', '', '5%'],
    ...summedTargets(rows, '2026', PLANNED_MONTHS, ['revenue', 'leads']),
  ];
}

export const hotel = (): DemoClient => ({
  id: ID,
  profile: PROFILE,
  sources: SOURCES,
  exports: hotelExports(),
  targets: targets(),
  mediaPlan: mediaPlan(market, ['yandex-direct', 'vk-ads'], {
    budget: 10_000,
    impressions: 10_000,
    clicks: 100,
    leads: 5,
  }),
  work: workLog(ID, MONTHS_RU, WORK, ROUTINES),
  plan: [['period', 'area', 'title', 'person', 'due'], ...written(PLAN)],
  events: [['date', 'title'], ...written(EVENTS)],
  initiatives: [['id', 'title', 'horizon', 'start', 'due', 'progress', 'status', 'note'], ...written(INITIATIVES)],
});
