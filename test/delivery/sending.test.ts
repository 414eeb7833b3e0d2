import { appendFile, readFile, writeFile } from 'node:fs/promises';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { whileLocked } from '../../src/delivery/lock.ts';
import { LEDGER, loadLedger } from '../../src/delivery/outbox.ts';
import { sendLetter } from '../../src/delivery/send-letter.ts';
import { smtpServer } from '../../src/delivery/smtp-server.ts';
import { scratchFolder } from '../support/folders.ts';
import { patientEffects, told } from './agency.ts';
import { letter, sending } from './letters.ts';
import { agreeable, brokenServer, mailServer, parsed, refusal } from './mail-server.ts';

const OLGA = { name: 'Ольга Седова', address: 'olga@hotel.example' };
const PETR = { name: 'Пётр Седов', address: 'petr@hotel.example' };
const both = letter({ to: [OLGA, PETR] });

describe('sending', () => {
  it('writes intent, data and outcome, and sends nothing the second time', async () => {
    const root = await scratchFolder('ledger');
    const effects = patientEffects();
    const { url, received } = await mailServer();
    const first = await sendLetter(sending(root, url), effects);
    expect(first).toMatchObject({ status: 'sent', accepted: [OLGA.address], attempts: 1, unknown: [] });
    expect(received.map(({ from, to }) => ({ from, to }))).toEqual([
      { from: 'anna@beacon.example', to: [OLGA.address] },
    ]);

    const second = await sendLetter(sending(root, url), effects);
    expect(second).toMatchObject({ status: 'already', accepted: [OLGA.address], attempts: 0, sentAt: first.sentAt });
    expect(received).toHaveLength(1);
    expect(told(await loadLedger(root, effects))).toEqual(['intent', 'data', 'sent']);
  });

  it('an address written with other letters, large or small, is the same person', async () => {
    const root = await scratchFolder('ledger');
    const effects = patientEffects();
    const { url, received } = await mailServer();
    await sendLetter(sending(root, url), effects);
    const shouted = letter({ to: [{ ...OLGA, address: 'Olga@hotel.example' }, PETR] });
    expect(await sendLetter(sending(root, url, { letter: shouted }), effects)).toMatchObject({ status: 'sent' });
    expect(received.map(({ to }) => to)).toEqual([[OLGA.address], [PETR.address]]);
  });

  it('a trial goes out as often as asked, under Message-IDs of its own, and counts for nothing', async () => {
    const root = await scratchFolder('trial');
    const effects = patientEffects();
    const { url, received } = await mailServer();
    const trial = sending(root, url, { trial: true });
    expect((await sendLetter(trial, effects)).status).toBe('sent');
    expect((await sendLetter(trial, effects)).status).toBe('sent');
    expect((await sendLetter(sending(root, url), effects)).status).toBe('sent');
    const ids = await Promise.all(received.map(async ({ bytes }) => (await parsed(bytes)).messageId));
    expect(new Set(ids).size).toBe(3);
    expect(ids[2]).toBe('<report.hotel.2026-10@beacon.example>');
  });
});

describe('what may be tried again', () => {
  it('a temporary refusal is tried four times with growing pauses, then reported', async () => {
    const root = await scratchFolder('deferred');
    const effects = patientEffects();
    const { url, received } = await mailServer({
      onMailFrom: (_from, _session, done) => done(refusal(451, 'greylisted')),
    });
    const sent = await sendLetter(sending(root, url), effects);
    expect(sent).toMatchObject({ status: 'deferred', attempts: 4, accepted: [], unknown: [] });
    expect(sent.reply).toContain('greylisted');
    expect(effects.pauses).toEqual([5_000, 30_000, 120_000]);
    expect(received).toHaveLength(0);
    expect(told(await loadLedger(root, effects))).toEqual(
      Array.from({ length: 4 }, () => ['intent', 'deferred']).flat(),
    );
  });

  it('a server that relents gets the letter once', async () => {
    const root = await scratchFolder('relents');
    const effects = patientEffects();
    let asked = 0;
    const { url, received } = await mailServer({
      onMailFrom: (_from, _session, done) => ((asked += 1) < 3 ? done(refusal(450, 'later')) : done()),
    });
    expect(await sendLetter(sending(root, url), effects)).toMatchObject({ status: 'sent', attempts: 3 });
    expect(received).toHaveLength(1);
  });

  it.each([
    ['a refused connection', 'smtp://127.0.0.1:1', /ECONNREFUSED/],
    ['a name nobody knows', 'smtps://mail.nowhere.invalid', /EDNS|ENOTFOUND|EAI_AGAIN/],
  ])('%s is tried again and the message never leaves', async (_name, url, words) => {
    const root = await scratchFolder('no-server');
    const effects = patientEffects();
    const sent = await sendLetter(sending(root, url), effects);
    expect(sent).toMatchObject({ status: 'deferred', attempts: 4 });
    expect(sent.reply).toMatch(words);
    expect(told(await loadLedger(root, effects))).not.toContain('data');
  });

  it('a temporary refusal of the whole message after DATA is the server’s own word: tried again', async () => {
    const root = await scratchFolder('data-4xx');
    const effects = patientEffects();
    let asked = 0;
    const { url } = await mailServer({
      onData: (stream, _session, done) => {
        stream.resume();
        stream.on('end', () => ((asked += 1) === 1 ? done(refusal(452, 'disk full')) : done()));
      },
    });
    expect(await sendLetter(sending(root, url), effects)).toMatchObject({ status: 'sent', attempts: 2 });
    expect(told(await loadLedger(root, effects))).toEqual(['intent', 'data', 'deferred', 'intent', 'data', 'sent']);
  });
});

