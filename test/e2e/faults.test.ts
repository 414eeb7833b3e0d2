import { execFile, spawnSync } from 'node:child_process';
import { cp, mkdir, rename, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { nodeEffects } from '../../src/effects/node.ts';
import { NO_CACHE } from '../../src/press/cache.ts';
import type { CompiledSite } from '../../src/press/reports/compile-site.ts';
import { stageWithCrew } from '../../src/press/crew/crew.ts';
import { EarlyMember } from '../../src/press/crew/crew-process.ts';
import { whileAlone } from '../../src/press/output/output-lock.ts';
import { faultyDisk, jumpingClock } from '../faults/world.ts';
import { build, PROJECT, runCommand, startCommand, type Outcome } from '../support/command.ts';
import { filesOf, hashesOf, makeScratch, scratchFolder } from '../support/folders.ts';
import { childrenOf } from '../support/processes.ts';
import { AGENCY, AS_OF, writeWorkspace } from '../support/workspaces.ts';

const CLIENTS = ['alder', 'birch', 'cedar'];
const FAULTS = join(PROJECT, 'test/faults');

let home: string;
let workspace: string;
/** Output before and, made from nothing, after the workspace changed. */
let earlier: string;
let before: Record<string, string>;
let after: Record<string, string>;

const flags = (out: string) => ['--workspace', workspace, '--as-of', AS_OF, '--site', 'reports', '--out', out];
const quick = (out: string) => [...flags(out), '--no-pdf'];

beforeAll(async () => {
  home = await makeScratch('faults');
  [workspace, earlier] = [join(home, 'agency'), join(home, 'earlier')];
  await writeWorkspace(workspace, { alder: 'ru', birch: 'en', cedar: 'ru' });
  await build(quick(earlier));
  before = await hashesOf(earlier);
  const renamed = { ...AGENCY, name: { ru: 'Маяк и Ко', en: 'Beacon & Co' } };
  await writeFile(join(workspace, 'data/agency.json'), JSON.stringify(renamed));
  await build([...quick(join(home, 'later')), '--no-cache']);
  after = await hashesOf(join(home, 'later'));
});
afterAll(() => rm(home, { recursive: true, force: true }));

async function outputBefore(): Promise<string> {
  const out = join(await scratchFolder('fault'), 'dist');
  await cp(earlier, out, { recursive: true });
  return out;
}

/** What the files of a folder take on a disk of pages of 4 KB. */
async function kilobytes(folder: string): Promise<number> {
  const sizes = (await filesOf(folder)).map(
    async (file) => Math.ceil((await stat(join(folder, file))).size / 4096) * 4,
  );
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

const of = (client: string, hashes: Record<string, string>) =>
  Object.fromEntries(Object.entries(hashes).filter(([file]) => file.startsWith(`reports/${client}/`)));

/** Told as a problem by its name, in both languages' words, without our own code; every client whole, old or new. */
async function expectTold({ code, stdout, stderr }: Outcome, name: string, out: string): Promise<void> {
  expect(code, stderr).toBe(1);
  const { problems } = JSON.parse(stdout) as { problems: { code: string; file: string; mend: string }[] };
  expect(problems.map((one) => one.code)).toContain(name);
  expect(stderr).not.toMatch(/^\s+at /m);
  const found = await hashesOf(out);
  for (const client of CLIENTS) expect([of(client, before), of(client, after)]).toContainEqual(of(client, found));
  await build(quick(out));
  expect(await hashesOf(out)).toEqual(after);
}

describe('a disk that refuses', () => {
  it.each([
    ['is full from the start', 'ENOSPC', 1, 'disk-full'],
    ['is full half-way through publishing', 'ENOSPC', 20, 'disk-full'],
    ['may only be read', 'EROFS', 1, 'not-writable'],
  ] as const)('(the output’s %s) is named and harms no document', async (_, kind, at, name) => {
    const out = await outputBefore();
    const outcome = await runCommand('build', [...quick(out), '--json'], faultyDisk({ root: out, kind, at }));
    await expectTold(outcome, name, out);
  });

  it('(the engine’s own, while several processes build) is named', async () => {
    const out = await outputBefore();
    const fault = faultyDisk({ root: join(PROJECT, '.accountpress/runs'), kind: 'ENOSPC', at: 8 });
    const outcome = await runCommand('build', [...quick(out), '--json', '--workers', '2', '--no-cache'], fault);
    await expectTold(outcome, 'disk-full', out);
  });

  it('is told of in the reader’s language', async () => {
    const out = await outputBefore();
    const fault = faultyDisk({ root: out, kind: 'ENOSPC', at: 1 });
    const { stderr } = await runCommand('build', [...quick(out), '--lang', 'ru'], fault);
    expect(stderr).toContain('на диске нет места');
    expect(stderr).toContain('прежние документы на месте');
  });

  // Where a user may mount a disk of their own.
  it.runIf(spawnSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']).status === 0)(
    '(a real one, of a few kilobytes) is named and harms no document',
    async () => {
      const out = await scratchFolder('tiny');
      const copy = join(await scratchFolder('copied'), 'dist');
      const command = `${process.execPath} scripts/build.ts ${quick(out).join(' ')} --json`;
      // Room for the earlier output and for half a client more; a folder of another disk is copied before it is renamed.
      const room = (await kilobytes(earlier)) + Math.round((await kilobytes(join(earlier, 'reports/alder'))) / 2);
      const script = `mount -t tmpfs -o size=${room}k tmpfs ${out} && cp -r ${earlier}/. ${out} && ${command}; code=$?; cp -r ${out} ${copy}; exit $code`;
      const { status, stdout, stderr } = spawnSync('unshare', ['-rm', 'sh', '-c', script], { cwd: PROJECT });
      await expectTold({ code: status, stdout: stdout.toString(), stderr: stderr.toString() }, 'disk-full', copy);
    },
  );
});

describe('builds at once', () => {
  it('over one output come one after the other, over one cache together, and all are right', async () => {
    const [shared, own] = [await outputBefore(), await outputBefore()];
    // Held until both have come: on a busy machine the one might have ended before the other begins.
    const builds = await whileAlone({ out: shared, project: PROJECT }, nodeEffects(), async () => {
      const begun = [shared, shared, own].map((out) => startCommand('build', [...quick(out), '--lang', 'en']));
      const waiting = () => begun.filter(({ said }) => said.stderr.includes('Another command is at work on'));
      await vi.waitFor(() => expect(waiting()).toHaveLength(2), { timeout: 150_000 });
      return begun;
    });
    const outcomes = await Promise.all(builds.map(({ ended }) => ended));
    expect(outcomes.map(({ code }) => code)).toEqual([0, 0, 0]);
    expect(outcomes.at(-1)!.stderr).not.toContain('Another command');
    for (const out of [shared, own]) expect(await hashesOf(out)).toEqual(after);
  });
});

describe('a clock that jumps by years', () => {
  it('changes no byte, PDFs included', async () => {
    const out = join(await scratchFolder('clock'), 'dist');
    const common = [...flags(out), '--client', 'alder'];
    await build(common);
    const hashes = await hashesOf(out);
    expect(Object.keys(hashes).some((file) => file.endsWith('.pdf'))).toBe(true);
    await rm(out, { recursive: true });
    await build([...common, '--no-cache'], 0, jumpingClock());
    expect(await hashesOf(out)).toEqual(hashes);
  });
});

/** Two clients for one process of a crew. */
const orderIn = (run: string) => ({
  ...{ ids: ['alder', 'birch'], again: new Map(), members: 1, earlier: [], run },
  options: {
    ...{ workspace, out: join(run, 'dist'), project: PROJECT, asOf: AS_OF, pdf: false, cache: NO_CACHE, workers: 2 },
    ...{ sites: ['reports' as const], clients: null, proposals: null, periods: null, shard: null },
    ...{ speak: () => undefined, warn: () => undefined },
    progress: () => ({ step: () => undefined, end: () => undefined }),
  },
});

describe('a crew whose site cannot be compiled', () => {
  it('is told so, and none of it is left waiting', async () => {
    const compiled = () => Promise.reject(new Error('no site'));
    const order = { ...orderIn(await scratchFolder('no-site')), engine: 'engine', compiled };
    await expect(stageWithCrew(order)).rejects.toThrow('no site');
    expect(childrenOf(process.pid)).toEqual([]);
  });
});

describe('a process of the crew that came up before there was anything to build', () => {
  const ended = () => vi.waitFor(() => expect(childrenOf(process.pid)).toEqual([]), 20_000);

  it('goes when nobody needs it', async () => {
    const early = new EarlyMember();
    early.start(false);
    expect(childrenOf(process.pid)).toHaveLength(1);
    early.end();
    expect(early.take()).toBeNull();
    await ended();
  });

  it('is one of the crew, and goes with it', async () => {
    const early = new EarlyMember();
    early.start(false);
    const [own] = childrenOf(process.pid);
    const compiled = () => {
      expect(childrenOf(process.pid)).toEqual([own]);
      return Promise.reject(new Error('no site'));
    };
    const order = { ...orderIn(await scratchFolder('early')), engine: 'engine', compiled };
    await expect(stageWithCrew({ ...order, early: early.take() })).rejects.toThrow('no site');
    expect(childrenOf(process.pid)).toEqual([]);
  });
});

describe('a process of the crew that hangs', () => {
  it('is ended, and another finishes its clients', async () => {
    const run = await scratchFolder('hanging');
    const patienceMs = 60_000;
    const script = [join(FAULTS, 'compile.ts'), workspace, run];
    const { stdout } = await promisify(execFile)(process.execPath, script, { cwd: PROJECT });
    const made = JSON.parse(stdout) as { engine: string; compiled: CompiledSite };
    let stopped: number | undefined;
    // The build's patience ends when the test says so: the next process comes up in its own time.
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const watch = setInterval(() => {
      const [member] = childrenOf(process.pid);
      if (member !== undefined && stopped === undefined) process.kill((stopped = member), 'SIGSTOP');
      if (stopped === undefined || vi.getTimerCount() === 0) return;
      clearInterval(watch);
      vi.advanceTimersByTime(patienceMs);
    }, 20);
    onTestFinished(() => clearInterval(watch));
    const site = { engine: made.engine, compiled: async () => made.compiled };
    const { folders, problems } = await stageWithCrew({ ...orderIn(run), ...site, patienceMs });
    expect(stopped).toBeDefined();
    expect(problems).toEqual([]);
    expect(folders.map(({ path }) => path)).toEqual(['reports/alder', 'reports/birch']);
    const page = 'alder/2026-10/index.html';
    expect((await hashesOf(join(run, 'batch-0-2/stage')))[page]).toBe(after[`reports/${page}`]);
  });
});

describe('a cache of which nothing is what it should be', () => {
  it('changes no byte of what is built', async () => {
    const scratch = await scratchFolder('spoilt');
    const cache = join(scratch, 'cache');
    const made = async (name: string) => {
      const script = [join(FAULTS, 'with-cache.ts'), workspace, join(scratch, name), cache, AS_OF];
      await promisify(execFile)(process.execPath, script, { cwd: PROJECT });
      return hashesOf(join(scratch, name));
    };
    expect(await made('fills')).toEqual(after);
    const entries = (await filesOf(cache)).filter((file) => file.includes('/')).map((file) => join(cache, file));
    expect(entries.length).toBeGreaterThan(6);
    for (const [index, entry] of entries.entries()) {
      if (index % 4 === 0) await truncate(entry, 100);
      if (index % 4 === 1) await writeFile(entry, '{"version": 99, "made": "by a newer engine"}');
      if (index % 4 === 2) await rename(entries[index - 1]!, entry);
      if (index % 4 === 3) await rm(entry).then(() => mkdir(entry));
    }
    // Over what they tell of, and where nothing stands.
    expect(await made('fills')).toEqual(after);
    expect(await made('spoilt')).toEqual(after);
  });
});
