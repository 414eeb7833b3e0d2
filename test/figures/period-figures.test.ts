import { describe, expect, it } from 'vitest';
import { changeBetween } from '../../src/figures/comparison.ts';
import { exact } from '../../src/figures/exact.ts';
import { pointsOf } from './history-points.ts';
import { historyValue } from '../../src/figures/history-value.ts';
import { clientWith, figuresFor, fileOf, METRICS, target, type Row } from './samples.ts';

const row = (date: string, channel: string, values: Record<string, string>): Row => ({ date, channel, values });

/** Two channels in September and October 2026 and in October 2025; leads of `seo` have no cost. */
const FILES = [
  fileOf('2026.csv', [
    row('2026-09-10', 'ads', { cost: '100.10', leads: '4' }),
    row('2026-09-30', 'seo', { leads: '1' }),
    row('2026-10-01', 'ads', { cost: '0.1', leads: '2', clicks: '10', impressions: '400' }),
    row('2026-10-02', 'ads', { cost: '0.2', leads: '1', clicks: '20' }),
    row('2026-10-02', 'seo', { leads: '0' }),
    row('2026-10-31', 'seo', { leads: '3' }),
  ]),
  fileOf('2025.csv', [row('2025-10-01', 'ads', { cost: '20', leads: '8' })]),
];

const byId = <T extends { metric: string }>(lines: T[]) => Object.fromEntries(lines.map((line) => [line.metric, line]));

describe('figures of a month', () => {
  const october = figuresFor(FILES, '2026-10');
  const totals = byId(october.totals);

  it('are exact sums beside the month and the year before', () => {
    expect(totals['cost']).toMatchObject({ value: '0.3', previous: '100.1', yearAgo: '20', target: null });
    expect(totals['leads']).toMatchObject({ value: '6', previous: '5', yearAgo: '8' });
  });

  it('have changes with the sense of the metric', () => {
    expect(totals['leads']!.againstPrevious).toEqual({
      from: '5',
      to: '6',
      absolute: '1',
      relative: '0.2',
      sense: 'good',
    });
    expect(totals['cost']!.againstYearAgo).toEqual({
      from: '20',
      to: '0.3',
      absolute: '-19.7',
      relative: '-0.985',
      sense: 'good',
    });
  });

  it('have ratios of sums, rounded to ten decimals', () => {
    expect(totals['cpl']!.value).toBe('0.05');
    expect(totals['ctr']!.value).toBe('0.075');
    expect(totals['cpm']!.value).toBe('0.75');
    expect(byId(october.byChannel['ads']!)['cpl']!.value).toBe('0.1');
    expect(byId(figuresFor(FILES, '2026-09').totals)['cpl']!.value).toBe('20.02');
  });

  it('tell empty from zero and know no quotient by zero', () => {
    const seo = byId(october.byChannel['seo']!);
    expect(seo['cost']!.value).toBeNull();
    expect(seo['cpl']!.value).toBeNull();
    expect(seo['leads']!.value).toBe('3');
    const second = october.figures.days[1]!;
    expect(second).toMatchObject({ date: '2026-10-02', cost: '0.2', leads: '1', impressions: null, ctr: null });
    expect(october.figures.days[2]).toMatchObject({ leads: null });
    const zero = figuresFor([fileOf('z.csv', [row('2026-10-01', 'ads', { cost: '5', leads: '0' })])], '2026-10');
    expect(byId(zero.kpis)['cpl']!.value).toBeNull();
    const refunds = [
      row('2026-09-01', 'ads', { cost: '5', revenue: '50' }),
      row('2026-10-01', 'ads', { cost: '5', revenue: '-10' }),
    ];
    const refunded = figuresFor([fileOf('r.csv', refunds)], '2026-10', { client: clientWith({ kpis: ['drr'] }) });
    expect(refunded.kpis[0]).toMatchObject({ value: null, previous: '0.1', againstPrevious: { absolute: null } });
    expect(refunded.figures.days[0]).toMatchObject({ drr: null, revenue: '-10' });
    expect(historyValue(refunded.history, METRICS['drr']!, refunded.history.months.length - 1)).toBeNull();
  });

  it('leave out metrics without any value, but never a KPI', () => {
    expect(october.totals.map(({ metric }) => metric)).toEqual([
      'leads',
      'cpl',
      'impressions',
      'clicks',
      'cost',
      'ctr',
      'cpm',
    ]);
    const costs = figuresFor([fileOf('c.csv', [row('2026-10-01', 'ads', { cost: '5' })])], '2026-10');
    expect(costs.kpis.map(({ metric, value }) => [metric, value])).toEqual([
      ['leads', null],
      ['cpl', null],
    ]);
    expect(Object.keys(costs.figures.metrics)).toEqual(['leads', 'cpl', 'cost']);
  });

  it('know no earlier value where there is no data', () => {
    const first = byId(figuresFor(FILES, '2025-10').totals)['leads']!;
    expect([first.previous, first.yearAgo, first.againstPrevious.absolute]).toEqual([null, null, null]);
  });

  it('promise their keys in order', () => {
    expect(Object.keys(october.figures)).toEqual([
      'client',
      'period',
      'currency',
      'locale',
      'asOf',
      'metrics',
      'channels',
      'days',
      'coverage',
      'sources',
      'warnings',
    ]);
    expect(Object.keys(october.figures.metrics['leads']!)).toEqual([
      'value',
      'previous',
      'yearAgo',
      'target',
      'unit',
      'better',
    ]);
    expect(Object.keys(october.figures.channels)).toEqual(['ads', 'seo']);
    expect(october.figures.days).toHaveLength(31);
  });

  it('stand on files, rows and sums that a reader can find', () => {
    const cost = october.lineage.find(({ metric }) => metric === 'leads')!;
    expect(cost).toMatchObject({ anchor: 'src-leads', formula: null });
    expect(cost.parts).toEqual([
      { file: FILES[0]!.file, channel: 'ads', rows: 2, firstRow: 4, lastRow: 5, sum: '3' },
      { file: FILES[0]!.file, channel: 'seo', rows: 2, firstRow: 6, lastRow: 7, sum: '3' },
    ]);
    expect(october.lineage.find(({ metric }) => metric === 'cpm')!.formula).toEqual({
      numerator: 'cost',
      denominator: 'impressions',
      factor: 1000,
    });
    expect(october.figures.sources).toEqual([
      {
        file: FILES[0]!.file,
        sha256: 'sha-of-2026.csv',
        format: 'tidy',
        rows: { read: 6, used: 4, totals: 0, outside: 2 },
        controlSums: [],
      },
    ]);
  });

  it('have a history of calendar months, oldest first', () => {
    const history = pointsOf(october.history, Object.values(METRICS));
    const points = history.map(({ period, values }) => [period.id, values['leads']]);
    expect(points).toHaveLength(13);
    expect(points[0]).toEqual(['2025-10', '8']);
    expect(points[1]).toEqual(['2025-11', null]);
    expect(points.slice(-2)).toEqual([
      ['2026-09', '5'],
      ['2026-10', '6'],
    ]);
    expect(history.at(-1)!.channels['seo']).toMatchObject({ leads: '3', cost: null, cpl: null });
  });
});

