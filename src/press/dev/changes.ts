import { join } from 'node:path';
import { watchFolder } from '../../effects/watch.ts';

/** Editors write a file in several steps: how long after a change the workspace is read. */
export const SETTLED_MS = 150;

/** Changes of a workspace, from the moment somebody began to look. */
export interface Changes {
  /** Calls `changed` after every change, and at once when there was one before anybody listened. */
  tell(changed: () => void): void;
  stop(): void;
}

/** Looks at everything a site is made of: `content/` and `data/`. @param workspace absolute path */
export function changesOf(workspace: string): Changes {
  let missed = false;
  let told = (): void => void (missed = true);
  const watching = ['content', 'data'].map((folder) => watchFolder(join(workspace, folder), () => told()));
  return {
    tell: (changed) => {
      told = changed;
      if (missed) changed();
      missed = false;
    },
    stop: () => {
      for (const one of watching) one.stop();
    },
  };
}
