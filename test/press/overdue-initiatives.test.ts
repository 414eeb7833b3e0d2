import { expect, it } from 'vitest';
import { overdueInitiatives } from '../../src/press/reports/overdue-initiatives.ts';
import type { Initiative } from '../../src/types/workspace.ts';
import { clientWith } from '../figures/samples.ts';

it('the manager is warned of each initiative that the client is told to be overdue', () => {
  const initiative = (id: string, parts: Partial<Initiative>, row: number) =>
    ({
      id,
      title: id,
      horizon: 'quarter',
      start: '2026-07-01',
      progress: '0.4',
      status: 'active',
      ...parts,
      row,
    }) as Initiative;
  const initiatives = [
    initiative('landing', { due: '2026-09-30' }, 2),
    initiative('done', { due: '2026-09-30', status: 'done' }, 3),
    initiative('ahead', { due: '2026-12-31' }, 4),
  ];
  const told = overdueInitiatives(clientWith({ initiatives }), '2026-10-05');
  expect(told).toMatchObject([
    { code: 'initiative-overdue', severity: 'warning', file: 'data/clients/hotel/initiatives.csv', row: 2 },
  ]);
  expect((told[0]!.found as { en: string }).en).toContain('“landing” was due on September\u00a030, 2026');
});
