import { z } from 'zod';
import { LOCALES, type LocalText } from '../types/locale.ts';
import { quoted, type Finding, type Read } from '../workspace/findings.ts';
import * as kind from '../workspace/kinds.ts';
import { journalRows } from '../workspace/journal.ts';
import { RECORD, RESTORE, strayRow, UPDATE } from '../workspace/journal-damage.ts';
import type { LedgerLine } from './ledger.ts';
import { brokenOrder } from './ledger-order.ts';

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
  timeZone: kind.timeZone,
  country: kind.country.nullable(),
  currency: kind.currency,
  total: z.string().regex(/^-?\d+(?:\.\d+)?$/),
  validUntil: z.iso.date(),
  author: z.string(),
  accent: kind.colour,
});

const intent = z
  .strictObject({
    kind: z.literal('intent'),
    ...base,
    key: z.string(),
    to: addresses,
    subject: z.string(),
    messageId: z.string().regex(/^<[^\s<>]+>$/),
    message: z.string(),
    pdf: z
      .strictObject({
        name: z.string(),
        sha256: z.string(),
        archived: z.string().nullable(),
        says: z.string().optional(),
      })
      .nullable(),
    seal: z.string().nullable(),
    deal: deal.nullable(),
    test: z.boolean(),
    resend: z.boolean(),
  })
  .refine(({ key, test, seal }) => !key.startsWith('proposal/') || test || seal !== null, { path: ['seal'] })
  .refine(({ seal, pdf }) => seal === null || pdf?.archived != null, { path: ['pdf', 'archived'] });

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

const withdrawn = z.strictObject({
  kind: z.literal('follow-up-withdrawn'),
  at: z.iso.datetime(),
  key: z.string(),
  step: z.string(),
  note: z.string(),
});

const line = z.discriminatedUnion('kind', [intent, data, outcome, followUp, withdrawn]);

/**
 * Reads the ledger. A last line torn by a crash or a loss of power in the middle of writing counts for nothing: what a
 * line announces begins only after the whole line is on the disk; `torn` gives it. Everything else that is no line of a
 * ledger, or stands where it cannot, is told with its row; the lines are none then.
 */
export function readLedger(text: string): Read<LedgerLine[]> & { torn: string } {
  const { rows, torn } = journalRows(text);
  return { ...readRows(rows), torn };
}

/** Whole rows of the ledger, in order; none when any of them is damaged. */
export function readRows(rows: readonly string[]): Read<LedgerLine[]> {
  const lines: LedgerLine[] = [];
  const findings: Finding[] = [];
  rows.forEach((row, index) => {
    const read = readRow(row);
    if ('line' in read) lines.push(read.line);
    else findings.push({ code: 'ledger-line-broken', severity: 'error', row: index + 1, ...read.damage });
  });
  // The order of lines says something only when all of them can be read.
  if (findings.length === 0) findings.push(...brokenOrder(lines));
  return { value: findings.length === 0 ? lines : [], findings };
}

type Damage = Pick<Finding, 'column' | 'found' | 'expected' | 'mend'>;

function readRow(row: string): { line: LedgerLine } | { damage: Damage } {
  const stray = strayRow(row, EACH);
  if (stray !== null) return { damage: stray };
  let value: unknown;
  try {
    value = JSON.parse(row);
  } catch {
    return { damage: { found: quoted(row), expected: RECORD, mend: RESTORE } };
  }
  const read = line.safeParse(value);
  return read.success ? { line: read.data } : { damage: unreadable(row, value, read.error.issues) };
}

function unreadable(row: string, value: unknown, issues: readonly z.core.$ZodIssue[]): Damage {
  const said = (value as { kind?: unknown } | null)?.kind;
  const known = KINDS.includes(said as LedgerLine['kind']);
  // Unknown kinds and fields alone are what an earlier version sees of a later one's ledger.
  const newer = known ? issues.every(({ code }) => code === 'unrecognized_keys') : typeof said === 'string';
  const names = issues.flatMap((issue) => {
    const path = issue.path.join('.');
    if (issue.code !== 'unrecognized_keys') return path || 'kind';
    return issue.keys.map((key) => (path === '' ? key : `${path}.${key}`));
  });
  const column = known ? [...new Set(names)].join(', ') : 'kind';
  const expected: LocalText = known
    ? {
        ru: `запись журнала; ${newer ? 'поля, которых эта версия не знает' : 'ошибка в полях'}: ${column}`,
        en: `a ledger record; ${newer ? 'fields that this version does not know' : 'wrong fields'}: ${column}`,
      }
    : { ru: `kind — одно из: ${KINDS.join(', ')}`, en: `kind is one of: ${KINDS.join(', ')}` };
  return { column, found: quoted(row), expected, mend: newer ? UPDATE : RESTORE };
}

const KINDS: readonly LedgerLine['kind'][] = ['intent', 'data', 'outcome', 'follow-up', 'follow-up-withdrawn'];

const EACH = { ru: 'каждая — об отправленном письме', en: 'each of them tells of a letter that was sent' };

/** One row of the file, without its line end. */
export const ledgerRow = (entry: LedgerLine): string => JSON.stringify(entry);
