import { describe, expect, it } from 'vitest';
import { gatherFacts } from '../../src/figures/facts.ts';
import { channelsAlike } from '../../src/press/reports/channels-alike.ts';
import type { Client } from '../../src/types/workspace.ts';
import { clientWith, fileOf, METRICS } from '../figures/samples.ts';
import { load } from '../workspace/memory.ts';

const day = '2026-10-01';

async function told(byFile: Record<string, string[]>, parts: Partial<Client> = {}) {
  const { value: workspace } = await load();
  const client = clientWith({ locale: 'ru', ...parts });
  const files = Object.entries(byFile).map(([source, channels]) => ({
    ...fileOf(
      `${source}.csv`,
      channels.map((channel, place) => ({ date: day, channel, values: { leads: String(place + 1) } })),
    ),
    source,
  }));
  return channelsAlike(workspace, client, gatherFacts(client, files, METRICS).value);
}

describe('two channels that readers see under one name', () => {
  it('are told of, with the rule that makes the folder’s channel that of the CRM', async () => {
    const [problem, ...more] = await told({ 'yandex-direct': ['yandex-direct'], crm: ['Яндекс Директ', 'Звонок'] });
    expect(more).toEqual([]);
    expect(problem).toMatchObject({
      code: 'channels-alike',
      severity: 'warning',
      file: 'data/clients/hotel/sources.json',
      found: { ru: 'каналы «yandex-direct» и «Яндекс Директ» в отчёте зовутся одинаково и стоят отдельными строками' },
    });
    const { mend } = problem as { mend: { ru: string; en: string } };
    for (const text of [mend.ru, mend.en]) {
      expect(text).toContain('"sources": {"yandex-direct":{"channel":"Яндекс Директ"}}');
    }
  });

  it('are alike in spite of capitals, dots and spaces', async () => {
    expect(await told({ 'yandex-direct': ['yandex-direct'], crm: ['яндекс.директ'] })).toHaveLength(1);
    expect(await told({ crm: ['Search'], calls: ['search'] })).toMatchObject([
      { mend: { en: expect.stringMatching(/^write the channel alike in the exports/) as string } },
    ]);
  });

  it('are none where the client calls them differently, and one channel of two sources is itself', async () => {
    const files = { 'yandex-direct': ['yandex-direct'], crm: ['Яндекс Директ'] };
    expect(await told(files, { channels: { 'yandex-direct': 'Поиск' } })).toEqual([]);
    expect(await told({ ads: ['search'], crm: ['search'] })).toEqual([]);
    expect(await told({ ads: ['+'], crm: ['-'] })).toEqual([]);
  });
});
