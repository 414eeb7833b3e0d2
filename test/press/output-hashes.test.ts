import { mkdtemp, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nodeEffects } from '../../src/effects/node.ts';
import { folderCache, type Cache } from '../../src/press/cache.ts';
import { sha256 } from '../../src/press/inputs.ts';
import type { ManifestDocument } from '../../src/press/output/manifest.ts';
import { EarlySights } from '../../src/press/standing/early-sights.ts';
import { folderOf, OutputHashes } from '../../src/press/standing/output-hashes.ts';
import { isSettled } from '../../src/press/standing/settled.ts';

const FILE = 'reports/alder/index.html';
const OTHER = 'reports/alder/assets/style.css';

const real = nodeEffects();
let home: string;
let out: string;
let cache: Cache;
let read: string[];
const effects = {
  ...real,
  fs: {
    ...real.fs,
    read: (path: string) => {
      read.push(path.slice(out.length + 1));
      return real.fs.read(path);
    },
  },
};

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'hashes-'));
  out = join(home, 'dist');
  cache = folderCache(join(home, 'cache'), real);
  read = [];
  await real.fs.write(join(out, FILE), 'alder');
  await real.fs.write(join(out, OTHER), 'body {}');
  // The clock of a file system may tick in steps of some milliseconds.
  await setTimeout(40);
});
afterEach(() => rm(home, { recursive: true, force: true }));

const documents = (...texts: [file: string, text: string][]): ManifestDocument[] => [
  {
    ...{ site: 'reports', client: 'alder', period: null, status: 'built', asOf: '2026-11-04', inputs: [] },
    outputs: texts.map(([file, text]) => ({ file, sha256: sha256(text), bytes: text.length })),
  },
];
const ALL = documents([FILE, 'alder'], [OTHER, 'body {}']);

/** What an earlier build knew of both files. */
async function hashed(): Promise<void> {
  const hashes = new OutputHashes(out, effects);
  for (const file of [FILE, OTHER]) await hashes.of(file);
  await hashes.keep(cache);
  read = [];
}

const remembered = (earlier = ALL) => OutputHashes.remembered({ out, cache }, earlier, effects);

describe('a folder that an earlier build has hashed', () => {
  it('is not read again while nobody has touched it', async () => {
    await hashed();
    const hashes = await remembered();
    expect(await hashes.of(FILE)).toBe(sha256('alder'));
    expect(await hashes.hold('reports/alder', ALL[0]!.outputs)).toBe(true);
    expect(read).toEqual([]);
  });

  it('is read again when a file has other bytes of the same length and the same old times', async () => {
    await hashed();
    const { atime, mtime } = await stat(join(out, FILE));
    await writeFile(join(out, FILE), 'ALDER');
    await utimes(join(out, FILE), atime, mtime);
    const hashes = await remembered();
    expect(await hashes.of(FILE)).toBe(sha256('ALDER'));
    expect(await hashes.hold('reports/alder', ALL[0]!.outputs)).toBe(false);
  });

  it('is read again where the manifest says otherwise: the record alone tells nothing', async () => {
    await hashed();
    const hashes = await remembered(documents([FILE, 'birch'], [OTHER, 'body {}']));
    expect(await hashes.of(FILE)).toBe(sha256('alder'));
    expect(read).toEqual([FILE]);
  });

  it('is read again when it was written in the very moment of hashing, for a second write might not show', async () => {
    await writeFile(join(out, FILE), 'again');
    const { ctimeMs } = await stat(join(out, FILE));
    const now = () => new Date(ctimeMs + 1);
    const hashes = new OutputHashes(out, { ...effects, now });
    for (const file of [FILE, OTHER]) await hashes.of(file);
    await hashes.keep(cache);
    read = [];
    await (await remembered(documents([FILE, 'again'], [OTHER, 'body {}']))).of(FILE);
    expect(read).toEqual([FILE]);
  });

  it('does not hold its files when a stranger, or a link, lies among them', async () => {
    await hashed();
    await writeFile(join(out, 'reports/alder/stray.txt'), '');
    expect(await (await remembered()).hold('reports/alder', ALL[0]!.outputs)).toBe(false);
    await rm(join(out, 'reports/alder/stray.txt'));
    await symlink(join(out, FILE), join(out, 'reports/alder/link.html'));
    expect(await (await remembered()).hold('reports/alder', ALL[0]!.outputs)).toBe(false);
  });
});

describe('a folder that was looked at while the build was busy', () => {
  const seenEarly = async () => {
    await hashed();
    const looked: string[] = [];
    const fs = { ...effects.fs, look: (path: string) => (looked.push(path), real.fs.look(path)) };
    const early = new EarlySights(out, effects);
    await early.of([]);
    return { early, looked, hashes: await OutputHashes.remembered({ out, cache, early }, ALL, { ...effects, fs }) };
  };

  it('is not looked at again, nor read', async () => {
    const { hashes, looked } = await seenEarly();
    await hashes.ahead(['reports/alder']);
    expect(await hashes.isAsLeft('reports/alder')).toBe(true);
    expect(await hashes.of(FILE)).toBe(sha256('alder'));
    expect([looked, read]).toEqual([[], []]);
  });

  it('is looked at again when this build has changed it since', async () => {
    const { hashes } = await seenEarly();
    await writeFile(join(out, FILE), 'birch');
    hashes.forget('reports/alder');
    await hashes.ahead(['reports/alder']);
    expect(await hashes.isAsLeft('reports/alder')).toBe(false);
    expect(await hashes.of(FILE)).toBe(sha256('birch'));
  });

  it('is looked at again for the last proof, whoever has changed it', async () => {
    const { hashes } = await seenEarly();
    await hashes.look(false);
    await writeFile(join(out, FILE), 'birch');
    await hashes.look(true);
    expect(await hashes.of(FILE)).toBe(sha256('birch'));
  });
});

