import type { ChannelNames } from '../../figures/period-problems.ts';
import { SYSTEM_NAMES } from '../../intake/system-names.ts';
import { localText } from '../../locale/text.ts';
import type { Client, Workspace } from '../../types/workspace.ts';

/** How a client's channels are called: as the client says, else the agency, else the system they are named after. */
export function namesOfChannels({ agency }: Workspace, { channels }: Client): ChannelNames {
  return { ...SYSTEM_NAMES, ...agency.channels, ...channels };
}

/** Channels in the order they are always shown: as the client declares them, then as the agency does, then by name. */
export function channelNames(workspace: Workspace, client: Client, ids: string[]): { id: string; name: string }[] {
  const declared = [...Object.keys(client.channels), ...Object.keys(workspace.agency.channels)];
  const names = namesOfChannels(workspace, client);
  const rank = (id: string) => {
    const place = declared.indexOf(id);
    return place < 0 ? declared.length : place;
  };
  const ordered = [...ids].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  return ordered.map((id) => {
    // Own keys only: a channel may be called `constructor`.
    const name = Object.hasOwn(names, id) ? names[id] : undefined;
    return { id, name: name === undefined ? id : localText(name, client.locale) };
  });
}