describe('what may not be tried again', () => {
  it('a final refusal is reported at once', async () => {
    const root = await scratchFolder('refused');
    const { url } = await mailServer({ onMailFrom: (_from, _session, done) => done(refusal(550, 'not for us')) });
    const sent = await sendLetter(sending(root, url), patientEffects());
    expect(sent).toMatchObject({ status: 'refused', attempts: 1, refused: [{ to: OLGA.address, code: 550 }] });
  });

  it.each<[string, (line: string, socket: Socket) => void]>([
    [
      'a connection broken in the middle of the message',
      (line, socket) => (line.startsWith('Subject:') ? socket.destroy() : agreeable(line, socket)),
    ],
    [
      'a connection broken after the final dot',
      (line, socket) => (line === '.' ? socket.destroy() : agreeable(line, socket)),
    ],
    [
      'nonsense after the final dot',
      (line, socket) => (line === '.' ? void socket.end('maybe\r\n') : agreeable(line, socket)),
    ],
  ])('%s leaves the letter unknown, and only --resend sends again', async (_name, answer) => {
    const root = await scratchFolder('unknown');
    const effects = patientEffects();
    const broken = await sendLetter(sending(root, await brokenServer(answer)), effects);
    expect(broken).toMatchObject({ status: 'unknown', attempts: 1, unknown: [OLGA.address] });

    const { url, received } = await mailServer();
    expect(await sendLetter(sending(root, url), effects)).toMatchObject({ status: 'unknown', attempts: 0 });
    expect(received).toHaveLength(0);
    expect(await sendLetter(sending(root, url, { resend: true }), effects)).toMatchObject({
      status: 'sent',
      attempts: 1,
    });
    expect(await sendLetter(sending(root, url), effects)).toMatchObject({ status: 'already' });
    expect(received).toHaveLength(1);
  });

  it('a connection broken before DATA is no doubt at all: tried again', async () => {
    const root = await scratchFolder('broken-early');
    const effects = patientEffects();
    const url = await brokenServer((line, socket) =>
      line.startsWith('RCPT') ? socket.destroy() : agreeable(line, socket),
    );
    expect(await sendLetter(sending(root, url), effects)).toMatchObject({
      status: 'deferred',
      attempts: 4,
      unknown: [],
    });
  });
});

describe('several recipients', () => {
  it('who was taken keeps the letter; who was refused for good is named and asked again only by another command', async () => {
    const root = await scratchFolder('partial');
    const effects = patientEffects();
    let closed = true;
    const { url, received } = await mailServer({
      onRcptTo: ({ address }, _session, done) =>
        closed && address === PETR.address ? done(refusal(550, 'no such user')) : done(),
    });
    const first = await sendLetter(sending(root, url, { letter: both }), effects);
    expect(first).toMatchObject({ status: 'partial', accepted: [OLGA.address], attempts: 1 });
    expect(first.refused).toMatchObject([{ to: PETR.address, code: 550 }]);

    closed = false;
    expect(await sendLetter(sending(root, url, { letter: both }), effects)).toMatchObject({
      status: 'sent',
      accepted: [PETR.address],
    });
    expect(received.map(({ to }) => to)).toEqual([[OLGA.address], [PETR.address]]);
    expect((await parsed(received[1]!.bytes)).to?.map(({ address }) => address)).toEqual([OLGA.address, PETR.address]);
  });

  it('who is asked to wait is tried again alone', async () => {
    const root = await scratchFolder('greylisted');
    const effects = patientEffects();
    let asked = 0;
    const { url, received } = await mailServer({
      onRcptTo: ({ address }, _session, done) =>
        address === PETR.address && (asked += 1) < 3 ? done(refusal(450, 'greylisted')) : done(),
    });
    const heard: string[] = [];
    const waiting = (_seconds: number, reply: string) => void heard.push(reply);
    const sent = await sendLetter(sending(root, url, { letter: both, waiting }), effects);
    expect(sent).toMatchObject({ status: 'sent', accepted: [OLGA.address, PETR.address], refused: [], attempts: 3 });
    // What is told of the wait is why this one waits, not that the server took the letter for the other.
    expect(heard).toEqual(['450 greylisted', '450 greylisted']);
    expect(received.map(({ to }) => to)).toEqual([[OLGA.address], [PETR.address]]);
  });
});

