import { describe, expect, it } from 'vitest';
import { changeBetween } from '../../src/figures/comparison.ts';
import { LISTS_OF_DEALS } from '../../src/figures/coverage.ts';
import { exact } from '../../src/figures/exact.ts';
import { eachDay } from '../../src/figures/period.ts';
import { knownFormats } from '../../src/intake/formats/index.ts';
import { localText } from '../../src/locale/text.ts';
import type { Problem } from '../../src/types/problem.ts';
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

describe('coverage', () => {
  const days = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, i) =>
      row(`2026-10-${String(from + i).padStart(2, '0')}`, 'ads', { leads: '1' }),
    );
  const september = (gap: number[], values = { leads: '1' }) =>
    eachDay({ from: '2026-09-01', to: '2026-09-30' })
      .filter((date) => !gap.includes(Number(date.slice(8))))
      .map((date) => row(date, 'ads', values));
  const codes = (problems: Problem[]) => problems.map(({ code }) => code);

  it('counts the days of each source and channel', () => {
    const late = figuresFor([fileOf('a.csv', days(1, 27))], '2026-10');
    expect(late.figures.coverage).toEqual([
      {
        ...{ source: 'ads', channel: 'ads', days: 27, of: 31, lastDay: '2026-10-27' },
        freshness: { lastDay: '2026-10-27', takenOn: null, settled: null },
      },
    ]);
    expect(codes(late.problems)).toEqual(['coverage', 'stale']);
    expect(late.figures.warnings[0]).toEqual({
      code: 'coverage',
      message: 'источник «ads»: данные за 27 из 31 дня → данные за каждый день',
      file: 'data/clients/hotel/exports/ads/a.csv',
      row: null,
    });
    expect(late.problems[0]!.mend).toMatchObject({ en: expect.stringContaining('October\u00a028–31, 2026') });
    const named = figuresFor([fileOf('a.csv', days(1, 27))], '2026-10', {
      client: clientWith({ channels: { ads: { ru: 'Яндекс Директ', en: 'Yandex Direct' } } }),
    });
    expect(localText(named.problems[0]!.found, 'ru')).toMatch(/^источник «ads», канал «Яндекс Директ»: данные за 27/);
  });

  it('warns of a file that says itself that its last days had not settled', () => {
    const taken = (freshness: string): string[] =>
      codes(figuresFor([fileOf('a.csv', days(1, 31), { freshness })], '2026-10').problems);
    expect(taken('2026-11-01')).toEqual(['taken-early']);
    expect(taken('2026-11-02')).toEqual(['taken-early']);
    expect(taken('2026-11-03')).toEqual([]);
  });

  it('asks for no fresh export where the source goes on after the period', () => {
    const quietEnd = [row('2026-10-01', 'site', { leads: '1' }), row('2026-10-30', 'site', { leads: '1' })];
    const deals = fileOf('deals.csv', [...quietEnd, row('2026-11-02', 'site', { leads: '1' })], { format: 'amocrm' });
    expect(codes(figuresFor([deals], '2026-10', { asOf: '2026-12-01' }).problems)).toEqual([]);
    // A day yet to come is no sign of life.
    expect(codes(figuresFor([deals], '2026-10', { asOf: '2026-11-01' }).problems)).toContain('stale');
    const daily = fileOf('a.csv', [...days(1, 27), row('2026-11-01', 'ads', { leads: '1' })]);
    const told = figuresFor([daily], '2026-10', { asOf: '2026-12-01' }).problems;
    expect(codes(told)).toEqual(['coverage']);
    expect(told[0]!.mend).toMatchObject({ en: expect.stringMatching(/export them: October\u00a028–31, 2026$/) });
  });

  it('has a line for a channel that has a target and no data', () => {
    const client = clientWith({ targets: [target('2026-10', 'leads', 'maps', '20')] });
    const { byChannel } = figuresFor([fileOf('a.csv', days(1, 31))], '2026-10', { client });
    expect(Object.keys(byChannel)).toEqual(['ads', 'maps']);
    expect(byChannel['maps']!.find(({ metric }) => metric === 'leads')).toMatchObject({ value: null, target: '20' });
  });

  it('knows that a list of deals has days without a deal, but not what came after its last row', () => {
    const deal = (day: string, channel: string) => row(`2026-10-${day}`, channel, { leads: '1' });
    const deals = fileOf('deals.csv', [deal('01', 'site'), deal('09', 'calls'), deal('30', 'site')], {
      format: 'amocrm',
    });
    const october = figuresFor([deals], '2026-10');
    expect(october.figures.coverage.map(({ channel, days: known, of }) => [channel, known, of])).toEqual([
      ['calls', 30, 31],
      ['site', 30, 31],
    ]);
    expect(codes(october.problems)).toEqual(['coverage', 'coverage', 'stale']);
    expect(october.problems[0]!.mend).toMatchObject({
      en: expect.stringMatching(/export them: October\u00a031, 2026$/),
    });
    const formats = knownFormats(METRICS)
      .filter((format) => format.deals)
      .map(({ id }) => id);
    expect(formats.sort()).toEqual(LISTS_OF_DEALS);
  });

  it('tells once, not for every source, that the data begin inside the period', () => {
    const other = fileOf('b.csv', [row('2026-10-06', 'maps', { leads: '1' })], { source: 'maps' });
    const begun = figuresFor([fileOf('c.csv', days(5, 31)), other], '2026-10');
    // Of the file with that day, not of the first by name.
    expect(begun.problems[0]!.file).toMatch(/c\.csv$/);
    expect(begun.problems.map(({ found }) => localText(found, 'en'))).toEqual([
      'the data begin on October\u00a05, 2026: 27 of the period’s 31 days',
      'source “maps”: data for 1 of 31 days',
      'source “maps”: the latest data are of October\u00a06, 2026',
    ]);
  });

  it('warns that the period compared with is older than the data', () => {
    const files = [fileOf('a.csv', [...days(1, 31), row('2026-09-21', 'ads', { leads: '5' })])];
    const october = figuresFor(files, '2026-10');
    // What is known of it stands there; by how much October differs from so few days of September says nothing.
    expect(october.kpis[0]).toMatchObject({
      previous: '5',
      againstPrevious: { from: '5', to: '31', absolute: null, relative: null, sense: 'neutral' },
    });
    expect(october.figures.warnings[0]).toMatchObject({ code: 'incomplete-comparison' });
    expect(localText(october.problems[0]!.found, 'en')).toBe(
      'the period compared with, September\u00a01–30, 2026, has data only since September\u00a021, 2026',
    );
  });

  it('warns of the year before a year once, and compares what is known whole', () => {
    const rows = [row('2025-09-21', 'ads', { leads: '5' }), ...days(1, 31)];
    const year = figuresFor([fileOf('a.csv', rows)], '2026');
    expect(codes(year.problems).filter((code) => code === 'incomplete-comparison')).toHaveLength(1);
    expect(year.kpis[0]).toMatchObject({ againstPrevious: { sense: 'neutral' }, againstYearAgo: { sense: 'neutral' } });
    const later = [row('2025-10-21', 'ads', { leads: '5' }), ...september([], { leads: '2' }), ...days(1, 31)];
    expect(figuresFor([fileOf('a.csv', later)], '2026-10').kpis[0]).toMatchObject({
      againstPrevious: { absolute: '-29', sense: 'bad' },
      againstYearAgo: { from: '5', absolute: null, sense: 'neutral' },
    });
  });

  it('misses a source that was there a month before', () => {
    const november = figuresFor([fileOf('a.csv', days(1, 31))], '2026-11');
    expect(november.figures.coverage).toMatchObject([{ days: 0, of: 30, lastDay: '2026-10-31' }]);
    expect(figuresFor([fileOf('a.csv', days(1, 31))], '2027-01').figures.coverage).toEqual([]);
  });

  it('is silent about a full month that has settled', () => {
    const files = [fileOf('a.csv', days(1, 31))];
    expect(figuresFor(files, '2026-10', { asOf: '2026-11-03' }).problems).toEqual([]);
    expect(codes(figuresFor(files, '2026-10', { asOf: '2026-11-02' }).problems)).toEqual(['fresh-48h']);
  });

  it("brings a file's own warnings to the periods it has rows of", () => {
    const warning: Problem = {
      code: 'control-sum',
      severity: 'warning',
      file: 'a.csv',
      row: 40,
      found: { ru: 'итог 5', en: 'total 5' },
      expected: { ru: '6', en: '6' },
      mend: '',
    };
    const files = [fileOf('a.csv', days(1, 31), { problems: [warning] })];
    expect(figuresFor(files, '2026-10').figures.warnings).toEqual([
      { code: 'control-sum', message: 'итог 5 → 6', file: 'a.csv', row: 40 },
    ]);
    expect(codes(figuresFor(files, '2026-10').problems)).toEqual([]);
    expect(figuresFor(files, '2026-09').figures.warnings).toEqual([]);
  });
});
