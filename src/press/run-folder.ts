import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Effects } from '../types/effects.ts';

/** `<process id>-<random>`: whose folder it is can be told after the process is gone. */
const RUN = /^(\d+)-[0-9a-f]{12}$/;

/**
 * A folder for everything half-done of one build, under the engine's `.accountpress/runs`. Folders of builds that were
 * killed are removed on the way; those of builds that still run are left alone.
 */
export async function newRunFolder(project: string, effects: Effects): Promise<string> {
  const runs = join(project, '.accountpress', 'runs');
  for (const { name } of await effects.fs.list(runs)) {
    const owner = RUN.exec(name)?.[1];
    if (owner === undefined || !isAlive(Number(owner))) await effects.fs.remove(join(runs, name));
  }
  return join(runs, `${process.pid}-${randomBytes(6).toString('hex')}`);
}

function isAlive(pid: number): boolean {
  try {
    // Signal 0 only asks whether the process is there.
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
