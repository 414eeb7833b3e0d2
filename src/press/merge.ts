import { join } from 'node:path';
import { systemFault } from '../effects/system-fault.ts';
import type { Effects } from '../types/effects.ts';
import type { Locale, LocalText } from '../types/locale.ts';
import type { Problem } from '../types/problem.ts';
import type { Workspace } from '../types/workspace.ts';
import { loadProposals } from '../workspace/proposals/load-proposals.ts';
import type { BuildResult } from './build.ts';
import type { Cache } from './cache.ts';
import { InputHashes } from './inputs.ts';
import { lostClients } from './output/lost-clients.ts';
import { earlierDocuments, type ManifestDocument } from './output/manifest.ts';
import { failedDocuments, keptDocuments } from './output/manifest-documents.ts';
import { misfits, misplaced, readParts, strayDocuments, type Part } from './shards/merge-parts.ts';
import { toldOnce } from './problems.ts';
import { failedUnit, stageParts } from './shards/merge-stage.ts';
import { OutputHashes } from './standing/output-hashes.ts';
import { outOfPlace } from './output/out-of-place.ts';
import { whileAlone } from './output/output-lock.ts';
import { idsOf } from './proposals.ts';
import { recoverOutput } from './output/publish.ts';
import { putIntoPlace } from './output/put-into-place.ts';
import { readWorkspace } from './read-workspace.ts';
import { ownWords } from './seal/words/vocabulary.ts';
import { withRunFolder } from './output/run-folder.ts';
import { makerOf } from './shards/shard-record.ts';
import { keptProposals } from './proposals/stage.ts';
import type { StagedSite } from './output/staged.ts';
import { workspaceState } from './shards/workspace-state.ts';

export interface MergeOptions {
  /** Absolute paths of the parts' folders, in any order. */
  parts: string[];
  /** Absolute paths of the output, of the agency's folder and of the engine. */
  out: string;
  workspace: string;
  project: string;
  cache: Cache;
  /** Says which language the agency speaks, before anything else is told. */
  speak: (locale: Locale) => void;
  /** Told once when a build has to end first. */
  warn?: (warning: LocalText) => void;
}

/**
 * Puts the parts of a build together, byte for byte as one build would have made it into the same output, seal
 * included. Nothing is written when the parts do not fit.
 */
export async function merge(options: MergeOptions, effects: Effects): Promise<BuildResult> {
  try {
    const among = await outOfPlace(options, effects);
    if (among !== null) return refused([among]);
    return await whileAlone(options, effects, () => mergeAlone(options, effects));
  } catch (error) {
    const fault = systemFault(error, options.out);
    if (fault === null) throw error;
    return refused([fault]);
  }
}

async function mergeAlone(options: MergeOptions, effects: Effects): Promise<BuildResult> {
  const { out, project } = options;
  const { value: workspace, problems } = await readWorkspace(options.workspace, effects, { keep: ownWords });
  options.speak(workspace.agency.locale);
  const common = problems.filter((one) => one.client === undefined && isError(one));
  if (common.length > 0) return refused(common);
  const read = await readParts(options.parts, effects);
  const wrong = [...(await misplaced(out, options.parts, effects)), ...read.problems];
  const expected = { state: await workspaceState(workspace, effects), maker: await makerOf(project, effects) };
  wrong.push(...misfits(read, expected));
  if (wrong.length === 0) wrong.push(...strayDocuments(read.parts));
  const [first] = read.parts;
  if (first) wrong.push(...(await lostClients(workspace, { out, sites: first.record.asked.sites }, effects)));
  if (wrong.length > 0) return refused(wrong);

  return await withRunFolder(project, effects, async (run) => {
    await recoverOutput(out, effects);
    return joinParts({ workspace, options, parts: read.parts, run }, effects);
  });
}

interface Order {
  workspace: Workspace;
  options: MergeOptions;
  parts: Part[];
  run: string;
}

async function joinParts({ workspace, options, parts, run }: Order, effects: Effects): Promise<BuildResult> {
  const { out, project, cache } = options;
  const earlier = await earlierDocuments(out, effects);
  const outputs = new OutputHashes(out, effects);
  const { asked, asOf } = parts[0]!.record;
  const hashes = new InputHashes(workspace.root, effects);
  const failed = async (unit: string, [first]: ManifestDocument[]): Promise<ManifestDocument[]> => {
    const client = workspace.clients.find(({ id }) => unit === `reports/${id}`);
    if (client) return failedDocuments(client, earlier, asOf, hashes, effects);
    const empty: ManifestDocument = { ...first!, status: 'failed', inputs: [], outputs: [] };
    delete empty.seal;
    return failedUnit(unit, earlier, [empty]);
  };
  const { value, problems } = await loadProposals(workspace, effects);
  const known = idsOf(value.proposals, problems);
  const kept: Record<string, StagedSite['kept']> = {
    reports: (made) => keptDocuments(workspace, made, earlier, { clients: asked.clients, periods: null, shard: null }),
    proposals: (made) => keptProposals(made, earlier, known, null),
  };
  const sites: StagedSite[] = [];
  for (const site of asked.sites) {
    const stage = join(run, 'stage');
    const staged = await stageParts(site, { parts, earlier, out, outputs, stage, failed }, effects);
    sites.push({ ...staged, kept: kept[site] ?? (() => []), browser: null });
  }
  const wrong = sites.flatMap((site) => site.problems);
  if (wrong.length > 0) return refused(wrong);

  const browser = parts.find(({ manifest }) => manifest.browser !== null)?.manifest.browser ?? null;
  const untouched = earlier.filter(({ site }) => !asked.sites.includes(site));
  const placing = { workspace, sites, earlier, untouched, browser, out, project, cache, hashes: outputs };
  const placed = await putIntoPlace({ ...placing, part: false }, effects);
  const all = [...toldOnce(parts.flatMap(({ record }) => record.problems)), ...placed.problems];
  return { documents: placed.documents, problems: all, ok: !all.some(isError), understood: true };
}

const refused = (problems: Problem[]): BuildResult => ({ documents: [], problems, ok: false, understood: true });

function isError(problem: Problem): boolean {
  return problem.severity === 'error';
}
