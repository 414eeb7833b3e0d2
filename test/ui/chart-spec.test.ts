import { describe, expect, it } from 'vitest';
import { voice } from '../../src/ui/context.ts';
import { chartSpec, type ChartWish } from '../../src/ui/report/chart-spec.ts';
import { latestMonths, yearEarlier } from '../../src/ui/report/chart-data.ts';
import { chartFindingOf } from '../../src/ui/report/chart-title.ts';
import { byArea } from '../../src/ui/report/work-groups.ts';
import type { ReportModel } from '../../src/types/report.ts';
import { fixtureReport } from './fixture-model.ts';

const base = { id: 'chart', title: 'x', description: 'x', size: 'wide' } as const;
const spec = (model: ReportModel, wish: ChartWish) => chartSpec(model, wish, base, voice(model));

describe('a chart over months', () => {
  const monthly = fixtureReport({ locale: 'ru' });

  const levels = (model: ReportModel, metric: string) => {
    const drawn = spec(model, { type: 'line', metric });
    return drawn?.kind === 'line' ? (drawn.target?.exact ?? null) : null;
  };
  const none = (count: number): null[] => Array.from({ length: count }, () => null);
  const { target: leads } = monthly.figures.metrics['leads']!;
  const { target: cpl } = monthly.figures.metrics['cpl']!;

  it('has the target of each month that has one, and none where nothing was agreed', () => {
    expect(levels(monthly, 'leads')).toEqual([...none(12), leads]);
    const changed = monthly.history.months.map(({ id }) => (id < '2026-06' ? '700' : '450'));
    expect(levels({ ...monthly, monthlyTargets: { leads: changed } }, 'leads')).toEqual(changed.slice(-13));
    expect(spec({ ...monthly, monthlyTargets: {} }, { type: 'line', metric: 'leads' })).not.toHaveProperty('target');
  });

  it('has what was agreed for a quarter as a level of its months where it is a ratio, not where it is a sum', () => {
    const period = { id: '2026-08-01..2026-10-31', kind: 'range', from: '2026-08-01', to: '2026-10-31' } as const;
    const quarterly = { ...monthly, kind: 'quarterly' as const, period, monthlyTargets: {} };
    expect(levels(quarterly, 'cpl')).toEqual([...none(10), cpl, cpl, cpl]);
    expect(levels(quarterly, 'leads')).toBeNull();
  });

  it('says how much of its last month there is while it runs', () => {
    const { months } = monthly.history;
    const last = { ...months.at(-1)!, to: '2026-10-22' };
    const running = { ...monthly, history: { ...monthly.history, months: [...months.slice(0, -1), last] } };
    for (const type of ['line', 'bar', 'stacked-bar'] as const) {
      expect(spec(running, { type, metric: 'leads' })).toMatchObject({ part: '22\u00a0дня' });
      expect((spec(monthly, { type, metric: 'leads' }) as { part?: string }).part).toBeUndefined();
    }
  });

  it('has the change of a running month over the waterfall alone: it is of the same days, and months are whole', () => {
    const partial = { ...monthly, compared: { ...monthly.compared, partial: true } };
    const finding = (model: ReportModel, type: ChartWish['type']) => chartFindingOf(model, { type, metric: 'leads' });
    expect(finding(monthly, 'line')).toBeTruthy();
    expect(finding(partial, 'line')).toBeNull();
    expect(finding(partial, 'waterfall')).toBe(finding(monthly, 'waterfall'));
  });

  it('shows the year before when half of its months are known, and not for a month or two', () => {
    const { history } = monthly;
    const { months } = history;
    const known = (earlier: number) => {
      const since = months.length - 12 - earlier;
      const leads = { scale: 0, units: history.total['leads']!.units.slice(since) };
      const own = { ...history, months: months.slice(since), total: { leads } };
      return yearEarlier(own, latestMonths(own, 12), monthly.metrics['leads']!, 'x').length;
    };
    expect(months.length).toBeGreaterThanOrEqual(24);
    expect([1, 5, 6, 12].map(known)).toEqual([0, 0, 1, 1]);
  });
});

describe('works', () => {
  it('without an area stand last, in a group of their own', () => {
    const [line] = fixtureReport({ locale: 'ru' }).work;
    const works = ['SEO', '', 'Сайт', 'SEO', ''].map((area) => ({ ...line!, area }));
    expect(byArea(works).map(({ area, lines }) => [area, lines.length])).toEqual([
      ['SEO', 2],
      ['Сайт', 1],
      ['', 2],
    ]);
  });
});
