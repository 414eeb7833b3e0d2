import { join } from 'node:path';
import type { Effects } from '../../types/effects.ts';
import type { Day } from '../../types/period.ts';
import type { Workspace } from '../../types/workspace.ts';
import { filesUnder, hashedOutputs, InputHashes } from '../inputs.ts';
import type { ManifestDocument } from '../output/manifest.ts';
import type { BuildOptions } from '../options.ts';
import type { PreparedProposal } from './prepare.ts';
import { BRIEF_FOLDER } from './folder.ts';
import { inShard, type Shard } from '../shards/shard.ts';
import type { SiteFolders } from '../site.ts';
import type { StagedFolder, StagedSite } from '../output/staged.ts';

export const PROPOSALS = 'proposals';
/** What every proposal is made of, beside its own files. */
const AGENCY_FILES = ['data/agency.json', 'data/people.json', 'data/rates.csv', 'data/holidays.csv'];

export interface ToStage {
  workspace: Workspace;
  /** Those of this build, drawn and printed. */
  proposals: PreparedProposal[];
  /** Ids of those of this build that could not be read. */
  unread: string[];
  folders: SiteFolders;
  options: BuildOptions;
  earlier: ManifestDocument[];
}

/** The folders of the proposals that were drawn and of the brief form, and what the manifest says of the others. */
export async function stageFolders(
  { workspace, proposals, unread, folders, options, earlier }: ToStage,
  effects: Effects,
): Promise<Pick<StagedSite, 'folders' | 'documents'>> {
  const hashes = new InputHashes(workspace.root, effects);
  const base = { site: PROPOSALS, period: null, asOf: options.asOf };
  const failed = (id: string) => failedProposal(id, earlier, options.asOf);
  const staged = async (
    id: string,
    folder: string,
    about: Pick<ManifestDocument, 'inputs' | 'seal'>,
  ): Promise<StagedFolder> => {
    const files = await filesUnder(folders.stage, folder, effects);
    const outputs = await hashedOutputs(folders.stage, files, PROPOSALS, effects);
    return {
      ...{ path: `${PROPOSALS}/${folder}`, staged: join(folders.stage, folder), entries: null },
      ...{ owner: id === BRIEF_FOLDER ? {} : { proposal: id }, failed: failed(id), placed: async () => undefined },
      documents: [{ ...base, client: id, status: 'built', ...about, outputs }],
    };
  };
  const broken = proposals.filter((one) => one.broken).map(({ proposal }) => proposal.id);
  const waiting: StagedFolder[] = [];
  for (const { proposal, folder, pictureFiles, broken, seal } of proposals) {
    if (broken) continue;
    const own = await filesUnder(workspace.root, `data/proposals/${proposal.id}`, effects);
    const inputs = await hashes.of([...AGENCY_FILES, proposal.file, ...own, ...pictureFiles]);
    waiting.push(await staged(proposal.id, folder, { seal, inputs }));
  }
  if (inShard(options.shard, `${PROPOSALS}/${BRIEF_FOLDER}`)) {
    waiting.push(await staged(BRIEF_FOLDER, BRIEF_FOLDER, { inputs: await hashes.of(['data/agency.json']) }));
  }
  return { folders: waiting, documents: [...unread, ...broken].flatMap(failed) };
}

/** A failed proposal's earlier document stays in place and in the manifest, marked; a new one gets an empty entry. */
function failedProposal(id: string, earlier: ManifestDocument[], asOf: Day): ManifestDocument[] {
  const before = earlier.filter(({ site, client }) => site === PROPOSALS && client === id);
  if (before.length > 0) return before.map((one) => ({ ...one, status: 'failed' }));
  return [{ site: PROPOSALS, period: null, asOf, client: id, status: 'failed', inputs: [], outputs: [] }];
}

/** Proposals of an earlier build that this one has not made, but for those there are no more. */
export function keptProposals(
  made: ManifestDocument[],
  earlier: ManifestDocument[],
  known: readonly string[],
  shard: Shard | null,
): ManifestDocument[] {
  const own = new Set(made.map(({ client }) => client));
  return earlier.filter(
    ({ site, client }) =>
      site === PROPOSALS && known.includes(client) && inShard(shard, `${PROPOSALS}/${client}`) && !own.has(client),
  );
}
