import type { Socket } from 'node:net';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { loadLedger } from '../../src/delivery/outbox.ts';
import { sendLetter } from '../../src/delivery/send-letter.ts';
import { runCommand } from '../support/command.ts';
import { scratchFolder } from '../support/folders.ts';
import { patientEffects, testAgency, told } from './agency.ts';
import { letter, sending } from './letters.ts';
import { agreeable, brokenServer, mailServer } from './mail-server.ts';

const OLGA = { name: 'Ольга Седова', address: 'olga@hotel.example' };
const PETR = { name: 'Пётр Седов', address: 'petr@hotel.example' };
const both = letter({ to: [OLGA, PETR] });

type Script = (line: string, socket: Socket) => void;

/** Takes Olga, refuses Petr for good, and goes on by the script. */
const withoutPetr =
  (script: Script): Script =>
  (line, socket) =>
    line.startsWith('RCPT') && line.includes('petr') ? void socket.write('550 no such user\r\n') : script(line, socket);

describe('a server that refused one of two by name', () => {
  it('and then broke off leaves in doubt only who was taken', async () => {
    const root = await scratchFolder('refused-then-lost');
    const effects = patientEffects();
    const url = await brokenServer(
      withoutPetr((line, socket) => (line === '.' ? socket.destroy() : agreeable(line, socket))),
    );
    expect(await sendLetter(sending(root, url, { letter: both }), effects)).toMatchObject({
      status: 'unknown',
      unknown: [OLGA.address],
      refused: [{ to: PETR.address, code: 550 }],
    });
    expect((await loadLedger(root, effects)).at(-1)).toMatchObject({
      result: 'unknown',
      refused: [{ to: PETR.address, code: 550 }],
    });
    const later = await mailServer();
    const petr = letter({ to: [PETR] });
    expect(await sendLetter(sending(root, later.url, { letter: petr }), effects)).toMatchObject({ status: 'sent' });
    expect(await sendLetter(sending(root, later.url), effects)).toMatchObject({ status: 'unknown', attempts: 0 });
  });

  it.each<[string, Script]>([
    [
      'and asked to come back with the message',
      (line, socket) => (line === '.' ? void socket.write('451 later\r\n') : agreeable(line, socket)),
    ],
    [
      'and put off the message before it left',
      (line, socket) => (line === 'DATA' ? void socket.write('451 later\r\n') : agreeable(line, socket)),
    ],
  ])('%s is not asked for that one again', async (_name, script) => {
    const root = await scratchFolder('refused-then-deferred');
    const effects = patientEffects();
    const sent = await sendLetter(sending(root, await brokenServer(withoutPetr(script)), { letter: both }), effects);
    expect(sent).toMatchObject({ status: 'deferred', attempts: 4, refused: [{ to: PETR.address, code: 550 }] });
    const asked = (await loadLedger(root, effects)).flatMap((line) => (line.kind === 'intent' ? [line.to] : []));
    expect(asked).toEqual([[OLGA.address, PETR.address], [OLGA.address], [OLGA.address], [OLGA.address]]);
  });
});

it('a sender put off keeps everybody waiting, though a server told all at once refuses the recipients too', async () => {
  const root = await scratchFolder('pipelined');
  const effects = patientEffects();
  const url = await brokenServer((line, socket) => {
    if (line.startsWith('EHLO')) socket.write('250-fine\r\n250 PIPELINING\r\n');
    else if (line.startsWith('MAIL')) socket.write('451 later\r\n');
    else if (/^(RCPT|DATA)/.test(line)) socket.write('503 no sender\r\n');
  });
  const sent = await sendLetter(sending(root, url, { letter: both }), effects);
  expect(sent).toMatchObject({ status: 'deferred', attempts: 4, refused: [] });
  expect(told(await loadLedger(root, effects))).not.toContain('refused');
});

describe('what a server says', () => {
  it.each<[string, Script]>([
    [
      'repeats the login',
      (line, socket) => void socket.write(line.startsWith('AUTH') ? `500 unknown: "${line}"\r\n` : '250 fine\r\n'),
    ],
    [
      'repeats the password',
      (line, socket) => void socket.write(line.startsWith('AUTH') ? '535 p@ss word is wrong\r\n' : '250 fine\r\n'),
    ],
  ])('never brings the password into the ledger or the answer: a server that %s', async (_name, script) => {
    const root = await scratchFolder('secret');
    const effects = patientEffects();
    const url = (await brokenServer(script)).replace('//', '//anna:p%40ss%20word@');
    const sent = await sendLetter(sending(root, url), effects);
    expect(sent.status).toBe('failed');
    const kept = JSON.stringify([sent, await loadLedger(root, effects)]);
    expect(kept).toContain('***');
    expect(kept).not.toContain('p@ss word');
    expect(kept).not.toContain(Buffer.from('\0anna\0p@ss word').toString('base64'));
  });

  it('does not steer the terminal', async () => {
    const root = await scratchFolder('control');
    const url = await brokenServer((line, socket) =>
      line.startsWith('MAIL') ? void socket.write('550 \u001b[2Jno\u0007\u0000\r\n') : agreeable(line, socket),
    );
    expect((await sendLetter(sending(root, url), patientEffects())).reply).toBe('550 [2Jno');
  });
});

it('a server that never answers the good-bye does not keep the command', async () => {
  const agency = await testAgency();
  const url = await brokenServer((line, socket) =>
    line === '.' ? void socket.write('250 taken\r\n') : agreeable(line, socket),
  );
  const begun = Date.now();
  const sent = await runCommand('send', agency.report, { SMTP_URL: url });
  expect(sent).toMatchObject({ code: 0 });
  expect(Date.now() - begun).toBeLessThan(40_000);
});

describe('a server that falls silent', () => {
  it.each(['EHLO', 'MAIL', 'RCPT', 'DATA'])('at %s is left after three minutes and tried again', async (last) => {
    const root = await scratchFolder('silent');
    const effects = patientEffects();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const url = await brokenServer((line, socket) => {
      if (!line.startsWith(last)) return agreeable(line, socket);
      vi.advanceTimersByTime(179_000);
      expect(socket.destroyed).toBe(false);
      vi.advanceTimersByTime(1_000);
    });
    const sent = await sendLetter(sending(root, url), effects);
    expect(sent).toMatchObject({ status: 'deferred', attempts: 4 });
    expect((await loadLedger(root, effects)).at(-1)).toMatchObject({
      result: 'deferred',
      reply: 'ETIMEDOUT: the server has not asked for the message in 3 minutes',
    });
  });

  it('over the message may have taken it: nobody hurries it', async () => {
    const root = await scratchFolder('thoughtful');
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const url = await brokenServer((line, socket) => {
      if (line !== '.') return agreeable(line, socket);
      vi.advanceTimersByTime(9 * 60_000);
      socket.write('250 taken\r\n');
    });
    expect(await sendLetter(sending(root, url), patientEffects())).toMatchObject({ status: 'sent', attempts: 1 });
  });
});