describe('a change from less than nothing', () => {
  it('is told by its amount: there is no share of it', () => {
    const change = changeBetween(exact('-2340'), exact('-375'), 'higher');
    expect(change).toEqual({ from: '-2340', to: '-375', absolute: '1965', relative: null, sense: 'good' });
    expect(changeBetween(exact('2340'), exact('-585'), 'higher').relative).toBe('-1.25');
  });
});

describe('a period that is still running', () => {
  const rows = [
    ...Array.from({ length: 30 }, (_, i) => row(`2026-10-${String(i + 1).padStart(2, '0')}`, 'ads', { leads: '1' })),
    ...Array.from({ length: 21 }, (_, i) => row(`2026-11-${String(i + 1).padStart(2, '0')}`, 'ads', { leads: '2' })),
  ];
  const client = clientWith({ targets: [target('2026-11', 'leads', null, '60')] });
  const november = figuresFor([fileOf('a.csv', rows)], '2026-11', { client, asOf: '2026-11-21' });

  it('counts complete days only and compares with the same days', () => {
    expect(november.compared).toMatchObject({ partial: true, elapsed: 20, days: 30 });
    expect(november.compared.previous.id).toBe('2026-10-01..2026-10-20');
    expect(november.compared.yearAgo.id).toBe('2025-11-01..2025-11-20');
    expect(november.kpis[0]).toMatchObject({ value: '40', previous: '20' });
    expect(november.figures.days).toHaveLength(20);
    expect(pointsOf(november.history, Object.values(METRICS)).at(-1)).toMatchObject({
      period: { id: '2026-11', to: '2026-11-20' },
      values: { leads: '40' },
    });
  });

  it('is judged by the part of the target that is due', () => {
    expect(november.kpis[0]).toMatchObject({ target: '60', targetDone: '0.6666666667', targetSense: 'good' });
    const slow = clientWith({ targets: [target('2026-11', 'leads', null, '61')] });
    const behind = figuresFor([fileOf('a.csv', rows)], '2026-11', { client: slow, asOf: '2026-11-21' });
    expect(behind.kpis[0]!.targetSense).toBe('bad');
  });

  it('takes a shorter month before it whole', () => {
    const march = figuresFor([fileOf('a.csv', rows)], '2026-03', { asOf: '2026-03-31' });
    expect([march.compared.previous.id, march.compared.elapsed]).toEqual(['2026-02', 30]);
  });

  it('has nothing before its first complete day', () => {
    const december = figuresFor([fileOf('a.csv', rows)], '2026-12', { client, asOf: '2026-11-21' });
    expect(december.compared).toMatchObject({ partial: true, elapsed: 0 });
    expect(december.figures.days).toEqual([]);
    expect(december.kpis.map(({ value, previous }) => [value, previous])).toEqual([
      [null, null],
      [null, null],
    ]);
  });
});

