import type { Effects } from '../../types/effects.ts';
import { findBrowser, type BrowserBinary } from './browser.ts';
import { browserCache } from './printer.ts';

/** The browser that would print, and what its file looks like without being started; `null` when there is none. */
export async function foundBrowser(
  project: string,
  effects: Effects,
): Promise<(Pick<BrowserBinary, 'path' | 'kind'> & { trace: string }) | null> {
  try {
    const { path, kind } = await findBrowser({ env: effects.env, cacheFolder: browserCache(project) });
    const trace = await effects.fs.trace((await effects.fs.realPath(path)) ?? path);
    return trace === null ? null : { path, kind, trace };
  } catch {
    // The build will say so itself.
    return null;
  }
}
