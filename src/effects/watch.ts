import { readdirSync, statSync, watch, type FSWatcher } from 'node:fs';
import { join } from 'node:path';
import { look } from './trace.ts';

/** Systems that watch a whole tree themselves. */
const WHOLE_TREES: readonly NodeJS.Platform[] = ['darwin', 'win32'];

/** What a folder that went again, or that is closed, is no reason to stop for. */
const PASSED_OVER = ['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM'];

/** What the system says when it watches no more folders: 8,192 are the limit of some, and a client has five. */
const SCARCE = ['ENOSPC', 'EMFILE', 'ENFILE'];

/** How long to wait until a folder that cannot be watched is looked at again; longer where looking takes long. */
const LOOK_EVERY_MS = 2000;
const PATIENCE = 10;

/**
 * Calls `changed` after anything under a folder was written, moved, added or removed, from the moment this returns.
 * Elsewhere every folder is watched by itself: what Node offers for whole trees watches single files there, and loses
 * one for good as soon as an editor puts another in its place.
 * @param root absolute path of a folder; nothing is watched where there is none
 * @param scarce called once if the system does not watch so many folders: they are looked at every two seconds instead
 */
export function watchFolder(root: string, changed: () => void, scarce = (): void => undefined): { stop(): void } {
  const watched = new Map<string, FSWatcher>();
  const whole = WHOLE_TREES.includes(process.platform);
  let looking: { stop(): void } | null = null;
  const forget = (folder: string): void => {
    for (const [path, watcher] of watched) {
      if (path !== folder && !path.startsWith(join(folder, '/'))) continue;
      watcher.close();
      watched.delete(path);
    }
  };
  const lookInstead = (): void => {
    forget(root);
    looking = lookAgain(root, changed);
    scarce();
  };
  const unlessGone = (follow: () => void): void => {
    if (looking) return;
    try {
      follow();
    } catch (error) {
      if (isOf(SCARCE, error)) lookInstead();
      else if (!isOf(PASSED_OVER, error)) throw error;
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
      watcher.on('error', (error) => (isOf(SCARCE, error) && !looking ? lookInstead() : forget(folder))),
    );
    if (whole) return;
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (entry.isDirectory()) unlessGone(() => follow(join(folder, entry.name)));
    }
  };
  unlessGone(() => follow(root));
  return {
    stop: () => {
      forget(root);
      looking?.stop();
    },
  };
}

const isOf = (codes: readonly string[], error: unknown): boolean =>
  codes.includes((error as NodeJS.ErrnoException).code ?? '');

/** Calls `changed` when a folder looks another way than before. */
function lookAgain(root: string, changed: () => void): { stop(): void } {
  let [before, took] = timed(root);
  const later = (): NodeJS.Timeout => setTimeout(again, Math.max(LOOK_EVERY_MS, PATIENCE * took));
  const again = (): void => {
    let now: string;
    [now, took] = timed(root);
    timer = later();
    if (now === before) return;
    before = now;
    changed();
  };
  let timer = later();
  return { stop: () => clearTimeout(timer) };
}

/** What a folder looks like, and how many milliseconds looking took. */
function timed(root: string): [seen: string, took: number] {
  const from = performance.now();
  return [sightOf(root), performance.now() - from];
}

function sightOf(root: string): string {
  try {
    const { trace, ...seen } = look(root);
    return trace ?? JSON.stringify(seen);
  } catch {
    // A file that goes while it is looked at is another sight the next time.
    return '';
  }
}
