import { chmod, mkdir, readFile, rename, rm, truncate, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { nodeEffects } from '../../src/effects/node.ts';
import { folderCache, NO_CACHE, type Cache } from '../../src/press/cache.ts';
import { sweepCache } from '../../src/press/sweep-cache.ts';
import { filesOf, scratchFolder, sha256, writeFiles } from '../support/folders.ts';

const effects = nodeEffects();
const KEY = sha256('key');
const OTHER = sha256('other');
const CONTENT = Buffer.from('a finished piece');
const DAY = 24 * 60 * 60_000;

let folder: string;
let cache: Cache;
const pathOf = (key: string): string => join(folder, key.slice(0, 2), key);

beforeEach(async () => {
  folder = join(await scratchFolder('cache'), 'cache');
  cache = folderCache(folder, effects);
});

describe('a cache', () => {
  it('is empty until something is kept, whatever Node has laid beside it', async () => {
    expect(await cache.empty()).toBe(true);
    await writeFiles(folder, [
      ['compiled/v24.21.0-x64/module', 'code'],
      ['swept', ''],
    ]);
    expect(await cache.empty()).toBe(true);
    await cache.put(KEY, CONTENT);
    expect(await cache.empty()).toBe(false);
    expect(await NO_CACHE.empty()).toBe(true);
  });
});

describe('an entry of the cache', () => {
  it('is recalled as it was kept', async () => {
    await cache.put(KEY, CONTENT);
    expect(await cache.get(KEY)).toEqual(CONTENT);
    expect(await cache.get(OTHER)).toBeNull();
  });

  const damages: [string, () => Promise<unknown>][] = [
    ['cut short', () => truncate(pathOf(KEY), 70)],
    ['empty', () => truncate(pathOf(KEY), 0)],
    ['changed in one byte', async () => writeFile(pathOf(KEY), (await readFile(pathOf(KEY))).fill(0x20, 70, 71))],
    ['written by another engine', () => writeFile(pathOf(KEY), `accountpress-cache-2\n${CONTENT.toString()}`)],
    ['without its key’s part, as it once was', () => writeFile(pathOf(KEY), sha256(CONTENT) + CONTENT.toString())],
    ['a folder', async () => (await rm(pathOf(KEY)), mkdir(pathOf(KEY)))],
    ['gone', () => rm(pathOf(KEY))],
  ];
  it.each(damages)('that is %s is as good as absent, and no error', async (_, damage) => {
    await cache.put(KEY, CONTENT);
    await damage();
    expect(await cache.get(KEY)).toBeNull();
    await cache.put(KEY, CONTENT);
  });

  it('of another key is not taken for this one’s', async () => {
    await cache.put(OTHER, CONTENT);
    await mkdir(dirname(pathOf(KEY)), { recursive: true });
    await rename(pathOf(OTHER), pathOf(KEY));
    expect(await cache.get(KEY)).toBeNull();
  });

  it('is whole for whoever reads it while many write it', async () => {
    const big = Buffer.alloc(1_000_000, 'x');
    const seen = await Promise.all(
      Array.from({ length: 40 }, (_, i) => (i % 2 === 0 ? cache.put(KEY, big).then(() => null) : cache.get(KEY))),
    );
    for (const one of seen) if (one !== null) expect(big.equals(one)).toBe(true);
    expect(big.equals((await cache.get(KEY))!)).toBe(true);
    expect(await filesOf(folder)).toEqual([`${KEY.slice(0, 2)}/${KEY}`]);
  });

  it('that cannot be kept stops nobody', async () => {
    await writeFile(folder, 'a file where the folder should be');
    await cache.put(KEY, CONTENT);
    expect(await cache.get(KEY)).toBeNull();
    await cache.sweep();
  });

  it.runIf(process.getuid?.() !== 0)('of a folder that may only be read is recalled', async () => {
    await cache.put(KEY, CONTENT);
    await chmod(dirname(pathOf(KEY)), 0o555);
    expect(await cache.get(KEY)).toEqual(CONTENT);
    await cache.put(OTHER, CONTENT);
    await chmod(dirname(pathOf(KEY)), 0o755);
  });
});

describe('sweeping the cache', () => {
  const aged = async (path: string, days: number) => {
    const time = new Date(Date.now() - days * DAY);
    await utimes(path, time, time);
  };
  const keys = Array.from({ length: 5 }, (_, i) => sha256(`entry ${i}`));

  it('takes what was not used for long, from the past or from a clock that had jumped, and nothing else', async () => {
    for (const key of keys) await cache.put(key, CONTENT);
    const shelf = keys[0]!.slice(0, 2);
    await writeFiles(folder, [
      [`${shelf}/.${keys[0]}.0123456789ab.tmp`, 'half'],
      [`${shelf}/notes.txt`, 'foreign'],
      ['reports/page', 'foreign'],
    ]);
    await aged(pathOf(keys[0]!), 46);
    await aged(pathOf(keys[1]!), 44);
    await aged(pathOf(keys[2]!), -400);
    for (const foreign of [`${shelf}/.${keys[0]}.0123456789ab.tmp`, `${shelf}/notes.txt`, 'reports/page']) {
      await aged(join(folder, foreign), 90);
    }
    await cache.sweep();
    const left = [keys[1]!, keys[3]!, keys[4]!].map((key) => `${key.slice(0, 2)}/${key}`);
    expect(await filesOf(folder)).toEqual([...left, `${shelf}/notes.txt`, 'reports/page', 'swept'].sort());
  });

  it('spares what a build has used meanwhile', async () => {
    await cache.put(KEY, CONTENT);
    await aged(pathOf(KEY), 60);
    await cache.get(KEY);
    await cache.sweep();
    expect(await cache.get(KEY)).toEqual(CONTENT);
  });

  it('takes what was used longest ago when there is too much', async () => {
    for (const [index, key] of keys.entries()) {
      await cache.put(key, CONTENT);
      await aged(pathOf(key), 10 - index);
    }
    await sweepCache(folder, effects, { days: 45, bytes: 3 * (64 + CONTENT.length) });
    expect(await Promise.all(keys.map((key) => cache.get(key)))).toEqual([null, null, CONTENT, CONTENT, CONTENT]);
  });

  it('happens once a day and does not mind a clock that has gone back', async () => {
    await cache.sweep();
    await cache.put(KEY, CONTENT);
    await aged(pathOf(KEY), 60);
    await cache.sweep();
    expect(await filesOf(folder)).toContain(`${KEY.slice(0, 2)}/${KEY}`);
    await aged(join(folder, 'swept'), -3000);
    await cache.sweep();
    expect(await filesOf(folder)).toEqual(['swept']);
  });
});
