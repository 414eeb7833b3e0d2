import { expect, it } from 'vitest';
import { parsePeriod } from '../../src/figures/period.ts';
import { cabinetModel } from '../../src/press/reports/cabinet-model.ts';
import { kindOf } from '../../src/press/reports/documents.ts';
import type { Client, Workspace } from '../../src/types/workspace.ts';
import { clientWith, METRICS } from '../figures/samples.ts';

const workspace = {
  agency: {
    name: 'Pier',
    legalName: 'Pier LLC',
    brand: { colours: {} },
    locale: 'en',
    currency: 'EUR',
    channels: {},
  } as unknown as Workspace['agency'],
  people: [],
  metrics: METRICS,
} as unknown as Workspace;

const cabinet = (parts: Partial<Client>, periods: string[] = []) =>
  cabinetModel({
    workspace,
    client: clientWith(parts),
    reports: periods.map((id) => {
      const period = parsePeriod(id)!;
      return { period, kind: kindOf(period), kpis: [], pdf: false };
    }),
    history: { months: [], total: {}, channels: {} },
    asOf: '2026-11-04',
  });

it('the cabinet plans what is not over yet: a month, a quarter and a year alike', () => {
  const plan = ['2027', '2026-Q3', '2026-12', '2026-Q4', '2026-10', '2025', '2026-11', '2026-Q1'].map((period, i) => ({
    ...{ period, area: '', title: period, person: '', due: null },
    row: 2 + i,
  }));
  const { planned } = cabinet({ plan });
  expect(planned.map(({ period }) => period)).toEqual(['2026-Q4', '2026-11', '2026-12', '2027']);
});

it('the cabinet lists reports by their last days: a quarter and a year stand below their last month', () => {
  const periods = ['2025', '2025-12', '2025-Q4', '2026-07', '2026-08', '2026-09', '2026-Q3', '2026-10'];
  expect(cabinet({}, periods).reports.map(({ period }) => period.id)).toEqual([
    ...['2026-10', '2026-09', '2026-Q3', '2026-08', '2026-07'],
    ...['2025-12', '2025-Q4', '2025'],
  ]);
});
