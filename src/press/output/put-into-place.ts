import { join, relative } from 'node:path';
import type { Effects } from '../../types/effects.ts';
import type { Problem } from '../../types/problem.ts';
import type { Workspace } from '../../types/workspace.ts';
import type { Cache } from '../cache.ts';
import { engine } from '../engine.ts';
import { sha256 } from '../inputs.ts';
import { sortedDocuments, writeManifest, type Manifest, type ManifestDocument } from './manifest.ts';
import type { OutputHashes } from '../standing/output-hashes.ts';
import { goneFolders, goneProblems, goneReports, layAside, takeBack, type GoneFolder } from './gone.ts';
import { publish } from './publish.ts';
import { exportsIn, exportsOfTwo } from '../reports/exports-of-two.ts';
import { breakProblem, type SealBreak } from '../seal/breaks.ts';
import { writeRecord } from '../seal/record.ts';
import { ProvingThreads } from '../seal/prove-folders.ts';
import { Sealer } from '../seal/sealer.ts';
import { SHARD } from '../shards/shard.ts';
import type { StagedFolder, StagedSite } from './staged.ts';

export interface Placing {
  workspace: Workspace;
  sites: StagedSite[];
  /** Documents in the manifest of the build before. */
  earlier: ManifestDocument[];
  /** Those of them that belong to sites this build has not looked at. */
  untouched: ManifestDocument[];
  /** Version of the browser that printed; `null` without PDFs. */
  browser: string | null;
  out: string;
  project: string;
  cache: Cache;
  hashes: OutputHashes;
  /** True when other parts of the build are made elsewhere. */
  part: boolean;
  /** One that got ready in the meantime. */
  sealer?: Sealer | null;
}

/**
 * Proves the finished folders beside all that stands, puts those into place that hold the seal, and writes manifest and
 * seal. A folder that breaks the seal is laid aside, its documents fail, and its last good output stays. One that was
 * published and of which nothing is left in the workspace is laid aside too, and told, as are reports that go.
 */
export async function putIntoPlace(
  placing: Placing,
  effects: Effects,
): Promise<{ documents: ManifestDocument[]; problems: Problem[] }> {
  const { out, project, earlier, hashes, part } = placing;
  const aside = join(project, '.accountpress', 'held', sha256(out).slice(0, 12));
  const waiting = placing.sites.flatMap(({ folders }) => folders);
  const hoped = manifestOf(placing, new Set());
  const unneeded = goneFolders(earlier, hoped.documents);
  for (const folder of unneeded) if (await takeBack(folder, out, aside, effects)) hashes.forget(folder.path);
  await using threads = new ProvingThreads(waiting.length);
  const means = { out, project, memory: placing.cache, hashes, part, threads };
  const sealer = placing.sealer ?? (await Sealer.open(placing.workspace, means, effects));
  const change = { waiting, gone: unneeded.map(({ path }) => path) };
  const before = waiting.length > 0 ? await sealer.proveWaiting(hoped, change) : [];
  const held = new Set(waiting.filter(({ path }) => breaksIn(before, path).length > 0));

  await effects.fs.remove(join(out, SHARD));
  await effects.fs.remove(aside);
  for (const folder of waiting) {
    if (held.has(folder)) await effects.fs.rename(folder.staged, join(aside, folder.path));
    else await publish(out, folder, effects);
    hashes.forget(folder.path);
    if (!held.has(folder)) await folder.placed();
  }
  const manifest = held.size > 0 ? manifestOf(placing, held) : hoped;
  const gone = held.size > 0 ? goneFolders(earlier, manifest.documents) : unneeded;
  const laid = new Set<GoneFolder>();
  for (const folder of gone) if (await layAside(folder, out, aside, effects)) laid.add(folder);
  await writeManifest(out, manifest, effects);
  const record = await sealer.prove(manifest);
  await writeRecord(out, record, effects);
  await sealer.keep();

  const lies = relative(project, aside);
  const problems = [...held].flatMap(({ path, owner }) =>
    breaksIn(before, path).map((one) => ({ ...breakProblem(one, join(lies, path)), ...owner })),
  );
  const placeOf = (folder: GoneFolder) => (laid.has(folder) ? join(lies, folder.path) : null);
  problems.push(...goneProblems(gone, manifest.documents, placeOf), ...goneReports(earlier, manifest.documents));
  // Of a part nobody knows the clients of the others: they are compared where the parts meet.
  const { workspace } = placing;
  if (!part) problems.push(...(await exportsOfTwo(workspace, await exportsIn(manifest, workspace, effects), effects)));
  return {
    documents: manifest.documents,
    problems: [...problems, ...record.breaks.map((one) => breakProblem(one, null))],
  };
}

function breaksIn(breaks: readonly SealBreak[], path: string): SealBreak[] {
  return breaks.filter(({ file }) => file.startsWith(`${path}/`));
}

/** @param held folders that are not put into place */
function manifestOf({ sites, untouched, browser }: Placing, held: ReadonlySet<StagedFolder>): Manifest {
  const documents = sites.flatMap((site) => {
    const made = [...site.documents];
    for (const folder of site.folders) made.push(...(held.has(folder) ? folder.failed : folder.documents));
    return [...made, ...site.kept(made)];
  });
  return { engine, browser, documents: sortedDocuments([...documents, ...untouched]) };
}