describe('an output that cannot be looked at early', () => {
  it('is looked at when it is needed', async () => {
    await hashed();
    const fs = { ...effects.fs, list: () => Promise.reject(new Error('closed')) };
    const early = new EarlySights(out, { ...effects, fs });
    const hashes = await OutputHashes.remembered({ out, cache, early }, ALL, effects);
    await hashes.ahead(['reports/alder']);
    expect(await hashes.isAsLeft('reports/alder')).toBe(true);
  });
});

describe('a file that was read where it waited', () => {
  const WAITING = 'waiting/index.html';

  /** Hashes that were told of it, and its way to its place. */
  async function told(): Promise<{ hashes: OutputHashes; place(): Promise<void> }> {
    const path = join(home, WAITING);
    await real.fs.write(path, 'birch');
    await setTimeout(40);
    const hashes = new OutputHashes(out, effects);
    hashes.arriving('reports/birch/index.html', await real.fs.look(path), sha256('birch'));
    return { hashes, place: () => real.fs.rename(join(home, 'waiting'), join(out, 'reports/birch')) };
  }

  it('is not read again once it has taken its place', async () => {
    const { hashes, place } = await told();
    await place();
    expect(await hashes.of('reports/birch/index.html')).toBe(sha256('birch'));
    expect(read).toEqual([]);
  });

  it('is read again when anybody has written it meanwhile', async () => {
    const { hashes, place } = await told();
    await writeFile(join(home, WAITING), 'BIRCH');
    await place();
    expect(await hashes.of('reports/birch/index.html')).toBe(sha256('BIRCH'));
  });

  it('is read again when another file stands in its place', async () => {
    const { hashes } = await told();
    await real.fs.write(join(out, 'reports/birch/index.html'), 'birch!');
    expect(await hashes.of('reports/birch/index.html')).toBe(sha256('birch!'));
  });

  it('is read again when it was written in the very moment of looking, for a second write might not show', async () => {
    const path = join(home, WAITING);
    await real.fs.write(path, 'birch');
    const sight = await real.fs.look(path);
    const hashes = new OutputHashes(out, { ...effects, now: () => new Date(sight.latest + 1) });
    hashes.arriving('reports/birch/index.html', sight, sha256('what it was'));
    await real.fs.rename(join(home, 'waiting'), join(out, 'reports/birch'));
    expect(await hashes.of('reports/birch/index.html')).toBe(sha256('birch'));
  });
});

describe('a look at the output', () => {
  it('tells folders of readers from strays and links', async () => {
    await real.fs.write(join(out, 'handbook/a/index.html'), '');
    await real.fs.write(join(out, 'manifest.json'), '{}');
    await symlink(out, join(out, 'reports/elsewhere'));
    expect(await new OutputHashes(out, effects).look(true)).toEqual({
      folders: new Map([
        ['handbook', ['handbook/a/index.html']],
        ['reports/alder', [OTHER, FILE]],
      ]),
      stray: ['manifest.json'],
      links: ['reports/elsewhere'],
    });
  });

  it('anew forgets what has changed, and only that', async () => {
    await real.fs.write(join(out, 'reports/birch/index.html'), 'birch');
    const hashes = new OutputHashes(out, effects);
    for (const client of ['alder', 'birch']) await hashes.of(`reports/${client}/index.html`);
    await setTimeout(40);
    await writeFile(join(out, FILE), 'other');
    await hashes.look(false);
    expect(await hashes.of(FILE)).toBe(sha256('alder'));
    await hashes.look(true);
    read = [];
    expect(await hashes.of(FILE)).toBe(sha256('other'));
    await hashes.of('reports/birch/index.html');
    expect(read).toEqual([FILE]);
  });

  it('has another trace when any file has changed, inside of a folder or outside', async () => {
    await real.fs.write(join(out, 'manifest.json'), '{}');
    const trace = () => new OutputHashes(out, effects).trace();
    const before = await trace();
    expect(await trace()).toBe(before);
    await setTimeout(40);
    await writeFile(join(out, 'manifest.json'), '[]');
    const after = await trace();
    expect(after).not.toBe(before);
    await writeFile(join(out, FILE), 'other');
    expect(await trace()).not.toBe(after);
    await symlink(out, join(out, 'reports/elsewhere'));
    expect(await trace()).toBeNull();
  });
});

it.each([
  ['reports/alder/2026-10/index.html', 'reports/alder'],
  ['handbook/a/b.html', 'handbook'],
  ['reports/index.html', ''],
  ['manifest.json', ''],
])('the folder of %s is “%s”', (file, folder) => {
  expect(folderOf(file)).toBe(folder);
});

it('what was written a moment ago is not settled; where a disk counts whole seconds, the moment is two of them', () => {
  const at = (ms: number) => new Date(ms);
  expect(isSettled({ latest: 5_000.25 }, at(5_010))).toBe(false);
  expect(isSettled({ latest: 5_000.25 }, at(5_030))).toBe(true);
  expect(isSettled({ latest: 5_000 }, at(6_900))).toBe(false);
  expect(isSettled({ latest: 5_000 }, at(7_100))).toBe(true);
});
