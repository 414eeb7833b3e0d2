import { join } from 'node:path';
import type { Effects } from '../../types/effects.ts';
import type { Manifest } from '../manifest.ts';
import { MANIFEST } from '../manifest.ts';
import type { Owner } from './vocabulary.ts';

/** Written beside the manifest; see `seal`. */
export const SEAL = 'seal.json';

/** One folder a reader is given. */
export interface PublishedFolder {
  /** Relative to the output, e.g. `reports/alder`. */
  path: string;
  owner: Owner;
  /** Relative to the output, sorted. */
  files: string[];
}

export interface Published {
  folders: PublishedFolder[];
  /** Files outside every published folder, but for the manifest and the seal. */
  stray: string[];
  /** Links of the file system: nobody knows what they will show. */
  links: string[];
}

/** What stands in the output, by folder. Owners are told by the manifest; unknown folders belong to nobody. */
export async function publishedFolders(out: string, manifest: Manifest, effects: Effects): Promise<Published> {
  const owners = new Map<string, Owner>();
  for (const { site, client, outputs } of manifest.documents) {
    for (const { file } of outputs) owners.set(file.split('/').slice(0, 2).join('/'), `${site}/${client}`);
  }
  const published: Published = { folders: [], stray: [], links: [] };
  const byFolder = new Map<string, string[]>();
  const walk = async (folder: string): Promise<void> => {
    for (const { name, kind } of await effects.fs.list(join(out, folder))) {
      const path = folder === '' ? name : `${folder}/${name}`;
      if (kind === 'link') published.links.push(path);
      else if (kind === 'folder') await walk(path);
      else if (path.split('/').length < 3) {
        if (path !== MANIFEST && path !== SEAL) published.stray.push(path);
      } else {
        const own = path.split('/').slice(0, 2).join('/');
        byFolder.set(own, [...(byFolder.get(own) ?? []), path]);
      }
    }
  };
  await walk('');
  published.folders = [...byFolder]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, files]) => ({ path, owner: owners.get(path) ?? path, files: files.sort() }));
  return published;
}
