import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attemptsOf, standing, type LedgerLine, type Result } from '../../src/delivery/ledger.ts';
import { ledgerRow, readLedger } from '../../src/delivery/ledger-text.ts';
import type { Sent } from '../../src/delivery/send-letter.ts';
import { tellSent } from '../../src/delivery/tell.ts';

const KEY = 'report/hotel/2026-10';
const AT = '2026-11-04T09:30:00.000Z';

function attempt(number: number, result: Result | 'died before data' | 'died after data', over = {}): LedgerLine[] {
  const base = { at: AT, attempt: `${KEY}#${number}` };
  const to = ['ольга@hotel.example'];
  const intent: LedgerLine = {
    ...{ kind: 'intent' as const, ...base, key: KEY, to, subject: 'Отчёт', messageId: '<x@y>', message: '00' },
    ...{ pdf: null, seal: null, deal: null, test: false, resend: false, ...over },
  };
  const data: LedgerLine = { kind: 'data', ...base };
  if (result === 'died before data') return [intent];
  if (result === 'died after data') return [intent, data];
  const accepted = result === 'sent' ? to : [];
  const outcome: LedgerLine = { kind: 'outcome', ...base, result, accepted, refused: [], reply: 'слова' };
  return ['sent', 'unknown'].includes(result) ? [intent, data, outcome] : [intent, outcome];
}

const anyAttempts = fc
  .array(
    fc.constantFrom<Result | 'died after data'>('sent', 'deferred', 'refused', 'failed', 'unknown', 'died after data'),
    { maxLength: 6 },
  )
  .map((results) => results.flatMap((result, index) => attempt(index + 1, result)));

describe('the ledger', () => {
  it('wherever a crash cut the file, what is read is a beginning of what was written', () => {
    fc.assert(
      fc.property(anyAttempts, fc.nat(), (lines, cut) => {
        const bytes = Buffer.from(lines.map((line) => `${ledgerRow(line)}\n`).join(''));
        const kept = bytes.subarray(0, bytes.length === 0 ? 0 : cut % (bytes.length + 1));
        const { lines: read, torn } = readLedger(new TextDecoder().decode(kept));
        expect(read).toEqual(lines.slice(0, read.length));
        expect(read.length + (torn === '' ? 0 : 1)).toBeGreaterThanOrEqual(
          Math.min(lines.length, kept.toString().split('\n').length - 1),
        );
      }),
    );
  });

  it('whoever has the letter for certain is never in doubt, and a message that left is never forgotten', () => {
    fc.assert(
      fc.property(anyAttempts, (lines) => {
        const { accepted, unknown } = standing(lines, KEY);
        expect(accepted.filter((to) => unknown.includes(to))).toEqual([]);
        const left = attemptsOf(lines).some(({ handed }) => handed);
        expect(accepted.length + unknown.length > 0).toBe(left);
      }),
    );
  });

  it.each<[Parameters<typeof attempt>[1], 'accepted' | 'unknown' | 'nobody']>([
    ['sent', 'accepted'],
    ['unknown', 'unknown'],
    ['died after data', 'unknown'],
    ['died before data', 'nobody'],
    ['deferred', 'nobody'],
    ['refused', 'nobody'],
    ['failed', 'nobody'],
  ])('%s: %s', (result, state) => {
    const { accepted, unknown } = standing(attempt(1, result), KEY);
    expect({ accepted: accepted.length, unknown: unknown.length }).toEqual({
      accepted: state === 'accepted' ? 1 : 0,
      unknown: state === 'unknown' ? 1 : 0,
    });
  });

  it('trials and other letters say nothing of this one', () => {
    const lines = [...attempt(1, 'sent', { test: true }), ...attempt(2, 'sent', { key: 'report/other/2026-10' })];
    expect(standing(lines, KEY)).toMatchObject({ accepted: [], unknown: [], sentAt: null, attempts: [] });
  });

  it.each(['{}', 'null', '{"kind":"intent"}', '{"kind":"outcome","at":"yesterday"}', 'ok'])(
    'refuses the line %s',
    (row) => {
      expect(() => readLedger(`${row}\n`)).toThrow(/ledger line 1/);
    },
  );
});

it('that a letter went out before is told by the day it was where the agency is', () => {
  const sent: Sent = {
    ...{ status: 'already', messageId: '<x@y>', accepted: ['olga@hotel.example'], refused: [], unknown: [] },
    ...{ attempts: 0, reply: '', sentAt: '2026-11-03T21:30:00.000Z' },
  };
  expect(tellSent(sent, 'Europe/Moscow', 'ru')).toEqual([
    'Уже отправлено 2026-11-04: olga@hotel.example. Ничего не послано',
  ]);
  expect(tellSent(sent, 'Europe/London', 'en')).toEqual([
    'Already sent on 2026-11-03 to olga@hotel.example. Nothing was sent',
  ]);
});
