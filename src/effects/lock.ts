import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Effects } from '../types/effects.ts';

const PATIENCE_MS = 30_000;
const STEP_MS = 100;

/** Another process holds the lock and did not let go in time. */
export class LockBusy extends Error {
  constructor(path: string) {
    super(`another process holds ${path}`);
    this.name = 'LockBusy';
  }
}

/**
 * Runs `work` while no other process holds the same lock. The lock is an exclusive SQLite transaction: the kernel
 * frees it when the process ends, however it ends, so there is no stale lock to judge and to break.
 * Waits half a minute for another holder, then throws `LockBusy`.
 * @param path absolute; the empty file may stay or go, only the kernel's lock on it means anything
 */
export async function whileHolding<T>(
  path: string,
  effects: Pick<Effects, 'sleep'>,
  work: () => Promise<T>,
): Promise<T> {
  mkdirSync(dirname(path), { recursive: true });
  const database = new DatabaseSync(path, { timeout: 0 });
  try {
    for (let waited = 0; !taken(database); waited += STEP_MS) {
      if (waited >= PATIENCE_MS) throw new LockBusy(path);
      await effects.sleep(STEP_MS);
    }
    return await work();
  } finally {
    database.close();
  }
}

const SQLITE_BUSY = 5;

function taken(database: DatabaseSync): boolean {
  try {
    database.exec('BEGIN EXCLUSIVE');
    return true;
  } catch (error) {
    if ((error as { errcode?: number }).errcode === SQLITE_BUSY) return false;
    throw error;
  }
}
