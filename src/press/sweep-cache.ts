import { join } from 'node:path';
import { COMPILED } from '../effects/compiled.ts';
import type { Effects, Usage } from '../types/effects.ts';

const DAY_MS = 24 * 60 * 60_000;

export interface SweepLimits {
  /** Entries that were not used for more days go. */
  days: number;
  /** Above so many bytes, those go that were used longest ago. */
  bytes: number;
}

/** A monthly build finds what the one before it kept; ten thousand million bytes are what CI services keep as well. */
const LIMITS: SweepLimits = { days: 45, bytes: 10_000_000_000 };

/** File that says when the cache was swept last. */
const STAMP = 'swept';
const ENTRY = /^[0-9a-f]{64}$/;
/** Node does not mark what it uses of compiled modules: they are made anew every week. */
const COMPILED_DAYS = 7;
/** What `Files.write` leaves when it is killed. */
const TEMPORARY = /^\..+\.tmp$/;

/**
 * Sweeps a cache folder that has not been swept for a day. Safe while builds use it: an entry that goes is made again
 * by whoever misses it. Files that are no entries stay. A clock that has jumped costs at most the entries themselves.
 */
export async function sweepCache(folder: string, effects: Effects, limits = LIMITS): Promise<void> {
  const now = effects.now().getTime();
  const age = ({ used }: Pick<Usage, 'used'>): number => Math.abs(now - used.getTime());
  const stamp = (await effects.fs.usage(folder)).find(({ name }) => name === STAMP);
  if (stamp !== undefined && age(stamp) < DAY_MS) return;
  await effects.fs.write(join(folder, STAMP), '');

  const kept: (Usage & { path: string })[] = [];
  for (const { name: shelf, kind } of await effects.fs.list(folder)) {
    if (kind !== 'folder' || !/^[0-9a-f]{2}$/.test(shelf)) continue;
    for (const file of await effects.fs.usage(join(folder, shelf))) {
      const path = join(folder, shelf, file.name);
      const days = ENTRY.test(file.name) ? limits.days : TEMPORARY.test(file.name) ? 1 : Infinity;
      if (age(file) > days * DAY_MS) await effects.fs.remove(path);
      else if (ENTRY.test(file.name)) kept.push({ ...file, path });
    }
  }
  await sweepCompiled(join(folder, COMPILED), age, effects);
  let bytes = kept.reduce((sum, file) => sum + file.bytes, 0);
  for (const file of kept.sort((a, b) => age(b) - age(a))) {
    if (bytes <= limits.bytes) break;
    await effects.fs.remove(file.path);
    bytes -= file.bytes;
  }
}

async function sweepCompiled(folder: string, age: (file: Usage) => number, { fs }: Effects): Promise<void> {
  for (const { name } of await fs.list(folder)) {
    for (const file of await fs.usage(join(folder, name))) {
      if (age(file) > COMPILED_DAYS * DAY_MS) await fs.remove(join(folder, name, file.name));
    }
  }
}
