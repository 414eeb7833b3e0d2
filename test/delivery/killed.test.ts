import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { runCommand, startCommand } from '../support/command.ts';
import { KEY, testAgency, told, type TestAgency } from './agency.ts';
import { collect, mailServer, parsed } from './mail-server.ts';

/** Starts the real command and kills it without mercy when the server says so. */
async function killedAt(agency: TestAgency, url: string, moment: Promise<unknown>): Promise<void> {
  const sender = startCommand('send', agency.report, { SMTP_URL: url });
  await Promise.race([
    moment,
    sender.ended.then(({ stderr }) => Promise.reject(new Error(`ended by itself: ${stderr}`))),
  ]);
  sender.process.kill('SIGKILL');
  expect((await sender.ended).code).toBeNull();
}

function moment(): { reached: Promise<void>; reach: () => void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { reached: promise, reach: resolve };
}

const send = (agency: TestAgency, url: string, ...flags: string[]) =>
  runCommand('send', [...agency.report, '--json', ...flags], { SMTP_URL: url });

describe('a sender killed before the message began to leave', () => {
  it('while connecting: the ledger has only the intent, the next run sends', async () => {
    const agency = await testAgency();
    const silent = createServer().listen(0, '127.0.0.1');
    await once(silent, 'listening');
    onTestFinished(() => void silent.close());
    const port = (silent.address() as AddressInfo).port;
    await killedAt(agency, `smtp://127.0.0.1:${port}`, once(silent, 'connection'));
    expect(told(await agency.ledger())).toEqual(['intent']);

    const { url, received } = await mailServer();
    expect((await send(agency, url)).code).toBe(0);
    expect(received).toHaveLength(1);
    expect(told(await agency.ledger())).toEqual(['intent', 'failed', 'intent', 'data', 'sent']);
  });

  it('after MAIL: the ledger has only the intent, the next run sends', async () => {
    const agency = await testAgency();
    const { reached, reach } = moment();
    const stalled = await mailServer({ onMailFrom: reach });
    await killedAt(agency, stalled.url, reached);
    expect(told(await agency.ledger())).toEqual(['intent']);

    const { url, received } = await mailServer();
    expect((await send(agency, url)).code).toBe(0);
    expect(received).toHaveLength(1);
  });
});

describe('a sender killed after the message began to leave', () => {
  it('during DATA: the next run sends nothing and says that nobody knows', async () => {
    const agency = await testAgency({ pdfBytes: 16_000_000 });
    const { reached, reach } = moment();
    const stalled = await mailServer({ onData: (stream) => void stream.once('readable', reach) });
    await killedAt(agency, stalled.url, reached);
    expect(told(await agency.ledger())).toEqual(['intent', 'data']);

    const { url, received } = await mailServer();
    const again = await send(agency, url);
    expect(again.code).toBe(1);
    expect(JSON.parse(again.stdout)).toMatchObject({ status: 'unknown', unknown: ['olga@hotel.example'], attempts: 0 });
    expect(received).toHaveLength(0);
    expect(told(await agency.ledger())).toEqual(['intent', 'data', 'unknown']);
  });

  it('after the whole message, before the answer: one letter arrived, no second one leaves unless a person says so', async () => {
    const agency = await testAgency();
    const arrived: Buffer[] = [];
    const { reached, reach } = moment();
    const { url, received } = await mailServer();
    const mute = await mailServer({
      onData: (stream) => void collect(stream).then((bytes) => (arrived.push(bytes), reach())),
    });
    await killedAt(agency, mute.url, reached);
    expect(told(await agency.ledger())).toEqual(['intent', 'data']);

    for (const attempt of [1, 2]) expect((await send(agency, url)).code, `run ${attempt}`).toBe(1);
    expect(received).toHaveLength(0);

    expect((await send(agency, url, '--resend')).code).toBe(0);
    expect(received).toHaveLength(1);
    const [first, second] = await Promise.all([parsed(arrived[0]!), parsed(received[0]!.bytes)]);
    expect(second.messageId).toBe(first.messageId);
    expect((await agency.ledger()).at(-3)).toMatchObject({ kind: 'intent', key: KEY, resend: true });
    expect((await send(agency, url)).code).toBe(0);
    expect(received).toHaveLength(1);
  });
});

describe('two senders at once', () => {
  it('send one letter between them', async () => {
    const agency = await testAgency();
    const { url, received } = await mailServer();
    const both = await Promise.all([send(agency, url), send(agency, url)]);
    expect(both.map(({ code }) => code)).toEqual([0, 0]);
    expect(both.map(({ stdout }) => (JSON.parse(stdout) as { status: string }).status).sort()).toEqual([
      'already',
      'sent',
    ]);
    expect(received).toHaveLength(1);
    expect(told(await agency.ledger())).toEqual(['intent', 'data', 'sent']);
  });
});
