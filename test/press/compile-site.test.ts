import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { nodeEffects } from '../../src/effects/node.ts';
import { NO_CACHE } from '../../src/press/cache.ts';
import { Compiler } from '../../src/press/reports/compiler.ts';
import { compileSite } from '../../src/press/reports/compile-site.ts';
import { siteFolders } from '../../src/press/site.ts';

const effects = nodeEffects();
const project = process.cwd();
let home: string;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'compile-'));
  await effects.fs.write(join(home, 'reports/whole.en.mdx'), '<Summary />\n');
  await effects.fs.write(join(home, 'reports/torn.en.mdx'), '<Summary\n');
});
afterAll(() => rm(home, { recursive: true, force: true }));

/** Whether there is a site, and the templates it could not be made of. */
async function compiled(run: string, ready?: Compiler): Promise<[exists: boolean, failed: string[]]> {
  const templates = { 'whole.en': join(home, 'reports/whole.en.mdx'), 'torn.en': join(home, 'reports/torn.en.mdx') };
  const folders = siteFolders({ workspace: home, project }, join(home, run));
  const { entry, failed } = await compileSite(folders, templates, NO_CACHE, effects, ready);
  return [await effects.fs.exists(entry), Object.keys(failed)];
}

describe('the reports site', () => {
  it('is compiled without the template that does not compile, which is told', async () => {
    expect(await compiled('apart')).toEqual([true, ['torn.en']]);
  });

  it('is compiled by a process that waited for it, and by the build itself where that one is gone', async () => {
    expect(await compiled('ready', Compiler.start())).toEqual([true, ['torn.en']]);
    const gone = Compiler.start();
    gone.end();
    expect(await compiled('gone', gone)).toEqual([true, ['torn.en']]);
  });

  it('is compiled by the build itself where no process can be started for it', async () => {
    vi.stubEnv('NODE_OPTIONS', '--no-such-flag');
    expect(await compiled('here').finally(() => vi.unstubAllEnvs())).toEqual([true, ['torn.en']]);
  });
});
