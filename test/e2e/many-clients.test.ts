import { appendFile, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Locale } from '../../src/types/locale.ts';
import { build } from '../support/command.ts';
import { filesOf, hashesOf, makeScratch, scratchFolder } from '../support/folders.ts';
import { AS_OF, writeWorkspace } from '../support/workspaces.ts';

/** So many that another process builds the one that changes. */
const COUNT = 400;
const CHANGED = 'shop-300';

let place: string;
let workspace: string;
let out: string;

const flags = (folder: string) => ['--workspace', workspace, '--as-of', AS_OF, '--no-pdf', '--out', folder];

/** When each file of a client's folder, or of all others', was written. */
async function timesOf(others: string): Promise<Record<string, number>> {
  const files = (await filesOf(join(out, 'reports'))).filter((file) => !file.startsWith(`${others}/`));
  const times = files.map(async (file) => [file, (await stat(join(out, 'reports', file))).mtimeMs] as const);
  return Object.fromEntries(await Promise.all(times));
}

beforeAll(async () => {
  place = await makeScratch('many');
  workspace = join(place, 'agency');
  out = join(place, 'dist');
  const ids = Array.from({ length: COUNT }, (_, index): [string, Locale] => [`shop-${index}`, 'en']);
  await writeWorkspace(workspace, Object.fromEntries(ids));
  await build(flags(out));
}, 180_000);
afterAll(() => rm(place, { recursive: true, force: true }));

describe('one client of many whose export has changed', () => {
  it('is built beside the look at all others, as it would be built alone, and nobody else is written', async () => {
    const folder = join(workspace, 'data/clients', CHANGED, 'exports/example');
    const file = join(folder, (await readdir(folder))[0]!);
    await writeFile(file, `${(await readFile(file, 'utf8')).trimEnd()}0\n`);
    const times = await timesOf(CHANGED);
    const before = await hashesOf(join(out, 'reports', CHANGED));
    await build(flags(out));
    expect(await timesOf(CHANGED)).toEqual(times);
    const after = await hashesOf(join(out, 'reports', CHANGED));
    expect(after['index.html']).not.toBe(before['index.html']);
    const alone = join(await scratchFolder('alone'), 'dist');
    await build([...flags(alone), '--client', CHANGED, '--no-cache']);
    expect(await hashesOf(join(alone, 'reports', CHANGED))).toEqual(after);
  });

  it('is laid aside when it names another, and its last report stays', async () => {
    const whole = await hashesOf(join(out, 'reports'));
    const work = join(workspace, 'data/clients', CHANGED, 'work.csv');
    const text = await readFile(work, 'utf8');
    const last = text.trimEnd().split('\n').at(-1)!;
    await appendFile(work, `${last.replace(/^([^,]*,)[^,]*/, '$1Copied from Workshop shop-17')}\n`);
    const { stdout, stderr } = await build(flags(out), 1);
    expect(`${stdout}${stderr}`).toMatch(/shop-17/);
    expect(await hashesOf(join(out, 'reports'))).toEqual(whole);
    await writeFile(work, text);
    await build(flags(out));
    expect(await hashesOf(join(out, 'reports'))).toEqual(whole);
  });
});
