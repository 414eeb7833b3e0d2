import { describe, expect, it } from 'vitest';
import { parsePeriod } from '../../src/figures/period.ts';
import { kindOf } from '../../src/press/reports/documents.ts';
import { reportModel } from '../../src/press/reports/report-model.ts';
import type { Client, PlanItem, WorkItem, Workspace } from '../../src/types/workspace.ts';
import { clientWith, figuresFor, fileOf, METRICS, planRow, type Row } from '../figures/samples.ts';

const workspace = {
  agency: {
    name: 'Pier',
    legalName: 'Pier LLC',
    brand: { colours: {} },
    locale: 'en',
    currency: 'EUR',
    channels: { maps: { ru: 'Карты', en: 'Maps' } },
  } as unknown as Workspace['agency'],
  people: [],
  metrics: METRICS,
} as unknown as Workspace;

const ROWS: Row[] = ['2026-10-31', '2026-11-09'].map((date) => ({
  date,
  channel: 'search',
  values: { leads: '5', cost: '100' },
}));

function modelOf(parts: Partial<Client>, id: string, asOf: string) {
  const client = clientWith(parts);
  const period = parsePeriod(id)!;
  const figures = figuresFor([fileOf('a.csv', ROWS)], id, { client, asOf });
  const plan = { period, kind: kindOf(period) };
  return reportModel({ workspace, client, plan, figures, began: '2026-10-31', asOf, pdf: false });
}

const task = (period: string, title: string, due: string | null): PlanItem =>
  ({ period, area: '', title, person: '', due, row: 2 }) as PlanItem;

const PLAN = [
  task('2026-10', 'October', '2026-10-20'),
  task('2026-11', 'done by now, or late', '2026-11-05'),
  task('2026-11', 'today', '2026-11-10'),
  task('2026-11', 'November', '2026-11-28'),
  task('2026-11', 'some day in November', null),
  task('2026-12', 'December', '2026-12-10'),
  task('2026-Q4', 'the quarter', '2026-12-20'),
  task('2027-01', 'January', '2027-01-10'),
];
const ahead = (id: string, asOf: string) => modelOf({ plan: PLAN }, id, asOf).plan.map(({ title }) => title);

describe('what comes next', () => {
  it('of a month that has ended is the next month', () => {
    expect(ahead('2026-10', '2026-11-10')).toEqual([
      'done by now, or late',
      'today',
      'November',
      'some day in November',
    ]);
  });

  it('of a month that is running is the rest of it, then the next one', () => {
    expect(ahead('2026-11', '2026-11-10')).toEqual(['today', 'November', 'some day in November', 'December']);
  });

  it('of a running quarter is the rest of the quarter, then the next one', () => {
    expect(ahead('2026-Q4', '2026-11-10')).toEqual([
      ...['today', 'November', 'some day in November', 'December', 'the quarter', 'January'],
    ]);
  });

  it('of a stretch that ends within a month is the rest of that month too', () => {
    expect(ahead('2026-10-11..2026-11-09', '2026-11-20')).toEqual([
      ...['today', 'November', 'some day in November', 'December'],
    ]);
  });
});

it('work done today stands in the report of a running month, work of tomorrow does not', () => {
  const done = (date: string): WorkItem =>
    ({ date, area: '', title: date, person: '', hours: null, status: 'done', link: null, effect: '', row: 2 }) as never;
  const work = ['2026-11-09', '2026-11-10', '2026-11-11'].map(done);
  expect(modelOf({ work }, '2026-11', '2026-11-10').work.map(({ date }) => date)).toEqual(['2026-11-09', '2026-11-10']);
});

it('a channel that stands in the media plan alone has its name', () => {
  const mediaPlan = [planRow('2026-11', 'maps', '500'), planRow('2026-11', 'search', '500')];
  const { channels } = modelOf({ mediaPlan }, '2026-11', '2026-11-10');
  expect(channels).toContainEqual({ id: 'maps', name: 'Карты' });
});
