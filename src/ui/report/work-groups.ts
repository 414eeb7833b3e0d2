import Big from 'big.js';
import type { WorkLine } from '../../types/report.ts';

/** Works by area, areas in order of first appearance; those without one (an empty area) last. */
export function byArea(work: WorkLine[]): { area: string; lines: WorkLine[] }[] {
  const groups = new Map<string, WorkLine[]>();
  for (const line of work) groups.set(line.area, [...(groups.get(line.area) ?? []), line]);
  return [...groups]
    .map(([area, lines]) => ({ area, lines }))
    .sort((a, b) => Number(a.area === '') - Number(b.area === ''));
}

/** Hours of all works as an exact decimal; `null` when nobody wrote any down. */
export function sumHours(work: WorkLine[]): string | null {
  const known = work.flatMap(({ hours }) => (hours === null ? [] : [hours]));
  return known.length === 0 ? null : known.reduce((sum, hours) => sum.plus(hours), new Big(0)).toFixed();
}
