import { join } from 'node:path';
import type { Effects } from '../types/effects.ts';
import type { Checked, Problem } from '../types/problem.ts';
import { problemsOf, type Read } from '../workspace/findings.ts';
import { journalText, openRows } from '../workspace/journal.ts';
import type { LedgerLine } from './ledger.ts';
import { ledgerRow, readLedger, readRows } from './ledger-text.ts';

/** Folder of the ledger and of what was sent, relative to the workspace. It belongs into git. */
export const OUTBOX = 'data/outbox';

export const LEDGER = `${OUTBOX}/ledger.jsonl`;

/** Trial letters nobody has sent, relative to the workspace. */
export const DRAFTS = '.accountpress/drafts';

/** A ledger that cannot be trusted. Nothing is sent until a person has looked. */
export class LedgerDamaged extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(({ code, file, row }) => `${file}:${row}: ${code}`).join('; '));
    this.name = 'LedgerDamaged';
    this.problems = problems;
  }
}

/** For those who tell every problem in one run: the lines of a workspace's ledger, none when it is damaged. */
export async function checkLedger(root: string, effects: Pick<Effects, 'fs'>): Promise<Checked<LedgerLine[]>> {
  return checked(readLedger(await journalText(join(root, LEDGER), effects)));
}

/** Every line of a workspace's ledger; none when nothing was ever sent. Throws `LedgerDamaged`. */
export async function loadLedger(root: string, effects: Pick<Effects, 'fs'>): Promise<LedgerLine[]> {
  return trusted(await checkLedger(root, effects));
}

const checked = ({ value, findings }: Read<LedgerLine[]>): Checked<LedgerLine[]> => ({
  value,
  problems: problemsOf(LEDGER, undefined, findings),
});

function trusted({ value, problems }: Checked<LedgerLine[]>): LedgerLine[] {
  if (problems.length > 0) throw new LedgerDamaged(problems);
  return value;
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
  const journal = await openRows(join(root, LEDGER), effects, (rows) => (lines = trusted(checked(readRows(rows)))));
  return {
    lines,
    async add(line) {
      await journal.add(ledgerRow(line));
      lines.push(line);
    },
  };
}
