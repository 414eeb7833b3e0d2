import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeEffects } from '../../src/effects/node.ts';
import { printProblem } from '../../src/locale/problem.ts';
import { goneFolders, goneProblems, goneReports, layAside, takeBack } from '../../src/press/output/gone.ts';
import type { ManifestDocument } from '../../src/press/output/manifest.ts';
import { LOCALES } from '../../src/types/locale.ts';
import { filesOf, scratchFolder, writeFiles } from '../support/folders.ts';

const document = (site: string, client: string, period: string | null, ...files: string[]): ManifestDocument => ({
  ...{ site, client, period, status: 'built', asOf: '2026-11-04', inputs: [] },
  outputs: files.map((file) => ({ file, sha256: '0', bytes: 1 })),
});

const ALDER = [
  document('reports', 'alder', null, 'reports/alder/index.html', 'reports/alder/assets/a.css'),
  document('reports', 'alder', '2026-10', 'reports/alder/2026-10/index.html'),
];
const aside = ({ path }: { path: string }) => join('aside', path);
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
    const [problem, ...more] = goneProblems(goneFolders([...ALDER, ...BIRCH], BIRCH), BIRCH, aside);
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
    const told = goneProblems(goneFolders(earlier, []), [], aside);
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
    expect(goneProblems(gone, [after!], aside)).toEqual([]);
  });

  it('is not said to lie anywhere when somebody has taken it away already', () => {
    const [problem] = goneProblems(goneFolders([...ALDER, ...BIRCH], BIRCH), BIRCH, () => null);
    for (const locale of LOCALES) expect(printProblem(problem!, locale)).not.toMatch(/aside|лежит в|lies in/);
  });

  it('is laid aside whole, and put back when the build was killed before it could tell', async () => {
    const home = await scratchFolder('gone');
    const [out, laid] = [join(home, 'dist'), join(home, 'aside')];
    await writeFiles(out, [
      ['reports/alder/index.html', 'page'],
      ['reports/birch/index.html', 'other'],
    ]);
    const before = await filesOf(home);
    const folder = { path: 'reports/alder', documents: ALDER };
    const effects = nodeEffects();
    expect(await takeBack(folder, out, laid, effects)).toBe(false);
    expect(await layAside(folder, out, laid, effects)).toBe(true);
    expect(await layAside(folder, out, laid, effects)).toBe(false);
    expect(await filesOf(home)).toEqual(['aside/reports/alder/index.html', 'dist/reports/birch/index.html']);
    expect(await takeBack(folder, out, laid, effects)).toBe(true);
    expect(await filesOf(home)).toEqual(before);
  });
});

describe('reports that leave the folder of a client who stays', () => {
  const report = (period: string | null) => document('reports', 'alder', period, `reports/alder/${period}/index.html`);
  const all = [null, '2026-08', '2026-09', '2026-Q3'].map(report);

  it('are told by client and period, in both languages', () => {
    const told = goneReports(all, [report(null), report('2026-09')]);
    expect(told).toMatchObject([{ code: 'reports-gone', severity: 'warning', file: 'data/clients/alder' }]);
    for (const locale of LOCALES) expect(printProblem(told[0]!, locale)).toContain('2026-08, 2026-Q3');
  });

  it('are no news when all stand, when the client is gone as well, or when they were only asked for by name', () => {
    expect(goneReports(all, all)).toEqual([]);
    expect(goneReports(all, BIRCH)).toEqual([]);
    // The documents speak from 4 November.
    const asked = ['2026-11', '2026-Q4', '2026-09-15..2026-10-14'].map(report);
    expect(goneReports([...all, ...asked], all)).toEqual([]);
  });

  it('are no news when they never were in the output', () => {
    const failed = { ...report('2026-08'), status: 'failed' as const, outputs: [] };
    expect(goneReports([report(null), failed], [report(null)])).toEqual([]);
  });
});
