import { describe, expect, it } from 'vitest';
import { writeDraft } from '../../src/delivery/draft.ts';
import type { LedgerLine } from '../../src/delivery/ledger.ts';
import { sendLetter, type Sent } from '../../src/delivery/send-letter.ts';
import { tellSent } from '../../src/delivery/tell.ts';
import { loadLedger } from '../../src/delivery/outbox.ts';
import { scratchFolder } from '../support/folders.ts';
import { patientEffects } from './agency.ts';
import { letter, sending } from './letters.ts';
import { agreeable, brokenServer, mailServer, parsed, type Received } from './mail-server.ts';

const OLGA = { name: 'Ольга Седова', address: 'olga@hotel.example' };
const PETR = { name: 'Пётр Седов', address: 'petr@hotel.example' };
const FIRST = '<report.hotel.2026-10@beacon.example>';
const SECOND = '<report.hotel.2026-10.again-2@beacon.example>';

/** The letter with a document of those words. */
const carrying = (words: string, to = [OLGA]) =>
  letter({ to, attachment: { name: 'hotel.pdf', title: 'PDF', content: Buffer.from(words) } });

const ids = (received: readonly Received[]): Promise<string[]> =>
  Promise.all(received.map(async ({ bytes }) => (await parsed(bytes)).messageId!));

/** Takes the message and never says so. */
const lost = () => brokenServer((line, socket) => (line === '.' ? socket.destroy() : agreeable(line, socket)));

async function agency() {
  const effects = patientEffects();
  const root = await scratchFolder('message-id');
  const { url, received } = await mailServer();
  const send = (over: Parameters<typeof sending>[2], server = url): Promise<Sent> =>
    sendLetter(sending(root, server, over), effects);
  return { root, effects, received, send, ledger: (): Promise<LedgerLine[]> => loadLedger(root, effects) };
}

describe('the Message-ID', () => {
  it('stays after a doubt: a mailbox that had the letter sees that it is the same one', async () => {
    const { received, send } = await agency();
    expect(await send({}, await lost())).toMatchObject({ status: 'unknown', messageId: FIRST });
    expect(await send({ resend: true })).toMatchObject({ status: 'sent' });
    expect(await ids(received)).toEqual([FIRST]);
  });

  it('stays for those who have not had the letter yet', async () => {
    const { received, send } = await agency();
    await send({ letter: carrying('one') });
    await send({ letter: carrying('one', [OLGA, PETR]) });
    expect(received.map(({ to }) => to)).toEqual([[OLGA.address], [PETR.address]]);
    expect(await ids(received)).toEqual([FIRST, FIRST]);
  });

  it('is another for another document, or mail programs would hide what was mended', async () => {
    const { received, send } = await agency();
    await send({ letter: carrying('one') });
    await send({ letter: carrying('two'), resend: true });
    expect(await ids(received)).toEqual([FIRST, SECOND]);
    // The same document to one more person is the same letter.
    await send({ letter: carrying('two', [PETR]) });
    expect((await ids(received)).at(-1)).toBe(SECOND);
  });

  it('is another after a doubt when the document is another, and stays when that one is in doubt too', async () => {
    const { received, send } = await agency();
    await send({ letter: carrying('one') }, await lost());
    expect(await send({ letter: carrying('two'), resend: true }, await lost())).toMatchObject({ messageId: SECOND });
    expect(await send({ letter: carrying('two'), resend: true })).toMatchObject({ status: 'sent' });
    expect(await ids(received)).toEqual([SECOND]);
  });

  it('is another for somebody who has the letter for certain and asks for it once more', async () => {
    const { received, send } = await agency();
    await send({});
    await send({ resend: true });
    await send({ resend: true });
    expect(await ids(received)).toEqual([FIRST, SECOND, SECOND.replace('2@', '3@')]);
  });

  it('of a letter that nobody can have is free', async () => {
    const { received, send } = await agency();
    await send({ letter: carrying('one') }, 'smtp://127.0.0.1:1');
    await send({ letter: carrying('two') });
    expect(await ids(received)).toEqual([FIRST]);
  });

  it('of a dry run is the one the letter would have', async () => {
    const { root, effects, send } = await agency();
    await send({ letter: carrying('one') });
    const dry = async (words: string, resend: boolean) =>
      (await writeDraft({ root, letter: carrying(words), resend, locale: 'en' }, effects)).message.messageId;
    expect(await dry('one', false)).toBe(FIRST);
    expect(await dry('one', true)).toBe(SECOND);
    expect(await dry('two', true)).toBe(SECOND);
  });
});

describe('a document built anew after it was sent', () => {
  it('is told of, with the command that sends it to those who have the earlier one', async () => {
    const { received, send } = await agency();
    await send({ letter: carrying('one', [OLGA, PETR]) });
    const again = await send({ letter: carrying('two', [OLGA, PETR]) });
    expect(again).toMatchObject({ status: 'already', outdated: [OLGA.address, PETR.address] });
    expect(tellSent(again, 'Europe/Moscow', 'en')).toEqual([
      'Already sent on 2026-11-04 to olga@hotel.example, petr@hotel.example. Nothing was sent',
      'The document was built anew since, and these have the earlier PDF: olga@hotel.example, petr@hotel.example. The new one goes to them with --to olga@hotel.example,petr@hotel.example --resend',
    ]);
    expect(received).toHaveLength(1);
  });

  it('is told of when it goes to others, and no more when all have the new one', async () => {
    const { send } = await agency();
    await send({ letter: carrying('one') });
    const both = [OLGA, PETR];
    expect(await send({ letter: carrying('two', both) })).toMatchObject({
      status: 'sent',
      accepted: [PETR.address],
      outdated: [OLGA.address],
    });
    expect(await send({ letter: carrying('two'), resend: true })).toMatchObject({ status: 'sent', outdated: [] });
    expect(await send({ letter: carrying('two', both) })).toMatchObject({ status: 'already', outdated: [] });
  });

  it('is the same document when it says the same and only the day of building is another', async () => {
    const { received, send } = await agency();
    const saying = (words: string, says: string) => {
      const made = carrying(words);
      return { ...made, attachment: { ...made.attachment!, says } };
    };
    await send({ letter: saying('one', 'a') }, await lost());
    // After a doubt it may reach a mailbox that has it: the same letter.
    expect(await send({ letter: saying('two', 'a'), resend: true })).toMatchObject({ messageId: FIRST });
    expect(await send({ letter: saying('three', 'a') })).toMatchObject({ status: 'already', outdated: [] });
    expect(await send({ letter: saying('three', 'b') })).toMatchObject({ outdated: [OLGA.address] });
    // Of one that was sent before what it says was kept, the bytes tell.
    expect(await send({ letter: carrying('two') })).toMatchObject({ outdated: [] });
    expect(await send({ letter: carrying('three') })).toMatchObject({ outdated: [OLGA.address] });
    expect(await ids(received)).toEqual([FIRST]);
  });

  it('is not told of a trial', async () => {
    const { send } = await agency();
    await send({ letter: carrying('one') });
    expect(await send({ letter: carrying('two'), trial: true })).toMatchObject({ status: 'sent', outdated: [] });
  });
});
