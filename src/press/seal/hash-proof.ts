import type { Manifest } from '../manifest.ts';
import type { View } from './views.ts';
import type { Owner } from './vocabulary.ts';

/** Whose a file is, by its hash; `null` when several have the same bytes. */
export type HashOwners = ReadonlyMap<string, Owner | null>;

/** Hashes of every input that lies in a client's own folders, and of every output. */
export function hashOwners(manifest: Manifest): HashOwners {
  const owners = new Map<string, Owner | null>();
  const own = (hash: string, owner: Owner): void => {
    const known = owners.get(hash);
    if (known === undefined) owners.set(hash, owner);
    else if (known !== owner) owners.set(hash, null);
  };
  for (const { site, client, inputs, outputs } of manifest.documents) {
    const mine = [`/${client}/`, `/${client}.mdx`];
    for (const { file, sha256 } of inputs) {
      if (mine.some((part) => file.includes(part))) own(sha256, `${site}/${client}`);
    }
    for (const { sha256 } of outputs) own(sha256, `${site}/${client}`);
  }
  return owners;
}

export interface HashTrace {
  hash: string;
  owner: Owner;
  offset: number;
}

const HASH = /[0-9a-f]{64,}/gi;

/** Hashes of somebody else's files that a file names. */
export function foreignHashes(views: readonly View[], owner: Owner, owners: HashOwners): HashTrace[] {
  const found = new Map<string, HashTrace>();
  for (const { text, offset } of views) {
    for (const match of text.matchAll(HASH)) {
      if (match[0].length > 64) continue;
      const hash = match[0].toLowerCase();
      const whose = owners.get(hash);
      if (whose && whose !== owner && !found.has(hash))
        found.set(hash, { hash, owner: whose, offset: offset(match.index) });
    }
  }
  return [...found.values()];
}
