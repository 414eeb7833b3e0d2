import { join } from 'node:path';
import type { Effects } from '../../types/effects.ts';
import { MANIFEST, type Manifest } from '../output/manifest.ts';
import { folderOf, type Listing } from '../standing/output-hashes.ts';
import { SHARD } from '../shards/shard.ts';
import type { Owner } from './words/terms.ts';

/** Written beside the manifest; see `seal`. */
export const SEAL = 'seal.json';

/** The agency's own site: nobody else is given it, and nothing of it may be in what others are given. */
export const INTERNAL = 'desk';

/** One folder a reader is given. */
export interface PublishedFolder {
  /** Relative to the output, e.g. `reports/alder`. */
  path: string;
  owner: Owner;
  /** Relative to the output, sorted. */
  files: string[];
}

/** A finished folder that waits to take its place in the output. */
export interface Waiting {
  /** Where it will stand, relative to the output. */
  path: string;
  /** Absolute path of the folder as it lies now. */
  staged: string;
  /** Entries of it that will be replaced, while the rest stays; `null` for the whole folder. */
  entries: string[] | null;
}

/** What is about to change in the output. */
export interface Change {
  waiting: readonly Waiting[];
  /** Folders that will be removed. */
  gone: readonly string[];
}

export interface Published {
  folders: PublishedFolder[];
  /** Files outside every published folder, but for the manifest and the seal. */
  stray: string[];
  /** Links of the file system: nobody knows what they will show. */
  links: string[];
  /** Absolute path of every file that still waits; the others lie in the output. */
  waiting: ReadonlyMap<string, string>;
}

/**
 * What stands in the output, by folder, once `change` is made. Owners are told by the manifest; unknown folders belong
 * to nobody.
 * @param standing what is there now
 */
export async function publishedFolders(
  standing: Listing,
  manifest: Manifest,
  change: Change,
  effects: Effects,
): Promise<Published> {
  const waiting = new Map<string, string>();
  for (const { path, staged, entries } of change.waiting) {
    for (const file of (await effects.fs.look(staged)).files) {
      if (entries === null || entries.includes(file.split('/')[0]!)) waiting.set(`${path}/${file}`, join(staged, file));
    }
  }
  const replaced = replacedBy(change);
  const byFolder = new Map<string, string[]>();
  for (const [folder, files] of standing.folders) {
    const left = replaced.has(folder) ? files.filter((file) => !isReplaced(file, replaced)) : files;
    if (left.length > 0) byFolder.set(folder, left);
  }
  for (const file of waiting.keys()) {
    const folder = folderOf(file);
    byFolder.set(folder, [...(byFolder.get(folder) ?? []), file]);
  }
  const owners = ownersOf(manifest);
  const folders = [...byFolder]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, files]) => ({
      path,
      owner: owners.get(path) ?? path,
      files: replaced.has(path) ? files.sort() : files,
    }));
  return {
    folders,
    stray: standing.stray.filter((file) => ![MANIFEST, SEAL, SHARD].includes(file)),
    links: standing.links.filter((file) => !isReplaced(file, replaced)),
    waiting,
  };
}

/** Folders of which something will be replaced: their entries, or `null` for everything. */
type Replaced = ReadonlyMap<string, string[] | null>;

function replacedBy({ waiting, gone }: Change): Replaced {
  const entries = new Map<string, string[] | null>(waiting.map((one) => [one.path, one.entries]));
  for (const folder of gone) entries.set(folder, null);
  return entries;
}

function isReplaced(file: string, replaced: Replaced): boolean {
  const folder = folderOf(file);
  const only = replaced.get(folder);
  return only !== undefined && (only === null || only.includes(file.slice(folder.length + 1).split('/')[0]!));
}

function ownersOf(manifest: Manifest): Map<string, Owner> {
  const owners = new Map<string, Owner>();
  for (const { site, client, outputs } of manifest.documents) {
    for (const { file } of outputs) {
      const folder = folderOf(file);
      // A site that is one folder belongs to all of its readers, whatever documents it has.
      if (folder !== '') owners.set(folder, folder === site ? site : `${site}/${client}`);
    }
  }
  return owners;
}
