import { describe, expect, it } from 'vitest';
import { channelNames } from '../../src/press/reports/channel-names.ts';
import type { Workspace } from '../../src/types/workspace.ts';
import { clientWith } from '../figures/samples.ts';

const IDS = ['yandex-direct', 'google-ads', 'crm', 'search', 'constructor'];

/** What a client of this language reads, in order. */
function read(locale: 'ru' | 'en', agency: Workspace['agency']['channels'] = {}, own = agency): string[] {
  const workspace = { agency: { channels: agency } } as Workspace;
  return channelNames(workspace, clientWith({ locale, channels: own }), IDS).map(({ name }) => name);
}

describe('a channel that bears the name of a source’s folder', () => {
  it('is called as the system is, in the reader’s language', () => {
    expect(read('ru')).toEqual(['constructor', 'CRM', 'Google Ads', 'search', 'Яндекс Директ']);
    expect(read('en')).toEqual(['constructor', 'CRM', 'Google Ads', 'search', 'Yandex Direct']);
  });

  it('is called as agency or client say, and then stands before the others', () => {
    const agency = { 'yandex-direct': 'Поиск Яндекса', crm: 'Звонки' };
    expect(read('ru', agency, { crm: 'Администраторы' })).toEqual([
      ...['Администраторы', 'Поиск Яндекса', 'constructor', 'Google Ads', 'search'],
    ]);
  });
});
