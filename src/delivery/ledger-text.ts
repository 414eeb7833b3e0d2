import { z } from 'zod';
import { LOCALES } from '../types/locale.ts';
import { journalRows } from '../workspace/journal.ts';
import type { LedgerLine } from './ledger.ts';

const addresses = z.array(z.string());
const base = { at: z.iso.datetime(), attempt: z.string() };

const deal = z.strictObject({
  id: z.string(),
  number: z.string(),
  version: z.number(),
  prospect: z.string(),
  contact: z.string(),
  greeting: z.string().nullable(),
  locale: z.enum(LOCALES),
  timeZone: z.string(),
  country: z.string().nullable(),
  currency: z.string(),
  total: z.string(),
  validUntil: z.iso.date(),
  author: z.string(),
  accent: z.string(),
});

const intent = z.strictObject({
  kind: z.literal('intent'),
  ...base,
  key: z.string(),
  to: addresses,
  subject: z.string(),
  messageId: z.string(),
  message: z.string(),
  pdf: z.strictObject({ name: z.string(), sha256: z.string(), archived: z.string().nullable() }).nullable(),
  seal: z.string().nullable(),
  deal: deal.nullable(),
  test: z.boolean(),
  resend: z.boolean(),
});

const data = z.strictObject({ kind: z.literal('data'), ...base });

const outcome = z.strictObject({
  kind: z.literal('outcome'),
  ...base,
  result: z.enum(['sent', 'partial', 'deferred', 'refused', 'failed', 'unknown']),
  accepted: addresses,
  refused: z.array(z.strictObject({ to: z.string(), code: z.number(), reply: z.string() })),
  reply: z.string(),
});

const followUp = z.strictObject({
  kind: z.literal('follow-up'),
  at: z.iso.datetime(),
  key: z.string(),
  step: z.string(),
  outcome: z.enum(['replied', 'called', 'none']),
  note: z.string(),
});

const line = z.discriminatedUnion('kind', [intent, data, outcome, followUp]);

/** A ledger that cannot be trusted: a line in its middle is damaged. Nothing is sent until a person has looked. */
export class LedgerDamaged extends Error {
  readonly row: number;

  constructor(row: number, why: string) {
    super(`ledger line ${row}: ${why}`);
    this.name = 'LedgerDamaged';
    this.row = row;
  }
}

/**
 * Reads the ledger. A last line without its line end was torn by a crash or a loss of power in the middle of writing;
 * `torn` gives it and it counts for nothing: what a line announces begins only after the whole line is on the disk.
 * Throws `LedgerDamaged` for anything else that is not a ledger line.
 */
export function readLedger(text: string): { lines: LedgerLine[]; torn: string } {
  const { rows, torn } = journalRows(text);
  return { lines: readRows(rows), torn };
}

/** Whole rows of the ledger, in order. Throws `LedgerDamaged`. */
export const readRows = (rows: readonly string[]): LedgerLine[] => rows.map((row, index) => readLine(row, index + 1));

function readLine(row: string, number: number): LedgerLine {
  let value: unknown;
  try {
    value = JSON.parse(row);
  } catch (error) {
    throw new LedgerDamaged(number, (error as Error).message);
  }
  const read = line.safeParse(value);
  if (read.success) return read.data;
  throw new LedgerDamaged(
    number,
    read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '),
  );
}

/** One row of the file, without its line end. */
export const ledgerRow = (entry: LedgerLine): string => JSON.stringify(entry);
