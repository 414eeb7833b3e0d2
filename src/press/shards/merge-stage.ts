import { join } from 'node:path';
import type { Effects } from '../../types/effects.ts';
import type { Problem } from '../../types/problem.ts';
import { filesUnder, sha256, type HashedFile } from '../inputs.ts';
import type { ManifestDocument } from '../output/manifest.ts';
import { unitOf, type Part } from './merge-parts.ts';
import { damagedPart, historyLost } from './merge-problems.ts';
import { folderOf, type OutputHashes } from '../standing/output-hashes.ts';
import type { StagedFolder, StagedSite } from '../output/staged.ts';

export interface MergeStage {
  parts: Part[];
  /** Documents in the manifest of the output. */
  earlier: ManifestDocument[];
  out: string;
  outputs: OutputHashes;
  /** Absolute path of the folder where copies wait. */
  stage: string;
  /** What the manifest says of a unit that failed; see `failedUnit`. @param documents the part's */
  failed(unit: string, documents: ManifestDocument[]): Promise<ManifestDocument[]>;
}

/** One site out of all parts: every file is compared with its hash, and copied where the output does not have it. */
export async function stageParts(
  site: string,
  merge: MergeStage,
  effects: Effects,
): Promise<Pick<StagedSite, 'units' | 'folders' | 'documents' | 'problems'>> {
  const { parts, earlier, stage } = merge;
  const units = parts[0]!.record.units.filter((unit) => unit.startsWith(`${site}/`));
  const staged = {
    units,
    folders: [] as StagedFolder[],
    documents: [] as ManifestDocument[],
    problems: [] as Problem[],
  };
  for (const unit of units) {
    const part = parts.find(({ manifest }) => manifest.documents.some((one) => unitOf(one) === unit))!;
    const documents = part.manifest.documents.filter((one) => unitOf(one) === unit);
    const lost = part.record.asked.periods === null ? [] : lostPeriods(unit, documents, earlier);
    if (lost.length > 0) staged.problems.push(historyLost(unit, lost));
    const files = documents.flatMap(({ outputs }) => outputs);
    if (files.length === 0) {
      staged.documents.push(...failedUnit(unit, earlier, documents));
      continue;
    }
    const path = folderOf(files[0]!.file);
    const stands = await standsAlready(path, files, merge, effects);
    for (const { file, sha256: hash } of files) {
      const bytes = await effects.fs.read(join(part.folder, file)).catch(() => null);
      if (bytes === null || sha256(bytes) !== hash) staged.problems.push(damagedPart(part.folder, file, CHANGED));
      else if (!stands) await effects.fs.write(join(stage, file), bytes);
    }
    if (stands) staged.documents.push(...documents);
    else
      staged.folders.push({
        ...waiting(unit, join(stage, path), path),
        documents,
        failed: await merge.failed(unit, documents),
      });
  }
  return staged;
}

/** Whether the output holds the very same folder. */
async function standsAlready(
  path: string,
  files: HashedFile[],
  { out, outputs }: MergeStage,
  effects: Effects,
): Promise<boolean> {
  if ((await filesUnder(out, path, effects)).length !== files.length) return false;
  for (const { file, sha256: hash } of files) if ((await outputs.of(file)) !== hash) return false;
  return true;
}

/** A failed unit keeps its earlier documents, marked; a new one has those its part has written of it. */
export function failedUnit(unit: string, earlier: ManifestDocument[], first: ManifestDocument[]): ManifestDocument[] {
  const before = earlier.filter((one) => unitOf(one) === unit);
  return before.length > 0 ? before.map((one) => ({ ...one, status: 'failed' })) : first;
}

const CHANGED = {
  ru: 'файла нет, или он не тот, что в манифесте части',
  en: 'the file is missing, or is not the one of the part’s manifest',
};

function waiting(unit: string, staged: string, path: string): Omit<StagedFolder, 'documents' | 'failed'> {
  const [site, id] = unit.split('/') as [string, string];
  const owner = site === 'reports' ? { client: id } : site === 'proposals' && id !== 'brief' ? { proposal: id } : {};
  return { path, staged, entries: null, owner, placed: async () => undefined };
}

/** Periods of a unit that stand in the output and that its part does not hold. */
function lostPeriods(unit: string, documents: ManifestDocument[], earlier: ManifestDocument[]): string[] {
  const has = new Set(documents.map(({ period }) => period));
  const before = earlier.filter((one) => unitOf(one) === unit && one.outputs.length > 0);
  return before.flatMap(({ period }) => (period === null || has.has(period) ? [] : period));
}
