import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Manifest } from '../../src/press/output/manifest.ts';
import { AGENCY_FILES, sampleHandbook } from '../handbook/sample.ts';
import { hashesOf, makeScratch, readJson, writeFiles } from '../support/folders.ts';
import { build, runCommand } from '../support/command.ts';
import { AS_OF, writeWorkspace } from '../support/workspaces.ts';

const TRAINEE = {
  ...{ name: { ru: 'Вера Орлова', en: 'Vera Orlova' }, locale: 'ru', track: 'manager', start: '2026-10-26' },
  ...{ mentor: 'anna', manager: 'boris', conditions: [] },
};

let home: string;
let workspace: string;

beforeAll(async () => {
  home = await makeScratch('shards-of-all');
  workspace = join(home, 'agency');
  await writeWorkspace(workspace, { alder: 'ru', birch: 'en' });
  const people = ['anna', 'boris'].map((id) => ({ id, name: id, role: 'Manager', email: `${id}@beacon.example` }));
  await writeFiles(workspace, [
    ...AGENCY_FILES,
    ...sampleHandbook(),
    ['data/people.json', JSON.stringify(people)],
    ['data/trainees/vera/trainee.json', JSON.stringify(TRAINEE)],
  ]);
  const made = await runCommand('new', ['proposal', 'site-dew', '--workspace', workspace]);
  expect(made.code, made.stderr).toBe(0);
});
afterAll(() => rm(home, { recursive: true, force: true }));

it('handbook and desk are whole in one of the parts, and all sites put together are the bytes of one build', async () => {
  const common = ['--workspace', workspace, '--as-of', AS_OF];
  const parts = [1, 2, 3].map((index) => join(home, `part-${index}`));
  await build([...common, '--out', join(home, 'single'), '--no-cache']);
  for (const [i, part] of parts.entries()) await build([...common, '--out', part, '--shard', `${i + 1}/3`]);
  const all = join(home, 'all');
  const merged = await runCommand('merge', [...parts.toReversed(), '--out', all, '--workspace', workspace]);
  expect(merged.code, merged.stderr).toBe(0);
  expect(await hashesOf(all)).toEqual(await hashesOf(join(home, 'single')));
  const { documents } = await readJson<Manifest>(join(all, 'manifest.json'));
  expect(new Set(documents.map(({ site }) => site))).toEqual(new Set(['reports', 'proposals', 'handbook', 'desk']));
  for (const site of ['handbook', 'desk']) {
    const holding = await Promise.all(
      parts.map(async (part) => Object.keys(await hashesOf(part)).some((file) => file.startsWith(`${site}/`))),
    );
    expect(holding.filter(Boolean), site).toHaveLength(1);
  }
});
