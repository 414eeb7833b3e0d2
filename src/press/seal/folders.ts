import { join } from 'node:path';
import type { Effects } from '../../types/effects.ts';
import { filesUnder } from '../inputs.ts';
import type { Manifest } from '../manifest.ts';
import { MANIFEST } from '../manifest.ts';
import { folderOf } from '../output-hashes.ts';
import { SHARD } from '../shard.ts';
import type { Owner } from './vocabulary.ts';

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
 */
export async function publishedFolders(
  out: string,
  manifest: Manifest,
  change: Change,
  effects: Effects,
): Promise<Published> {
  const waiting = new Map<string, string>();
  for (const { path, staged, entries } of change.waiting) {
    for (const file of await filesUnder(staged, '', effects)) {
      if (entries === null || entries.includes(file.split('/')[0]!)) waiting.set(`${path}/${file}`, join(staged, file));
    }
  }
  const standing = await standingFiles(out, effects);
  const replaced = replacedBy(change);
  const byFolder = new Map<string, string[]>();
  const stray: string[] = [];
  for (const file of [...standing.files.filter((one) => !replaced(one)), ...waiting.keys()]) {
    const folder = folderOf(file);
    if (folder !== '') byFolder.set(folder, [...(byFolder.get(folder) ?? []), file]);
    else if (![MANIFEST, SEAL, SHARD].includes(file)) stray.push(file);
  }
  const owners = ownersOf(manifest);
  const folders = [...byFolder]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, files]) => ({ path, owner: owners.get(path) ?? path, files: files.sort() }));
  return { folders, stray, links: standing.links.filter((one) => !replaced(one)), waiting };
}

async function standingFiles(out: string, effects: Effects): Promise<{ files: string[]; links: string[] }> {
  const files: string[] = [];
  const links: string[] = [];
  const walk = async (folder: string): Promise<void> => {
    for (const { name, kind } of await effects.fs.list(join(out, folder))) {
      const path = folder === '' ? name : `${folder}/${name}`;
      if (kind === 'folder') await walk(path);
      else (kind === 'link' ? links : files).push(path);
    }
  };
  await walk('');
  return { files, links };
}

function replacedBy({ waiting, gone }: Change): (file: string) => boolean {
  const entries = new Map<string, string[] | null>(waiting.map((one) => [one.path, one.entries]));
  for (const folder of gone) entries.set(folder, null);
  return (file) => {
    const folder = folderOf(file);
    const only = entries.get(folder);
    return only !== undefined && (only === null || only.includes(file.slice(folder.length + 1).split('/')[0]!));
  };
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
