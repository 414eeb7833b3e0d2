import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Effects } from '../types/effects.ts';
import { makeFolder } from './make-folder.ts';

const STEP_MS = 100;

/** How long to wait for another holder. */
export interface Patience {
  ms: number;
  /** Told once, when there is somebody to wait for. */
  waits?(): void;
}

const HALF_A_MINUTE: Patience = { ms: 30_000 };

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
 * Waits for another holder, half a minute when nothing else is said, then throws `LockBusy`. A disk that takes no lock
 * is an error with the system's own code, as of any other file.
 * @param path absolute; the empty file may stay or go, only the kernel's lock on it means anything
 */
export async function whileHolding<T>(
  path: string,
  effects: Pick<Effects, 'sleep'>,
  work: () => Promise<T>,
  patience = HALF_A_MINUTE,
): Promise<T> {
  makeFolder(dirname(path));
  const database = told(path, () => new DatabaseSync(path, { timeout: 0 }));
  try {
    for (let waited = 0; !told(path, () => taken(database)); waited += STEP_MS) {
      if (waited >= patience.ms) throw new LockBusy(path);
      if (waited === 0) patience.waits?.();
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

/** What the system calls the faults that SQLite counts: read-only, input or output, full, cannot be opened. */
const SYSTEM_CODES: Record<number, string> = { 8: 'EROFS', 10: 'EIO', 13: 'ENOSPC', 14: 'EACCES' };

function told<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    // The kind of a fault stands in the lower byte.
    const code = SYSTEM_CODES[((error as { errcode?: number }).errcode ?? 0) & 0xff];
    if (code === undefined) throw error;
    throw Object.assign(new Error(`${code}: open '${path}'`, { cause: error }), { code, syscall: 'open', path });
  }
}