describe('targets', () => {
  const rows = ['07', '08', '09'].map((month) => row(`2026-${month}-15`, 'ads', { leads: '10', cost: '300' }));
  const leadsOf = (period: string, targets: ReturnType<typeof target>[], metric = 'leads') =>
    byId(figuresFor([fileOf('a.csv', rows)], period, { client: clientWith({ targets }) }).totals)[metric]!;
  const months = ['2026-07', '2026-08', '2026-09'].map((id) => target(id, 'leads', null, '8'));

  it('of a quarter are its own, else the sum of all its months', () => {
    expect(leadsOf('2026-Q3', months)).toMatchObject({ target: '24', targetDone: '1.25', targetSense: 'good' });
    expect(leadsOf('2026-Q3', [...months, target('2026-Q3', 'leads', null, '40')])).toMatchObject({
      target: '40',
      targetSense: 'bad',
    });
    expect(leadsOf('2026-Q3', months.slice(1)).target).toBeNull();
  });

  it('that are blank or zero are no target', () => {
    for (const none of [null, '0', '0.00']) {
      expect(leadsOf('2026-07', [target('2026-07', 'leads', null, none)])).toMatchObject({
        target: null,
        targetDone: null,
        targetSense: 'neutral',
      });
    }
  });

  it('of a ratio are its own, else the quotient of its parts', () => {
    const costs = target('2026-07', 'cost', null, '200');
    expect(leadsOf('2026-07', [months[0]!, costs], 'cpl')).toMatchObject({ target: '25', targetSense: 'bad' });
    expect(leadsOf('2026-07', [costs], 'cpl').target).toBeNull();
    expect(leadsOf('2026-07', [target('2026-07', 'cpl', null, '30')], 'cpl').targetSense).toBe('good');
  });

  it('of a ratio over a quarter are what its months say alike, and none where they differ', () => {
    const monthly = (...values: (string | null)[]) =>
      values.map((value, i) => target(`2026-0${7 + i}`, 'cpl', null, value));
    const parts = [...months, ...months.map(({ period }) => target(period, 'cost', null, '200'))];
    expect(leadsOf('2026-Q3', [...parts, ...monthly('30', '30.00', '30')], 'cpl')).toMatchObject({
      target: '30',
      targetSense: 'good',
    });
    expect(leadsOf('2026-Q3', [...parts, ...monthly('30', '30', '25')], 'cpl').target).toBeNull();
    expect(leadsOf('2026-Q3', [...parts, ...monthly('30', null, '30')], 'cpl').target).toBeNull();
    expect(leadsOf('2026-Q3', parts, 'cpl').target).toBe('25');
  });

  it('are reached by a sum that has come to the whole while its period runs, and by no ratio', () => {
    const running = (metric: string, value: string) => {
      const client = clientWith({ targets: [target('2026-07', metric, null, value)] });
      const { totals } = figuresFor([fileOf('a.csv', rows)], '2026-07', { client, asOf: '2026-07-20' });
      return byId(totals)[metric]!.targetReached;
    };
    expect([running('leads', '10'), running('leads', '11'), running('cost', '200')]).toEqual([true, false, false]);
    expect([running('cpl', '20'), running('cpl', '40')]).toEqual([false, false]);
  });

  it('of a channel stand with the channel only', () => {
    const client = clientWith({ targets: [target('2026-07', 'leads', 'ads', '5')] });
    const july = figuresFor([fileOf('a.csv', rows)], '2026-07', { client });
    expect(july.kpis[0]!.target).toBeNull();
    expect(byId(july.byChannel['ads']!)['leads']).toMatchObject({ target: '5', targetDone: '2' });
  });
});
