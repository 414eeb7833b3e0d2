import type { DemoClient } from '../client-files.ts';
import { mediaPlan, monthlyTargets, PLANNED_MONTHS, summedTargets } from '../planning.ts';
import { written } from '../table.ts';
import { MONTHS_EN, workLog } from '../work-log.ts';
import { softwareExports } from './exports.ts';
import { market } from './market.ts';
import { EVENTS, INITIATIVES, PLAN } from './records.ts';
import { ROUTINES, WORK } from './work.ts';

const ID = 'software-ledgerlark';

const PROFILE = {
  name: 'Ledgerlark',
  legalName: 'Ledgerlark, Inc.',
  site: 'https://ledgerlark.example',
  locale: 'en',
  currency: 'USD',
  timeZone: 'America/New_York',
  contacts: [{ name: 'Owen Clarke', email: 'owen.clarke@ledgerlark.example' }],
  manager: 'dina-safina',
  team: ['ilya-gromov', 'timur-akhmetov', 'vera-tikhonova', 'sergey-belov', 'polina-zueva'],
  brand: { logo: `brand/${ID}.svg`, accent: '#3a3fa8' },
  kpis: ['sales', 'revenue', 'leads', 'cpl', 'cpa', 'roas', 'cost'],
  reports: ['monthly', 'quarterly', 'yearly'],
  services: ['Paid search', 'Paid social', 'Search engine optimisation', 'Analytics'],
};

const SOURCES = {
  sources: {
    'google-ads': { channel: 'google-ads' },
    'meta-ads': {
      channel: 'meta-ads',
      columns: { 'Link clicks': 'clicks', 'Clicks (all)': null, Results: null },
    },
    'linkedin-ads': { currency: 'USD' },
    ga4: { channel: 'site', columns: { 'Engaged sessions': 'engaged-sessions' } },
    crm: { currency: 'USD' },
  },
};

function targets(): string[][] {
  const monthly = monthlyTargets(
    market,
    [
      { metric: 'sales', lift: 1050, step: 5 },
      { metric: 'revenue', lift: 1050, step: 5_000 },
      { metric: 'leads', lift: 1030, step: 10 },
      { metric: 'cost', lift: 1000, step: 500 },
    ],
    [
      ['cpl', '62'],
      ['cpa', '440'],
      ['roas', '3.5'],
    ],
  );
  return [
    ['period', 'metric', 'channel', 'target'],
    ...monthly,
    // LinkedIn was a test until September and had no goal.
    ['2026-09', 'sales', 'linkedin-ads', '0'],
    ['2026-10', 'sales', 'linkedin-ads', '12'],
    ['2026-11', 'sales', 'linkedin-ads', '14'],
    ['2026-12', 'sales', 'partners', ''],
    ...['2026-Q3', '2026-Q4'].flatMap((quarter, index) => [
      ...summedTargets(monthly, quarter, PLANNED_MONTHS.slice(6 + 3 * index, 9 + 3 * index), [
        'sales',
        'revenue',
        'leads',
        'cost',
      ]),
      [quarter, 'cpl', '', '62'],
      [quarter, 'roas', '', '3.5'],
    ]),
    ...summedTargets(monthly, '2026', PLANNED_MONTHS, ['sales', 'revenue']),
  ];
}

export const software = (): DemoClient => ({
  id: ID,
  profile: PROFILE,
  sources: SOURCES,
  exports: softwareExports(),
  targets: targets(),
  mediaPlan: mediaPlan(market, ['google-ads', 'meta-ads', 'linkedin-ads'], {
    budget: 500,
    impressions: 10_000,
    clicks: 100,
    leads: 5,
  }),
  work: workLog(ID, MONTHS_EN, WORK, ROUTINES),
  plan: [['period', 'area', 'title', 'person', 'due'], ...written(PLAN)],
  events: [['date', 'title'], ...written(EVENTS)],
  initiatives: [['id', 'title', 'horizon', 'start', 'due', 'progress', 'status', 'note'], ...written(INITIATIVES)],
});
