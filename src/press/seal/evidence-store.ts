import type { Cache } from '../cache.ts';
import { sha256 } from '../inputs.ts';
import type { Evidence } from './folder-proof.ts';
import type { Reach } from './outward-proof.ts';

/**
 * Evidence of folders, kept by the bytes of every file and by all that was looked for in them. Only what is without
 * any break or mention is kept: everything else is read again each time.
 */
export class EvidenceStore {
  readonly #memory: Cache;
  readonly #common: string;

  /** @param looked everything that is looked for, and what looks */
  constructor(memory: Cache, looked: unknown[]) {
    this.#memory = memory;
    this.#common = sha256(JSON.stringify(['evidence', ...looked]));
  }

  /** `null` for a folder that is not what the manifest says: it is never taken for proven. */
  keyOf(
    { folder, hosts }: Reach,
    hashes: ReadonlyMap<string, string>,
    listed: ReadonlyMap<string, string>,
  ): string | null {
    const files = [...hashes];
    if (files.some(([file, hash]) => hash === '' || listed.get(file) !== hash)) return null;
    const reach = hosts === null ? null : [...hosts].sort();
    return sha256(JSON.stringify([this.#common, folder.path, folder.owner, reach, files]));
  }

  async recall(key: string): Promise<Evidence | null> {
    const content = await this.#memory.get(key);
    return content === null ? null : (JSON.parse(new TextDecoder().decode(content)) as Evidence);
  }

  /** @param read hashes of the bytes the evidence was taken from @param known those that `key` was made of */
  async keep(
    key: string,
    evidence: Evidence,
    read: ReadonlyMap<string, string>,
    known: ReadonlyMap<string, string>,
  ): Promise<void> {
    const same = [...known].every(([file, hash]) => read.get(file) === hash);
    if (!same || evidence.breaks.length > 0 || evidence.mentions.length > 0) return;
    await this.#memory.put(key, new TextEncoder().encode(JSON.stringify(evidence)));
  }
}
