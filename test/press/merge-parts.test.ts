import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { nodeEffects } from '../../src/effects/node.ts';
import { sha256 } from '../../src/press/inputs.ts';
import type { ManifestDocument } from '../../src/press/output/manifest.ts';
import { misfits, misplaced, readParts, strayDocuments, type Part } from '../../src/press/shards/merge-parts.ts';
import type { ShardRecord } from '../../src/press/shards/shard-record.ts';
import { inShard } from '../../src/press/shards/shard.ts';
import { localText } from '../../src/locale/text.ts';
import type { Problem } from '../../src/types/problem.ts';
import { makeScratch, writeFiles } from '../support/folders.ts';

const UNITS = ['proposals/promo', 'reports/alder', 'reports/birch', 'reports/cedar', 'reports/elm'];
const MAKER = { engine: 'e'.repeat(64), node: 'v24.0.0', icu: '77' };
const EXPECTED = { state: 's'.repeat(64), maker: MAKER };

const documentOf = (unit: string): ManifestDocument => {
  const [site, client] = unit.split('/') as [string, string];
  return { site, client, period: null, status: 'built', asOf: '2026-11-04', inputs: [], outputs: [] };
};

function partOf(index: number, count: number, more: Partial<ShardRecord> = {}, browser: string | null = '1.0'): Part {
  const shard = { index, count };
  const asked = { sites: ['reports', 'proposals'], clients: null, proposals: null, periods: null, pdf: true };
  const record = { shard, ...EXPECTED, asOf: '2026-11-04', asked, units: UNITS, manifest: '', problems: [], ...more };
  const documents = UNITS.filter((unit) => inShard(shard, unit)).map(documentOf);
  const manifest = { engine: { name: 'x', version: '1' }, browser, documents };
  return { folder: `part-${index}`, record, manifest };
}

const partsOf = (count: number): Part[] => Array.from({ length: count }, (_, i) => partOf(i + 1, count));
const whole = (parts: Part[]) => ({ parts, damaged: [] });
const told = (problems: Problem[]): string[] => problems.map(({ code, file }) => `${file} ${code}`);

describe('parts of one build', () => {
  it('fit together, however many there are and in whatever order', () => {
    const shuffled = fc
      .integer({ min: 1, max: 6 })
      .chain((count) => fc.shuffledSubarray(partsOf(count), { minLength: count }));
    fc.assert(
      fc.property(shuffled, (parts) => {
        expect(misfits(whole(parts), EXPECTED)).toEqual([]);
        expect(strayDocuments(parts)).toEqual([]);
      }),
    );
  });

  it('are told of when one is missing or there twice', () => {
    const [one, two, three] = partsOf(3) as [Part, Part, Part];
    expect(told(misfits(whole([one, three]), EXPECTED))).toEqual(['2/3 part-missing']);
    const again = { ...two, folder: 'copy' };
    expect(told(misfits(whole([one, two, three, again]), EXPECTED))).toEqual(['copy part-twice']);
    expect(misfits(whole([]), EXPECTED)).toEqual([]);
  });

  it('are not told of as missing when they are told of as damaged', () => {
    const [one, two, three] = partsOf(3) as [Part, Part, Part];
    expect(misfits({ parts: [one, three], damaged: [two.record.shard] }, EXPECTED)).toEqual([]);
    const others = { parts: [one, three], damaged: [{ index: 2, count: 4 }] };
    expect(told(misfits(others, EXPECTED))).toEqual(['2/3 part-missing']);
  });

  it.each<[string, Part]>([
    ['as-of date', partOf(2, 2, { asOf: '2026-11-05' })],
    ['link secret (ACCOUNTPRESS_LINK_SECRET)', partOf(2, 2, { state: 't'.repeat(64) })],
    ['state of the agency’s files', partOf(2, 2, { state: 't'.repeat(64) })],
    ['engine', partOf(2, 2, { maker: { ...MAKER, engine: 'f'.repeat(64) } })],
    ['version of Node', partOf(2, 2, { maker: { ...MAKER, node: 'v25.0.0' } })],
    ['version of ICU', partOf(2, 2, { maker: { ...MAKER, icu: '78' } })],
    ['what was asked for', partOf(2, 2, { asked: { ...partOf(2, 2).record.asked, pdf: false } })],
    ['list of documents', partOf(2, 2, { units: UNITS.slice(1) })],
    ['browser', partOf(2, 2, {}, '2.0')],
  ])('are told of when the %s of one is another', (what, other) => {
    const problems = misfits(whole([partOf(1, 2), other]), EXPECTED);
    expect(problems.map(({ file, found }) => [file, localText(found, 'en')])).toEqual([
      ['part-2', expect.stringContaining(what)],
    ]);
  });

  it('are told of when one was made of other parts in all', () => {
    const problems = misfits(whole([partOf(1, 2), partOf(2, 2), partOf(3, 3)]), EXPECTED);
    expect(problems.map(({ file }) => file)).toEqual(['part-3']);
  });

  it('fit where one of them had nothing to print', () => {
    for (const [first, second] of [
      [null, '1.0'],
      ['1.0', null],
      [null, null],
    ] as const)
      expect(misfits(whole([partOf(1, 2, {}, first), partOf(2, 2, {}, second)]), EXPECTED)).toEqual([]);
    const others = [partOf(1, 3, {}, null), partOf(2, 3), partOf(3, 3, {}, '2.0')];
    expect(told(misfits(whole(others), EXPECTED))).toEqual(['part-3 part-differs']);
  });
});

