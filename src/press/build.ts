import { join } from 'node:path';
import type { Effects } from '../types/effects.ts';
import type { Problem } from '../types/problem.ts';
import type { Workspace } from '../types/workspace.ts';
import { PROPOSAL_COMPONENTS } from '../ui/proposal/names.ts';
import { loadProposals } from '../workspace/proposals/load-proposals.ts';
import { BrowserMissing } from './browser.ts';
import { stageDesk } from './desk.ts';
import { stageHandbook } from './handbook.ts';
import { earlierDocuments, type ManifestDocument } from './manifest.ts';
import { SITES, type BuildOptions } from './options.ts';
import { OutputHashes } from './output-hashes.ts';
import { browserMissing, unknownClients } from './problems.ts';
import { idsOf, stageProposals } from './proposals.ts';
import { unknownProposals } from './proposal-problems.ts';
import { recover } from './publish.ts';
import { putIntoPlace } from './put-into-place.ts';
import { readWorkspace } from './read-workspace.ts';
import { stageReports } from './reports.ts';
import { newRunFolder } from './run-folder.ts';
import { finishShard, openShard } from './shard-build.ts';
import { inShard } from './shard.ts';
import type { StagedSite } from './staged.ts';

export interface BuildResult {
  documents: ManifestDocument[];
  problems: Problem[];
  /** False when the whole workspace is unusable or a document failed. */
  ok: boolean;
  /** False when somebody was asked for whom nobody knows: nothing was done. */
  understood: boolean;
}

/** Workspace in, documents of every asked site out, proven, and one manifest of them all. */
export async function build(options: BuildOptions, effects: Effects): Promise<BuildResult> {
  const { value: workspace, problems } = await readWorkspace(options.workspace, effects);
  options.speak(workspace.agency.locale);
  const common = problems.filter((one) => one.client === undefined);
  if (common.some(isError)) return refused([...common, ...problems.filter((one) => one.client !== undefined)]);
  const strangers = await unknownNames(workspace, options, effects);
  if (strangers.length > 0) return { ...refused([...common, ...strangers]), understood: false };
  const opened = options.shard === null ? null : await openShard(workspace, options, effects);
  if (opened && opened.problems.length > 0) return refused([...common, ...opened.problems]);

  const run = await newRunFolder(options.project, effects);
  try {
    // Sites that are one folder change their names in the output folder itself.
    for (const place of ['', ...SITES]) await recover(join(options.out, place), effects);
    return await buildSites({ workspace, problems, common, options, run, state: opened?.value ?? '' }, effects);
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
  run: string;
  /** Of the workspace, for a part of a build. */
  state: string;
}

async function buildSites(
  { workspace, problems, common, options, run, state }: Order,
  effects: Effects,
): Promise<BuildResult> {
  const { out, project, cache, shard } = options;
  const earlier = await earlierDocuments(out, effects);
  const outputs = new OutputHashes(out, effects);
  const sites: StagedSite[] = [];
  for (const site of options.sites) {
    if (site === 'reports') sites.push(await stageReports({ workspace, problems, options, earlier, outputs, run }, effects)); // prettier-ignore
    if (site === 'proposals') sites.push(await stageProposals({ workspace, options, earlier, outputs, run }, effects));
    if (site === 'handbook') sites.push(await stageHandbook({ workspace, options, earlier, outputs, run }, effects));
    if (site === 'desk') sites.push(await stageDesk({ workspace, options, earlier, run }, effects));
  }
  const untouched = earlier.filter(
    ({ site, client }) => !options.sites.some((built) => built === site) && inShard(shard, `${site}/${client}`),
  );
  const browser = sites.find((site) => site.browser !== null)?.browser ?? null;
  const placing = { workspace, sites, earlier, untouched, browser, run };
  const part = shard !== null;
  const placed = await putIntoPlace({ ...placing, out, project, cache, hashes: outputs, part }, effects);
  const all = [...common, ...sites.flatMap((site) => site.problems), ...placed.problems];
  all.push(...(await finishShard({ workspace, options, state, sites, problems: all }, effects)));
  return { documents: placed.documents, problems: all, ok: !all.some(isError), understood: true };
}

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
