import { parsePeriod } from '../../figures/period.ts';
import type { Period } from '../../types/period.ts';
import type { Client, Workspace } from '../../types/workspace.ts';
import { damagedDocuments, unlistedEntries } from '../standing/damage.ts';
import { SITE } from '../output/manifest-documents.ts';
import type { BuildOptions } from '../options.ts';
import type { ManifestDocument } from '../output/manifest.ts';
import type { OutputHashes } from '../standing/output-hashes.ts';
import { inShard } from '../shards/shard.ts';

/** Periods to build of clients some of whose kept documents are damaged; of all others those that were asked for. */
export type Again = ReadonlyMap<string, Period[]>;

/** The clients that were asked for, and others of whose kept documents some are not what the manifest says. */
export async function clientsToBuild({
  workspace,
  options,
  earlier,
  outputs,
  standing,
}: {
  workspace: Workspace;
  options: BuildOptions;
  earlier: ManifestDocument[];
  outputs: OutputHashes;
  /** Clients nobody has touched. */
  standing: Pick<ReadonlyMap<string, unknown>, 'has'>;
}): Promise<{
  asked: Client[];
  again: Again;
}> {
  const { clients, periods, shard } = options;
  const mine = workspace.clients.filter(({ id }) => inShard(shard, `${SITE}/${id}`));
  if (clients === null && periods === null) return { asked: mine, again: new Map() };
  const named = clients === null ? null : new Set(clients);
  const wanted = (id: string): boolean => named === null || named.has(id);
  const documents = Map.groupBy(earlier, ({ site, client }) => (site === SITE ? client : ''));
  const again = new Map<string, Period[]>();
  for (const { id } of mine) {
    const asked = wanted(id);
    if ((asked && periods === null) || standing.has(id)) continue;
    const own = documents.get(id) ?? [];
    const makes = (period: string | null) => asked && (period === null || periods!.some((one) => one.id === period));
    const kept = own.filter(({ period }) => !makes(period));
    const damaged = (await damagedDocuments(kept, outputs)).map(({ period }) => period);
    const unlisted = await unlistedEntries(`${SITE}/${id}`, own, outputs);
    const lost = new Set([...damaged, ...unlisted.map((entry) => (parsePeriod(entry) ? entry : null))]);
    const found = [...lost].filter((period) => !makes(period));
    if (found.length === 0) continue;
    const lostPeriods = found.flatMap((period) => (period === null ? [] : (parsePeriod(period) ?? [])));
    again.set(id, [...(asked ? periods! : []), ...lostPeriods]);
  }
  return { asked: mine.filter(({ id }) => wanted(id) || again.has(id)), again };
}
