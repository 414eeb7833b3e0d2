import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Effects } from '../types/effects.ts';

/** Relative to the workspace. The empty file may stay or go; only the kernel's lock on it means anything. */
const LOCK = '.accountpress/outbox.lock';

const PATIENCE_MS = 30_000;
const STEP_MS = 100;

/** Another process is sending from this workspace and did not finish in time. */
export class OutboxBusy extends Error {
  constructor() {
    super('another process holds the outbox');
    this.name = 'OutboxBusy';
  }
}

/**
 * Runs `work` while no other process can send from the workspace. The lock is an exclusive SQLite transaction: the
 * kernel frees it when the process ends, however it ends, so there is no stale lock to judge and to break.
 * Waits half a minute for another holder, then throws `OutboxBusy`.
 */
export async function whileLocked<T>(root: string, effects: Effects, work: () => Promise<T>): Promise<T> {
  const path = join(root, LOCK);
  mkdirSync(dirname(path), { recursive: true });
  const database = new DatabaseSync(path, { timeout: 0 });
  try {
    for (let waited = 0; !taken(database); waited += STEP_MS) {
      if (waited >= PATIENCE_MS) throw new OutboxBusy();
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
