import { basename, dirname, join } from 'node:path';
import { LockBusy, whileHolding } from '../../effects/lock.ts';
import { Stopped } from '../../effects/system-fault.ts';
import type { Effects } from '../../types/effects.ts';
import type { LocalText } from '../../types/locale.ts';
import type { Problem } from '../../types/problem.ts';
import { sha256 } from '../inputs.ts';

/** Longer than a build of thousands of clients takes where nothing has gone wrong. */
const PATIENCE_MS = 30 * 60_000;

export interface Output {
  /** Absolute path of the output folder. */
  out: string;
  /** Absolute path of the engine, which keeps the locks: nothing that is no document lies in the output. */
  project: string;
  /** Told once when another build has to end first. */
  warn?(warning: LocalText): void;
}

/**
 * Runs `work`, which writes to an output or reads it, while no other command of this engine does. Waits for it, then
 * throws `Stopped`.
 */
export async function whileAlone<T>(
  { out, project, warn }: Output,
  effects: Effects,
  work: () => Promise<T>,
): Promise<T> {
  const place = await placeOf(out, effects);
  const lock = join(project, '.accountpress', 'locks', sha256(place).slice(0, 16));
  try {
    return await whileHolding(lock, effects, work, { ms: PATIENCE_MS, waits: () => warn?.(waiting(out)) });
  } catch (error) {
    throw error instanceof LockBusy ? new Stopped(outputBusy(out)) : error;
  }
}

/** The one name of a folder, also of one that is yet to be made: the first build makes it while the second asks. */
export async function placeOf(path: string, effects: Effects): Promise<string> {
  const real = await effects.fs.realPath(path);
  if (real !== null || dirname(path) === path) return real ?? path;
  return join(await placeOf(dirname(path), effects), basename(path));
}

const waiting = (out: string): LocalText => ({
  ru: `С папкой ${out} работает другая команда; эта начнёт, когда та закончит.`,
  en: `Another command is at work on ${out}; this one begins when that one has ended.`,
});

function outputBusy(out: string): Problem {
  return {
    code: 'output-busy',
    severity: 'error',
    file: out,
    found: {
      ru: 'с этой папкой полчаса работает другая команда',
      en: 'another command has been at work on it for half an hour',
    },
    expected: { ru: 'одна команда за раз', en: 'one command at a time' },
    mend: {
      ru: 'дождитесь её или остановите её; для второй сборки укажите другую папку: --out',
      en: 'wait for it or stop it; give a second build a folder of its own: --out',
    },
  };
}
