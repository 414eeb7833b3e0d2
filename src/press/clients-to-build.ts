import { parsePeriod } from '../figures/period.ts';
import type { Effects } from '../types/effects.ts';
import type { Period } from '../types/period.ts';
import type { Client } from '../types/workspace.ts';
import { damagedDocuments, unlistedEntries } from './damage.ts';
import { SITE } from './manifest-documents.ts';
import type { ReportsBuild } from './reports.ts';
import { inShard } from './shard.ts';

/** Periods to build of clients some of whose kept documents are damaged; of all others those that were asked for. */
export type Again = ReadonlyMap<string, Period[]>;

/** The clients that were asked for, and others of whose kept documents some are not what the manifest says. */
export async function clientsToBuild(
  { workspace, options, earlier, outputs }: Pick<ReportsBuild, 'workspace' | 'options' | 'earlier' | 'outputs'>,
  effects: Effects,
): Promise<{ asked: Client[]; again: Again }> {
  const { clients, periods, shard } = options;
  const mine = workspace.clients.filter(({ id }) => inShard(shard, `${SITE}/${id}`));
  if (clients === null && periods === null) return { asked: mine, again: new Map() };
  const again = new Map<string, Period[]>();
  for (const { id } of mine) {
    const asked = clients === null || clients.includes(id);
    if (asked && periods === null) continue;
    const own = earlier.filter(({ site, client }) => site === SITE && client === id);
    const makes = (period: string | null) => asked && (period === null || periods!.some((one) => one.id === period));
    const kept = own.filter(({ period }) => !makes(period));
    const damaged = (await damagedDocuments(kept, outputs)).map(({ period }) => period);
    const unlisted = await unlistedEntries(options.out, `${SITE}/${id}`, own, effects);
    const lost = new Set([...damaged, ...unlisted.map((entry) => (parsePeriod(entry) ? entry : null))]);
    const found = [...lost].filter((period) => !makes(period));
    if (found.length === 0) continue;
    const lostPeriods = found.flatMap((period) => (period === null ? [] : (parsePeriod(period) ?? [])));
    again.set(id, [...(asked ? periods! : []), ...lostPeriods]);
  }
  const wanted = (id: string) => clients === null || clients.includes(id);
  return { asked: mine.filter(({ id }) => wanted(id) || again.has(id)), again };
}
