import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeEffects } from '../../src/effects/node.ts';
import { printProblem } from '../../src/locale/problem.ts';
import { goneFolders, goneProblems, layAside } from '../../src/press/output/gone.ts';
import type { ManifestDocument } from '../../src/press/output/manifest.ts';
import { filesOf, scratchFolder, writeFiles } from '../support/folders.ts';

const document = (site: string, client: string, period: string | null, ...files: string[]): ManifestDocument => ({
  ...{ site, client, period, status: 'built', asOf: '2026-11-04', inputs: [] },
  outputs: files.map((file) => ({ file, sha256: '0', bytes: 1 })),
});

const ALDER = [
  document('reports', 'alder', null, 'reports/alder/index.html', 'reports/alder/assets/a.css'),
  document('reports', 'alder', '2026-10', 'reports/alder/2026-10/index.html'),
];
const BIRCH = [document('reports', 'birch', null, 'reports/birch/index.html')];

describe('a folder of the output that belongs to nobody any more', () => {
  it('is found with all that was made in it', () => {
    expect(goneFolders([...ALDER, ...BIRCH], BIRCH)).toEqual([{ path: 'reports/alder', documents: ALDER }]);
    expect(goneFolders([...ALDER, ...BIRCH], [...ALDER, ...BIRCH])).toEqual([]);
  });

  it('is not the whole of a site, nor what failed before it was ever built', () => {
    const never = document('reports', 'cedar', null);
    expect(goneFolders([never, document('reports', 'elm', null, 'reports')], [])).toEqual([]);
  });

  it('is told with the folder, what it was made of and where it lies now, in both languages', () => {
    const [problem, ...more] = goneProblems(goneFolders([...ALDER, ...BIRCH], BIRCH), BIRCH, 'aside');
    expect(more).toEqual([]);
    expect(problem).toMatchObject({ severity: 'warning', client: 'alder', file: 'data/clients/alder' });
    for (const [locale, words] of [
      ['ru', 'reports/alder (документов: 2)'],
      ['en', 'reports/alder (documents: 2)'],
    ] as const) {
      expect(printProblem(problem!, locale)).toContain(words);
      expect(printProblem(problem!, locale)).toContain(join('aside', 'reports/alder'));
    }
  });

  it('is told of proposals and whole sites by what they were made of', () => {
    const earlier = [
      document('proposals', 'site', null, 'proposals/site-key/index.html'),
      document('handbook', 'handbook', null, 'handbook/ru/index.html'),
    ];
    const told = goneProblems(goneFolders(earlier, []), [], 'aside');
    expect(told.map(({ file, proposal }) => [file, proposal])).toEqual([
      ['content/proposals/site.mdx', 'site'],
      ['content/handbook', undefined],
    ]);
  });

  it('is not told of a proposal that only has another address', () => {
    const [before, after] = ['old', 'new'].map((key) =>
      document('proposals', 'site', null, `proposals/site-${key}/index.html`),
    );
    const gone = goneFolders([before!], [after!]);
    expect(gone).toHaveLength(1);
    expect(goneProblems(gone, [after!], 'aside')).toEqual([]);
  });

  it('is laid aside whole, also when a build that was killed has done so before', async () => {
    const home = await scratchFolder('gone');
    const [out, aside] = [join(home, 'dist'), join(home, 'aside')];
    await writeFiles(out, [
      ['reports/alder/index.html', 'page'],
      ['reports/birch/index.html', 'other'],
    ]);
    const folder = { path: 'reports/alder', documents: ALDER };
    for (let time = 0; time < 2; time++) await layAside(folder, out, aside, nodeEffects());
    expect(await filesOf(home)).toEqual(['aside/reports/alder/index.html', 'dist/reports/birch/index.html']);
  });
});
