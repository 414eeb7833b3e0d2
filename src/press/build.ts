import { join } from 'node:path';
import { systemFault } from '../effects/system-fault.ts';
import type { Effects } from '../types/effects.ts';
import type { Locale } from '../types/locale.ts';
import type { Problem } from '../types/problem.ts';
import type { Workspace } from '../types/workspace.ts';
import { PROPOSAL_COMPONENTS } from '../ui/proposal/names.ts';
import { loadProposals } from '../workspace/proposals/load-proposals.ts';
import { BrowserMissing } from './browser.ts';
import { stageDesk } from './desk.ts';
import { stageHandbook } from './handbook.ts';
import { earlierDocuments, sortedDocuments, type ManifestDocument } from './manifest.ts';
import type { BuildOptions, Site } from './options.ts';
import { OutputHashes } from './output-hashes.ts';
import { whileAlone } from './output-lock.ts';
import { browserMissing, noClients, toldOnce, unknownClients } from './problems.ts';
import { crewSize } from './crew.ts';
import { ownWords } from './seal/vocabulary.ts';
import { idsOf, stageProposals } from './proposals.ts';
import { unknownProposals } from './proposal-problems.ts';
import { recoverOutput } from './publish.ts';
import { putIntoPlace } from './put-into-place.ts';
import { readWorkspace } from './read-workspace.ts';
import { stageReports, type ReportsBuild } from './reports.ts';
import { newRunFolder } from './run-folder.ts';
import { finishShard, openShard } from './shard-build.ts';
import { inShard } from './shard.ts';
import type { StagedSite } from './staged.ts';
import { LastBuild } from './unchanged.ts';

export interface BuildResult {
  documents: ManifestDocument[];
  problems: Problem[];
  /** False when the whole workspace is unusable or a document failed. */
  ok: boolean;
  /** False when somebody was asked for whom nobody knows: nothing was done. */
  understood: boolean;
}

/**
 * Workspace in, documents of every asked site out, proven, and one manifest of them all. Waits for another build of the
 * same output. A disk that is full, broken or closed is a problem like any other.
 */
export async function build(options: BuildOptions, effects: Effects): Promise<BuildResult> {
  try {
    return await whileAlone(options, effects, () => buildOrRecall(options, effects));
  } catch (error) {
    const fault = systemFault(error, options.out);
    if (fault === null) throw error;
    return refused([fault]);
  }
}

async function buildOrRecall(options: BuildOptions, effects: Effects): Promise<BuildResult> {
  const last = await LastBuild.find(options, effects);
  const said = await last.recall();
  if (said !== null) {
    options.speak(said.locale);
    const documents = sortedDocuments(await earlierDocuments(options.out, effects));
    return { documents, problems: said.problems, ok: true, understood: true };
  }
  let locale: Locale = 'ru';
  const speak = (agency: Locale) => options.speak((locale = agency));
  const result = await buildAnew({ ...options, speak }, effects);
  if (result.ok) await last.remember({ locale, problems: result.problems });
  await options.cache.sweep();
  return result;
}

async function buildAnew(options: BuildOptions, effects: Effects): Promise<BuildResult> {
  const members = crewSize(options, (await effects.fs.list(join(options.workspace, 'data/clients'))).length);
  // Whoever builds a client reads it whole; where others do, only what the seal looks for is kept of it.
  const how = members > 1 ? { keep: ownWords } : {};
  const { value: workspace, problems } = await readWorkspace(options.workspace, effects, how);
  options.speak(workspace.agency.locale);
  const common = problems.filter((one) => one.client === undefined);
  if (common.some(isError)) return refused([...common, ...problems.filter((one) => one.client !== undefined)]);
  const strangers = await unknownNames(workspace, options, effects);
  if (strangers.length > 0) return { ...refused([...common, ...strangers]), understood: false };
  const opened = options.shard === null ? null : await openShard(workspace, options, effects);
  if (opened && opened.problems.length > 0) return refused([...common, ...opened.problems]);

  const run = await newRunFolder(options.project, effects);
  try {
    await recoverOutput(options.out, effects);
    return await buildSites(
      { workspace, problems, common, options, members, run, state: opened?.value ?? '' },
      effects,
    );
  } catch (error) {
    if (!(error instanceof BrowserMissing)) throw error;
    return refused([browserMissing(error), ...problems]);
  } finally {
    await effects.fs.remove(run);
  }
}

interface Order {
  workspace: Workspace;
  problems: Problem[];
  /** Those of them that belong to no client. */
  common: Problem[];
  options: BuildOptions;
  /** Processes that build clients; 1 is this one alone. */
  members: number;
  run: string;
  /** Of the workspace, for a part of a build. */
  state: string;
}

async function buildSites(
  { workspace, problems, common, options, members, run, state }: Order,
  effects: Effects,
): Promise<BuildResult> {
  const { out, project, cache, shard } = options;
  const earlier = await earlierDocuments(out, effects);
  const outputs = new OutputHashes(out, effects);
  const sites: StagedSite[] = [];
  const order = { workspace, problems, options, members, earlier, outputs, run };
  for (const site of options.sites) sites.push(await STAGES[site](order, effects));
  const untouched = earlier.filter(
    ({ site, client }) => !options.sites.some((built) => built === site) && inShard(shard, `${site}/${client}`),
  );
  const browser = sites.find((site) => site.browser !== null)?.browser ?? null;
  const placing = { workspace, sites, earlier, untouched, browser, run };
  const part = shard !== null;
  const told = sites.flatMap((site) => site.problems);
  // Nothing at all can be made of this workspace: that is told, whichever sites were asked for.
  const bare = sites.every(({ units }) => units.length === 0) && told.length === 0 && earlier.length === 0;
  if (bare) told.push(noClients());
  const placed = await putIntoPlace({ ...placing, out, project, cache, hashes: outputs, part }, effects);
  const all = toldOnce([...common, ...told, ...placed.problems]);
  all.push(...(await finishShard({ workspace, options, state, sites, problems: all }, effects)));
  return { documents: sortedDocuments(placed.documents), problems: all, ok: !all.some(isError), understood: true };
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

const refused = (problems: Problem[]): BuildResult => ({ documents: [], problems, ok: false, understood: true });

function isError(problem: Problem): boolean {
  return problem.severity === 'error';
}
