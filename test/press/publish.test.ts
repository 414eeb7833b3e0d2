import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nodeEffects } from '../../src/effects/node.ts';
import { publish } from '../../src/press/output/publish.ts';

const real = nodeEffects();
let home: string;
/** Paths from the home folder, in the order they were renamed. */
let renamed: [from: string, to: string][];
const effects = {
  ...real,
  fs: {
    ...real.fs,
    rename: (from: string, to: string) => {
      renamed.push([from.slice(home.length + 1), to.slice(home.length + 1)]);
      return real.fs.rename(from, to);
    },
  },
};

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'publish-'));
  renamed = [];
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
