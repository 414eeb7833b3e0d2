import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { PROJECT } from './command.ts';

/** Everything tests write lies here, inside what git ignores. */
const SCRATCH = join(PROJECT, '.accountpress', 'test');

/** An empty folder that is removed when the test that asked for it ends. */
export async function scratchFolder(name: string): Promise<string> {
  const folder = await makeScratch(name);
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** An empty folder whose maker removes it. */
export async function makeScratch(name: string): Promise<string> {
  await mkdir(SCRATCH, { recursive: true });
  return mkdtemp(join(SCRATCH, `${name}-`));
}

/** Writes files (path with `/` → content) under a folder; `null` removes one. */
export async function writeFiles(
  root: string,
  files: Iterable<readonly [string, string | Uint8Array | null]>,
): Promise<void> {
  for (const [path, content] of files) {
    const target = join(root, path);
    if (content === null) {
      await rm(target, { recursive: true });
      continue;
    }
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, content);
  }
}

/** Paths of all files under a folder, relative, with `/`, in code-unit order. */
export async function filesOf(root: string): Promise<string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}

/** Path → sha256 of every file under a folder. */
export async function hashesOf(root: string): Promise<Record<string, string>> {
  const hashes: Record<string, string> = {};
  for (const file of await filesOf(root)) hashes[file] = sha256(await readFile(join(root, file)));
  return hashes;
}

export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

export async function readJson<T>(file: string): Promise<T> {
  return JSON.parse(await readFile(file, 'utf8')) as T;
}
