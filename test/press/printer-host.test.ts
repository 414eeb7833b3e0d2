import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findBrowser } from '../../src/press/browser.ts';
import { printerElsewhere } from '../../src/press/printer-elsewhere.ts';
import { PrinterHost } from '../../src/press/printer-host.ts';
import { browserCache, openPrinter, type PrintJob } from '../../src/press/printer.ts';
import { page } from './printed-page.ts';
import { hashOf, type Printed } from './printing-member.ts';

const project = process.cwd();
const date = '2026-11-01';
const effects = { env: process.env, err: (line: string) => console.error(line) };

const jobs = (member: string, count: number): PrintJob[] =>
  Array.from({ length: count }, (_, i) => {
    const name = `${member} ${i}`;
    return { html: page(`<h1>Документ ${name}</h1>`), name, date };
  });

let members: ChildProcess[];
let folder: string;

beforeEach(async () => {
  members = [];
  folder = await mkdtemp(path.join(tmpdir(), 'accountpress-host-'));
});

afterEach(async () => {
  for (const member of members) member.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

function startMember(host: PrinterHost): ChildProcess {
  const member = fork(path.join(import.meta.dirname, 'printing-member.ts'), { serialization: 'advanced' });
  host.serve(member);
  members.push(member);
  return member;
}

function ask(member: ChildProcess, work: PrintJob[]): Promise<Printed> {
  member.send(work);
  return new Promise((resolve, reject) => {
    member.on('message', (message: Printed | { kind: string }) => 'documents' in message && resolve(message));
    member.once('exit', () => reject(new Error('the member is gone')));
  });
}

/** Where the browser is started, with its process ids written down, one line a start. */
async function tracked(): Promise<{ env: NodeJS.ProcessEnv; pids(): Promise<number[]> }> {
  const real = await findBrowser({ env: process.env, cacheFolder: browserCache(project) });
  const [wrapper, pids] = [path.join(folder, 'chrome'), path.join(folder, 'pids')];
  await writeFile(wrapper, `#!/bin/sh\necho $$ >> "${pids}"\nexec "${real.path}" "$@"\n`);
  await chmod(wrapper, 0o755);
  return {
    env: { ...process.env, ...real.env, PUPPETEER_EXECUTABLE_PATH: wrapper },
    pids: async () => (await readFile(pids, 'utf8')).trim().split('\n').map(Number),
  };
}

describe('several processes that print through one', () => {
  it('get the bytes they would have printed themselves, from one browser', async () => {
    const { env, pids } = await tracked();
    const work = ['a', 'b', 'c'].map((name) => jobs(name, 4));
    const printed = await (async () => {
      await using host = new PrinterHost({ project }, { ...effects, env });
      return await Promise.all(work.map((own) => ask(startMember(host), own)));
    })();
    expect(await pids()).toHaveLength(1);
    for (const pid of await pids()) expect(() => process.kill(pid, 0)).toThrow('ESRCH');
    await using printer = await openPrinter({ project }, effects);
    for (const [at, own] of work.entries()) {
      const expected = await Promise.all(own.map(async (job) => hashOf(await printer.print(job))));
      expect(printed[at]).toEqual({ version: printer.version, documents: expected });
    }
  });

  it('get every document although the browser dies in the middle', async () => {
    const { env, pids } = await tracked();
    await using host = new PrinterHost({ project, tabs: 2 }, { ...effects, env });
    const first = startMember(host);
    let answers = 0;
    const killed = new Promise<void>((resolve) => {
      const { send } = first;
      first.send = function (this: ChildProcess, ...message: unknown[]): boolean {
        // The first answer is the version; a few documents later the browser dies.
        if (++answers === 5) void pids().then(([pid]) => (process.kill(pid!, 'SIGKILL'), resolve()));
        return send.apply(this, message as Parameters<ChildProcess['send']>);
      };
    });
    const [one, other] = await Promise.all([
      ask(first, jobs('one', 12)),
      ask(startMember(host), jobs('other', 12)),
      killed,
    ]);
    for (const { documents } of [one, other]) {
      expect(documents).toHaveLength(12);
      expect(new Set(documents).size).toBe(12);
      for (const document of documents) expect(document).toMatch(/^[0-9a-f]{64}$/);
    }
    expect(await pids()).toHaveLength(2);
  });

  it('are told of their own page’s fault, and the others go on', async () => {
    await using host = new PrinterHost({ project }, effects);
    const broken = { html: page('<img src="data:image/png;base64,AAAA">'), name: 'broken', date };
    const [{ documents: bad }, { documents: good }] = await Promise.all([
      ask(startMember(host), [broken]),
      ask(startMember(host), jobs('good', 3)),
    ]);
    const text = {
      ru: expect.stringMatching(/^картинки не читаются: data:/) as string,
      en: expect.stringMatching(/^pictures that cannot be read: data:/) as string,
    };
    expect(bad).toEqual([{ name: 'UnprintablePage', text }]);
    expect(good.map((one) => typeof one)).toEqual(['string', 'string', 'string']);
  });

  it('are told in both languages that a document failed twice, and that there is no browser', async () => {
    await using hasty = new PrinterHost({ project, timeoutMs: 1 }, effects);
    expect((await ask(startMember(hasty), jobs('hasty', 1))).documents).toEqual([
      {
        name: 'PrintFailed',
        text: {
          ru: expect.stringMatching(/^hasty 0 не напечатан, браузер дважды отказал: /) as string,
          en: expect.stringMatching(/^hasty 0 was not printed, the browser failed twice: /) as string,
        },
      },
    ]);
    const env = { PUPPETEER_EXECUTABLE_PATH: path.join(folder, 'none') };
    await using none = new PrinterHost({ project }, { ...effects, env });
    expect((await ask(startMember(none), jobs('none', 1))).documents).toEqual([
      { name: 'BrowserMissing', text: expect.objectContaining({ en: expect.stringContaining(env.PUPPETEER_EXECUTABLE_PATH) as string }) as unknown }, // prettier-ignore
    ]);
  });

  it('do not miss one that dies while its documents are printed', async () => {
    await using host = new PrinterHost({ project, tabs: 1 }, effects);
    const mortal = startMember(host);
    mortal.send(jobs('mortal', 6));
    await once(mortal, 'message');
    mortal.kill('SIGKILL');
    expect((await ask(startMember(host), jobs('next', 2))).documents).toHaveLength(2);
  });

  it('start no browser when all the work is over', async () => {
    const host = new PrinterHost({ project }, effects);
    await host[Symbol.asyncDispose]();
    expect((await ask(startMember(host), jobs('late', 1))).documents).toEqual([
      { name: 'Error', text: 'Error: the printer is closed' },
    ]);
  });

  it('fail when the one that prints is gone, instead of waiting for ever', async () => {
    const sent: unknown[] = [];
    const listeners = new Map<string, (message?: unknown) => void>();
    const line = {
      send: (message: unknown) => sent.push(message) > 0,
      on: (event: string, listener: (message?: unknown) => void) => listeners.set(event, listener),
      off: (event: string) => listeners.delete(event),
    } as unknown as NodeJS.Process;
    const opening = printerElsewhere(line);
    listeners.get('message')!({ kind: 'print-answer', order: (sent[0] as { order: number }).order, result: { version: 'v', pdf: null } }); // prettier-ignore
    const printer = await opening;
    const printing = printer.print(jobs('late', 1)[0]!);
    listeners.get('disconnect')!();
    await expect(printing).rejects.toThrow('the process that prints is gone');
    await printer[Symbol.asyncDispose]();
    expect(listeners.size).toBe(0);
  });
});
