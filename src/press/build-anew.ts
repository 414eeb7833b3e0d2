import { join } from 'node:path';
import type { Effects } from '../types/effects.ts';
import type { Problem } from '../types/problem.ts';
import type { Workspace } from '../types/workspace.ts';
import { PROPOSAL_COMPONENTS } from '../ui/proposal/names.ts';
import { loadProposals } from '../workspace/proposals/load-proposals.ts';
import { BrowserMissing } from './printing/browser.ts';
import type { BuildResult } from './build.ts';
import { compileSite, type CompiledSite } from './reports/compile-site.ts';
import { stageDesk } from './desk.ts';
import { stageHandbook } from './handbook.ts';
import { earlierDocuments, sortedDocuments } from './output/manifest.ts';
import { SITE } from './output/manifest-documents.ts';
import type { BuildOptions, Site } from './options.ts';
import { OutputHashes } from './standing/output-hashes.ts';
import { browserMissing, noClients, toldOnce, unknownClients } from './problems.ts';
import { crewSize } from './crew/crew.ts';
import { ownWords } from './seal/words/vocabulary.ts';
import { idsOf, stageProposals } from './proposals.ts';
import { unknownProposals } from './proposals/problems.ts';
import { recoverOutput } from './output/publish.ts';
import { putIntoPlace } from './output/put-into-place.ts';
import { readInThreads } from './crew/read-clients.ts';
import { readWorkspace } from './read-workspace.ts';
import { stageReports, type ReportsBuild } from './reports.ts';
import { withRunFolder } from './output/run-folder.ts';
import { finishShard, openShard } from './shards/shard-build.ts';
import { inShard } from './shards/shard.ts';
import { siteFolders, type SiteTemplates } from './site.ts';
import type { Sights } from './standing/sights.ts';
import type { StagedSite } from './output/staged.ts';
import { Untouched } from './standing/untouched.ts';

/** What was built, and hashes of what lies in the output now; `null` when nothing was put into place. */
export type BuiltAnew = BuildResult & { outputs: OutputHashes | null };

/**
 * Everything a build is made of, whatever the one before has left. See `build`.
 * @param sights of the workspace before any of it is read
 */
export function buildAnew(options: BuildOptions, sights: Sights, effects: Effects): Promise<BuiltAnew> {
  return withRunFolder(options.project, effects, async (run) => {
    let compiling: Promise<CompiledSite> | undefined;
    const compile = (templates: SiteTemplates): Promise<CompiledSite> =>
      (compiling ??= compileSite(siteFolders(options, join(run, SITE)), templates, options.cache, effects));
    try {
      return await buildWithin({ run, compile }, options, sights, effects);
    } finally {
      // Nothing writes into the folder any more when it goes.
      await compiling?.catch(() => undefined);
    }
  });
}

/** Where a build works, and the reports site, compiled once, whenever it is first asked for. */
interface Within {
  run: string;
  compile(templates: SiteTemplates): Promise<CompiledSite>;
}

async function buildWithin(
  { run, compile }: Within,
  options: BuildOptions,
  sights: Sights,
  effects: Effects,
): Promise<BuiltAnew> {
  const untouched = await Untouched.open(options, sights, effects);
  const lean = new Set<string>();
  const { value: workspace, problems } = await readWorkspace(options.workspace, effects, {
    known: async (about) => {
      const known = await untouched.known(about);
      // Whoever builds a client reads it whole; where others do, only what the seal looks for is kept of it.
      const unread = about.ids.filter((id) => !known.has(id));
      const members = crewSize(options, unread.length);
      for (const id of members > 1 ? about.ids : known.keys()) lean.add(id);
      if (members < 2) return known;
      // Reading is waiting for the disk as well; what fails is told where the site is needed.
      if (options.sites.includes(SITE)) compile(about.templates).catch(() => undefined);
      return new Map([...known, ...(await readInThreads(options.workspace, unread, members))]);
    },
    keep: (client) => (lean.has(client.id) ? ownWords(client) : client),
  });
  await untouched.loaded(workspace);
  options.speak(workspace.agency.locale);
  const common = problems.filter((one) => one.client === undefined);
  if (common.some(isError)) return refused([...common, ...problems.filter((one) => one.client !== undefined)]);
  const strangers = await unknownNames(workspace, options, effects);
  if (strangers.length > 0) return { ...refused([...common, ...strangers]), understood: false };
  const opened = options.shard === null ? null : await openShard(workspace, options, effects);
  if (opened && opened.problems.length > 0) return refused([...common, ...opened.problems]);
  try {
    await recoverOutput(options.out, effects);
    const compiled = () => compile(workspace.templates);
    const about = { workspace, problems, common, options, untouched, lean, run, compiled };
    return await buildSites({ ...about, state: opened?.value ?? '' }, effects);
  } catch (error) {
    if (!(error instanceof BrowserMissing)) throw error;
    return refused([browserMissing(error), ...problems]);
  }
}

