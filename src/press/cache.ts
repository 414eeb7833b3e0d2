import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { systemFault } from '../effects/system-fault.ts';
import type { Effects } from '../types/effects.ts';
import { filesUnder, sha256 } from './inputs.ts';
import { sweepCache } from './sweep-cache.ts';

/**
 * Finished pieces kept between builds, by the hash of everything they were made of. Safe to delete, to share and to
 * use from two builds at once: an entry is written in one step, carries a hash of its key and content, and one that
 * does not agree with itself, or cannot be read, is as good as absent. What cannot be kept is made again next time.
 */
export interface Cache {
  get(key: string): Promise<Uint8Array | null>;
  put(key: string, content: Uint8Array): Promise<void>;
  /** True when there is nothing to get: no build has kept anything. */
  empty(): Promise<boolean>;
  /** Removes what has not been used for long and, when there is too much, what was used longest ago; once a day. */
  sweep(): Promise<void>;
}

/** Remembers nothing: `--no-cache`. */
export const NO_CACHE: Cache = {
  get: async () => null,
  put: async () => undefined,
  empty: async () => true,
  sweep: async () => undefined,
};

/** Entries lie in folders named by the first letters of their keys; other folders are Node's own. */
const SHELF = /^[0-9a-f]{2}$/;

const HASH_LENGTH = 64;

/** One that was taken from another place, or cut short, has another hash than it carries. */
const hashOf = (key: string, content: Uint8Array): string =>
  createHash('sha256').update(`${key}\n`).update(content).digest('hex');

export function folderCache(folder: string, effects: Effects): Cache {
  const pathOf = (key: string) => join(folder, key.slice(0, 2), key);
  return {
    async get(key) {
      const entry = await unlessRefused(effects.fs.read(pathOf(key)));
      const content = entry?.subarray(HASH_LENGTH);
      if (!entry || !content) return null;
      if (new TextDecoder().decode(entry.subarray(0, HASH_LENGTH)) !== hashOf(key, content)) return null;
      await unlessRefused(effects.fs.use(pathOf(key)));
      return content;
    },
    async put(key, content) {
      const entry = Buffer.concat([Buffer.from(hashOf(key, content)), content]);
      await unlessRefused(effects.fs.write(pathOf(key), entry));
    },
    async empty() {
      const entries = await unlessRefused(effects.fs.list(folder));
      return !entries?.some(({ name }) => SHELF.test(name));
    },
    sweep: async () => void (await unlessRefused(sweepCache(folder, effects))),
  };
}

/** `null` when the disk refuses, or another build has swept the entry away: a build goes on without its cache. */
async function unlessRefused<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    if (systemFault(error, '') === null) throw error;
    return null;
  }
}

/** Changes with any line of the engine or version of a dependency: what was made before is made again. */
export async function engineFingerprint(project: string, effects: Effects): Promise<string> {
  const sources = ['src', 'astro.config.mjs', 'package-lock.json'];
  const traces = await Promise.all(sources.map((source) => effects.fs.trace(join(project, source))));
  const seen = JSON.stringify([project, ...traces]);
  if (latest?.seen === seen && !traces.includes(null)) return latest.fingerprint;
  const files = [...(await filesUnder(project, 'src', effects)), ...sources.slice(1)];
  const hashes = await Promise.all(
    files.map(async (file) => `${file} ${sha256(await effects.fs.read(join(project, file)))}`),
  );
  latest = { seen, fingerprint: sha256(hashes.join('\n')) };
  return latest.fingerprint;
}

/** A build asks several times; the sources are read again when they look otherwise. */
let latest: { seen: string; fingerprint: string } | undefined;
