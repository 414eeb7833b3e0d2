import { readFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeEffects } from '../../src/effects/node.ts';
import type { ExportFile } from '../../src/intake/read-file.ts';
import { folderCache, NO_CACHE, type Cache } from '../../src/press/cache.ts';
import { cachedReader, readPlain } from '../../src/press/reports/cached-intake.ts';
import { builtinMetrics } from '../../src/workspace/metrics.ts';
import { PROJECT } from '../support/command.ts';
import { filesOf, scratchFolder } from '../support/folders.ts';

const CLIENTS = join(PROJECT, 'data', 'clients');
const context = { metrics: builtinMetrics(), client: 'demo' };

function exportFile(path: string, bytes: Uint8Array = readFileSync(path)): ExportFile {
  const chunks = async function* () {
    yield bytes;
  };
  return { file: 'exports/ads.csv', source: 'ads', size: bytes.length, read: async () => bytes, chunks };
}

/** A folder's cache that counts what it hands out. */
async function countingCache(): Promise<{ cache: Cache; folder: string; recalled: () => number }> {
  const folder = await scratchFolder('intake-cache');
  const real = folderCache(folder, nodeEffects());
  let count = 0;
  const get: Cache['get'] = async (key) => {
    const content = await real.get(key);
    if (content !== null) count += 1;
    return content;
  };
  return { cache: { ...real, get }, folder, recalled: () => count };
}

describe('an export recalled from the cache', () => {
  it('says what it says when it is read, for every export of the demo', async () => {
    const { cache, recalled } = await countingCache();
    const reader = cachedReader(cache, 'engine');
    const paths = (await filesOf(CLIENTS)).filter((file) => /\/exports\/.+\.(csv|xlsx|zip)$/.test(file));
    for (const path of paths) {
      const input = exportFile(join(CLIENTS, path));
      const plain = await readPlain(input, context);
      const keys = plain.map(({ identity }) => identity.keys());
      for (const read of [await reader(input, context), await reader(input, context)]) {
        expect(read).toEqual(plain);
        expect(read.map(({ identity }) => identity.keys())).toEqual(keys);
      }
    }
    expect(recalled()).toBeGreaterThan(0);
  });

  const path = join(CLIENTS, '..', 'metrics.json');
  const csv = new TextEncoder().encode('date,channel,clicks\n2026-10-01,"search",5\n');

  it('is read anew when its bytes, its rule, the metrics or the engine are others', async () => {
    const { cache, recalled } = await countingCache();
    await cachedReader(cache, 'engine')(exportFile(path, csv), context);
    const other = new TextEncoder().encode('date,channel,clicks\n2026-10-01,"search",6\n');
    await cachedReader(cache, 'engine')(exportFile(path, other), context);
    await cachedReader(cache, 'another')(exportFile(path, csv), context);
    await cachedReader(cache, 'engine')(exportFile(path, csv), { ...context, rule: { channel: 'own' } });
    await cachedReader(cache, 'engine')(exportFile(path, csv), { ...context, metrics: {} });
    expect(recalled()).toBe(0);
    await cachedReader(cache, 'engine')(exportFile(path, csv), context);
    expect(recalled()).toBe(1);
  });

  it('is read anew when its entry is damaged', async () => {
    const { cache, folder, recalled } = await countingCache();
    const reader = cachedReader(cache, 'engine');
    const plain = await reader(exportFile(path, csv), context);
    const [entry] = await filesOf(folder);
    const bytes = await readFile(join(folder, entry!));
    bytes[bytes.length - 3]! ^= 1;
    await writeFile(join(folder, entry!), bytes);
    expect(await reader(exportFile(path, csv), context)).toEqual(plain);
    expect(recalled()).toBe(0);
  });

  it('is not kept when it is read as quickly as it would be recalled', async () => {
    const { cache, folder, recalled } = await countingCache();
    const quick = new TextEncoder().encode('date,channel,clicks\n2026-10-01,search,5\n');
    const reader = cachedReader(cache, 'engine');
    const [first, second] = [
      await reader(exportFile(path, quick), context),
      await reader(exportFile(path, quick), context),
    ];
    expect(second).toEqual(first);
    expect(recalled()).toBe(0);
    expect(await filesOf(folder)).toEqual([]);
  });

  it('is never kept without a cache', () => {
    expect(cachedReader(NO_CACHE, 'engine')).toBe(readPlain);
  });
});
