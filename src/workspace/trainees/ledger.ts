import { join } from 'node:path';
import { whileHolding } from '../../effects/lock.ts';
import type { Effects } from '../../types/effects.ts';
import type { Checked, Problem } from '../../types/problem.ts';
import type { TraineeEvent } from '../../types/trainee.ts';
import { problemsOf, quoted, type Finding } from '../findings.ts';
import { journalRows, journalText, openRows } from '../journal.ts';
import { mendOfRecord, RECORD, RESTORE, strayRow } from '../journal-damage.ts';
import { schemaOf } from './event-schema.ts';
import { secondIssue } from './second-issue.ts';

export const TRAINEES_FOLDER = 'data/trainees';

/** Path of a trainee's ledger from the workspace. */
export const ledgerFile = (trainee: string): string => `${TRAINEES_FOLDER}/${trainee}/ledger.jsonl`;

/** Lines of a ledger that cannot be trusted: nothing is added to it until a person has looked. */
export class TraineeLedgerBroken extends Error {
  readonly problems: Problem[];

  constructor(problems: Problem[]) {
    super(problems.map(({ file, row, code }) => `${file}:${row} ${code}`).join('; '));
    this.name = 'TraineeLedgerBroken';
    this.problems = problems;
  }
}

/** The ledger of a holder of its lock. */
export interface TraineeBook {
  /** In order of writing. */
  events: readonly TraineeEvent[];
  /** Returns when the disk has the line. */
  append(event: TraineeEvent): Promise<void>;
}

/**
 * Events of one trainee in order of writing; none without a ledger. A last line that a crash cut short counts for
 * nothing; every other line that is no event, or issues an attempt again, is a problem with its row.
 * @param root absolute path of the workspace
 */
export async function readLedger(
  root: string,
  trainee: string,
  effects: Pick<Effects, 'fs'>,
): Promise<Checked<TraineeEvent[]>> {
  const text = await journalText(join(root, ledgerFile(trainee)), effects);
  return readRows(trainee, journalRows(text).rows);
}

/**
 * Runs `work` while nobody else can write into the trainee's ledger: what it reads stays true while it writes.
 * Throws `TraineeLedgerBroken` before `work`, and `LockBusy`.
 */
export async function whileRecording<T>(
  root: string,
  trainee: string,
  effects: Pick<Effects, 'fs' | 'sleep'>,
  work: (book: TraineeBook) => Promise<T>,
): Promise<T> {
  const lock = join(root, '.accountpress', `trainee-${trainee}.lock`);
  return whileHolding(lock, effects, async () => {
    const events: TraineeEvent[] = [];
    const journal = await openRows(join(root, ledgerFile(trainee)), effects, (rows) => {
      const { value, problems } = readRows(trainee, rows);
      if (problems.length > 0) throw new TraineeLedgerBroken(problems);
      events.push(...value);
    });
    return work({
      events,
      async append(event) {
        await journal.add(JSON.stringify(schemaOf(event).parse(event)));
        events.push(event);
      },
    });
  });
}

function readRows(trainee: string, rows: readonly string[]): Checked<TraineeEvent[]> {
  const events: { event: TraineeEvent; row: number }[] = [];
  const findings: Finding[] = [];
  rows.forEach((text, index) => {
    const row = index + 1;
    const read = readRow(text);
    const finding = 'event' in read ? secondIssue(read.event, events) : read.finding;
    if (finding) findings.push({ ...finding, row });
    else if ('event' in read) events.push({ event: read.event, row });
  });
  const value = events.map(({ event }) => event);
  return { value, problems: problemsOf(ledgerFile(trainee), undefined, findings) };
}

function readRow(row: string): { event: TraineeEvent } | { finding: Finding } {
  const stray = strayRow(row, EACH);
  if (stray !== null) return { finding: { ...BROKEN, ...stray } };
  let value: unknown;
  try {
    value = JSON.parse(row);
  } catch {
    return { finding: broken(row, RECORD) };
  }
  const read = schemaOf(value).safeParse(value);
  if (read.success) return { event: read.data };
  const fields = [...new Set(read.error.issues.map(({ path }) => path.join('.') || 'type'))].join(', ');
  const finding = broken(row, {
    ru: `запись журнала; не так поля: ${fields}`,
    en: `a ledger record; wrong fields: ${fields}`,
  });
  return { finding: { ...finding, column: fields, mend: mendOfRecord(value, read.error.issues) } };
}

const BROKEN = { code: 'ledger-line-broken', severity: 'error' as const };

const EACH = {
  ru: 'каждая — о подписи, попытке, оценке или решении',
  en: 'each of them tells of a signature, an attempt, a score or a decision',
};

const broken = (row: string, expected: Finding['expected']): Finding => ({
  ...BROKEN,
  found: quoted(row),
  expected,
  mend: RESTORE,
});
