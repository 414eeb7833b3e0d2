import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { nodeEffects } from '../../src/effects/node.ts';
import { gatherFacts, type Facts } from '../../src/figures/facts.ts';
import { parsePeriod } from '../../src/figures/period.ts';
import { periodFigures } from '../../src/figures/period-figures.ts';
import { readExport } from '../../src/intake/read-export.ts';
import type { Figure } from '../../src/types/figures.ts';
import type { Client, Workspace } from '../../src/types/workspace.ts';
import { loadWorkspace } from '../../src/workspace/load.ts';
import { recompute } from './recompute.ts';
import { SOURCES } from './sources.ts';

const ROOT = join(import.meta.dirname, '../..');
const AS_OF = '2026-11-21';

/** Periods with the one before and the one a year ago. */
const PERIODS: [period: string, previous: string, yearAgo: string | null][] = [
  ['2024-10', '2024-09', null],
  ['2026-08', '2026-07', '2025-08'],
  ['2026-09', '2026-08', '2025-09'],
  ['2026-10', '2026-09', '2025-10'],
  ['2026-Q3', '2026-Q2', '2025-Q3'],
];

let workspace: Workspace;
const facts = new Map<string, Facts>();

beforeAll(async () => {
  const effects = nodeEffects();
  workspace = (await loadWorkspace(ROOT, effects)).value;
  for (const client of workspace.clients) facts.set(client.id, await factsOf(client));

  async function factsOf(client: Client): Promise<Facts> {
    const files = await Promise.all(
      client.exports.map(async ({ file, source }) => {
        const context = { rule: client.sources.sources[source], metrics: workspace.metrics, client: client.id };
        return readExport({ file, source, bytes: await effects.fs.read(join(ROOT, file)) }, context);
      }),
    );
    return gatherFacts(client, files, workspace.metrics).value;
  }
});

/** Decimals in units of the tenth place. */
function tenth(decimal: string): bigint {
  const [whole = '', part = ''] = decimal.split('.');
  return BigInt(whole + part.padEnd(10, '0'));
}

/** Names of figures that are not what was recomputed; ratios may differ in the tenth decimal, sums not at all. */
function differences(
  figures: Record<string, Figure>,
  field: 'value' | 'previous' | 'yearAgo',
  ours: Record<string, string>,
) {
  return [...new Set([...Object.keys(figures), ...Object.keys(ours)])]
    .map((metric) => ({ metric, theirs: figures[metric]?.[field] ?? null, ours: ours[metric] ?? null }))
    .filter(({ metric, theirs, ours: own }) => {
      if (theirs === null || own === null) return theirs !== own;
      const apart = tenth(theirs) - tenth(own);
      return workspace.metrics[metric]?.kind === 'ratio' ? apart > 1n || apart < -1n : apart !== 0n;
    });
}

describe.each(Object.keys(SOURCES))('figures of %s worked out a second time', (id) => {
  test.each(PERIODS)('agree in %s, in all and by channel', (period, previous, yearAgo) => {
    const client = workspace.clients.find((one) => one.id === id)!;
    const { figures } = periodFigures(facts.get(id)!, client, workspace.metrics, parsePeriod(period)!, AS_OF);
    const value = recompute(id, period);
    expect(Object.keys(value.totals).length).toBeGreaterThan(9);
    for (const [field, ours] of [
      ['value', value],
      ['previous', recompute(id, previous)],
      ['yearAgo', yearAgo === null ? { totals: {}, channels: {} } : recompute(id, yearAgo)],
    ] as const) {
      expect(differences(figures.metrics, field, ours.totals), `${field} of all`).toEqual([]);
      for (const channel of new Set([...Object.keys(figures.channels), ...Object.keys(ours.channels)])) {
        const theirs = figures.channels[channel]?.metrics ?? {};
        expect(differences(theirs, field, ours.channels[channel] ?? {}), `${field} of ${channel}`).toEqual([]);
      }
    }
  });
});
