import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

export interface DiskFault {
  /** Only changes under this folder are counted. */
  root: string;
  /** The process is killed, or every change is refused with the system's code from then on. */
  kind: 'die' | 'ENOSPC' | 'EROFS' | 'EACCES' | 'EIO';
  /** 1 is the first change. */
  at: number;
  /** File that gets the number of changes when the process ends. */
  count?: string;
}

/** Environment of a command whose disk breaks; see `disk.ts`. */
export function faultyDisk({ root, kind, at, count }: DiskFault): Record<string, string> {
  return {
    ...loadedFirst('disk.ts'),
    ...{ FAULT_ROOT: root, FAULT_KIND: kind, FAULT_AT: String(at) },
    ...(count === undefined ? {} : { FAULT_COUNT: count }),
  };
}

/** Environment of a command whose clock jumps; see `clock.ts`. */
export const jumpingClock = (): Record<string, string> => loadedFirst('clock.ts');

function loadedFirst(module: string): Record<string, string> {
  return { NODE_OPTIONS: `--import=${pathToFileURL(join(import.meta.dirname, module)).href}` };
}
