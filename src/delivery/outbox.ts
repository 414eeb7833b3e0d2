import { join } from 'node:path';
import type { Effects } from '../types/effects.ts';
import { journalText, openRows } from '../workspace/journal.ts';
import type { LedgerLine } from './ledger.ts';
import { ledgerRow, readLedger, readRows } from './ledger-text.ts';

/** Folder of the ledger and of what was sent, relative to the workspace. It belongs into git. */
export const OUTBOX = 'data/outbox';

export const LEDGER = `${OUTBOX}/ledger.jsonl`;

/** Trial letters nobody has sent, relative to the workspace. */
export const DRAFTS = '.accountpress/drafts';

/** Every line of a workspace's ledger; none when nothing was ever sent. Throws `LedgerDamaged`. */
export async function loadLedger(root: string, effects: Pick<Effects, 'fs'>): Promise<LedgerLine[]> {
  return readLedger(await journalText(join(root, LEDGER), effects)).lines;
}

/** The ledger of a holder of the lock. */
export interface Journal {
  lines: readonly LedgerLine[];
  /** Returns when the disk has the line. */
  add(line: LedgerLine): Promise<void>;
}

/** Opens the ledger for writing; a line torn by a crash is taken away. Throws `LedgerDamaged`. */
export async function openJournal(root: string, effects: Pick<Effects, 'fs'>): Promise<Journal> {
  let lines: LedgerLine[] = [];
  const journal = await openRows(join(root, LEDGER), effects, (rows) => (lines = readRows(rows)));
  return {
    lines,
    async add(line) {
      await journal.add(ledgerRow(line));
      lines.push(line);
    },
  };
}
