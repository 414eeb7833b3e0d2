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

/** The hash of some file, written in a file. */
export interface NamedHash {
  file: string;
  hash: string;
}

const LENGTH = 64;

/** Every hash a file names, once. */
export function namedHashes(file: string, views: readonly View[]): NamedHash[] {
  const found = new Set<string>();
  for (const { text } of views) for (const hash of hashesIn(text)) found.add(hash.toLowerCase());
  return [...found].map((hash) => ({ file, hash }));
}

/** Runs of exactly 64 hexadecimal digits. Any such run has a digit at a multiple of 64: only those are looked at. */
function hashesIn(text: string): string[] {
  const found: string[] = [];
  for (let at = 0; at < text.length; at += LENGTH) {
    let [start, end] = [at, at];
    while (isDigit(text, end)) end++;
    if (end > at) while (isDigit(text, start - 1)) start--;
    if (end - start === LENGTH) found.push(text.slice(start, end));
    while (at + LENGTH < end) at += LENGTH;
  }
  return found;
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (code >= 48 && code <= 57) || (code >= 97 && code <= 102) || (code >= 65 && code <= 70);
}
