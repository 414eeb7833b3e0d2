import { appendFile, cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nodeEffects } from '../../src/effects/node.ts';
import { localText } from '../../src/locale/text.ts';
import type { BuildResult } from '../../src/press/build.ts';
import { NO_CACHE } from '../../src/press/cache.ts';
import { merge as joinParts } from '../../src/press/merge.ts';
import type { Manifest } from '../../src/press/output/manifest.ts';
import type { ShardRecord } from '../../src/press/shards/shard-record.ts';
import { build, PROJECT, runCommand, type Outcome } from '../support/command.ts';
import { hashesOf, makeScratch, readJson, scratchFolder, sha256, writeFiles } from '../support/folders.ts';
import { AS_OF, writeWorkspace } from '../support/workspaces.ts';

const effects = nodeEffects();

let home: string;
let workspace: string;
/** What one build makes of everything, and what it says. */
let single: { hashes: Record<string, string>; said: string };
/** Parts of a build in two, not to be changed. */
let halves: string[];

const common = (root = workspace) => ['--workspace', root, '--as-of', AS_OF];
const part = (name: string, shard: string, ...more: string[]): Promise<Outcome> =>
  runCommand('build', [...common(), '--out', join(home, name), '--shard', shard, ...more]);
const merge = (parts: string[], out: string, root = workspace): Promise<BuildResult> =>
  joinParts({ parts, out, workspace: root, project: PROJECT, cache: NO_CACHE, speak: () => undefined }, effects);

beforeAll(async () => {
  home = await makeScratch('shards');
  workspace = join(home, 'agency');
  await writeWorkspace(workspace, { alder: 'ru', birch: 'en', hazel: 'ru', dogwood: 'en' });
  const person = { id: 'anna', name: 'Анна Лебедева', role: 'Менеджер', email: 'anna@beacon.example' };
  await writeFiles(workspace, [['data/people.json', JSON.stringify([person])]]);
  const made = await runCommand('new', ['proposal', 'site-dew', '--workspace', workspace]);
  expect(made.code, made.stderr).toBe(0);
  // One client that fails: it has its place in the manifest and its problem too.
  await appendFile(
    join(workspace, 'data/clients/dogwood/exports/example/example.csv'),
    '2026-10-31,Mail,100,many,10,1\n',
  );
  const out = join(home, 'single');
  const { stdout } = await build([...common(), '--out', out, '--no-cache', '--json'], 1);
  single = { hashes: await hashesOf(out), said: stdout };
  halves = ['half-1', 'half-2'].map((name) => join(home, name));
  for (const index of [1, 2]) await part(`half-${index}`, `${index}/2`);
});
afterAll(() => rm(home, { recursive: true, force: true }));

