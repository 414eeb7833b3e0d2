import type { Facts } from '../../figures/facts.ts';
import type { Problem } from '../../types/problem.ts';
import type { Client, Workspace } from '../../types/workspace.ts';
import { quoted } from '../../workspace/findings.ts';
import { channelNames } from './channel-names.ts';

/**
 * Channels of the data that readers see under one name: the folder `yandex-direct` and the “Yandex Direct” of a CRM.
 * The report would have two lines of that name, the cost in one and its leads in the other.
 */
export function channelsAlike(workspace: Workspace, client: Client, facts: Facts): Problem[] {
  const ids = [...new Set([...facts.series.values()].flatMap((byChannel) => [...byChannel.keys()]))].sort();
  const sources = new Set(facts.files.map(({ file }) => file.source));
  const byName = new Map<string, string[]>();
  for (const { id, name } of channelNames(workspace, client, ids)) {
    // A name of signs alone is its own.
    const letters = name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '') || name;
    byName.set(letters, [...(byName.get(letters) ?? []), id]);
  }
  return [...byName.values()]
    .filter((alike) => alike.length > 1)
    .map((alike) => ({
      code: 'channels-alike',
      severity: 'warning',
      client: client.id,
      file: `data/clients/${client.id}/sources.json`,
      column: 'channel',
      found: {
        ru: `каналы ${alike.map((id) => quoted(id).ru).join(' и ')} в отчёте зовутся одинаково и стоят отдельными строками`,
        en: `the channels ${alike.map((id) => quoted(id).en).join(' and ')} are called alike in the report, each in a line of its own`,
      },
      expected: { ru: 'у каждого канала своё имя', en: 'a name of its own for every channel' },
      mend: mendOf(alike, sources),
    }));
}

/** A source whose rows name no channel takes the one that others name; channels out of columns are for a person. */
function mendOf(alike: readonly string[], sources: ReadonlySet<string>): { ru: string; en: string } {
  const one = alike.find((id) => !sources.has(id)) ?? alike[0]!;
  const rules = alike.filter((id) => id !== one && sources.has(id)).map((id) => [id, { channel: one }] as const);
  const otherwise = {
    ru: 'если каналы разные, дайте одному другое имя в client.json (channels)',
    en: 'if they are two channels, give one of them another name in client.json (channels)',
  };
  if (rules.length === 0) {
    return {
      ru: `напишите канал в выгрузках одинаково; ${otherwise.ru}`,
      en: `write the channel alike in the exports; ${otherwise.en}`,
    };
  }
  const rule = `"sources": ${JSON.stringify(Object.fromEntries(rules))}`;
  return {
    ru: `если это один канал, впишите в sources.json: ${rule}; ${otherwise.ru}`,
    en: `if they are one channel, write into sources.json: ${rule}; ${otherwise.en}`,
  };
}
