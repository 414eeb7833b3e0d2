import { describe, expect, it } from 'vitest';
import { foldersOfOthers } from '../../src/press/reports/folder-of-another.ts';
import type { Client, SourceRule } from '../../src/types/workspace.ts';
import { clientWith, fileOf } from '../figures/samples.ts';
import { load } from '../workspace/memory.ts';

const workspace = (await load()).value;

function told(source: string, format: string | null, rule?: SourceRule, channels: Client['channels'] = {}) {
  const file = { ...fileOf('a.csv', [{ date: '2026-10-01', channel: source, values: { cost: '1' } }]), source, format };
  const client = clientWith({ channels, sources: { sources: rule ? { [source]: rule } : {}, precedence: {} } });
  return foldersOfOthers(workspace, client, [file]);
}

describe('an export in the folder of another system', () => {
  it('is told of: the report would call it by that system’s name', () => {
    expect(told('yandex-direct', 'google-ads')).toMatchObject([
      {
        code: 'folder-of-another',
        severity: 'warning',
        file: 'data/clients/hotel/exports/ads/a.csv',
        found: {
          ru: 'выгрузка Google Ads в папке «yandex-direct»: в отчёте она названа «Яндекс Директ»',
          en: 'an export of Google Ads in the folder “yandex-direct”: the report calls it “Yandex Direct”',
        },
        mend: { ru: expect.stringContaining('exports/google-ads/') as string },
      },
    ]);
  });

  it('is told of with the name that the client gives the folder', () => {
    expect(told('yandex-direct', 'vk-ads', undefined, { 'yandex-direct': 'Поиск' })).toMatchObject([
      { found: { ru: expect.stringMatching(/названа «Поиск»$/) as string } },
    ]);
  });

  it('is none in its own folder, in one of another name, of no system, nor where the format or the channel is declared', () => {
    expect(told('google-ads', 'google-ads')).toEqual([]);
    expect(told('ads', 'google-ads')).toEqual([]);
    expect(told('crm', 'bitrix24')).toEqual([]);
    expect(told('meta', 'meta-ads')).toEqual([]);
    expect(told('google-ads', 'tidy')).toEqual([]);
    expect(told('bitrix24', 'crm-deals')).toEqual([]);
    expect(told('google-ads', null)).toEqual([]);
    expect(told('yandex-direct', 'google-ads', { format: 'google-ads' })).toEqual([]);
    expect(told('yandex-direct', 'google-ads', { channel: 'search' })).toEqual([]);
  });

  it('is told of once however many tables the file has', () => {
    const one = (sheet: string) => ({
      ...fileOf(`book.xlsx!/${sheet}`, [{ date: '2026-10-01', channel: 'a', values: { cost: '1' } }]),
      source: 'vk-ads',
      format: 'yandex-direct',
    });
    expect(foldersOfOthers(workspace, clientWith({}), [one('1'), one('2')])).toHaveLength(1);
  });
});
