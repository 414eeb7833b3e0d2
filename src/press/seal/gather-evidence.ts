import type { Effects, Sight } from '../../types/effects.ts';
import { inParallel } from '../in-parallel.ts';
import { listedFiles, type Manifest } from '../output/manifest.ts';
import type { OutputHashes } from '../standing/output-hashes.ts';
import type { EvidenceStore } from './evidence-store.ts';
import type { Evidence } from './folder-proof.ts';
import { INTERNAL, type Published, type PublishedFolder } from './folders.ts';
import type { Reach } from './proofs/outward-proof.ts';
import { proveFolders, type ProofKit, type ProvingHere, type ProvingThreads } from './prove-folders.ts';
import type { Owner } from './words/terms.ts';

/** What every folder of an output shows. */
export interface Gathered {
  /** By folder. */
  evidence: Map<string, Evidence>;
  /** Of every file, by folder. */
  hashes: Map<string, ReadonlyMap<string, string>>;
}

/** What folders are proven with, whatever stands in the output. */
export interface Means {
  kit: Omit<ProofKit, 'waiting' | 'listed'>;
  /** Hosts that the folders of each owner may lead to. */
  hosts: ReadonlyMap<Owner, ReadonlySet<string>>;
  store: EvidenceStore;
  hashes: OutputHashes;
  /** What all folders that this thread proves share. */
  here: ProvingHere;
  /** Begun before there was anything to prove. */
  threads: ProvingThreads | undefined;
  /** Folders that were looked at, by what is known of their files: mostly the same ones are looked at again. */
  looked: WeakMap<ReadonlyMap<string, string>, LookedAt>;
}

/** A folder that was looked at. */
type LookedAt = Omit<Looked, 'earlier'>;

/** Folders whose files are hashed at once. */
const READ_AT_ONCE = 8;

/** Of folders of which nothing changes, what is known of the very same files; of nobody else. */
export async function recallEvidence(
  manifest: Manifest,
  published: Published,
  means: Means,
): Promise<{ owner: Owner; evidence: Evidence }[]> {
  const looked = await lookAt(manifest, published, means);
  return looked.flatMap(({ folder: { owner }, earlier }) => (earlier === null ? [] : [{ owner, evidence: earlier }]));
}

/** Takes the evidence of every folder: what is known of the very same files, and anew of all others. */
export async function gatherEvidence(
  manifest: Manifest,
  published: Published,
  means: Means,
  effects: Effects,
): Promise<Gathered> {
  const { store } = means;
  const looked = await lookAt(manifest, published, means);
  const kit: ProofKit = { ...means.kit, waiting: published.waiting, listed: listedFiles(manifest) };
  const unknown = looked.filter(({ earlier }) => !earlier);
  const open = unknown.map(({ folder, hosts }): Reach => ({ folder, hosts, files: new Set(folder.files) }));
  const sights = await sightsOf(open, published, effects);
  const found = await proveFolders(open, kit, effects, { begun: means.threads, here: means.here });
  for (const [file, hash] of found.flatMap((one) => [...one.hashes])) {
    if (sights.has(file)) means.hashes.arriving(file, sights.get(file)!, hash);
  }
  const proven = new Map(found.map((one, at) => [unknown[at]!, one]));
  const evidence = new Map<string, Evidence>();
  const hashes = new Map<string, ReadonlyMap<string, string>>();
  for (const one of looked) {
    const { folder, known, key, earlier } = one;
    const now = proven.get(one);
    if (now && key !== null) store.learn(key, now.evidence, now.hashes, known);
    evidence.set(folder.path, earlier ?? now!.evidence);
    hashes.set(folder.path, now?.hashes ?? known);
  }
  store.stands(looked.flatMap(({ key }) => key ?? []));
  return { evidence, hashes };
}

/** One folder before it is proven. */
interface Looked extends Pick<Reach, 'folder' | 'hosts'> {
  known: ReadonlyMap<string, string>;
  key: string | null;
  earlier: Evidence | null;
}

/** The agency's own site may say everything; only its files are looked for elsewhere. */
const NOTHING_PROVEN: Evidence = {
  ...{ bytes: 0, breaks: [], mentions: [], named: [] },
  prints: { telling: new Uint32Array(0), others: new Uint32Array(0), seen: new Uint32Array(0) },
};

/** By their places. */
async function lookAt(manifest: Manifest, published: Published, means: Means): Promise<Looked[]> {
  const { hosts, store, hashes } = means;
  const failed = manifest.documents.filter(({ status }) => status === 'failed');
  const kept = new Set(failed.map(({ site, client }) => `${site}/${client}`));
  const listed = listedFiles(manifest);
  const looked: Looked[] = [];
  await inParallel(published.folders.entries(), READ_AT_ONCE, async ([place, folder]) => {
    const known = await hashesOf(folder, published, listed, hashes);
    const failed = kept.has(folder.owner);
    let now = means.looked.get(known);
    if (now === undefined || !isStill(now, folder, failed, listed)) {
      const allowed = new Set([...(hosts.get('') ?? []), ...(hosts.get(folder.owner) ?? [])]);
      const reach = { folder, hosts: failed ? null : allowed };
      now = { ...reach, known, key: store.keyOf(reach, known, listed) };
      means.looked.set(known, now);
    }
    const recalled = now.key === null ? null : await store.recall(now.key);
    looked[place] = { ...now, earlier: folder.path === INTERNAL ? NOTHING_PROVEN : recalled };
  });
  return looked;
}

/** Whether what was found of a folder, by the same hashes of its files, holds for the folder as it is told of now. */
function isStill(
  { folder: before, hosts, known, key }: LookedAt,
  { path, owner, files }: PublishedFolder,
  failed: boolean,
  listed: ReadonlyMap<string, string>,
): boolean {
  const same = before.path === path && before.owner === owner && before.files.length === files.length;
  if (!same || key === null || failed !== (hosts === null)) return false;
  return files.every((file) => known.get(file) === listed.get(file));
}

/** What files that wait look like before they are read. */
async function sightsOf(open: readonly Reach[], { waiting }: Published, effects: Effects): Promise<Map<string, Sight>> {
  const sights = new Map<string, Sight>();
  for (const file of open.flatMap(({ folder }) => folder.files)) {
    const path = waiting.get(file);
    if (path !== undefined) sights.set(file, await effects.fs.look(path));
  }
  return sights;
}

/** Of what waits the manifest has just been told: it is looked at when it has taken its place. */
async function hashesOf(
  { path, files }: PublishedFolder,
  { waiting }: Published,
  listed: ReadonlyMap<string, string>,
  hashes: OutputHashes,
): Promise<ReadonlyMap<string, string>> {
  const known = files.some((file) => waiting.has(file)) ? null : await hashes.known(path, files);
  if (known !== null) return known;
  const each = new Map<string, string>();
  for (const file of files) each.set(file, (waiting.has(file) ? listed.get(file) : await hashes.of(file)) ?? '');
  return each;
}
