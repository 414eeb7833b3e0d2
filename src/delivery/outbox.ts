import { join } from 'node:path';
import type { Effects } from '../types/effects.ts';
import type { LedgerLine } from './ledger.ts';
import { ledgerRow, readLedger } from './ledger-text.ts';

/** Folder of the ledger and of what was sent, relative to the workspace. It belongs into git. */
export const OUTBOX = 'data/outbox';

export const LEDGER = `${OUTBOX}/ledger.jsonl`;

/** Trial letters nobody has sent, relative to the workspace. */
export const DRAFTS = '.accountpress/drafts';

/** Every line of a workspace's ledger; none when nothing was ever sent. Throws `LedgerDamaged`. */
export async function loadLedger(root: string, effects: Pick<Effects, 'fs'>): Promise<LedgerLine[]> {
  return (await read(root, effects)).lines;
}

/** The ledger of a holder of the lock. */
export interface Journal {
  lines: readonly LedgerLine[];
  /** Returns when the disk has the line. */
  add(line: LedgerLine): Promise<void>;
}

/** Opens the ledger for writing; a line torn by a crash is taken away. */
export async function openJournal(root: string, effects: Pick<Effects, 'fs'>): Promise<Journal> {
  const path = join(root, LEDGER);
  const { lines, torn, text } = await read(root, effects);
  // The only change ever made to what was written: half a line, which announced nothing, goes.
  if (torn !== '') await effects.fs.write(path, text.slice(0, text.length - torn.length));
  return {
    lines,
    async add(line) {
      await effects.fs.append(path, ledgerRow(line));
      lines.push(line);
    },
  };
}

async function read(root: string, effects: Pick<Effects, 'fs'>) {
  const path = join(root, LEDGER);
  const text = (await effects.fs.exists(path)) ? new TextDecoder().decode(await effects.fs.read(path)) : '';
  return { ...readLedger(text), text };
}
