import { describe, expect, it } from 'vitest';
import { addDays } from '../../src/figures/period.ts';
import { clientWith, figuresFor, fileOf, planRow, type Row } from './samples.ts';

const spend = (from: string, days: number, channel: string, cost: string, leads = '1'): Row[] =>
  Array.from({ length: days }, (_, i) => ({ date: addDays(from, i), channel, values: { cost, leads } }));

const client = clientWith({
  mediaPlan: [planRow('2026-11', 'search', '3000', '30'), planRow('2026-11', 'video', '600', null)],
});

describe('plan against fact', () => {
  const files = [
    fileOf('a.csv', [...spend('2026-11-01', 30, 'search', '110'), ...spend('2026-11-01', 1, 'social', '50')]),
  ];
  const { mediaPlan } = figuresFor(files, '2026-11', { client });

  it('sets cost against budget by channel, with unplanned spending and planned silence', () => {
    const budgets = mediaPlan!.rows.map(({ channel, columns }) => [channel, columns.budget]);
    expect(budgets).toEqual([
      ['search', { plan: '3000', fact: '3300', done: '1.1' }],
      ['social', { plan: null, fact: '50', done: null }],
      ['video', { plan: '600', fact: null, done: null }],
    ]);
  });

  it('adds up', () => {
    expect(mediaPlan!.total.columns).toEqual({
      budget: { plan: '3600', fact: '3350', done: '0.9305555556' },
      impressions: { plan: null, fact: null, done: null },
      clicks: { plan: null, fact: null, done: null },
      leads: { plan: '30', fact: '31', done: '1.0333333333' },
    });
  });

  it('has no share of a whole whose plan is blank for a channel that has a fact', () => {
    const both = [...spend('2026-11-01', 2, 'search', '110'), ...spend('2026-11-01', 3, 'video', '10')];
    const { total } = figuresFor([fileOf('a.csv', both)], '2026-11', { client }).mediaPlan!;
    expect(total.columns.leads).toEqual({ plan: '30', fact: '5', done: null });
    expect(total.columns.budget).toEqual({ plan: '3600', fact: '250', done: '0.0694444444' });
  });

  it('has no pacing when the period has ended', () => {
    expect(mediaPlan!.pacing).toEqual([]);
  });

  it('is absent without a plan, and whole for a quarter only when every month has one', () => {
    expect(figuresFor(files, '2026-10', { client }).mediaPlan).toBeNull();
    expect(figuresFor(files, '2026-Q4', { client }).mediaPlan).toBeNull();
    const months = ['2026-10', '2026-11', '2026-12'].map((id) => planRow(id, 'search', '1000'));
    const quarter = figuresFor(files, '2026-Q4', { client: clientWith({ mediaPlan: months }) }).mediaPlan!;
    expect(quarter.rows[0]!.columns.budget.plan).toBe('3000');
  });
});

describe('budget pacing', () => {
  const pacing = (days: number, asOf: string) => {
    const files = [
      fileOf('a.csv', [...spend('2026-11-01', days, 'search', '120'), ...spend('2026-11-01', 15, 'video', '10')]),
    ];
    return figuresFor(files, '2026-11', { client, asOf }).mediaPlan!.pacing;
  };

  it('compares spend with the budget that is due and projects it to the end of the month', () => {
    expect(pacing(20, '2026-11-16')[1]).toEqual({
      channel: 'search',
      budget: '3000',
      spent: '1800',
      due: '1500',
      pace: '1.2',
      projection: '3600',
      lastDay: '2026-11-15',
      stale: false,
    });
  });

  it('begins with all channels together', () => {
    expect(pacing(20, '2026-11-16')[0]).toMatchObject({
      channel: null,
      budget: '3600',
      spent: '1950',
      due: '1800',
      projection: '3900',
      stale: false,
    });
  });

  it('has no pace of a whole whose budget is blank for a channel that spends, and counts unplanned spending', () => {
    const files = [
      fileOf('a.csv', [...spend('2026-11-01', 15, 'search', '100'), ...spend('2026-11-01', 15, 'video', '10')]),
    ];
    const whole = (...mediaPlan: Parameters<typeof planRow>[]) => {
      const planned = clientWith({ mediaPlan: mediaPlan.map((row) => planRow(...row)) });
      return figuresFor(files, '2026-11', { client: planned, asOf: '2026-11-16' }).mediaPlan!.pacing[0];
    };
    const blank = whole(['2026-11', 'search', '3000'], ['2026-11', 'video', null, '5']);
    expect(blank).toMatchObject({ budget: '3000', due: '1500', spent: '1650', pace: null });
    expect(whole(['2026-11', 'search', '3000'])).toMatchObject({ spent: '1650', due: '1500', pace: '1.1' });
    const planned = clientWith({ mediaPlan: [planRow('2026-11', 'search', '3000')] });
    const { pacing: lines } = figuresFor(files, '2026-11', { client: planned, asOf: '2026-11-16' }).mediaPlan!;
    const unplanned = { channel: 'video', budget: null, spent: '150', due: null, pace: null };
    expect(lines.find(({ channel }) => channel === 'video')).toMatchObject(unplanned);
  });

  it('is stale when the spend is older than two days', () => {
    expect(pacing(15, '2026-11-17').map(({ channel, stale }) => [channel, stale])).toEqual([
      [null, false],
      ['search', false],
      ['video', false],
    ]);
    expect(pacing(20, '2026-11-18').map(({ channel, stale }) => [channel, stale])).toEqual([
      [null, true],
      ['search', false],
      ['video', true],
    ]);
  });

  it('of a quarter planned by months is due month by month', () => {
    const mediaPlan = [
      planRow('2026-10', 'search', '310'),
      planRow('2026-11', 'search', '3000'),
      planRow('2026-12', 'search', '9000'),
    ];
    const files = [fileOf('a.csv', spend('2026-10-01', 46, 'search', '10'))];
    const [all] = figuresFor(files, '2026-Q4', { client: clientWith({ mediaPlan }), asOf: '2026-11-16' }).mediaPlan!
      .pacing;
    expect(all).toMatchObject({ budget: '12310', due: '1810', spent: '460', projection: '920' });
  });
});
