import { readdirSync, statSync, watch, type FSWatcher } from 'node:fs';
import { join } from 'node:path';

/** Systems that watch a whole tree themselves. */
const WHOLE_TREES: readonly NodeJS.Platform[] = ['darwin', 'win32'];

/** What a folder that went again, or that is closed, is no reason to stop for. */
const PASSED_OVER = ['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM'];

/**
 * Calls `changed` after anything under a folder was written, moved, added or removed, from the moment this returns.
 * Elsewhere every folder is watched by itself: what Node offers for whole trees watches single files there, and loses
 * one for good as soon as an editor puts another in its place.
 * @param root absolute path of a folder; nothing is watched where there is none
 */
export function watchFolder(root: string, changed: () => void): { stop(): void } {
  const watched = new Map<string, FSWatcher>();
  const whole = WHOLE_TREES.includes(process.platform);
  const forget = (folder: string): void => {
    for (const [path, watcher] of watched) {
      if (path !== folder && !path.startsWith(join(folder, '/'))) continue;
      watcher.close();
      watched.delete(path);
    }
  };
  const follow = (folder: string): void => {
    // One of the same name may have taken the place of the one that was watched.
    forget(folder);
    if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return;
    const watcher = watch(folder, { recursive: whole }, (event, name) => {
      if (!whole && event === 'rename' && name !== null) unlessGone(() => follow(join(folder, name)));
      changed();
    });
    watched.set(
      folder,
      watcher.on('error', () => forget(folder)),
    );
    if (whole) return;
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (entry.isDirectory()) unlessGone(() => follow(join(folder, entry.name)));
    }
  };
  unlessGone(() => follow(root));
  return { stop: () => forget(root) };
}

function unlessGone(look: () => void): void {
  try {
    look();
  } catch (error) {
    if (!PASSED_OVER.includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}
