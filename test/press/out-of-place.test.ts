import { mkdir, readFile, rm, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { nodeEffects } from '../../src/effects/node.ts';
import { outOfPlace } from '../../src/press/output/out-of-place.ts';
import { PROJECT, runCommand } from '../support/command.ts';
import { makeScratch, writeFiles } from '../support/folders.ts';
import { writeWorkspace } from '../support/workspaces.ts';

let home: string;
let workspace: string;

beforeAll(async () => {
  home = await makeScratch('out of place');
  workspace = join(home, 'agency');
  await writeWorkspace(workspace, {});
  await writeFiles(workspace, [['content/handbook/ru/role/code.mdx', 'lesson']]);
  await symlink(workspace, join(home, 'link'));
});
afterAll(() => rm(home, { recursive: true, force: true }));

const codeOf = async (out: string): Promise<string | undefined> =>
  (await outOfPlace({ out, workspace, project: PROJECT }, nodeEffects()))?.code;

it.each([
  '',
  '..',
  'content',
  'data',
  'data/clients/alder',
  'content/handbook/x',
  '../link',
  '../link/content',
  '.git',
])('documents are not laid into the agency’s own files, by whatever path: %j', async (out) =>
  expect(await codeOf(join(workspace, out))).toBe('output-among-sources'),
);

it('nor into the engine or around it, but beside the files of either', async () => {
  expect(await codeOf(PROJECT)).toBe('output-among-sources');
  expect(await codeOf(dirname(PROJECT))).toBe('output-among-sources');
  expect(await codeOf('/')).toBe('output-among-sources');
  await mkdir(join(workspace, 'dist'));
  for (const out of ['dist', 'contents', 'new/deep', '../out', '../agency-2']) {
    expect(await codeOf(join(workspace, out)), out).toBeUndefined();
  }
  expect(await codeOf(join(PROJECT, 'dist'))).toBeUndefined();
});

it('lessons stay when the handbook is asked to take their place', async () => {
  const args = ['--workspace', workspace, '--out', join(workspace, 'content'), '--site', 'handbook', '--lang', 'en'];
  const { code, stderr } = await runCommand('build', args);
  expect([code, stderr]).toEqual([1, expect.stringContaining('finished documents would take their place')]);
  expect(await readFile(join(workspace, 'content/handbook/ru/role/code.mdx'), 'utf8')).toBe('lesson');
});
