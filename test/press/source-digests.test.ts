import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeEffects } from '../../src/effects/node.ts';
import type { Cache } from '../../src/press/cache.ts';
import { SourceDigests } from '../../src/press/seal/proofs/source-digests.ts';
import { scratchFolder } from '../support/folders.ts';

const hash = (name: string, text: string): string => createHash(name).update(text).digest('hex');
const source = (file: string, text: string) => ({ owner: 'reports/alder', file, sha256: hash('sha256', text) });

/** Effects that count which files are read, and a cache that keeps what it is given. */
function desk() {
  const effects = nodeEffects();
  const kept = new Map<string, Uint8Array>();
  const read: string[] = [];
  const memory: Cache = {
    get: async (key) => kept.get(key) ?? null,
    put: async (key, content) => void kept.set(key, content),
    empty: async () => kept.size === 0,
    sweep: async () => undefined,
  };
  const fs = { ...effects.fs, read: (path: string) => (read.push(path), effects.fs.read(path)) };
  return { memory, read, effects: { ...effects, fs } };
}

describe('MD5 and SHA-1 of sources', () => {
  it('are read once, however often builds ask, until a source has changed', async () => {
    const root = await scratchFolder('digests');
    const { memory, read, effects } = desk();
    const ask = async (...texts: string[]) => {
      const sources = texts.map((text, at) => source(`${at}.csv`, text));
      return new SourceDigests(memory, { out: join(root, 'dist'), root }, effects).ownersOf(sources);
    };
    for (const [at, text] of ['one', 'two'].entries()) await writeFile(join(root, `${at}.csv`), text);
    const owners = await ask('one', 'two');
    expect([...owners.keys()].sort()).toEqual(
      ['one', 'two'].flatMap((text) => [hash('md5', text), hash('sha1', text)]).sort(),
    );
    expect(await ask('one', 'two')).toEqual(owners);
    expect(read).toHaveLength(2);
    await writeFile(join(root, '1.csv'), 'three');
    expect((await ask('one', 'three')).get(hash('md5', 'three'))).toBe('reports/alder');
    expect(read.slice(2)).toEqual([join(root, '1.csv')]);
  });

  it('are not kept of a file that is not what the manifest says, and are none of one that is gone', async () => {
    const root = await scratchFolder('digests');
    const { memory, read, effects } = desk();
    await writeFile(join(root, '0.csv'), 'edited since');
    const digests = new SourceDigests(memory, { out: join(root, 'dist'), root }, effects);
    for (let times = 0; times < 2; times++) {
      const owners = await digests.ownersOf([source('0.csv', 'as it was'), source('gone.csv', 'gone')]);
      expect([...owners.keys()].sort()).toEqual([hash('md5', 'edited since'), hash('sha1', 'edited since')].sort());
    }
    expect(read).toHaveLength(2);
    expect(await readFile(join(root, '0.csv'), 'utf8')).toBe('edited since');
  });
});