describe('a document', () => {
  const [one, two] = partsOf(2) as [Part, Part];
  const withDocuments = (part: Part, documents: ManifestDocument[]): Part => ({
    ...part,
    manifest: { ...part.manifest, documents },
  });

  it('is told of when no part has it, or a part whose it is not', () => {
    const [unit] = one.manifest.documents.map(({ site, client }) => `${site}/${client}`);
    const without = withDocuments(one, one.manifest.documents.slice(1));
    expect(told(strayDocuments([without, two]))).toEqual([`${unit} document-missing`]);
    const foreign = withDocuments(two, [...two.manifest.documents, one.manifest.documents[0]!]);
    expect(told(strayDocuments([without, foreign]))).toEqual([`${unit} document-foreign`]);
  });

  it('is told of, with both folders, when two parts have it; two periods of a client are one', () => {
    const first = one.manifest.documents[0]!;
    const both = withDocuments(two, [...two.manifest.documents, first]);
    const [problem, ...more] = strayDocuments([one, both]);
    expect(more).toEqual([]);
    expect(problem).toMatchObject({ code: 'document-twice' });
    for (const folder of ['part-1', 'part-2']) expect(localText(problem!.found, 'en')).toContain(folder);
    const periods = withDocuments(one, [...one.manifest.documents, { ...first, period: '2026-10' }]);
    expect(strayDocuments([periods, two])).toEqual([]);
  });
});

it('what parts are put together into lies neither within one nor around one, whatever links lead there', async () => {
  const home = await makeScratch('places');
  onTestFinished(() => rm(home, { recursive: true, force: true }));
  await writeFiles(home, [['parts/1/manifest.json', '{}']]);
  await symlink(join(home, 'parts/1'), join(home, 'link'));
  const parts = [join(home, 'parts/1'), join(home, 'parts/2')];
  const codes = async (out: string) => (await misplaced(join(home, out), parts, nodeEffects())).map(({ code }) => code);
  for (const out of ['parts/1', 'parts/1/dist', 'parts/2/a/b', 'link/dist', 'parts', '.']) {
    expect(await codes(out), out).toEqual(['merge-into-part']);
  }
  for (const out of ['dist', 'parts/3', 'parts/11', 'parts-1']) expect(await codes(out), out).toEqual([]);
});

it('a folder is no part without a whole record, and a damaged one when its manifest is another', async () => {
  const home = await mkdtemp(join(tmpdir(), 'parts-'));
  onTestFinished(() => rm(home, { recursive: true, force: true }));
  const { record, manifest } = partOf(1, 1);
  const text = JSON.stringify(manifest);
  const whole = JSON.stringify({ ...record, manifest: sha256(text) });
  await writeFiles(home, [
    ['good/shard.json', whole],
    ['good/manifest.json', text],
    ['none/manifest.json', text],
    ['half/shard.json', whole.slice(0, -9)],
    ['half/manifest.json', text],
    ['other/shard.json', JSON.stringify({ shard: {}, units: [] })],
    ['other/manifest.json', text],
    // As another version might write it.
    ['newer/shard.json', JSON.stringify({ ...record, asked: undefined, manifest: sha256(text) })],
    ['newer/manifest.json', text],
    ['endless/shard.json', JSON.stringify({ ...record, shard: { index: 1, count: 1e9 }, manifest: sha256(text) })],
    ['endless/manifest.json', text],
    ['bare/shard.json', whole],
    ['changed/shard.json', whole],
    ['changed/manifest.json', `${text}\n`],
  ]);
  const folders = ['good', 'none', 'half', 'other', 'newer', 'endless', 'bare', 'changed'].map((name) =>
    join(home, name),
  );
  const { parts, damaged, problems } = await readParts(folders, nodeEffects());
  expect(parts.map(({ folder }) => folder)).toEqual([join(home, 'good')]);
  expect(damaged).toEqual([record.shard, record.shard]);
  expect(problems.map(({ code, file }) => [file?.slice(home.length + 1).split('/')[0], code])).toEqual([
    ['none', 'part-unfinished'],
    ['half', 'part-unfinished'],
    ['other', 'part-unfinished'],
    ['newer', 'part-unfinished'],
    ['endless', 'part-unfinished'],
    ['bare', 'part-damaged'],
    ['changed', 'part-damaged'],
  ]);
});

it('a part is a damaged one when its manifest lacks something, or names files that are not of the document’s folder', async () => {
  const home = await makeScratch('named');
  onTestFinished(() => rm(home, { recursive: true, force: true }));
  const { record, manifest } = partOf(1, 1);
  const alder = { ...documentOf('reports/alder'), period: '2026-10' };
  const told = async (documents: unknown[]) => {
    const text = JSON.stringify({ ...manifest, documents });
    await writeFiles(home, [
      ['shard.json', JSON.stringify({ ...record, manifest: sha256(text) })],
      ['manifest.json', text],
    ]);
    return (await readParts([home], nodeEffects())).problems.map(({ code }) => code);
  };
  const naming = (file: string, document: ManifestDocument = alder) => [
    { ...document, outputs: [{ file, sha256: '', bytes: 0 }] },
  ];
  expect(await told(naming('reports/alder/2026-10/index.html'))).toEqual([]);
  expect(await told(naming('proposals/promo-k3y/index.html', documentOf('proposals/promo')))).toEqual([]);
  expect(await told(naming('handbook/index.html', documentOf('handbook/handbook')))).toEqual([]);
  for (const file of [
    '../x',
    '/etc/x',
    'reports/alder/../birch/x',
    'reports/birch/x',
    'reports/alder-2/x',
    'x',
    '..\\x',
  ]) {
    expect(await told(naming(file)), file).toEqual(['part-damaged']);
  }
  for (const odd of [null, { ...alder, outputs: undefined }, { ...alder, status: 'fine' }]) {
    expect(await told([odd])).toEqual(['part-damaged']);
  }
});
