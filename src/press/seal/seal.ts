import { join } from 'node:path';
import type { Effects } from '../../types/effects.ts';
import type { Problem } from '../../types/problem.ts';
import type { Workspace } from '../../types/workspace.ts';
import { sha256 } from '../inputs.ts';
import { MANIFEST, type Manifest } from '../manifest.ts';
import { breakProblem, type SealBreak } from './breaks.ts';
import { ownNumbers, type FigureProof } from './figure-proof.ts';
import { proveFolder, type ProvenFolder } from './folder-proof.ts';
import { publishedFolders, type Published } from './folders.ts';
import { hashOwners } from './hash-proof.ts';
import { proveManifest } from './manifest-proof.ts';
import { OwnWords } from './own-words.ts';
import { learnFigures, promises } from './promises.ts';
import { readRecord, writeRecord, type SealRecord } from './record.ts';
import { hostsOf, readSubjects } from './subjects.ts';
import { termProof } from './term-proof.ts';
import { vocabularyOf } from './vocabulary.ts';

export interface SealOptions {
  /** Absolute path of the output folder. */
  out: string;
  /** Absolute path of the engine. */
  project: string;
  /** Whether an earlier proof of the very same files may stand; only their hashes are compared then. */
  trust: boolean;
}

export interface SealResult {
  record: SealRecord;
  problems: Problem[];
}

/** To be raised whenever a proof looks for more than before, so that no earlier record stands for it. */
const PROOFS = 1;

/**
 * Proves of the output folder itself that nothing of one client is in another's folder, that every folder lives by
 * itself and holds nothing of the agency's inside, that its PDFs are whole, and that it is what the manifest says.
 * Writes `seal.json` beside the manifest.
 */
export async function seal(workspace: Workspace, options: SealOptions, effects: Effects): Promise<SealResult> {
  const { out, project } = options;
  const written = await readManifest(out, effects);
  if (written === null) return noManifest();
  const { manifest, bytes } = written;
  const subjects = await readSubjects(workspace, project, effects);
  const vocabulary = vocabularyOf(subjects);
  const terms = vocabulary.terms.map(({ text, kind, owners }) => [text, kind, [...owners].sort()]);
  const state = sha256(JSON.stringify([PROOFS, sha256(bytes), terms]));
  const published = await publishedFolders(out, manifest, effects);

  const earlier = options.trust ? await readRecord(out, effects) : null;
  if (earlier?.ok && earlier.state === state && (await unchanged(out, manifest, published, effects))) {
    return { record: earlier, problems: [] };
  }

  const listed = new Map(
    manifest.documents.flatMap(({ outputs }) => outputs.map(({ file, sha256 }) => [file, sha256])),
  );
  const figures = await learnFigures(out, published.folders, listed, effects);
  const hashes = hashOwners(manifest);
  const ownWords = new OwnWords(workspace.root, subjects.proposals, effects);
  const proofs = { out, terms: termProof(vocabulary.terms), figures, hashes, ownWords };
  const hosts = await hostsOf(subjects, effects);
  const proven = new Map<string, ProvenFolder>();
  for (const folder of published.folders) {
    const allowed = new Set([...(hosts.get('') ?? []), ...(hosts.get(folder.owner) ?? [])]);
    const numbers = new Set((await promises(out, folder, listed, effects)).flatMap(ownNumbers));
    const kept = manifest.documents.some(
      (one) => one.status === 'failed' && `${one.site}/${one.client}` === folder.owner,
    );
    const reach = { folder, files: new Set(folder.files), hosts: kept ? null : allowed, numbers };
    proven.set(folder.path, await proveFolder(reach, proofs, effects));
  }
  const breaks = [...proven.values()].flatMap((one) => one.breaks);
  breaks.push(...figureBreaks(figures));
  breaks.push(...proveManifest(manifest, published, new Map([...proven.values()].flatMap((one) => [...one.hashes]))));
  breaks.sort(byPlace);
  const looked = {
    terms: vocabulary.terms.length,
    ...{ figures: figures.count, figureDigits: figures.digits, hashes: hashes.size },
    unsearched: vocabulary.unsearched,
  };
  const record = recordOf(state, looked, published, proven, breaks);
  await writeRecord(out, record, effects);
  return { record, problems: breaks.map(breakProblem) };
}

async function readManifest(out: string, effects: Effects): Promise<{ manifest: Manifest; bytes: Uint8Array } | null> {
  const path = join(out, MANIFEST);
  if (!(await effects.fs.exists(path))) return null;
  const bytes = await effects.fs.read(path);
  try {
    const manifest = JSON.parse(new TextDecoder().decode(bytes)) as Manifest;
    return Array.isArray(manifest.documents) ? { manifest, bytes } : null;
  } catch {
    return null;
  }
}

function noManifest(): SealResult {
  const found = { ru: 'манифеста нет, или он повреждён', en: 'there is no manifest, or it is damaged' };
  const breaks = [{ code: 'seal-manifest-missing', file: MANIFEST, offset: null, found }];
  const looked = { terms: 0, figures: 0, figureDigits: 0, hashes: 0, unsearched: [] };
  return {
    record: { ok: false, state: '', looked, folders: [], mentions: [], breaks },
    problems: breaks.map(breakProblem),
  };
}

function figureBreaks(figures: FigureProof): SealBreak[] {
  return figures.proven().map(({ file, owner, value, offset }) => ({
    code: 'seal-leak-figure',
    file,
    offset,
    found: { ru: `цифра из ${owner}: ${value}`, en: `a figure of ${owner}: ${value}` },
  }));
}

async function unchanged(out: string, manifest: Manifest, published: Published, effects: Effects): Promise<boolean> {
  const hashes = new Map<string, string>();
  for (const file of published.folders.flatMap(({ files }) => files)) {
    hashes.set(file, sha256(await effects.fs.read(join(out, file))));
  }
  return proveManifest(manifest, published, hashes).length === 0;
}

function recordOf(
  state: string,
  looked: SealRecord['looked'],
  published: Published,
  proven: ReadonlyMap<string, ProvenFolder>,
  breaks: SealBreak[],
): SealRecord {
  const folders = published.folders.map(({ path, owner, files }) => ({
    ...{ folder: path, owner, files: files.length, bytes: proven.get(path)!.bytes },
    breaks: breaks.filter(({ file }) => file.startsWith(`${path}/`)).length,
  }));
  const mentions = published.folders.flatMap(({ path }) =>
    [...new Set(proven.get(path)!.mentions)].sort().map((text) => ({ folder: path, text })),
  );
  return { ok: breaks.length === 0, state, looked, folders, mentions, breaks };
}

function byPlace(a: SealBreak, b: SealBreak): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return (a.offset ?? 0) - (b.offset ?? 0) || (a.code < b.code ? -1 : 1);
}