describe('parts of a build, put together', () => {
  it('are the same bytes as one build, PDFs, manifest and seal included, and tell the same problems', async () => {
    const out = join(await scratchFolder('two'), 'dist');
    const args = [...halves, '--out', out, '--workspace', workspace, '--json'];
    const { code, stdout } = await runCommand('merge', args);
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toEqual(JSON.parse(single.said));
    expect(await hashesOf(out)).toEqual(single.hashes);
    expect(Object.keys(single.hashes).filter((file) => file.endsWith('.pdf')).length).toBeGreaterThan(5);
  });

  it.each([1, 3, 7])('are the same in %i parts, empty ones among them, in any order', async (count) => {
    const folder = await scratchFolder('many');
    const names = Array.from({ length: count }, (_, i) => `of-${count}-${i + 1}`);
    for (const [i, name] of names.entries()) await part(name, `${i + 1}/${count}`);
    const parts = names.map((name) => join(home, name));
    const sizes = await Promise.all(parts.map(async (one) => (await manifestOf(one)).documents.length));
    if (count === 7) expect(sizes).toContain(0);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe((await manifestOf(join(home, 'single'))).documents.length);
    const out = join(folder, 'dist');
    expect((await merge(parts.reverse(), out)).ok).toBe(false);
    expect(await hashesOf(out)).toEqual(single.hashes);
    await Promise.all(parts.map((one) => rm(one, { recursive: true })));
  });

  it('are whole once a part that failed is built again', async () => {
    const out = join(await scratchFolder('again'), 'dist');
    const failed = await runCommand('build', [...common(), '--out', join(home, 'lost'), '--shard', '2/2'], {
      PUPPETEER_EXECUTABLE_PATH: '/nonexistent/chrome',
    });
    expect(failed.code).toBe(1);
    const parts = [halves[0]!, join(home, 'lost')];
    const args = [...parts, '--out', out, '--workspace', workspace, '--lang', 'en'];
    const refused = await runCommand('merge', args);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain('there is no finished part here');
    expect(refused.stderr).toContain('part 2/2 is missing');
    expect(await hashesOf(out).catch(() => ({}))).toEqual({});
    await part('lost', '2/2');
    await merge(parts, out);
    expect(await hashesOf(out)).toEqual(single.hashes);
  });

  it('take the place of an earlier output as one build would, and leave alone what is the same', async () => {
    const place = await scratchFolder('over');
    const [one, two] = [join(place, 'one'), join(place, 'two')];
    await build(['--workspace', workspace, '--as-of', '2026-10-20', '--out', one], 1);
    // A client whom the agency has no more, and one whose last good output must stay.
    const gone = await readFile(join(one, 'manifest.json'), 'utf8');
    await writeFile(join(one, 'manifest.json'), gone.replaceAll('"dogwood"', '"elm"'));
    await cp(one, two, { recursive: true });
    await build([...common(), '--out', one], 1);
    await merge(halves, two);
    expect(await hashesOf(two)).toEqual(await hashesOf(one));
  });
});

const manifestOf = (folder: string): Promise<Manifest> => readJson(join(folder, 'manifest.json'));

/** A copy of the second half to harm. */
async function harmed(change: (folder: string, record: ShardRecord) => Promise<void> | void): Promise<string[]> {
  const folder = join(await scratchFolder('harmed'), 'part');
  await cp(halves[1]!, folder, { recursive: true });
  const record = await readJson<ShardRecord>(join(folder, 'shard.json'));
  await change(folder, record);
  await writeFile(join(folder, 'shard.json'), JSON.stringify(record));
  return [halves[0]!, folder];
}

/** Changes a part's manifest as if the part itself had written it. */
async function forged(folder: string, record: ShardRecord, change: (manifest: Manifest) => void): Promise<void> {
  const manifest = await manifestOf(folder);
  change(manifest);
  const text = JSON.stringify(manifest);
  await writeFile(join(folder, 'manifest.json'), text);
  record.manifest = sha256(text);
}

