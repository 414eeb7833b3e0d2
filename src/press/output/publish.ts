import { basename, dirname, join } from 'node:path';
import type { Effects } from '../../types/effects.ts';
import { MANIFEST } from './manifest.ts';
import { SITES } from '../options.ts';
import { SEAL, type Waiting } from '../seal/folders.ts';
import { folderOf, OutputHashes } from '../standing/output-hashes.ts';
import { SHARD } from '../shards/shard.ts';

/**
 * Puts a finished folder into place: in one step where nothing stands yet, else it is moved beside the old one first,
 * then the two change names, so that a reader finds either the whole old folder or the whole new one. Where only some
 * entries of one that stands were made, those alone are replaced, one after another, and the rest stays.
 * @param out the output folder, which `path` is relative to
 */
export async function publish(out: string, { path, staged, entries }: Waiting, effects: Effects): Promise<void> {
  const target = join(out, path);
  const first = !(await effects.fs.exists(target));
  if (entries === null || first) return replace(staged, target, effects);
  for (const name of entries) {
    const next = join(staged, name);
    if (await effects.fs.exists(next)) await replace(next, join(target, name), effects);
  }
}

async function replace(from: string, to: string, effects: Effects): Promise<void> {
  if (!(await effects.fs.exists(to))) return effects.fs.rename(from, to);
  const beside = (end: string) => join(dirname(to), `.${basename(to)}.${end}`);
  const [next, old] = [beside('new'), beside('old')];
  await effects.fs.remove(next);
  await effects.fs.remove(old);
  await effects.fs.rename(from, next);
  await effects.fs.rename(to, old);
  await effects.fs.rename(next, to);
  await effects.fs.remove(old);
}

/**
 * Finishes what an interrupted build left half-way in the output: a folder that lost its name gets it back, leftovers
 * go. A site that is one folder changes its name in the output itself; beside the sites only the files that builds write
 * are looked at, for the folder may be anybody's.
 * @param hashes of the output: what is as a build has left it that came to its end has nothing half-way
 */
export async function recoverOutput(
  out: string,
  effects: Effects,
  hashes: OutputHashes = new OutputHashes(out, effects),
): Promise<void> {
  await recoverFolder(out, effects, [...SITES, MANIFEST, SEAL, SHARD]);
  for (const site of SITES) {
    await recoverFolder(join(out, site), effects);
    const folders = (await effects.fs.list(join(out, site))).filter(({ kind }) => kind === 'folder');
    await hashes.ahead(folders.map(({ name }) => `${site}/${name}`));
    for (const { name } of folders) await recoverWithin(`${site}/${name}`, { out, hashes }, effects);
  }
}

/** @param path relative to the output */
async function recoverWithin(
  path: string,
  { out, hashes }: { out: string; hashes: OutputHashes },
  effects: Effects,
): Promise<void> {
  const folder = folderOf(`${path}/`);
  if (await hashes.isAsLeft(folder)) return;
  if (await recoverFolder(join(out, path), effects)) hashes.forget(folder);
}

/** What `Files.write`, `copy` and a `rename` from another disk leave when they are killed. */
const TEMPORARY = /^\.(.+)\.[0-9a-f]{12}\.tmp$/;

/** @param only names that are looked after; all when not given @returns whether anything was left half-way */
async function recoverFolder(folder: string, effects: Effects, only?: readonly string[]): Promise<boolean> {
  let found = false;
  for (const { name } of await effects.fs.list(folder)) {
    const [, temporary] = TEMPORARY.exec(name) ?? [];
    const [, whole, end] = temporary === undefined ? (/^\.(.+)\.(new|old)$/.exec(name) ?? []) : [];
    const own = temporary ?? whole;
    if (own === undefined || only?.includes(own) === false) continue;
    found = true;
    // Only between the two renames does nothing bear the real name; then `.new` is complete.
    if (end === 'new' && !(await effects.fs.exists(join(folder, own)))) {
      await effects.fs.rename(join(folder, name), join(folder, own));
    } else await effects.fs.remove(join(folder, name));
  }
  return found;
}
