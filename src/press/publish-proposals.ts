import { join } from 'node:path';
import type { Effects } from '../types/effects.ts';
import type { Workspace } from '../types/workspace.ts';
import { filesUnder, hashedOutputs, InputHashes } from './inputs.ts';
import type { ManifestDocument } from './manifest.ts';
import type { BuildOptions } from './options.ts';
import type { PreparedProposal } from './prepare-proposal.ts';
import { publishFolder, recover, removeGone } from './publish.ts';
import type { SiteFolders } from './site.ts';

const SITE = 'proposals';
/** What every proposal is made of, beside its own files. */
const AGENCY_FILES = ['data/agency.json', 'data/people.json', 'data/rates.csv', 'data/holidays.csv'];

export interface ToPublish {
  workspace: Workspace;
  /** Those of this build, drawn and printed. */
  proposals: PreparedProposal[];
  /** Ids of those of this build that could not be read. */
  unread: string[];
  /** Ids of every proposal of the workspace. */
  known: string[];
  folders: SiteFolders;
  options: BuildOptions;
  earlier: ManifestDocument[];
}

/** Renames finished folders into place and says what stands there now. */
export async function publishProposals(input: ToPublish, effects: Effects): Promise<ManifestDocument[]> {
  const { workspace, proposals, unread, known, folders, options } = input;
  const out = join(options.out, SITE);
  await recover(out, effects);
  const earlier = input.earlier.filter(({ site }) => site === SITE);
  const hashes = new InputHashes(workspace.root, effects);
  const base = { site: SITE, period: null, asOf: options.asOf };
  const failed = (id: string): ManifestDocument[] => {
    const before = earlier.filter(({ client }) => client === id);
    const first: ManifestDocument = { ...base, client: id, status: 'failed', inputs: [], outputs: [] };
    return before.length > 0 ? before.map((one) => ({ ...one, status: 'failed' })) : [first];
  };
  const documents = unread.flatMap(failed);
  for (const { proposal, folder, pictureFiles, broken, seal } of proposals) {
    const { id, file } = proposal;
    if (broken) {
      documents.push(...failed(id));
      continue;
    }
    await publishFolder({ staged: join(folders.stage, folder), out, name: folder }, effects);
    const own = await filesUnder(workspace.root, `data/proposals/${id}`, effects);
    const inputs = await hashes.of([...AGENCY_FILES, file, ...own, ...pictureFiles]);
    const outputs = await hashedOutputs(options.out, `${SITE}/${folder}`, effects);
    documents.push({ ...base, client: id, status: 'built', seal, inputs, outputs });
  }
  await publishFolder({ staged: join(folders.stage, 'brief'), out, name: 'brief' }, effects);
  documents.push({
    ...{ ...base, client: 'brief', status: 'built', inputs: await hashes.of(['data/agency.json']) },
    outputs: await hashedOutputs(options.out, `${SITE}/brief`, effects),
  });
  documents.push(...earlier.filter(({ client }) => untouched(client, documents) && known.includes(client)));
  await removeGone(out, goneFolders(earlier, documents), effects);
  return documents;
}

const untouched = (id: string, documents: ManifestDocument[]): boolean =>
  !documents.some(({ client }) => client === id);

/** Folders of an earlier build that no document stands in any more: of proposals removed, or moved to another address. */
function goneFolders(earlier: ManifestDocument[], documents: ManifestDocument[]): string[] {
  const folders = (list: ManifestDocument[]) =>
    new Set(list.flatMap(({ outputs }) => outputs.map(({ file }) => file.split('/')[1]!)));
  const standing = folders(documents);
  return [...folders(earlier)].filter((folder) => !standing.has(folder));
}
