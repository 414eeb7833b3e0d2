import { expect, it } from 'vitest';
import type { Initiative } from '../../src/types/workspace.ts';
import { initiativeState } from '../../src/ui/initiative-state.ts';

const initiative = (parts: Partial<Initiative>): Initiative =>
  ({
    id: 'a',
    title: 'A',
    horizon: 'quarter',
    start: '2026-07-01',
    due: '2026-09-30',
    progress: '0.4',
    ...parts,
  }) as Initiative;
const on = (today: string, parts: Partial<Initiative>) => initiativeState(initiative(parts), today);

it('an initiative whose due day has passed and that still goes on is overdue', () => {
  expect(on('2026-10-01', { status: 'active' })).toBe('overdue');
  expect(on('2026-10-01', { status: 'planned' })).toBe('overdue');
  expect(on('2026-09-30', { status: 'active' })).toBe('active');
});

it('one that is done, stopped, told to be late or complete is what its line says', () => {
  for (const status of ['done', 'stopped', 'late'] as const) expect(on('2026-10-01', { status })).toBe(status);
  expect(on('2026-10-01', { status: 'active', progress: '1' })).toBe('active');
});