describe('the ledger', () => {
  it('a line torn by a crash counts for nothing and is taken away before the next one', async () => {
    const root = await scratchFolder('torn');
    const effects = patientEffects();
    const { url, received } = await mailServer();
    await sendLetter(sending(root, url), effects);
    const file = join(root, LEDGER);
    const whole = await readFile(file, 'utf8');
    await appendFile(file, '{"kind":"intent","at":"2026-11-0');
    expect(told(await loadLedger(root, effects))).toEqual(['intent', 'data', 'sent']);
    expect(await sendLetter(sending(root, url), effects)).toMatchObject({ status: 'already' });
    expect(received).toHaveLength(1);
    expect(await readFile(file, 'utf8')).toBe(whole);
  });

  it('a last line that lost only its line end is kept, and the next one begins on a line of its own', async () => {
    const root = await scratchFolder('line-end');
    const effects = patientEffects();
    const { url, received } = await mailServer();
    await sendLetter(sending(root, url), effects);
    const file = join(root, LEDGER);
    const whole = await readFile(file, 'utf8');
    await writeFile(file, whole.slice(0, -1));
    expect(await sendLetter(sending(root, url), effects)).toMatchObject({ status: 'already' });
    expect(received).toHaveLength(1);
    expect(await readFile(file, 'utf8')).toBe(whole);
  });

  it('takes no line behind one that a full disk tore: the next run finds it torn, and nothing left', async () => {
    const root = await scratchFolder('full');
    const real = patientEffects();
    const { url, received } = await mailServer();
    let lines = 0;
    const append = async (path: string, content: string): Promise<void> => {
      lines += 1;
      if (lines !== 2) return real.fs.append(path, content);
      await real.fs.append(path, content.slice(0, 30));
      throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC', syscall: 'write' });
    };
    const full = { ...real, fs: { ...real.fs, append } };
    await expect(sendLetter(sending(root, url), full)).rejects.toMatchObject({ code: 'ENOSPC' });
    expect(received).toHaveLength(0);
    expect(told(await loadLedger(root, real))).toEqual(['intent']);
    expect(await sendLetter(sending(root, url), real)).toMatchObject({ status: 'sent' });
    expect(told(await loadLedger(root, real))).toEqual(['intent', 'failed', 'intent', 'data', 'sent']);
  });

  it('damage in the middle stops everything and names the line', async () => {
    const root = await scratchFolder('damaged');
    const effects = patientEffects();
    const { url, received } = await mailServer();
    await sendLetter(sending(root, url), effects);
    const file = join(root, LEDGER);
    const [first, ...rest] = (await readFile(file, 'utf8')).split('\n');
    await writeFile(file, [first, rest[0]!.slice(0, -5), ...rest.slice(1)].join('\n'));
    await expect(sendLetter(sending(root, url), effects)).rejects.toMatchObject({
      name: 'LedgerDamaged',
      problems: [{ code: 'ledger-line-broken', file: LEDGER, row: 2 }],
    });
    expect(received).toHaveLength(1);
  });
});

describe('the lock', () => {
  it('a sender waits half a minute for another one, then gives up without touching the ledger', async () => {
    const root = await scratchFolder('lock');
    const effects = patientEffects();
    await whileLocked(root, effects, async () => {
      await expect(sendLetter(sending(root, 'smtp://127.0.0.1:1'), effects)).rejects.toMatchObject({
        name: 'OutboxBusy',
      });
    });
    expect(effects.pauses.reduce((sum, pause) => sum + pause, 0)).toBe(30_000);
    expect(await loadLedger(root, effects)).toEqual([]);
  });
});

describe('the address of the server', () => {
  it('reads scheme, port and an encoded password', () => {
    expect(smtpServer('smtps://anna%40x.example:p%40ss@mail.example')).toEqual({
      host: 'mail.example',
      port: 465,
      tls: 'always',
      auth: { user: 'anna@x.example', pass: 'p@ss' },
    });
    expect(smtpServer('smtp://mail.example')).toMatchObject({ port: 587, tls: 'starttls', auth: null });
    expect(smtpServer('smtp://localhost:25')).toMatchObject({ port: 25, tls: 'none' });
    expect(smtpServer('smtp://LOCALHOST:25')).toMatchObject({ host: 'localhost', tls: 'none' });
    expect(smtpServer('smtp://[::1]:25')).toMatchObject({ host: '::1', tls: 'none' });
    expect(smtpServer('smtp://[2001:db8::1]')).toMatchObject({ host: '2001:db8::1', tls: 'starttls' });
    expect(smtpServer('smtps://Почта.Маяк.рф').host).toBe('xn--80a1acny.xn--80aue1f.xn--p1ai');
  });

  it.each([
    '',
    'mail.example',
    'http://mail.example',
    'smtps://mail.example/?tls.rejectUnauthorized=false',
    'smtps://',
    'smtps://anna:100%@mail.example',
    'smtps://anna@mail.example',
    'smtps://:secret@mail.example',
    'smtps://a b.example',
  ])('refuses %j without repeating a password', (url) => {
    expect(() => smtpServer(url)).toThrow(/SMTP_URL/);
  });

  it('never repeats the password in what it says', () => {
    expect(() => smtpServer('ftp://anna:secret@mail.example')).toThrow(
      expect.not.objectContaining({ message: expect.stringContaining('secret') }),
    );
  });
});
