import type * as FileSystem from 'node:fs';
import { appendFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { watchFolder } from '../../src/effects/watch.ts';
import { makeScratch } from '../support/folders.ts';

/** How many folders the system still watches, and what it says of the next one. */
const system = vi.hoisted(() => ({ left: 0, code: '' }));

vi.mock('node:fs', async (original) => {
  const fs = await original<typeof FileSystem>();
  const watch = (...args: [FileSystem.PathLike, object, () => void]): FileSystem.FSWatcher => {
    if (system.left-- <= 0) throw Object.assign(new Error(system.code), { code: system.code, syscall: 'watch' });
    return fs.watch(...args);
  };
  return { ...fs, watch };
});

let home: string;
let seen: number;
let told: number;
let watching: { stop(): void };

beforeEach(async () => {
  home = await makeScratch('scarce');
  await mkdir(join(home, 'a/b/c'), { recursive: true });
  [seen, told] = [0, 0];
});
afterEach(async () => {
  watching.stop();
  await rm(home, { recursive: true, force: true });
});

function begin(left: number, code = 'ENOSPC'): void {
  Object.assign(system, { left, code });
  const changed = (): void => void seen++;
  const scarce = (): void => void told++;
  watching = watchFolder(home, changed, scarce);
}

async function noticed(act: () => Promise<unknown>): Promise<void> {
  seen = 0;
  await act();
  await vi.waitFor(() => expect(seen).toBeGreaterThan(0), { timeout: 30_000 });
}

it.each([
  ['ENOSPC', 2],
  ['EMFILE', 0],
])(
  'a folder the system does not watch (%s after %i) is looked at instead, and that is told once',
  async (code, left) => {
    begin(left, code);
    expect(told).toBe(1);
    await noticed(() => writeFile(join(home, 'a/b/c/x'), '1'));
    await noticed(() => appendFile(join(home, 'a/b/c/x'), '2'));
    await noticed(() => rm(join(home, 'a/b'), { recursive: true }));
    watching.stop();
    seen = 0;
    await writeFile(join(home, 'y'), '1');
    await new Promise((later) => setTimeout(later, 2500));
    expect([seen, told]).toEqual([0, 1]);
  },
);

it('so is one whose new folders are too many', async () => {
  begin(4);
  expect(told).toBe(0);
  await noticed(() => mkdir(join(home, 'a/d')));
  await vi.waitFor(() => expect(told).toBe(1), { timeout: 30_000 });
  await noticed(() => writeFile(join(home, 'a/d/x'), '1'));
});

it('but what the system says of other matters stays an error', () => {
  watching = { stop: () => undefined };
  expect(() => begin(0, 'EIO')).toThrow('EIO');
});
