import type { Effects } from '../../types/effects.ts';
import type { Problem } from '../../types/problem.ts';
import type { Workspace } from '../../types/workspace.ts';
import { NO_CACHE } from '../cache.ts';
import { MANIFEST, readManifest } from '../output/manifest.ts';
import { OutputHashes } from '../standing/output-hashes.ts';
import { readShard } from '../shards/shard-record.ts';
import { breakProblem, type SealBreak } from './breaks.ts';
import { writeRecord, type SealRecord } from './record.ts';
import { Sealer } from './sealer.ts';

/**
 * Proves of the output folder itself that nothing of one client is in another's folder, that every folder lives by
 * itself and holds nothing of the agency's inside, that its PDFs are whole, and that it is what the manifest says.
 * Reads every file, whatever was proven before, and writes `seal.json` beside the manifest.
 * @param project absolute path of the engine
 */
export async function seal(
  workspace: Workspace,
  { out, project }: { out: string; project: string },
  effects: Effects,
): Promise<{ record: SealRecord; problems: Problem[] }> {
  const manifest = await readManifest(out, effects);
  if (manifest === null) return noManifest();
  const part = (await readShard(out, effects)) !== null;
  const options = { out, project, part, memory: NO_CACHE, hashes: new OutputHashes(out, effects) };
  const sealer = await Sealer.open(workspace, options, effects);
  const record = await sealer.prove(manifest);
  await writeRecord(out, record, effects);
  return { record, problems: record.breaks.map((one) => breakProblem(one, null)) };
}

function noManifest(): { record: SealRecord; problems: Problem[] } {
  const found = { ru: 'манифеста нет, или он повреждён', en: 'there is no manifest, or it is damaged' };
  const breaks: SealBreak[] = [{ code: 'seal-manifest-missing', file: MANIFEST, offset: null, found }];
  const looked = { terms: 0, figures: 0, figureDigits: 0, hashes: 0, unsearched: [] };
  return {
    record: { ok: false, state: '', looked, folders: [], mentions: [], breaks },
    problems: breaks.map((one) => breakProblem(one, null)),
  };
}
