import type { Effects } from '../types/effects.ts';

/** A file of UTF-8, whole. */
export async function readText(path: string, effects: Pick<Effects, 'fs'>): Promise<string> {
  return new TextDecoder().decode(await effects.fs.read(path));
}
