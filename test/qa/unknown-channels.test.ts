import { describe, expect, it } from 'vitest';
import { gatherFacts } from '../../src/figures/facts.ts';
import { unknownChannels } from '../../src/press/reports/unknown-channels.ts';
import type { Client } from '../../src/types/workspace.ts';
import { clientWith, fileOf, METRICS, planRow, target } from '../figures/samples.ts';
import { load } from '../workspace/memory.ts';

const ROWS = [{ date: '2026-10-01', channel: 'search', values: { leads: '1', cost: '2' } }];

async function told(parts: Partial<Client>) {
  const { value: workspace } = await load();
  const client = clientWith(parts);
  const problems = unknownChannels(workspace, client, gatherFacts(client, [fileOf('a.csv', ROWS)], METRICS).value);
  return problems.map(({ severity, file, row, mend }) => [
    severity,
    file.split('/').at(-1),
    row,
    (mend as { en: string }).en,
  ]);
}

describe('a channel of the plan that no export has', () => {
  it('is told of once in each file, with the channel that was meant', async () => {
    const targets = [target('2026-10', 'leads', 'Search', '5'), target('2026-10', 'cpl', 'Search', '5')];
    const mediaPlan = [planRow('2026-10', 'serch', '100'), planRow('2026-10', 'radio station', '100')];
    expect(await told({ targets, mediaPlan })).toEqual([
      ['warning', 'targets.csv', 2, 'perhaps “search” was meant'],
      ['warning', 'media-plan.csv', 2, 'perhaps “search” was meant'],
      ['warning', 'media-plan.csv', 2, 'write the channel as the exports name it, or add an export of this channel'],
    ]);
  });

  it('is found by its display name', async () => {
    const mediaPlan = [planRow('2026-10', 'Контекстная реклама', '100')];
    const channels = { search: { ru: 'Контекстная реклама', en: 'Paid search' } };
    expect(await told({ mediaPlan, channels })).toEqual([
      ['warning', 'media-plan.csv', 2, 'perhaps “search” was meant'],
    ]);
  });

  it('is nobody’s mistake while the period has no data, nor is the whole client', async () => {
    const targets = [target('2026-11', 'leads', 'video', '5'), target('2026-10', 'leads', null, '5')];
    expect(await told({ targets, mediaPlan: [planRow('2026-10', 'search', '1')] })).toEqual([]);
  });
});
