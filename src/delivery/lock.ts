import { join } from 'node:path';
import { LockBusy, whileHolding } from '../effects/lock.ts';
import type { Effects } from '../types/effects.ts';

/** Relative to the workspace. */
const LOCK = '.accountpress/outbox.lock';

/** Another process is sending from this workspace and did not finish in time. */
export class OutboxBusy extends Error {
  constructor() {
    super('another process holds the outbox');
    this.name = 'OutboxBusy';
  }
}

/**
 * Runs `work` while no other process can send from the workspace. Waits half a minute for another holder, then throws
 * `OutboxBusy`.
 */
export async function whileLocked<T>(root: string, effects: Effects, work: () => Promise<T>): Promise<T> {
  return whileHolding(join(root, LOCK), effects, work).catch((error: unknown) => {
    throw error instanceof LockBusy ? new OutboxBusy() : error;
  });
}
