import { appendFile, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchFolder } from '../../src/effects/watch.ts';
import { makeScratch } from '../support/folders.ts';

let home: string;
let seen: number;
let watching: { stop(): void };

beforeEach(async () => {
  home = await makeScratch('watched');
  await mkdir(join(home, 'a/b'), { recursive: true });
  await writeFile(join(home, 'a/b/page.mdx'), 'one');
  seen = 0;
  watching = watchFolder(home, () => void seen++);
});
afterEach(async () => {
  watching.stop();
  await rm(home, { recursive: true, force: true });
});

/** Waits until something is seen, and then until nothing more is. */
async function noticed(what: string, act: () => Promise<unknown>): Promise<void> {
  seen = 0;
  await act();
  await vi.waitFor(() => expect(seen, what).toBeGreaterThan(0), { timeout: 30_000 });
  for (let before = -1; before !== seen; await new Promise((later) => setTimeout(later, 50))) before = seen;
}

describe('a watched folder', () => {
  it('tells of a file that is saved again and again, as editors do: in its place or by another that takes it', async () => {
    const file = join(home, 'a/b/page.mdx');
    for (const round of ['first', 'second', 'third']) {
      await noticed(`${round} replaced`, async () => {
        await writeFile(join(home, 'a/b/.page.mdx.tmp'), round);
        await rename(join(home, 'a/b/.page.mdx.tmp'), file);
      });
      await noticed(`${round} written`, () => appendFile(file, round));
    }
    await noticed('removed', () => rm(file));
  });

  it('tells of what happens in folders that were made, moved in, or made anew under the same name', async () => {
    await noticed('made', () => mkdir(join(home, 'c/d'), { recursive: true }));
    await noticed('in a new one', () => writeFile(join(home, 'c/d/x'), '1'));
    await noticed('removed', () => rm(join(home, 'c'), { recursive: true }));
    await noticed('made anew', () => mkdir(join(home, 'c/d'), { recursive: true }));
    await noticed('in one made anew', () => writeFile(join(home, 'c/d/x'), '2'));
    const outside = await makeScratch('moved');
    await mkdir(join(outside, 'deep'));
    await writeFile(join(outside, 'deep/y'), '1');
    await noticed('moved in', () => rename(outside, join(home, 'e')));
    await noticed('in one that was moved in', () => appendFile(join(home, 'e/deep/y'), '2'));
  });

  it('tells of nothing any more when it is let go, and of nothing where there is no folder', async () => {
    watching.stop();
    await writeFile(join(home, 'a/b/page.mdx'), 'two');
    watchFolder(join(home, 'nowhere'), () => void seen++).stop();
    await new Promise((later) => setTimeout(later, 100));
    expect(seen).toBe(0);
  });
});
