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
  for (const { bytes } of views)
    for (const hash of bytes === null ? [] : hashesIn(bytes)) found.add(hash.toLowerCase());
  return [...found].map((hash) => ({ file, hash }));
}

/** Runs of exactly 64 hexadecimal digits. Any such run has a digit at a multiple of 64: only those are looked at. */
function hashesIn(bytes: Buffer): string[] {
  const found: string[] = [];
  for (let at = 0; at < bytes.length; at += LENGTH) {
    let [start, end] = [at, at];
    while (isDigit(bytes[end])) end++;
    if (end > at) while (isDigit(bytes[start - 1])) start--;
    if (end - start === LENGTH) found.push(bytes.toString('latin1', start, end));
    while (at + LENGTH < end) at += LENGTH;
  }
  return found;
}

function isDigit(byte: number | undefined): boolean {
  if (byte === undefined) return false;
  const letter = byte | 0x20;
  return (byte >= 0x30 && byte <= 0x39) || (letter >= 0x61 && letter <= 0x66);
}
