import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Effects } from '../../../types/effects.ts';
import type { Cache } from '../../cache.ts';
import { sha256 as hashOf } from '../../inputs.ts';
import type { Owner } from '../words/terms.ts';
import { own, type HashOwners, type OwnSource } from './hash-proof.ts';

/** MD5 and SHA-1 of a file: hashes that the manifest does not hold and other programs tell files by. */
type Digests = readonly [md5: string, sha1: string];

/** Larger files are read in pieces. */
const AT_ONCE_BYTES = 1 << 24;

/** MD5 and SHA-1 of sources, kept from build to build by their SHA-256, all of one output in one piece. */
export class SourceDigests {
  readonly #memory: Cache;
  readonly #place: string;
  readonly #root: string;
  readonly #effects: Effects;

  /** @param out absolute path of the output @param root that of the workspace */
  constructor(memory: Cache, { out, root }: { out: string; root: string }, effects: Effects) {
    this.#memory = memory;
    this.#place = hashOf(JSON.stringify(['source digests', out]));
    this.#root = root;
    this.#effects = effects;
  }

  /** Whose a source is, by its MD5 and its SHA-1. To be asked only where something that may be one was seen. */
  async ownersOf(sources: readonly OwnSource[]): Promise<HashOwners> {
    const owners = new Map<string, Owner | null>();
    const content = await this.#memory.get(this.#place);
    const before = content === null ? {} : (JSON.parse(new TextDecoder().decode(content)) as Record<string, Digests>);
    const now: Record<string, Digests> = {};
    for (const { owner, file, sha256 } of sources) {
      const known = now[sha256] ?? before[sha256];
      const { digests, same } = known ? { digests: known, same: true } : await this.#read(file, sha256);
      if (same) now[sha256] = digests!;
      for (const digest of digests ?? []) own(owners, digest, owner);
    }
    const changed =
      Object.keys(now).some((one) => !(one in before)) || Object.keys(before).some((one) => !(one in now));
    if (changed) await this.#memory.put(this.#place, new TextEncoder().encode(JSON.stringify(now)));
    return owners;
  }

  /** None of a file that is gone, nor of an empty one, which is like any other; `same` when it is what the manifest says. */
  async #read(file: string, sha256: string): Promise<{ digests: Digests | null; same: boolean }> {
    const { fs } = this.#effects;
    const path = join(this.#root, file);
    const size = (await fs.exists(path)) ? await fs.size(path) : 0;
    if (size === 0) return { digests: null, same: false };
    const [md5, sha1, own] = [createHash('md5'), createHash('sha1'), createHash('sha256')];
    const pieces = size > AT_ONCE_BYTES ? fs.chunks(path) : [await fs.read(path)];
    for await (const piece of pieces) for (const hash of [md5, sha1, own]) hash.update(piece);
    return { digests: [md5.digest('hex'), sha1.digest('hex')], same: own.digest('hex') === sha256 };
  }
}