interface Order {
  workspace: Workspace;
  problems: Problem[];
  /** Those of them that belong to no client. */
  common: Problem[];
  options: BuildOptions;
  untouched: Untouched;
  /** Clients of whom the workspace holds no tables. */
  lean: ReadonlySet<string>;
  run: string;
  /** See `ReportsBuild`. */
  compiled(): Promise<CompiledSite>;
  /** Of the workspace, for a part of a build. */
  state: string;
}

async function buildSites(
  { workspace, problems, common, options, untouched, lean, run, compiled, state }: Order,
  effects: Effects,
): Promise<BuiltAnew> {
  const { out, project, cache, shard } = options;
  const earlier = await earlierDocuments(out, effects);
  const outputs = await OutputHashes.remembered({ out, cache }, earlier, effects);
  const sites: StagedSite[] = [];
  const standing = await untouched.standing(earlier, outputs);
  const order = { workspace, problems, options, lean, standing, untouched, earlier, outputs, run, compiled };
  for (const site of options.sites) sites.push(await STAGES[site](order, effects));
  const unasked = earlier.filter(
    ({ site, client }) => !options.sites.some((built) => built === site) && inShard(shard, `${site}/${client}`),
  );
  const browser = sites.find((site) => site.browser !== null)?.browser ?? null;
  const placing = { workspace, sites, earlier, untouched: unasked, browser };
  const part = shard !== null;
  const told = sites.flatMap((site) => site.problems);
  // Nothing at all can be made of this workspace: that is told, whichever sites were asked for.
  const bare = sites.every(({ units }) => units.length === 0) && told.length === 0 && earlier.length === 0;
  if (bare) told.push(noClients());
  const placed = await putIntoPlace({ ...placing, out, project, cache, hashes: outputs, part }, effects);
  await untouched.keep(workspace, problems, placed.documents);
  const all = toldOnce([...common, ...told, ...placed.problems]);
  all.push(...(await finishShard({ workspace, options, state, sites, problems: all }, effects)));
  const documents = sortedDocuments(placed.documents);
  return { documents, problems: all, ok: !all.some(isError), understood: true, outputs };
}

/** How each site is made. */
const STAGES: Record<Site, (order: ReportsBuild, effects: Effects) => Promise<StagedSite>> = {
  reports: stageReports,
  proposals: stageProposals,
  handbook: stageHandbook,
  desk: stageDesk,
};

/** Clients and proposals asked for by names that nobody bears. */
async function unknownNames(workspace: Workspace, options: BuildOptions, effects: Effects): Promise<Problem[]> {
  const clients = unknownClients(workspace, options.clients);
  if (options.proposals === null) return clients;
  const { value, problems } = await loadProposals(workspace, effects, PROPOSAL_COMPONENTS);
  return [...clients, ...unknownProposals(idsOf(value.proposals, problems), options.proposals)];
}

const refused = (problems: Problem[]): BuiltAnew => ({
  ...{ documents: [], problems, ok: false, understood: true },
  outputs: null,
});

function isError(problem: Problem): boolean {
  return problem.severity === 'error';
}
