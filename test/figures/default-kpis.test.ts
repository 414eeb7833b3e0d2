import { describe, expect, it } from 'vitest';
import { defaultKpis } from '../../src/figures/default-kpis.ts';
import { gatherFacts } from '../../src/figures/facts.ts';
import { clientWith, fileOf, METRICS } from './samples.ts';

const kpisOf = (values: Record<string, string>) => {
  const file = fileOf('a.csv', [{ date: '2026-10-01', channel: 'search', values }]);
  return defaultKpis(gatherFacts(clientWith(), [file], METRICS).value, METRICS);
};

describe('KPIs of a client whose contract names none', () => {
  it('are leads, cost and the cost of a lead', () => {
    expect(kpisOf({ clicks: '5', leads: '1', cost: '2' })).toEqual(['leads', 'cost', 'cpl']);
  });

  it('are other metrics where the exports lack those', () => {
    expect(kpisOf({ impressions: '50', clicks: '5' })).toEqual(['impressions', 'clicks', 'ctr']);
    expect(kpisOf({ impressions: '50', clicks: '5', cost: '2' })).toEqual(['cost', 'impressions', 'clicks']);
  });

  it('are only metrics with data', () => {
    expect(kpisOf({ revenue: '0' })).toEqual(['revenue']);
    expect(kpisOf({})).toEqual([]);
  });
});
