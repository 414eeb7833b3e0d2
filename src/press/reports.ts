import { join } from 'node:path';
import type { Effects } from '../types/effects.ts';
import type { Problem } from '../types/problem.ts';
import type { Workspace } from '../types/workspace.ts';
import { clientsToBuild } from './clients-to-build.ts';
import { stageWithCrew } from './crew.ts';
import type { ManifestDocument } from './manifest.ts';
import { keptDocuments, SITE } from './manifest-documents.ts';
import { asksFor, type BuildOptions } from './options.ts';
import type { OutputHashes } from './output-hashes.ts';
import { noClients, strangersProblems } from './problems.ts';
import { stageClients } from './stage-clients.ts';
import type { StagedSite } from './staged.ts';

export interface ReportsBuild {
  workspace: Workspace;
  /** Every problem of the workspace; those of a client fail that client. */
  problems: Problem[];
  options: BuildOptions;
  /** Processes that build clients; with more than one, clients need not be whole in `workspace`. */
  members: number;
  /** Documents in the manifest of the build before. */
  earlier: ManifestDocument[];
  /** Hashes of what the output holds now. */
  outputs: OutputHashes;
  /** Folder for everything half-done. */
  run: string;
}

/**
 * The reports site: one folder per client, drawn and printed. Clients of whom everything stands as it would be built
 * are left alone; those whose kept documents are not what the manifest says are built again. A client with an error is
 * named, keeps its last good output and does not stop the others. Many clients are built by several processes at once.
 * An agency without clients gets no reports, which is an error only where they were asked for by name. Throws
 * `BrowserMissing` when nothing can print.
 */
export async function stageReports(input: ReportsBuild, effects: Effects): Promise<StagedSite> {
  const { workspace, problems, options, members, earlier } = input;
  const named = workspace.clients.filter(({ id }) => options.clients === null || options.clients.includes(id));
  const { asked, again } = await clientsToBuild(input, effects);
  const run = join(input.run, SITE);
  const ids = asked.map(({ id }) => id);
  const staged =
    members > 1
      ? await stageWithCrew({ ids, again, members, options, earlier, run })
      : await stageClients({ ...input, clients: asked, again, run }, effects);
  const strangers = strangersProblems(workspace, problems);
  const empty = workspace.clients.length === 0 && strangers.length === 0;
  const nobody = empty && asksFor(SITE, options) ? [noClients()] : [];
  return {
    units: named.map(({ id }) => `${SITE}/${id}`),
    folders: staged.folders.map((folder) => ({ ...folder, placed: async () => undefined })),
    documents: staged.documents,
    kept: (all) => keptDocuments(workspace, all, earlier, options),
    problems: [...nobody, ...strangers, ...staged.problems],
    browser: staged.browser,
  };
}
