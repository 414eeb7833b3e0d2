import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nodeEffects } from '../../src/effects/node.ts';
import { setTimeout } from 'node:timers/promises';
import { folderCache, type Cache } from '../../src/press/cache.ts';
import { sha256 } from '../../src/press/inputs.ts';
import type { ManifestDocument } from '../../src/press/output/manifest.ts';
import { publish, recoverOutput } from '../../src/press/output/publish.ts';
import { OutputHashes } from '../../src/press/standing/output-hashes.ts';

const real = nodeEffects();
let home: string;
/** Paths from the home folder, in the order they were renamed. */
let renamed: [from: string, to: string][];
/** Paths of folders that were listed. */
let listed: string[];
const effects = {
  ...real,
  fs: {
    ...real.fs,
    list: (path: string) => {
      listed.push(path.slice(home.length + 1));
      return real.fs.list(path);
    },
    rename: (from: string, to: string) => {
      renamed.push([from.slice(home.length + 1), to.slice(home.length + 1)]);
      return real.fs.rename(from, to);
    },
  },
};

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'publish-'));
  renamed = [];
  listed = [];
});
afterEach(() => rm(home, { recursive: true, force: true }));

const fill = (folder: string, files: Record<string, string>) => real.fs.fill(join(home, folder), Object.entries(files));

async function filesOf(folder: string): Promise<Record<string, string>> {
  const { files } = await real.fs.look(join(home, folder));
  const texts = files.map(async (file) => [file, `${await real.fs.read(join(home, folder, file))}`] as const);
  return Object.fromEntries(await Promise.all(texts));
}

const place = (entries: string[] | null) =>
  publish(join(home, 'dist'), { path: 'reports/alder', staged: join(home, 'stage'), entries }, effects);

describe('a finished folder', () => {
  it.each([[null], [['index.html', '2026-10']]])(
    'that nothing stands for yet takes its place in one step (entries %s)',
    async (entries) => {
      await fill('stage', { 'index.html': 'cabinet', '2026-10/index.html': 'October' });
      await place(entries);
      expect(renamed).toEqual([['stage', 'dist/reports/alder']]);
      expect(await filesOf('dist/reports/alder')).toEqual({ 'index.html': 'cabinet', '2026-10/index.html': 'October' });
    },
  );

  it('takes the place of the one before, of which nothing is left', async () => {
    await fill('dist/reports/alder', { 'index.html': 'before', '2026-09/index.html': 'September' });
    await fill('stage', { 'index.html': 'cabinet' });
    await place(null);
    expect(await filesOf('dist')).toEqual({ 'reports/alder/index.html': 'cabinet' });
  });

  it('replaces the entries that were made, and the rest stays', async () => {
    await fill('dist/reports/alder', { 'index.html': 'before', '2026-09/index.html': 'September' });
    await fill('stage', { 'index.html': 'cabinet', '2026-10/index.html': 'October' });
    await place(['index.html', '2026-10']);
    expect(await filesOf('dist')).toEqual({
      'reports/alder/2026-09/index.html': 'September',
      'reports/alder/2026-10/index.html': 'October',
      'reports/alder/index.html': 'cabinet',
    });
  });
});

describe('an output that a build was interrupted in', () => {
  const ALDER = { 'reports/alder/index.html': 'alder', 'reports/alder/2026-10/index.html': 'October' };
  let cache: Cache;

  /** An output with the folders of two clients, as a build has left it that came to its end. */
  async function left(): Promise<ManifestDocument[]> {
    const files = { ...ALDER, 'reports/birch/index.html': 'birch' };
    await fill('dist', files);
    // The clock of a file system may tick in steps of some milliseconds.
    await setTimeout(40);
    cache = folderCache(join(home, 'cache'), real);
    const hashes = new OutputHashes(join(home, 'dist'), real);
    for (const file of Object.keys(files)) await hashes.of(file);
    await hashes.keep(cache);
    const outputs = Object.entries(files).map(([file, text]) => ({ file, sha256: sha256(text), bytes: text.length }));
    const about = { site: 'reports', client: '', period: null, status: 'built', asOf: '2026-11-04' } as const;
    return [{ ...about, inputs: [], outputs }];
  }

  async function recovered(earlier: ManifestDocument[]): Promise<OutputHashes> {
    const out = join(home, 'dist');
    const hashes = await OutputHashes.remembered({ out, cache }, earlier, effects);
    listed = [];
    await recoverOutput(out, effects, hashes);
    return hashes;
  }

  it('is looked into only where it is not what the build before has left', async () => {
    const earlier = await left();
    await fill('dist/reports/birch/.2026-10.old', { 'index.html': 'half gone' });
    await fill('dist/reports/birch/.2026-09.new', { 'index.html': 'September' });
    const hashes = await recovered(earlier);
    expect(listed.filter((folder) => folder.startsWith('dist/reports/'))).toEqual(['dist/reports/birch']);
    const birch = { 'reports/birch/index.html': 'birch', 'reports/birch/2026-09/index.html': 'September' };
    expect(await filesOf('dist')).toEqual({ ...ALDER, ...birch });
    // What was seen of the folder before it was mended is not taken for what it is now.
    expect(await hashes.filesIn('reports/birch')).toEqual(Object.keys(birch).sort());
  });

  it('gives a folder its name back that lost it', async () => {
    const earlier = await left();
    await real.fs.rename(join(home, 'dist/reports/alder'), join(home, 'dist/reports/.alder.new'));
    await recovered(earlier);
    expect(await filesOf('dist/reports/alder')).toEqual({ 'index.html': 'alder', '2026-10/index.html': 'October' });
  });

  it('is looked into everywhere where the manifest says nothing of what was left', async () => {
    await left();
    await fill('dist/reports/alder/.2026-10.old', { 'index.html': 'half gone' });
    await recovered([]);
    expect(listed).toContain('dist/reports/birch');
    expect(await filesOf('dist')).toEqual({ ...ALDER, 'reports/birch/index.html': 'birch' });
  });
});
