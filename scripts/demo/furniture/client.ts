import type { DemoClient } from '../client-files.ts';
import { mediaPlan, monthlyTargets, PLANNED_MONTHS, summedTargets } from '../planning.ts';
import { written } from '../table.ts';
import { MONTHS_RU, workLog } from '../work-log.ts';
import { furnitureExports } from './exports.ts';
import { market } from './market.ts';
import { EVENTS, INITIATIVES, PLAN } from './records.ts';
import { ROUTINES, WORK } from './work.ts';

const ID = 'furniture-tikhiy-dom';

const PROFILE = {
  name: 'Тихий дом',
  legalName: 'ООО «Мебельная фабрика „Тихий дом“»',
  site: 'https://tikhiy-dom.example',
  contacts: [
    { name: 'Роман Дёмин', greeting: 'Роман', email: 'demin@tikhiy-dom.example' },
    { name: 'Ксения Мальцева', greeting: 'Ксения', email: 'maltseva@tikhiy-dom.example' },
  ],
  manager: 'maksim-orlov',
  team: ['ilya-gromov', 'timur-akhmetov', 'vera-tikhonova', 'sergey-belov', 'polina-zueva'],
  brand: { logo: `brand/${ID}.svg`, accent: '#a3481f' },
  kpis: ['sales', 'revenue', 'drr', 'cpa', 'leads', 'cpl', 'close-rate', 'cost'],
  reports: ['monthly', 'quarterly', 'yearly'],
  services: [
    'Контекстная реклама',
    'Реклама в соцсетях',
    'Продвижение на маркетплейсе',
    'Поисковое продвижение',
    'Письма покупателям',
    'Веб-аналитика',
  ],
  channels: { 'google-ads': 'Google Реклама, Казахстан', maps: 'Карты и справочники', email: 'Письма покупателям' },
};

const SOURCES = {
  sources: {
    'yandex-direct': { channel: 'yandex-direct', vat: 'included', columns: { Конверсии: 'leads' } },
    'google-ads': { channel: 'google-ads', vat: 'excluded', columns: { Conversions: 'leads' } },
    social: { vat: 'included', currency: 'RUB' },
    marketplace: { vat: 'included', columns: { Заказы: 'sales', 'Сумма заказов': 'revenue' } },
    crm: { currency: 'RUB' },
  },
  precedence: {
    leads: ['crm', 'yandex-direct', 'google-ads'],
    sales: ['crm', 'marketplace'],
    revenue: ['crm', 'marketplace'],
  },
};

function targets(): string[][] {
  const monthly = monthlyTargets(
    market,
    [
      { metric: 'sales', lift: 1040, step: 10 },
      { metric: 'revenue', lift: 1040, step: 100_000 },
      { metric: 'leads', lift: 1030, step: 50 },
      { metric: 'cost', lift: 1010, step: 50_000 },
    ],
    [
      ['drr', '12%'],
      ['cpa', '4800'],
      ['cpl', '1500'],
    ],
  );
  return [
    ['period', 'metric', 'channel', 'target'],
    ...monthly,
    ...PLANNED_MONTHS.flatMap((month) => [
      [month, 'drr', 'yandex-direct', '16%'],
      [month, 'drr', 'marketplace', '6%'],
    ]),
    // A new channel's first months and a test have no goal of their own.
    ['2026-09', 'leads', 'telegram-ads', '0'],
    ['2026-10', 'leads', 'telegram-ads', ''],
    ...['2026-Q3', '2026-Q4'].flatMap((quarter, index) =>
      summedTargets(monthly, quarter, PLANNED_MONTHS.slice(6 + 3 * index, 9 + 3 * index), [
        'sales',
        'revenue',
        'leads',
        'cost',
      ]),
    ),
    ['2026-Q3', 'drr', '', '12%'],
    ['2026-Q4', 'drr', '', '12%'],
    ...summedTargets(monthly, '2026', PLANNED_MONTHS, ['sales', 'revenue']),
    ['2026', 'drr', '', '12%'],
  ];
}

export const furniture = (): DemoClient => ({
  id: ID,
  profile: PROFILE,
  sources: SOURCES,
  exports: furnitureExports(),
  targets: targets(),
  mediaPlan: mediaPlan(market, ['yandex-direct', 'google-ads', 'vk-ads', 'telegram-ads', 'maps', 'marketplace'], {
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
