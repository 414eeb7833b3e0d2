import type { Facts } from '../../figures/facts.ts';
import { parsePeriod } from '../../figures/period.ts';
import { localText } from '../../locale/text.ts';
import { LOCALES } from '../../types/locale.ts';
import type { Problem } from '../../types/problem.ts';
import type { Client, Workspace } from '../../types/workspace.ts';
import { namesOfChannels } from './channel-names.ts';
import { didYouMean, oneOf, quoted } from '../../workspace/findings.ts';

interface Planned {
  file: string;
  period: string;
  channel: string | null;
  row: number;
}

/**
 * Channels of targets and of the media plan that no export has, though the period has data: a slip of the pen
 * (`Search` for `search`) would set the plan of one channel against nothing. Each channel of a file is told of once.
 */
export function unknownChannels(workspace: Workspace, client: Client, facts: Facts): Problem[] {
  const known = [...new Set([...facts.series.values()].flatMap((byChannel) => [...byChannel.keys()]))].sort();
  const planned: Planned[] = [
    ...client.targets.map((target) => ({ ...target, file: 'targets.csv' })),
    ...client.mediaPlan.map((row) => ({ ...row, file: 'media-plan.csv' })),
  ];
  const told = new Set<string>();
  return planned.flatMap(({ file, period, channel, row }) => {
    if (channel === null || known.includes(channel) || !hasData(facts, period)) return [];
    const key = `${file}\n${channel}`;
    if (told.has(key)) return [];
    told.add(key);
    const meant = named(workspace, client, known, channel);
    return [
      {
        code: 'unknown-channel',
        severity: 'warning',
        client: client.id,
        file: `data/clients/${client.id}/${file}`,
        row,
        column: 'channel',
        found: {
          ru: `канал ${quoted(channel).ru}, которого нет ни в одной выгрузке`,
          en: `the channel ${quoted(channel).en}, which no export has`,
        },
        expected: oneOf(known),
        mend: didYouMean(meant ?? channel, known, {
          ru: 'напишите канал так, как он назван в выгрузках, или добавьте выгрузку этого канала',
          en: 'write the channel as the exports name it, or add an export of this channel',
        }),
      },
    ];
  });
}

function hasData(facts: Facts, id: string): boolean {
  const period = parsePeriod(id);
  return period !== null && facts.days.some((day) => day >= period.from && day <= period.to);
}

/** The channel whose display name was written in place of its name in the data. */
function named(workspace: Workspace, client: Client, known: string[], written: string): string | undefined {
  const names = namesOfChannels(workspace, client);
  return known.find((id) => {
    const name = Object.hasOwn(names, id) ? names[id] : undefined;
    return name !== undefined && LOCALES.some((locale) => localText(name, locale) === written);
  });
}
