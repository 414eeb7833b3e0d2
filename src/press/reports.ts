import { join } from 'node:path';
import type { Effects } from '../types/effects.ts';
import type { Problem } from '../types/problem.ts';
import type { Client, Workspace } from '../types/workspace.ts';
import { engineFingerprint } from './cache.ts';
import { clientsToBuild, type Again } from './reports/clients-to-build.ts';
import type { CompiledSite } from './reports/compile-site.ts';
import { crewSize, stageWithCrew } from './crew/crew.ts';
import type { EarlyMember } from './crew/crew-process.ts';
import type { ReadLater } from './crew/read-later.ts';
import type { ManifestDocument } from './output/manifest.ts';
import { keptDocuments, SITE } from './output/manifest-documents.ts';
import { asksFor, type BuildOptions } from './options.ts';
import type { OutputHashes } from './standing/output-hashes.ts';
import { pressKit } from './reports/press-kit.ts';
import { noClients, strangersProblems } from './problems.ts';
import { readWorkspace } from './read-workspace.ts';
import { stageClients, type StagedClients } from './reports/stage-clients.ts';
import type { StagedSite } from './output/staged.ts';
import type { Standing } from './standing/standing.ts';
import type { Untouched } from './standing/untouched.ts';

export interface ReportsBuild {
  workspace: Workspace;
  /** Every problem of the workspace; those of a client fail that client. */
  problems: Problem[];
  options: BuildOptions;
  /** Clients that are in `workspace` without their tables; whoever builds them reads them whole. */
  lean: ReadonlySet<string>;
  /** To be told what was read of them by then. */
  later: Pick<ReadLater, 'told'>;
  /** What stands of clients nobody has touched. */
  standing: ReadonlyMap<string, Standing>;
  /** To be told of clients that were built. */
  untouched: Pick<Untouched, 'placed'>;
  /** Documents in the manifest of the build before. */
  earlier: ManifestDocument[];
  /** Hashes of what the output holds now. */
  outputs: OutputHashes;
  /** Folder for everything half-done. */
  run: string;
  /** See `compileSite`. */
  compiled(): Promise<CompiledSite>;
  /** Started where one process is to build what has changed beside this one. */
  early: Pick<EarlyMember, 'take'>;
  /** Told when others are at work, and which folders will change. */
  meanwhile(folders: readonly string[]): void;
}

/**
 * The reports site: one folder per client, drawn and printed. Clients of whom everything stands as it would be built
 * are left alone; those whose kept documents are not what the manifest says are built again. A client with an error is
 * named, keeps its last good output and does not stop the others. Many clients are built by several processes at once.
 * An agency without clients gets no reports, which is an error only where they were asked for by name. Throws
 * `BrowserMissing` when nothing can print.
 */
export async function stageReports(input: ReportsBuild, effects: Effects): Promise<StagedSite> {
  const { workspace, problems, options, earlier, standing, untouched } = input;
  const named = workspace.clients.filter(({ id }) => options.clients === null || options.clients.includes(id));
  const { asked, again } = await clientsToBuild(input);
  const staged = await stageStale(
    asked.filter(({ id }) => !standing.has(id)),
    again,
    input,
    effects,
  );
  input.later.told(staged.read);
  const told = Map.groupBy(staged.problems, ({ client }) => client ?? '');
  const stands = asked.flatMap(({ id }) => standing.get(id) ?? []);
  const strangers = strangersProblems(workspace, problems);
  const empty = workspace.clients.length === 0 && strangers.length === 0;
  const nobody = empty && asksFor(SITE, options) ? [noClients()] : [];
  const own = asked.flatMap(({ id }) => standing.get(id)?.problems ?? told.get(id) ?? []);
  const browser = staged.browser ?? stands.find((one) => one.browser !== null)?.browser ?? null;
  return {
    units: named.map(({ id }) => `${SITE}/${id}`),
    folders: staged.folders.map((folder) => ({
      ...folder,
      placed: async () => {
        const id = folder.owner.client!;
        const printed = folder.documents.some(({ period }) => period !== null) ? staged.browser : null;
        // What was built beyond what was asked for is no answer to the same question.
        if (!again.has(id)) untouched.placed(id, { told: told.get(id) ?? [], browser: printed });
      },
    })),
    documents: [...stands.flatMap(({ documents }) => documents), ...staged.documents],
    kept: (all) => keptDocuments(workspace, all, earlier, options),
    problems: [...nobody, ...strangers, ...own, ...(told.get('') ?? [])],
    browser,
  };
}

/** Builds clients in this process when they are few, each of them read whole. */
async function stageStale(
  stale: Client[],
  again: Again,
  input: ReportsBuild,
  effects: Effects,
): Promise<StagedClients> {
  const { options, earlier, lean, compiled } = input;
  const run = join(input.run, SITE);
  const { project } = options;
  const engine = await engineFingerprint(project, effects);
  const members = crewSize(options, stale.length);
  const early = stale.length > 0 ? input.early.take() : null;
  if (members > 1 || early !== null) {
    const ids = stale.map(({ id }) => id);
    const build = { ids, again, members, options, earlier, run, engine, compiled };
    // Clients whom only the crew reads are not known yet.
    const changing = ids.map((id) => `${SITE}/${id}`);
    const meanwhile = members > 1 ? undefined : () => input.meanwhile(changing);
    return stageWithCrew({ ...build, early, meanwhile });
  }
  const wanted = new Set(stale.map(({ id }) => id).filter((id) => lean.has(id)));
  const how = { clients: (id: string) => wanted.has(id) };
  const read = wanted.size > 0 ? (await readWorkspace(options.workspace, effects, how)).value.clients : [];
  const whole = new Map(read.map((client) => [client.id, client]));
  const clients = stale.map((client) => whole.get(client.id) ?? client);
  const kit = pressKit({ engine, compiled }, { workspace: input.workspace, project }, effects);
  return stageClients({ ...input, clients, again, run, kit }, effects);
}
