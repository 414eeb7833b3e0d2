import { basename, dirname, join } from 'node:path';
import type { Effects } from '../types/effects.ts';
import type { Waiting } from './seal/folders.ts';

/**
 * Puts a finished folder into place: it is moved beside the old one first, then the two change names, so that a reader
 * finds either the whole old folder or the whole new one. Where only some entries of it were made, those alone are
 * replaced, one after another, and the rest stays.
 * @param out the output folder, which `path` is relative to
 */
export async function publish(out: string, { path, staged, entries }: Waiting, effects: Effects): Promise<void> {
  const target = join(out, path);
  if (entries === null) return replace(staged, target, effects);
  for (const name of entries) {
    const next = join(staged, name);
    if (await effects.fs.exists(next)) await replace(next, join(target, name), effects);
  }
}

async function replace(from: string, to: string, effects: Effects): Promise<void> {
  const beside = (end: string) => join(dirname(to), `.${basename(to)}.${end}`);
  const [next, old] = [beside('new'), beside('old')];
  await effects.fs.remove(next);
  await effects.fs.remove(old);
  await effects.fs.rename(from, next);
  if (await effects.fs.exists(to)) await effects.fs.rename(to, old);
  await effects.fs.rename(next, to);
  await effects.fs.remove(old);
}

/**
 * Finishes what an interrupted build left half-way, in `out` and in each client's folder: a folder that lost its name
 * gets it back, leftovers go.
 */
export async function recover(out: string, effects: Effects): Promise<void> {
  await recoverFolder(out, effects);
  for (const entry of await effects.fs.list(out)) {
    if (entry.kind === 'folder') await recoverFolder(join(out, entry.name), effects);
  }
}

/** What `Files.write`, `copy` and a `rename` from another disk leave when they are killed. */
const TEMPORARY = /^\..+\.[0-9a-f]{12}\.tmp$/;

async function recoverFolder(folder: string, effects: Effects): Promise<void> {
  for (const { name } of await effects.fs.list(folder)) {
    if (TEMPORARY.test(name)) await effects.fs.remove(join(folder, name));
    const match = TEMPORARY.test(name) ? null : /^\.(.+)\.(new|old)$/.exec(name);
    if (!match) continue;
    const whole = join(folder, match[1]!);
    // Only between the two renames does nothing bear the real name; then `.new` is complete.
    if (match[2] === 'new' && !(await effects.fs.exists(whole))) await effects.fs.rename(join(folder, name), whole);
    else await effects.fs.remove(join(folder, name));
  }
}
