import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { nodeEffects } from '../../src/effects/node.ts';
import { readWorkspace } from '../../src/press/read-workspace.ts';
import { prepareClient } from '../../src/press/reports/prepare.ts';
import type { Period } from '../../src/types/period.ts';
import { scratchFolder } from '../support/folders.ts';
import { AS_OF, writeWorkspace } from '../support/workspaces.ts';
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
      return { period, kind: kindOf(period), kpis: [], incomplete: false, pdf: false };
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

it('of a report whose page tells of missing days the cabinet knows so, and of no other', async () => {
  const root = await scratchFolder('incomplete');
  await writeWorkspace(root, { alder: 'en' });
  const file = join(root, 'data/clients/alder/exports/example/example.csv');
  const rows = (await readFile(file, 'utf8')).split('\n');
  await writeFile(file, rows.filter((row) => !/^2026-10-(2\d|3\d)/.test(row)).join('\n'));
  const effects = nodeEffects();
  const { value, problems } = await readWorkspace(root, effects);
  const how = { asOf: AS_OF, periods: null, pdf: false, published: new Map<string, Period[]>() };
  const { models } = await prepareClient(value, value.clients[0]!, problems, how, effects);
  expect(models!.cabinet.reports.map(({ period, incomplete }) => [period.id, incomplete])).toEqual([
    ['2026-10', true],
    ['2026-09', false],
  ]);
});
