import { describe, expect, it } from 'vitest';
import { voice } from '../../src/ui/context.ts';
import { chartSpec, type ChartWish } from '../../src/ui/report/chart-spec.ts';
import { latestMonths, yearEarlier } from '../../src/ui/report/chart-data.ts';
import { byArea } from '../../src/ui/report/work-groups.ts';
import type { ReportModel } from '../../src/types/report.ts';
import { fixtureReport } from './fixture-model.ts';

const base = { id: 'chart', title: 'x', description: 'x', size: 'wide' } as const;
const spec = (model: ReportModel, wish: ChartWish) => chartSpec(model, wish, base, voice(model));

describe('a chart over months', () => {
  const monthly = fixtureReport({ locale: 'ru' });
  const quarterly = { ...monthly, kind: 'quarterly' as const };

  it('has the target as a level where it is one of a month: not the sum agreed for a quarter', () => {
    expect(spec(monthly, { type: 'line', metric: 'leads' })).toHaveProperty('target');
    expect(spec(quarterly, { type: 'line', metric: 'leads' })).not.toHaveProperty('target');
  });

  it('says of which months the target is: of those of the report, not of the year before them', () => {
    const monthsOf = (model: ReportModel) => {
      const drawn = spec(model, { type: 'line', metric: 'cpl' });
      return drawn?.kind === 'line' ? [drawn.labels.length, drawn.target?.labels] : null;
    };
    expect(monthsOf(monthly)).toEqual([13, ['2026-10']]);
    const period = { id: '2026-08-01..2026-10-31', kind: 'range', from: '2026-08-01', to: '2026-10-31' } as const;
    expect(monthsOf({ ...quarterly, period })).toEqual([13, ['2026-08', '2026-09', '2026-10']]);
  });

  it('has the target of a ratio in a report of any length', () => {
    expect(spec(monthly, { type: 'line', metric: 'cpl' })).toHaveProperty('target');
    expect(spec(quarterly, { type: 'line', metric: 'cpl' })).toHaveProperty('target');
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
