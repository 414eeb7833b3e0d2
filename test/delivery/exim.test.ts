import { describe, expect, it, vi } from 'vitest';
import { runCommand, startCommand } from '../support/command.ts';
import { sha256 } from '../support/folders.ts';
import { exim, EXIM } from './exim.ts';
import { parsed } from './mail-server.ts';
import { PDF, proposalAgency } from './proposal-agency.ts';

/** What the server writes above a message it delivers. */
const TRACE = /^(?:(?:Return-path|Envelope-to|Delivery-date|Received):.*\r\n(?:[ \t].*\r\n)*)+/;

describe.skipIf(EXIM === null)('a real Exim of Debian', () => {
  it('receives exactly the bytes of which the ledger keeps the hash, and delivers them to a mailbox', async () => {
    const [agency, server] = [await proposalAgency(), await exim()];
    const sent = await runCommand('send', [...agency.proposal, '--json'], { SMTP_URL: server.url });
    expect(JSON.parse(sent.stdout)).toMatchObject({ status: 'sent', accepted: ['irina@hotel.example'], attempts: 1 });
    const [delivered = ''] = await vi.waitFor(
      async () => {
        const all = await server.delivered();
        expect(all).toHaveLength(1);
        return all;
      },
      { timeout: 50_000, interval: 100 },
    );
    const intent = (await agency.ledger()).find(({ kind }) => kind === 'intent');
    expect(intent).toMatchObject({ message: sha256(Buffer.from(delivered.replace(TRACE, ''), 'latin1')) });
    const email = await parsed(Buffer.from(delivered, 'latin1'));
    expect(email).toMatchObject({
      subject: 'Бухта: предложение № КП-2026-014',
      from: { name: 'Анна Ковалёва', address: 'anna@beacon.example' },
      messageId: '<proposal.promo.v2@beacon.example>',
    });
    expect(email.attachments.map(({ filename }) => filename)).toEqual([PDF]);
    const again = await runCommand('send', [...agency.proposal, '--json'], { SMTP_URL: server.url });
    expect(JSON.parse(again.stdout)).toMatchObject({ status: 'already', attempts: 0 });
    expect(await server.delivered()).toHaveLength(1);
  });

  it('is quoted to the letter when it refuses one of two', async () => {
    const [agency, server] = [await proposalAgency(), await exim()];
    const to = ['--to', 'irina@hotel.example,nobody@hotel.example'];
    const sent = await runCommand('send', [...agency.proposal, ...to, '--json'], { SMTP_URL: server.url });
    expect(sent.code).toBe(1);
    expect(JSON.parse(sent.stdout)).toMatchObject({
      status: 'partial',
      accepted: ['irina@hotel.example'],
      refused: [{ to: 'nobody@hotel.example', code: 550, reply: '550 there is nobody here' }],
    });
  });

  it('that says “later” is tried again', async () => {
    const [agency, server] = [await proposalAgency(), await exim()];
    const to = ['--to', 'later@hotel.example'];
    const sending = startCommand('send', [...agency.proposal, ...to], { SMTP_URL: server.url });
    await vi.waitFor(
      async () => {
        const outcomes = (await agency.ledger()).filter(({ kind }) => kind === 'outcome');
        expect(outcomes[0]).toMatchObject({ result: 'deferred', refused: [{ code: 451 }] });
      },
      { timeout: 50_000, interval: 200 },
    );
    expect(await server.delivered()).toEqual([]);
    sending.process.kill();
    await sending.ended;
  });
});
