import { join } from 'node:path';
import type { Effects } from '../types/effects.ts';

/**
 * Puts one client's finished folder into place: it is moved beside the old one first, then the two change names,
 * so that a reader finds either the whole old folder or the whole new one.
 * With `only`, just those entries of the folder are replaced and the rest stays.
 */
export async function publishClient(
  folders: { staged: string; out: string; client: string },
  only: string[] | null,
  effects: Effects,
): Promise<void> {
  const { staged, out, client } = folders;
  const target = join(out, client);
  if (only === null) return publishFolder({ staged, out, name: client }, effects);
  for (const name of only) {
    const next = join(staged, name);
    if (!(await effects.fs.exists(next))) continue;
    await replace(next, join(target, name), join(target, `.${name}.new`), join(target, `.${name}.old`), effects);
  }
}

/** Puts a whole finished folder into place under `name`. */
export async function publishFolder(
  { staged, out, name }: { staged: string; out: string; name: string },
  effects: Effects,
): Promise<void> {
  await replace(staged, join(out, name), join(out, `.${name}.new`), join(out, `.${name}.old`), effects);
}

async function replace(from: string, to: string, next: string, old: string, effects: Effects): Promise<void> {
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

/** Removes folders that earlier builds made and that belong to nothing any more; whatever no build made is left alone. */
export async function removeGone(out: string, folders: string[], effects: Effects): Promise<void> {
  for (const name of folders) await effects.fs.remove(join(out, name));
}
