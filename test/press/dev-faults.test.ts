import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { nodeEffects } from '../../src/effects/node.ts';
import { startDev } from '../../src/press/dev.ts';
import { startDevBuilt } from '../../src/press/dev/built.ts';
import type { Effects } from '../../src/types/effects.ts';
import { scratchFolder } from '../support/folders.ts';
import { AS_OF, writeWorkspace } from '../support/workspaces.ts';

const isWatching = (): boolean => process.getActiveResourcesInfo().includes('FSEventWrap');

it.each(['reports', 'handbook'] as const)(
  'a development server of the %s that cannot start watches nothing any more and leaves no folder',
  async (site) => {
    const home = await scratchFolder('dev-faults');
    const workspace = join(home, 'agency');
    await writeWorkspace(workspace, { alder: 'ru' });
    const effects = nodeEffects();
    const started: boolean[] = [];
    const broken = (): never => {
      started.push(isWatching());
      throw new Error('the disk is gone');
    };
    const failing: Effects = { ...effects, sleep: broken, fs: { ...effects.fs, write: broken } };
    const options = { workspace, asOf: AS_OF, port: 0, project: home, lang: null };
    const starting =
      site === 'reports' ? startDev({ ...options, site }, failing) : startDevBuilt({ ...options, site }, failing);
    await expect(starting).rejects.toThrow('the disk is gone');
    expect(started).toContain(true);
    expect(isWatching()).toBe(false);
    expect(await readdir(join(home, '.accountpress', 'runs'))).toEqual([]);
  },
);

it('an address that no browser would ask for does not end the development server', async () => {
  const home = await scratchFolder('dev-faults');
  const workspace = join(home, 'agency');
  await writeWorkspace(workspace, {});
  const server = await startDevBuilt(
    { workspace, asOf: AS_OF, port: 0, project: home, lang: null, site: 'handbook' },
    { ...nodeEffects(), sleep: () => Promise.resolve() },
  );
  try {
    for (const address of ['%ZZ', '%00']) expect((await fetch(`${server.url}${address}`)).status).toBe(404);
    expect((await fetch(server.url)).status).toBe(404);
  } finally {
    await server.stop();
  }
});
