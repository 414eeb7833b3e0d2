import { join } from 'node:path';
import type { Effects } from '../../types/effects.ts';
import type { SealBreak } from './breaks.ts';
import { SEAL } from './folders.ts';

/** `dist/seal.json`: what was proven of the output, and of which state. Nothing in it depends on the clock. */
export interface SealRecord {
  ok: boolean;
  /** Hash of the manifest and of everything that was looked for. */
  state: string;
  looked: {
    /** Names, ids, domains, addresses, paths. */
    terms: number;
    /** Figures one owner alone has, and how many digits make one of them proof. */
    figures: number;
    figureDigits: number;
    hashes: number;
    /** Too short or too common to tell anything. */
    unsearched: string[];
  };
  folders: { folder: string; owner: string; files: number; bytes: number; breaks: number }[];
  /** Names that stand in a folder because the client's own exports, or a proposal's references, have them. */
  mentions: { folder: string; text: string }[];
  breaks: SealBreak[];
}

/** The record of an earlier proof; `null` when there is none that can be read. */
export async function readRecord(out: string, effects: Effects): Promise<SealRecord | null> {
  const path = join(out, SEAL);
  if (!(await effects.fs.exists(path))) return null;
  try {
    return JSON.parse(new TextDecoder().decode(await effects.fs.read(path))) as SealRecord;
  } catch {
    // It is only a record: the proof is made anew.
    return null;
  }
}

export async function writeRecord(out: string, record: SealRecord, effects: Effects): Promise<void> {
  await effects.fs.write(join(out, SEAL), `${JSON.stringify(record, null, 2)}\n`);
}
