import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { nodeEffects } from '../../src/effects/node.ts';
import type { ManifestDocument } from '../../src/press/output/manifest.ts';
import type { Part } from '../../src/press/shards/merge-parts.ts';
import { failedUnit, stageParts, type MergeStage } from '../../src/press/shards/merge-stage.ts';
import { OutputHashes } from '../../src/press/standing/output-hashes.ts';
import { localText } from '../../src/locale/text.ts';
import { filesOf, sha256, writeFiles } from '../support/folders.ts';

const effects = nodeEffects();
const TEXTS: Record<string, string> = {
  'reports/alder/index.html': 'alder',
  'reports/alder/2026-10/index.html': 'alder in October',
};

let home: string;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'merge-'));
  onTestFinished(() => rm(home, { recursive: true, force: true }));
  for (const folder of ['part', 'out'])
    for (const [file, text] of Object.entries(TEXTS)) await write(folder, file, text);
});

const write = (folder: string, file: string, text: string | null) => writeFiles(join(home, folder), [[file, text]]);

const documentOf = (client: string, period: string | null, ...files: string[]): ManifestDocument => ({
  ...{ site: 'reports', client, period, status: 'built', asOf: '2026-11-04', inputs: [] },
  outputs: files.map((file) => ({ file, sha256: sha256(TEXTS[file]!), bytes: TEXTS[file]!.length })),
});

const [CABINET, OCTOBER] = [
  documentOf('alder', null, 'reports/alder/index.html'),
  documentOf('alder', '2026-10', 'reports/alder/2026-10/index.html'),
];
const FAILED: ManifestDocument = { ...documentOf('birch', null), status: 'failed' };

/** What is staged of the reports of one part, of the clients Alder and Birch, whose build failed. */
async function stage({
  periods = null,
  earlier = [],
}: { periods?: string[] | null; earlier?: ManifestDocument[] } = {}) {
  const asked = { sites: ['reports'], clients: null, proposals: null, periods, pdf: true };
  const record = {
    ...{ shard: { index: 1, count: 1 }, maker: { engine: '', node: '', icu: '' }, state: '', asOf: '2026-11-04' },
    ...{ asked, units: ['proposals/promo', 'reports/alder', 'reports/birch'], manifest: '', problems: [] },
  };
  const manifest = { engine: { name: '', version: '' }, browser: null, documents: [CABINET, OCTOBER, FAILED] };
  const part: Part = { folder: join(home, 'part'), record, manifest };
  const out = join(home, 'out');
  const merge: MergeStage = {
    ...{ parts: [part], earlier, out, outputs: new OutputHashes(out, effects), stage: join(home, 'stage') },
    failed: async (unit, documents) => failedUnit(unit, earlier, documents),
  };
  return stageParts('reports', merge, effects);
}

const staged = () => filesOf(join(home, 'stage')).catch(() => []);

it('a folder that stands already as a part has it is not put into place again', async () => {
  const { units, folders, documents, problems } = await stage();
  expect([units, folders, problems]).toEqual([['reports/alder', 'reports/birch'], [], []]);
  expect(documents).toEqual([CABINET, OCTOBER, FAILED]);
  expect(await staged()).toEqual([]);
});

it.each<[string, string, string | null]>([
  ['is another', 'reports/alder/index.html', 'alder before'],
  ['is not there', 'reports/alder/index.html', null],
  ['nobody made stands beside it', 'reports/alder/stray.txt', ''],
])('a folder is taken whole from its part when a file %s in the output', async (_, file, text) => {
  await write('out', file, text);
  const { folders, documents, problems } = await stage();
  expect(problems).toEqual([]);
  expect(documents).toEqual([FAILED]);
  expect(folders).toMatchObject([
    { path: 'reports/alder', entries: null, owner: { client: 'alder' }, documents: [CABINET, OCTOBER] },
  ]);
  expect(await staged()).toEqual(Object.keys(TEXTS).sort());
  expect(await readFile(join(folders[0]!.staged, 'index.html'), 'utf8')).toBe('alder');
});

it.each<[string, string | null]>([
  ['changed', 'alder, by another hand'],
  ['lost', null],
])('a file of a part that was %s is told of, also where the output has it as it was', async (_, text) => {
  await write('part', 'reports/alder/index.html', text);
  const { problems } = await stage();
  expect(problems).toMatchObject([{ code: 'part-damaged' }]);
  expect(problems[0]!.file).toBe(join(home, 'part', 'reports/alder/index.html'));
});

it('a client that failed keeps what stands of it, marked', async () => {
  const before = documentOf('birch', null, 'reports/alder/index.html');
  expect((await stage({ earlier: [before] })).documents.at(-1)).toEqual({ ...before, status: 'failed' });
});

it('parts of some periods do not take others out of a cabinet: those are told by name', async () => {
  const september = { ...OCTOBER, period: '2026-09' };
  const never = { ...documentOf('alder', '2026-08') };
  const earlier = [CABINET, OCTOBER, september, never];
  const { problems } = await stage({ periods: ['2026-10'], earlier });
  expect(problems.map(({ code, file }) => [code, file])).toEqual([['merge-history', 'reports/alder']]);
  expect(localText(problems[0]!.found, 'en')).toMatch(/periods 2026-09,/);
  expect((await stage({ periods: ['2026-10'], earlier: [CABINET, OCTOBER] })).problems).toEqual([]);
  expect((await stage({ earlier })).problems).toEqual([]);
});
