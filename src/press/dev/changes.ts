import { join } from 'node:path';
import { watchFolder } from '../../effects/watch.ts';
import type { LocalText } from '../../types/locale.ts';

/** Editors write a file in several steps: how long after a change the workspace is read. */
export const SETTLED_MS = 150;

/** Changes of a workspace, from the moment somebody began to look. */
export interface Changes {
  /** Calls `changed` after every change, and at once when there was one before anybody listened. */
  tell(changed: () => void): void;
  /** Whether the system watches no more folders, so that they are looked at again and again. */
  scarce(): boolean;
  stop(): void;
}

const SCARCE: LocalText = {
  ru: 'Система не даёт следить за таким числом папок: перемены видны не сразу, а через пару секунд. Предел поднимает sudo sysctl fs.inotify.max_user_watches=524288.',
  en: 'The system does not watch so many folders: changes show after a few seconds, not at once. To raise the limit: sudo sysctl fs.inotify.max_user_watches=524288.',
};

/**
 * Looks at everything a site is made of: `content/` and `data/`.
 * @param workspace absolute path
 * @param warn told once if the system watches no more folders
 */
export function changesOf(workspace: string, warn: (warning: LocalText) => void): Changes {
  let missed = false;
  let told = (): void => void (missed = true);
  let scarce = false;
  const lookInstead = (): void => {
    if (!scarce) warn(SCARCE);
    scarce = true;
  };
  const watching = ['content', 'data'].map((folder) => watchFolder(join(workspace, folder), () => told(), lookInstead));
  return {
    scarce: () => scarce,
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
