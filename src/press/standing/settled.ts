import type { Sight } from '../../types/effects.ts';

/** No file system known ticks slower: Linux stamps every 1 to 10 ms, older disks every second or two. */
const TICK_MS = 20;
const SLOW_TICK_MS = 2_000;

/**
 * Whether what was seen was written long enough ago for another write to show in its times. A file written twice within
 * one tick of the disk's clock may look untouched the second time; git calls such a file racily clean.
 * @param looked the moment of the look, or one before it
 */
export function isSettled({ latest }: Pick<Sight, 'latest'>, looked: Date): boolean {
  const tick = latest % 1_000 === 0 ? SLOW_TICK_MS : TICK_MS;
  return latest + tick < looked.getTime();
}
