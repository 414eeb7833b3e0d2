import { join } from 'node:path';
import type { Effects } from '../../types/effects.ts';
import type { Checked, Problem } from '../../types/problem.ts';
import type { Workspace } from '../../types/workspace.ts';
import { loadProposals } from '../../workspace/proposals/load-proposals.ts';
import { sha256 } from '../inputs.ts';
import { earlierDocuments, MANIFEST } from '../output/manifest.ts';
import type { BuildOptions } from '../options.ts';
import { holdsWholeBuild, secretMissing, workspaceChanged } from './merge-problems.ts';
import { makerOf, readShard, writeShard, type Asked } from './shard-record.ts';
import { inShard } from './shard.ts';
import type { StagedSite } from '../output/staged.ts';
import { workspaceState } from './workspace-state.ts';
import { storedSecret } from '../proposals/folder.ts';

/**
 * The state of the workspace before a part is built, and why it may not be built: it would remove what another build
 * has made, or the parts would not fit together.
 */
export async function openShard(
  workspace: Workspace,
  options: BuildOptions,
  effects: Effects,
): Promise<Checked<string>> {
  const { out, shard, sites } = options;
  const problems: Problem[] = [];
  const strangers = (await earlierDocuments(out, effects)).filter(
    ({ site, client }) => !inShard(shard, `${site}/${client}`),
  );
  if (strangers.length > 0 && (await readShard(out, effects)) === null) problems.push(holdsWholeBuild(out));
  if (sites.includes('proposals') && (await storedSecret(workspace.root, effects)) === null) {
    const { value } = await loadProposals(workspace, effects);
    const needy = value.proposals.find(({ publish }) => publish.as === 'link' && publish.key === null);
    if (needy) problems.push(secretMissing(needy.file));
  }
  return { value: await workspaceState(workspace, effects), problems };
}

/**
 * Leaves beside a part's manifest what `merge` must know.
 * @param state of the workspace before the part was built
 * @returns why the part is of no use: the workspace has changed meanwhile, and nobody knows what was read of it
 */
export async function finishShard(
  built: { workspace: Workspace; options: BuildOptions; state: string; sites: StagedSite[]; problems: Problem[] },
  effects: Effects,
): Promise<Problem[]> {
  const { workspace, options, state, sites, problems } = built;
  const { out, project, asOf, shard } = options;
  if (shard === null) return [];
  if ((await workspaceState(workspace, effects)) !== state) return [workspaceChanged(shard)];
  const record = {
    ...{ shard, maker: await makerOf(project, effects), state },
    ...{ asOf, asked: askedOf(options), units: sites.flatMap(({ units }) => units).sort() },
    ...{ manifest: sha256(await effects.fs.read(join(out, MANIFEST))), problems },
  };
  await writeShard(out, record, effects);
  return [];
}

function askedOf({ sites, clients, proposals, periods, pdf }: BuildOptions): Asked {
  const sorted = (list: readonly string[] | null) => (list === null ? null : [...new Set(list)].sort());
  return {
    ...{ sites: [...sites].sort(), clients: sorted(clients), proposals: sorted(proposals), pdf },
    periods: sorted(periods?.map(({ id }) => id) ?? null),
  };
}