describe('parts that do not fit', () => {
  const cases: {
    what: string;
    parts(): Promise<string[]> | string[];
    code: string;
    told: { ru: string; en: string };
  }[] = [
    {
      what: 'one is missing',
      parts: () => [halves[0]!],
      code: 'part-missing',
      told: { ru: 'нет части 2/2', en: 'part 2/2 is missing' },
    },
    {
      what: 'one is given twice',
      parts: async () => [...halves, ...(await harmed(() => undefined)).slice(1)],
      code: 'part-twice',
      told: { ru: 'это часть 2/2, как и', en: 'it is part 2/2, and so is' },
    },
    {
      what: 'one was built of another state of the workspace',
      parts: () => harmed((_, record) => void (record.state = sha256('other'))),
      code: 'part-differs',
      told: { ru: 'состояние файлов агентства', en: 'state of the agency’s files' },
    },
    {
      what: 'one was built by another engine',
      parts: () => harmed((_, record) => void (record.maker.engine = sha256('other'))),
      code: 'part-differs',
      told: { ru: 'движок', en: 'engine' },
    },
    {
      what: 'one speaks from another day',
      parts: () => harmed((_, record) => void (record.asOf = '2026-11-05')),
      code: 'part-differs',
      told: { ru: 'дата отчёта: 2026-11-05', en: 'as-of date: 2026-11-05' },
    },
    {
      what: 'one was asked for something else',
      parts: () => harmed((_, record) => void (record.asked.pdf = false)),
      code: 'part-differs',
      told: { ru: 'что собирали', en: 'what was asked for' },
    },
    {
      what: 'one is a part of another division',
      parts: () => harmed((_, record) => void (record.shard.count = 3)),
      code: 'part-differs',
      told: { ru: 'всего частей: 3', en: 'parts in all: 3' },
    },
    {
      what: 'a file was changed on the way',
      parts: () => harmed((folder) => appendFile(join(folder, 'reports', held[0]!, 'index.html'), ' ')),
      code: 'part-damaged',
      told: { ru: 'не тот, что в манифесте части', en: 'not the one of the part’s manifest' },
    },
    {
      what: 'a manifest was changed on the way',
      parts: () => harmed((folder) => appendFile(join(folder, 'manifest.json'), ' ')),
      code: 'part-damaged',
      told: { ru: 'манифест не тот', en: 'not the manifest this part has written' },
    },
    {
      what: 'a document is lost',
      parts: () =>
        harmed((folder, record) =>
          forged(folder, record, (manifest) => {
            manifest.documents = manifest.documents.filter(({ client }) => client !== held[0]);
          }),
        ),
      code: 'document-missing',
      told: { ru: 'этого документа нет ни в одной части', en: 'this document is in no part' },
    },
    {
      what: 'a document is in two parts',
      parts: () =>
        harmed(async (folder, record) => {
          const { documents } = await manifestOf(halves[0]!);
          await forged(folder, record, (manifest) => void manifest.documents.push(documents[0]!));
        }),
      code: 'document-twice',
      told: { ru: 'этот документ есть в частях', en: 'this document is in' },
    },
  ];
  /** Clients of the second half. */
  const held: string[] = [];
  beforeAll(async () => {
    const { documents } = await manifestOf(halves[1]!);
    const built = documents.filter(({ site, status }) => site === 'reports' && status === 'built');
    held.push(...new Set(built.map(({ client }) => client)));
    expect(held).not.toEqual([]);
  });

  it.each(cases)('are refused by name in both languages, and nothing is written: $what', async (one) => {
    const out = join(await scratchFolder('refused'), 'dist');
    const { ok, problems } = await merge(await one.parts(), out);
    expect(ok).toBe(false);
    const told = problems.filter(({ code }) => code === one.code);
    // One thing happened, so one thing is told.
    if (one.code === 'part-damaged') expect(problems).toEqual(told);
    expect(told.map(({ found }) => localText(found, 'ru')).join()).toContain(one.told.ru);
    expect(told.map(({ found }) => localText(found, 'en')).join()).toContain(one.told.en);
    expect(await hashesOf(out).catch(() => ({}))).toEqual({});
  });

  it('are refused when the workspace has changed since', async () => {
    const root = join(await scratchFolder('changed'), 'agency');
    await cp(workspace, root, { recursive: true });
    await appendFile(join(root, 'data/clients/alder/events.csv'), '2026-10-20;Новое событие\n');
    const { problems } = await merge(halves, join(root, 'dist'), root);
    expect(problems.map(({ code }) => code)).toEqual(['part-differs', 'part-differs']);
  });
});

describe('a part', () => {
  it('is never built over a whole build, nor put together in its own place', async () => {
    const out = join(await scratchFolder('whole'), 'dist');
    await cp(join(home, 'single'), out, { recursive: true });
    const { code, stderr } = await runCommand('build', [...common(), '--out', out, '--shard', '1/2', '--lang', 'en']);
    expect(code).toBe(1);
    expect(stderr).toContain('the folder holds a whole build');
    expect(await hashesOf(out)).toEqual(single.hashes);
    const own = await merge(halves, halves[0]!);
    expect(own.problems).toMatchObject([{ code: 'merge-into-part', file: halves[0] }]);
  });

  it('that does not exist is a slip of the hand', async () => {
    const { code, stderr } = await part('none', '3/2');
    expect([code, stderr]).toEqual([2, expect.stringContaining('3/2')]);
  });
});
