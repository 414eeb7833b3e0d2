import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { nodeEffects } from '../../src/effects/node.ts';
import { whileAlone } from '../../src/press/output/output-lock.ts';
import { AGENCY_FILES, sampleHandbook, TRAINEE_FILES } from '../handbook/sample.ts';
import { build, PROJECT, startCommand } from '../support/command.ts';
import { makeScratch, writeFiles } from '../support/folders.ts';
import { textOf } from '../support/html.ts';
import { writeWorkspace } from '../support/workspaces.ts';

let home: string;

beforeAll(async () => {
  home = await makeScratch('at-once');
});
afterAll(() => rm(home, { recursive: true, force: true }));

/** A module that has a process take its time between writing the list of its lessons and giving it its name. */
const SLOW_LISTS = `import { promises as fs } from 'node:fs';
  import { syncBuiltinESMExports } from 'node:module';
  const { rename } = fs;
  fs.rename = async (from, to) => {
    if (String(from).endsWith('content-modules.mjs.tmp')) await new Promise((later) => setTimeout(later, 1_000));
    return rename(from, to);
  };
  syncBuiltinESMExports();`;

describe('builds of one engine at the same time', { timeout: 600_000 }, () => {
  it('make whole handbooks of different agencies, each of its own lessons', async () => {
    const names = ['one', 'two', 'three'];
    const root = (name: string) => join(home, name);
    const lesson = [...sampleHandbook()].find(([name]) => name.endsWith('en/role/code.mdx'))!;
    for (const name of names) {
      await writeWorkspace(root(name), { alder: 'en' });
      // Each has words of its own, and its lessons lie elsewhere.
      const own = [lesson[0], `${lesson[1]}\nWritten for ${name}.\n`] as const;
      await writeFiles(root(name), [...AGENCY_FILES, ...TRAINEE_FILES, ...sampleHandbook(), own]);
    }
    await writeFiles(home, [['slow-lists.mjs', SLOW_LISTS]]);
    const slow = { NODE_OPTIONS: `--import ${JSON.stringify(join(home, 'slow-lists.mjs'))}` };
    const flags = ['--site', 'handbook', '--as-of', '2026-11-22', '--no-cache', '--no-pdf'];
    const order = (name: string) => ['--workspace', root(name), '--out', join(root(name), 'dist'), ...flags];
    await Promise.all(names.map((name) => build(order(name), 0, slow)));
    for (const name of names) {
      const words = textOf(await readFile(join(root(name), 'dist/handbook/en/role/code/index.html'), 'utf8'));
      expect(words).toContain(`Written for ${name}.`);
    }
  });

  it('and a seal of the same output come one after the other; the seal says why it waits', async () => {
    const [agency, out] = [join(home, 'sealed'), join(home, 'sealed', 'dist')];
    await writeWorkspace(agency, { alder: 'en' });
    await build(['--workspace', agency, '--out', out, '--site', 'reports', '--as-of', '2026-11-22', '--no-pdf']);
    const { ended } = await whileAlone({ out, project: PROJECT }, nodeEffects(), async () => {
      const running = startCommand('seal', [out, '--workspace', agency, '--lang', 'en']);
      const waits = () => expect(running.said.stderr).toContain('Another command is at work on');
      await vi.waitFor(waits, { timeout: 120_000 });
      return running;
    });
    expect((await ended).stderr).toContain('Proven');
  });
});
