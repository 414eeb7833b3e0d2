import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Effects } from '../types/effects.ts';
import { unreadable } from '../workspace/unreadable.ts';

/** One input or output in the manifest. `file` is relative to the workspace or to the output folder. */
export interface HashedFile {
  file: string;
  sha256: string;
}

export function sha256(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}

/** The sha256 of plain data; the order of an object's properties counts. */
export const hashOf = (value: unknown): string => sha256(JSON.stringify(value));

/**
 * Every file under `folder` (relative to `root`, with `/`), in code-unit order of their paths. Links are not followed;
 * a folder that may not be read has no files.
 */
export async function filesUnder(root: string, folder: string, effects: Effects): Promise<string[]> {
  const found: string[] = [];
  for (const entry of (await readable(effects.fs.list(join(root, folder)))) ?? []) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.kind === 'folder') found.push(...(await filesUnder(root, path, effects)));
    else if (entry.kind === 'file') found.push(path);
  }
  return found.sort();
}

/** One output in the manifest. */
export type Output = HashedFile & { bytes: number };

/** Hash and size of what was written into a file. */
export type Written = Omit<Output, 'file'>;

export const writtenOf = (content: Uint8Array): Written => ({ sha256: sha256(content), bytes: content.byteLength });

/**
 * Files that wait in `stage`, hashed and measured, by the names they will have under the site's folder.
 * @param known files that need not be read, since whoever wrote them tells
 */
export async function hashedOutputs(
  stage: string,
  files: readonly string[],
  site: string,
  effects: Effects,
  known: ReadonlyMap<string, Written> = new Map(),
): Promise<Output[]> {
  const outputs: Output[] = [];
  for (const file of files) {
    const written = known.get(file) ?? writtenOf(await effects.fs.read(join(stage, file)));
    outputs.push({ file: `${site}/${file}`, ...written });
  }
  return outputs;
}

/** Hashes files of one root, each once, however many documents use it. */
export class InputHashes {
  readonly root: string;
  readonly #effects: Effects;
  readonly #known = new Map<string, Promise<string | null>>();

  constructor(root: string, effects: Effects) {
    this.root = root;
    this.#effects = effects;
  }

  /** The existing ones of `files` that may be read, hashed and sorted by path. */
  async of(files: Iterable<string>): Promise<HashedFile[]> {
    const hashed: HashedFile[] = [];
    for (const file of [...new Set(files)].sort()) {
      // A link that leads in a circle neither exists nor is absent; it is told of where the file is read.
      if (!(await readable(this.#effects.fs.exists(join(this.root, file))))) continue;
      let hash = this.#known.get(file);
      if (!hash) {
        hash = readable(hashOfFile(join(this.root, file), this.#effects));
        this.#known.set(file, hash);
      }
      const found = await hash;
      if (found !== null) hashed.push({ file, sha256: found });
    }
    return hashed;
  }
}

/** Larger files are hashed in pieces; for small ones a stream costs more than the hash. */
const HELD_WHOLE = 4 * 1024 * 1024;

async function hashOfFile(path: string, { fs }: Effects): Promise<string> {
  return (await fs.size(path)) <= HELD_WHOLE ? sha256(await fs.read(path)) : hashOfPieces(fs.chunks(path));
}

/** The sha256 of what comes in pieces. */
export async function hashOfPieces(pieces: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash('sha256');
  for await (const bytes of pieces) hash.update(bytes);
  return hash.digest('hex');
}

/** What was read; `null` where reading is not allowed, which the loader of the workspace has told already. */
async function readable<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading;
  } catch (error) {
    unreadable(error);
    return null;
  }
}
