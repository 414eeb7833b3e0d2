import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { nodeEffects } from '../../src/effects/node.ts';
import { ownFolder, withRunFolder } from '../../src/press/output/run-folder.ts';

const effects = nodeEffects();
let project: string;
let runs: string;

beforeEach(async () => {
  project = await mkdtemp(join(tmpdir(), 'runs-'));
  runs = join(project, '.accountpress/runs');
});
afterEach(() => rm(project, { recursive: true, force: true }));

const fill = (run: string) => effects.fs.write(join(run, 'half.html'), '<p>');

/** A process of its own that begins a run, says so and goes on until it is killed. */
async function anotherBuild(): Promise<{ kill(): Promise<unknown> }> {
  const module = (path: string) => JSON.stringify(join(import.meta.dirname, '../../src', path));
  const code = `
    const { nodeEffects } = await import(${module('effects/node.ts')});
    const { withRunFolder } = await import(${module('press/output/run-folder.ts')});
    const effects = nodeEffects();
    await withRunFolder(${JSON.stringify(project)}, effects, async (run) => {
      await effects.fs.write(run + '/half.html', '<p>');
      process.stdout.write('begun');
      await new Promise((resolve) => setTimeout(resolve, 60_000));
    });`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  return {
    kill: () => {
      child.kill('SIGKILL');
      return once(child, 'exit');
    },
  };
}

it('a run has a folder of its own, and nothing is left of it, also when its work fails', async () => {
  await withRunFolder(project, effects, fill);
  const failed = withRunFolder(project, effects, async (run) => {
    await fill(run);
    throw new Error('no more');
  });
  await expect(failed).rejects.toThrow('no more');
  expect(await readdir(runs)).toEqual([]);
});

it('the folder of a build that still runs is left alone, that of a killed one goes', async () => {
  const other = await anotherBuild();
  const folders = async () => (await readdir(runs)).filter((name) => !name.endsWith('.lock'));
  const [others] = await folders();
  await withRunFolder(project, effects, async (run) => {
    await fill(run);
    expect(await folders()).toContain(others);
  });
  await other.kill();
  await withRunFolder(project, effects, async () => undefined);
  expect(await readdir(runs)).toEqual([]);
});

it('a folder whose name tells of a process that happens to live is abandoned all the same', async () => {
  await effects.fs.write(join(runs, `${process.pid}-0123456789ab`, 'half.html'), '<p>');
  await withRunFolder(project, effects, async () => undefined);
  expect(await readdir(runs)).toEqual([]);
});

it('a folder that another build clears this very moment, or that cannot be cleared, keeps nobody from building', async () => {
  await effects.fs.write(join(runs, 'abandoned', 'half.html'), '<p>');
  // What SQLite says of a lock that goes while it is opened, it says of this too: a fault of the disk.
  await mkdir(join(runs, 'abandoned.lock'));
  expect(await withRunFolder(project, effects, async () => 'built')).toBe('built');
});

it('a folder of one’s own is nobody else’s until it is left', async () => {
  const [one, other] = await Promise.all([ownFolder(project, effects), ownFolder(project, effects)]);
  expect(one.run).not.toBe(other.run);
  await fill(one.run);
  await withRunFolder(project, effects, async () => undefined);
  expect(await readdir(one.run)).toEqual(['half.html']);
  await Promise.all([one.leave(), other.leave()]);
  expect(await readdir(runs)).toEqual([]);
});
