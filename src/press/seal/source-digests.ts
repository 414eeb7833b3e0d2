import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Effects } from '../../types/effects.ts';
import { own, type HashOwners, type OwnSource } from './hash-proof.ts';
import type { Owner } from './vocabulary.ts';

/** Hashes that the manifest does not hold and other programs tell files by. */
const ALGORITHMS = ['md5', 'sha1'];

/** Whose a source is, by its MD5 and its SHA-1. Reads all of them: only where something that may be one was seen. */
export async function sourceDigests(
  sources: readonly OwnSource[],
  root: string,
  effects: Effects,
): Promise<HashOwners> {
  const owners = new Map<string, Owner | null>();
  const read = new Map<string, string[]>();
  for (const { owner, file } of sources) {
    const digests = read.get(file) ?? (await digestsOf(join(root, file), effects));
    read.set(file, digests);
    for (const digest of digests) own(owners, digest, owner);
  }
  return owners;
}

/** None of a file that is gone, nor of an empty one, which is like any other. */
async function digestsOf(path: string, { fs }: Effects): Promise<string[]> {
  if (!(await fs.exists(path)) || (await fs.size(path)) === 0) return [];
  const hashes = ALGORITHMS.map((name) => createHash(name));
  for await (const piece of fs.chunks(path)) for (const hash of hashes) hash.update(piece);
  return hashes.map((hash) => hash.digest('hex'));
}
