import { join } from 'node:path';
import type { Effects } from '../types/effects.ts';
import { filesUnder, sha256 } from './inputs.ts';

/**
 * Finished pieces kept between builds, by the hash of everything they were made of. Safe to delete, to share and to
 * use from two builds at once: an entry is written in one step, carries the hash of its content, and one that does
 * not agree with itself is as good as absent.
 */
export interface Cache {
  get(key: string): Promise<Uint8Array | null>;
  put(key: string, content: Uint8Array): Promise<void>;
}

/** Remembers nothing: `--no-cache`. */
export const NO_CACHE: Cache = { get: async () => null, put: async () => undefined };

const HASH_LENGTH = 64;

export function folderCache(folder: string, effects: Effects): Cache {
  const pathOf = (key: string) => join(folder, key.slice(0, 2), key);
  return {
    async get(key) {
      if (!(await effects.fs.exists(pathOf(key)))) return null;
      const entry = await effects.fs.read(pathOf(key));
      const content = entry.subarray(HASH_LENGTH);
      return new TextDecoder().decode(entry.subarray(0, HASH_LENGTH)) === sha256(content) ? content : null;
    },
    async put(key, content) {
      await effects.fs.write(pathOf(key), Buffer.concat([Buffer.from(sha256(content)), content]));
    },
  };
}

/** Changes with any line of the engine or version of a dependency: what was made before is made again. */
export async function engineFingerprint(project: string, effects: Effects): Promise<string> {
  const files = [...(await filesUnder(project, 'src', effects)), 'astro.config.mjs', 'package-lock.json'];
  const hashes = await Promise.all(
    files.map(async (file) => `${file} ${sha256(await effects.fs.read(join(project, file)))}`),
  );
  return sha256(hashes.join('\n'));
}
