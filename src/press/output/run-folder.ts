import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { LockBusy, whileHolding } from '../../effects/lock.ts';
import { systemFault } from '../../effects/system-fault.ts';
import type { Effects } from '../../types/effects.ts';

const LOCK = '.lock';
const DAY_MS = 24 * 60 * 60_000;

/**
 * Runs `work` with the path of a folder for everything half-done of one build, under the engine's `.accountpress/runs`;
 * afterwards the folder is gone. Folders of builds that were killed are removed on the way. Whether a build still runs
 * is told by a lock of the kernel that it holds: a process id says nothing in another container, nor after a restart.
 */
export async function withRunFolder<T>(
  project: string,
  effects: Effects,
  work: (run: string) => Promise<T>,
): Promise<T> {
  const runs = join(project, '.accountpress', 'runs');
  await clearAbandoned(runs, effects);
  const run = join(runs, randomBytes(6).toString('hex'));
  try {
    return await whileHolding(`${run}${LOCK}`, effects, () => work(run));
  } finally {
    await effects.fs.remove(run);
    await effects.fs.remove(`${run}${LOCK}`);
  }
}

export interface OwnFolder {
  /** Absolute path. */
  run: string;
  /** Nothing is needed of it any more; resolves when it is gone. */
  leave(): Promise<void>;
}

/** Whoever holds a folder until its process ends forgets it; its lock must not go with it. */
const held = new Set<OwnFolder>();

/** The same for work that goes on until somebody ends it: a folder nobody else writes to until it is left. */
export function ownFolder(project: string, effects: Effects): Promise<OwnFolder> {
  return new Promise((resolve, reject) => {
    const { promise: left, resolve: end } = Promise.withResolvers<void>();
    const gone = withRunFolder(project, effects, (run) => {
      const own: OwnFolder = {
        run,
        leave: () => {
          held.delete(own);
          end();
          return gone;
        },
      };
      held.add(own);
      resolve(own);
      return left;
    });
    gone.catch(reject);
  });
}

async function clearAbandoned(runs: string, effects: Effects): Promise<void> {
  const { fs } = effects;
  for (const { name, kind } of await fs.list(runs)) {
    if (kind !== 'folder') continue;
    const run = join(runs, name);
    try {
      await whileHolding(`${run}${LOCK}`, effects, () => fs.remove(run), { ms: 0 });
      await fs.remove(`${run}${LOCK}`);
    } catch (error) {
      // Another build holds it, clears it this very moment, or belongs to somebody else: it is not this build's matter.
      if (!(error instanceof LockBusy) && systemFault(error, run) === null) throw error;
    }
  }
  // A lock without a folder may be of a build that begins this very moment.
  for (const { name, used } of await fs.usage(runs)) {
    if (name.endsWith(LOCK) && effects.now().getTime() - used.getTime() > DAY_MS && !(await hasFolder(runs, name, fs)))
      await fs.remove(join(runs, name));
  }
}

const hasFolder = (runs: string, lock: string, { exists }: Effects['fs']): Promise<boolean> =>
  exists(join(runs, lock.slice(0, -LOCK.length)));
