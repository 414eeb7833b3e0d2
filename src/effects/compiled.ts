import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

/** Name of the folder within the cache. */
export const COMPILED = 'compiled';

/**
 * Lets Node keep what it compiles of modules loaded from now on, also for processes started by this one: loading all
 * that builds takes half as long. Node itself leaves entries alone that do not agree with their source or version.
 * @param cache absolute path of the cache folder
 */
export function keepCompiled(cache: string): void {
  const folder = join(cache, COMPILED);
  enableCompileCache(folder);
  process.env['NODE_COMPILE_CACHE'] ??= folder;
}
