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
  if (only === null) {
    await replace(staged, target, join(out, `.${client}.new`), join(out, `.${client}.old`), effects);
    return;
  }
  for (const name of only) {
    const next = join(staged, name);
    if (!(await effects.fs.exists(next))) continue;
    await replace(next, join(target, name), join(target, `.${name}.new`), join(target, `.${name}.old`), effects);
  }
}

async function replace(from: string, to: string, next: string, old: string, effects: Effects): Promise<void> {
  await effects.fs.remove(next);
  await effects.fs.remove(old);
  await effects.fs.rename(from, next);
  if (await effects.fs.exists(to)) await effects.fs.rename(to, old);
  await effects.fs.rename(next, to);
  await effects.fs.remove(old);
}

/** Finishes what an interrupted build left half-way: a folder that lost its name gets it back, leftovers go. */
export async function recover(out: string, effects: Effects): Promise<void> {
  for (const entry of await effects.fs.list(out)) {
    const match = /^\.(.+)\.(new|old)$/.exec(entry.name);
    if (!match) continue;
    const whole = join(out, match[1]!);
    // Only the moment between the two renames leaves no folder under the real name; then `.new` is complete.
    if (match[2] === 'new' && !(await effects.fs.exists(whole))) await effects.fs.rename(join(out, entry.name), whole);
    else await effects.fs.remove(join(out, entry.name));
  }
}

/** Removes what no client of the workspace owns any more. */
export async function removeForeign(out: string, clients: Set<string>, effects: Effects): Promise<void> {
  for (const entry of await effects.fs.list(out)) {
    if (!clients.has(entry.name)) await effects.fs.remove(join(out, entry.name));
  }
}
