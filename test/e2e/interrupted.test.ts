import { existsSync, statSync } from 'node:fs';
import { appendFile, cp, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { killAndRecover, setScene, type Scene } from '../faults/killed.ts';
import { build, PROJECT } from '../support/command.ts';
import { filesOf, hashesOf, makeScratch, scratchFolder } from '../support/folders.ts';
import { CAN_LOOK } from '../support/processes.ts';
import { AS_OF, writeWorkspace } from '../support/workspaces.ts';

const CLIENTS = ['alder', 'birch', 'cedar'];

let home: string;
let workspace: string;
/** Output before and after the workspace changed, every page of every client among the changes. */
let earlier: string;
let later: string;

const args = (out: string) => ['--workspace', workspace, '--as-of', AS_OF, '--out', out];

beforeAll(async () => {
  home = await makeScratch('interrupted');
  workspace = join(home, 'agency');
  earlier = join(home, 'earlier');
  later = join(home, 'later');
  await writeWorkspace(workspace, { alder: 'ru', birch: 'en', cedar: 'ru' });
  await build(args(earlier));
  for (const client of CLIENTS) {
    await appendFile(join(workspace, 'data/clients', client, 'exports/example/example.csv'), line(client));
  }
  await build([...args(later), '--no-cache']);
});
afterAll(() => rm(home, { recursive: true, force: true }));

const line = (client: string) => (client === 'birch' ? '2026-09-30,Mail,10,5,0,77\n' : '2026-09-30;Почта;10;5;0;77\n');

const of = (client: string, hashes: Record<string, string>) =>
  Object.fromEntries(Object.entries(hashes).filter(([file]) => file.startsWith(`reports/${client}/`)));

async function outputBefore(): Promise<string> {
  const out = join(await scratchFolder('killed'), 'dist');
  await cp(earlier, out, { recursive: true });
  return out;
}

describe.runIf(CAN_LOOK)('a build that is killed', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await setScene('--site', 'reports,desk', '--no-pdf');
  });
  afterAll(() => rm(scene.home, { recursive: true, force: true }));

  // A dozen points, three builds at once; `npm run test:faults` has two hundred of all sites and their PDFs.
  it.concurrent.each([[0], [4], [8]])(
    'at four random points from seed %i leaves every folder whole, old or new, and no process; the next build makes all new',
    async (first) => {
      for (let seed = first; seed < first + 4; seed++) await killAndRecover(seed, scene);
    },
    600_000,
  );
});

describe('an output folder on another disk', () => {
  const disk = '/dev/shm';
  const another = existsSync(disk) && statSync(disk).dev !== statSync(PROJECT).dev;

  it.runIf(another)('is filled as any other, also for the second time', async () => {
    const out = await mkdtemp(join(disk, 'accountpress-'));
    onTestFinished(() => rm(out, { recursive: true, force: true }));
    for (let time = 1; time <= 2; time++) {
      await build([...args(out), '--client', 'alder', '--no-pdf']);
      const made = Object.entries(await hashesOf(join(out, 'reports')));
      expect(made.length).toBeGreaterThan(5);
      expect(made.some(([file]) => file.includes('.new') || file.endsWith('.tmp'))).toBe(false);
    }
    expect(await filesOf(join(out, 'reports/alder'))).toEqual(
      (await filesOf(join(later, 'reports/alder'))).filter((file) => !file.endsWith('.pdf')),
    );
  });
});

/** What is left when the power goes in the very moment between two renames. */
describe('an output folder left half-way', () => {
  const next = (out: string, folder: string, name: string) => join(out, folder, `.${name}.new`);
  const old = (out: string, folder: string, name: string) => join(out, folder, `.${name}.old`);

  it('gets a client back whose new folder had no name yet', async () => {
    const out = await outputBefore();
    await rename(join(out, 'reports/alder'), old(out, 'reports', 'alder'));
    await cp(join(later, 'reports/alder'), next(out, 'reports', 'alder'), { recursive: true });
    // What stands there is not what the manifest of the build before says: the client is made again.
    await build([...args(out), '--client', 'birch']);
    const made = await hashesOf(out);
    for (const client of ['alder', 'birch'])
      expect(of(client, made), client).toEqual(of(client, await hashesOf(later)));
    expect(of('cedar', made)).toEqual(of('cedar', await hashesOf(earlier)));
    expect(Object.keys(made).filter((file) => /\.(new|old)\b/.test(file))).toEqual([]);
  });

  it('loses half-copied folders beside whole ones', async () => {
    const out = await outputBefore();
    await mkdir(next(out, 'reports', 'alder'));
    await cp(join(earlier, 'reports/birch'), old(out, 'reports', 'birch'), { recursive: true });
    await build(args(out));
    expect(await hashesOf(out)).toEqual(await hashesOf(later));
  });

  it('gets one period back when only periods were being built', async () => {
    const out = await outputBefore();
    const folder = 'reports/alder';
    await rename(join(out, folder, '2026-10'), old(out, folder, '2026-10'));
    await cp(join(later, folder, '2026-10'), next(out, folder, '2026-10'), { recursive: true });
    await build([...args(out), '--client', 'alder', '--period', '2026-09']);
    expect(of('alder', await hashesOf(out))).toEqual(of('alder', await hashesOf(later)));
  });

  it('is made right whose manifest was never written, also by a build of one period', async () => {
    const out = await outputBefore();
    for (const client of CLIENTS) {
      await rm(join(out, 'reports', client), { recursive: true });
      await cp(join(later, 'reports', client), join(out, 'reports', client), { recursive: true });
    }
    await build([...args(out), '--period', '2026-09']);
    expect(await hashesOf(out)).toEqual(await hashesOf(later));
  });
});
