import type { DemoClient } from '../client-files.ts';
import { mediaPlan, monthlyTargets, PLANNED_MONTHS, summedTargets } from '../planning.ts';
import { written } from '../table.ts';
import { MONTHS_RU, workLog } from '../work-log.ts';
import { dentalExports } from './exports.ts';
import { market } from './market.ts';
import { EVENTS, INITIATIVES, PLAN } from './records.ts';
import { ROUTINES, WORK } from './work.ts';

const ID = 'dental-belaya-vetka';

const PROFILE = {
  name: 'Белая ветка',
  legalName: 'ООО «Стоматология „Белая ветка“»',
  site: 'https://belaya-vetka.example',
  timeZone: 'Asia/Yekaterinburg',
  contacts: [{ name: 'Елена Крылова', greeting: 'Елена Викторовна', email: 'krylova@belaya-vetka.example' }],
  manager: 'anna-lebedeva',
  team: ['ilya-gromov', 'vera-tikhonova', 'timur-akhmetov'],
  brand: { logo: `brand/${ID}.svg`, accent: '#1f6f5c' },
  kpis: ['leads', 'cpl', 'sales', 'revenue', 'drr', 'cost'],
  reports: ['monthly', 'quarterly', 'yearly'],
  services: ['Контекстная реклама', 'Карты и справочники', 'Реклама в соцсетях', 'Поисковое продвижение'],
};

const SOURCES = {
  sources: {
    ads: { currency: 'RUB', vat: 'included-with-commission' },
    calls: {},
    clinic: { currency: 'RUB' },
  },
};

function targets(): string[][] {
  const monthly = monthlyTargets(
    market,
    [
      { metric: 'leads', lift: 1000, step: 5 },
      { metric: 'sales', lift: 1000, step: 5 },
      { metric: 'revenue', lift: 1000, step: 50_000 },
      { metric: 'cost', lift: 1000, step: 5_000 },
    ],
    [
      ['cpl', '1400'],
      ['drr', '18%'],
    ],
  );
  return [
    ['period', 'metric', 'channel', 'target'],
    // The clinic moved in May: nothing was promised for it.
    ...monthly.map((row) => (row[0] === '2026-05' && row[1] === 'revenue' ? [...row.slice(0, 3), ''] : row)),
    ...PLANNED_MONTHS.map((month) => [month, 'leads', 'vk-ads', '0']),
    ...['2026-Q3', '2026-Q4'].flatMap((quarter, index) =>
      summedTargets(monthly, quarter, PLANNED_MONTHS.slice(6 + 3 * index, 9 + 3 * index), ['leads', 'sales', 'cost']),
    ),
    ...summedTargets(monthly, '2026', PLANNED_MONTHS, ['leads', 'sales']),
  ];
}

export const dental = (): DemoClient => ({
  id: ID,
  profile: PROFILE,
  sources: SOURCES,
  exports: dentalExports(),
  targets: targets(),
  mediaPlan: mediaPlan(market, ['yandex-direct', 'maps', 'vk-ads'], {
    budget: 5_000,
    impressions: 1_000,
    clicks: 50,
    leads: 5,
  }),
  work: workLog(ID, MONTHS_RU, WORK, ROUTINES),
  plan: [['period', 'area', 'title', 'person', 'due'], ...written(PLAN)],
  events: [['date', 'title'], ...written(EVENTS)],
  initiatives: [['id', 'title', 'horizon', 'start', 'due', 'progress', 'status', 'note'], ...written(INITIATIVES)],
});
