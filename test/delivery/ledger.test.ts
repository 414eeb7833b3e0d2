import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Deal } from '../../src/delivery/deal.ts';
import { attemptsOf, standing, type LedgerLine, type Result } from '../../src/delivery/ledger.ts';
import { ledgerRow, readLedger } from '../../src/delivery/ledger-text.ts';
import { localText } from '../../src/locale/text.ts';
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
        const { value: read, torn } = readLedger(new TextDecoder().decode(kept));
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
      expect(readLedger(`${row}\n`)).toMatchObject({ value: [], findings: [{ code: 'ledger-line-broken', row: 1 }] });
    },
  );

  const text = (lines: readonly LedgerLine[]): string => lines.map((line) => `${ledgerRow(line)}\n`).join('');
  const [intent, data, outcome] = attempt(1, 'sent') as [LedgerLine, LedgerLine, LedgerLine];

  it('reads what Windows and editors make of it: CRLF, a byte order mark gone, no last line end', () => {
    const sent = text(attempt(1, 'sent'));
    for (const edited of [sent.replaceAll('\n', '\r\n'), sent.slice(0, -1), sent.replaceAll('\n', '\r\n').slice(0, -2)])
      expect(readLedger(edited)).toEqual({ value: attempt(1, 'sent'), findings: [], torn: '' });
  });

  it.each<[string, LedgerLine[], number[]]>([
    ['an outcome above its intent', [outcome, intent, data], [1]],
    ['data above its intent', [data, intent, outcome], [1]],
    ['two outcomes', [intent, data, outcome, outcome], [4]],
    ['an attempt that begins within itself', [intent, intent, data, outcome], [2]],
    ['everything upside down', [outcome, data, intent], [1, 2]],
  ])('names lines out of order: %s', (_, lines, rows) => {
    const { value, findings } = readLedger(text(lines));
    expect(value).toEqual([]);
    expect(findings.map(({ code, row }) => [code, row])).toEqual(rows.map((row) => ['ledger-order-broken', row]));
  });

  it('forgets no letter where two branches that both sent are joined', () => {
    const [one, other] = ['olga@hotel.example', 'petr@hotel.example'].map((to) =>
      attempt(1, 'sent').map((line) => ({
        ...line,
        ...('to' in line && { to: [to] }),
        ...('accepted' in line && { accepted: [to] }),
      })),
    ) as [LedgerLine[], LedgerLine[]];
    const died = attempt(1, 'died before data');
    const { value, findings } = readLedger(text([...one, ...other, ...died]));
    expect(findings).toEqual([]);
    expect(standing(value, KEY).accepted).toEqual(['olga@hotel.example', 'petr@hotel.example']);
    expect(attemptsOf(value).map(({ handed }) => handed)).toEqual([true, true, false]);
  });

  it('says of every mark of an unfinished merge that only the mark is to go', () => {
    const rows = ['<<<<<<< HEAD', ledgerRow(intent), '=======', ledgerRow(data), '>>>>>>> office'];
    const { findings } = readLedger(rows.map((row) => `${row}\n`).join(''));
    expect(findings.map(({ row, mend }) => [row, localText(mend, 'en')])).toEqual(
      [1, 3, 5].map((row) => [row, expect.stringContaining('keep the records of both sides')]),
    );
  });

  it.each([
    [{ ...outcome, kind: 'bounced' }, 'kind'],
    [{ ...outcome, queue: 'A1' }, 'queue'],
  ])('thinks of a newer version where only a kind or a field is unknown', (later, column) => {
    const { findings } = readLedger(`${ledgerRow(intent)}\n${JSON.stringify(later)}\n`);
    expect(findings).toMatchObject([{ row: 2, column, mend: { en: expect.stringContaining('newer version') } }]);
  });

  const deal: Deal = {
    ...{ id: 'promo', number: '7', version: 1, prospect: 'Бухта', contact: 'Ирина', greeting: null, locale: 'ru' },
    ...{ timeZone: 'Europe/Moscow', country: 'RU', currency: 'RUB', total: '7500.00', validUntil: '2026-12-01' },
    ...{ author: 'anna', accent: '#0a7f6f' },
  };
  const pdf = { name: 'a.pdf', sha256: '00', archived: 'data/outbox/a.pdf' };
  const proposal = { ...intent, key: 'proposal/promo/v1', pdf, seal: '00', deal };

  it.each<[object, string | null]>([
    [proposal, null],
    [{ ...proposal, seal: null, test: true }, null],
    [{ ...proposal, seal: null }, 'seal'],
    [{ ...proposal, pdf: { ...pdf, archived: null } }, 'pdf.archived'],
    [{ ...proposal, messageId: '<x@y>\r\nBcc: z@y' }, 'messageId'],
    [{ ...proposal, deal: { ...deal, timeZone: 'Mars/Olympus' } }, 'deal.timeZone'],
    [{ ...proposal, deal: { ...deal, currency: 'DOLLAR' } }, 'deal.currency'],
    [{ ...proposal, deal: { ...deal, country: 'Россия' } }, 'deal.country'],
    [{ ...proposal, deal: { ...deal, total: '7 500' } }, 'deal.total'],
    [{ ...proposal, deal: { ...deal, accent: 'red' } }, 'deal.accent'],
  ])('takes no value that no command writes: %j', (line, column) => {
    const { findings } = readLedger(`${JSON.stringify(line)}\n`);
    expect(findings.map((one) => one.column)).toEqual(column === null ? [] : [column]);
  });

  it('names the fields that are wrong, and an empty line as one', () => {
    const { findings } = readLedger(`${JSON.stringify({ ...outcome, accepted: 'olga', at: 'today' })}\n\n`);
    expect(findings).toMatchObject([
      { row: 1, column: 'at, accepted', mend: { en: expect.stringContaining('from git') } },
      { row: 2, found: { en: 'an empty line' } },
    ]);
  });
});

it('that a letter went out before is told by the day it was where the agency is', () => {
  const sent: Sent = {
    ...{
      status: 'already',
      messageId: '<x@y>',
      accepted: ['olga@hotel.example'],
      refused: [],
      unknown: [],
      outdated: [],
    },
    ...{ attempts: 0, reply: '', sentAt: '2026-11-03T21:30:00.000Z' },
  };
  expect(tellSent(sent, 'Europe/Moscow', 'ru')).toEqual([
    'Уже отправлено 2026-11-04: olga@hotel.example. Ничего не послано',
  ]);
  expect(tellSent(sent, 'Europe/London', 'en')).toEqual([
    'Already sent on 2026-11-03 to olga@hotel.example. Nothing was sent',
  ]);
});
