import { cp, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rm } from 'node:fs/promises';
import { build } from '../support/command.ts';
import { filesOf, hashesOf, makeScratch, readJson, scratchFolder } from '../support/folders.ts';
import { AS_OF, writeWorkspace } from '../support/workspaces.ts';
import type { Manifest } from '../../src/press/output/manifest.ts';
import type { FiguresFile } from '../../src/types/figures.ts';

let home: string;
let workspace: string;
let dist: string;
let whole: Record<string, string>;

const common = () => ['--workspace', workspace, '--as-of', AS_OF];

beforeAll(async () => {
  home = await makeScratch('repeatable');
  workspace = join(home, 'agency');
  dist = join(home, 'dist');
  await writeWorkspace(workspace, { alder: 'ru', birch: 'en' });
  await build([...common(), '--out', dist, '--no-cache']);
  whole = await hashesOf(dist);
});
afterAll(() => rm(home, { recursive: true, force: true }));

describe('the same workspace and as-of date', () => {
  it('give the same bytes in another folder, from files of another age, PDFs and manifest included', async () => {
    const again = await scratchFolder('again');
    const copy = join(again, 'elsewhere', 'agency');
    await cp(workspace, copy, { recursive: true });
    let age = 0;
    for (const file of await filesOf(copy)) {
      age += 86_400;
      await utimes(join(copy, file), 1_500_000_000 + age, 1_500_000_000 + age);
    }
    const out = join(again, 'out');
    await build(['--workspace', copy, '--as-of', AS_OF, '--out', out, '--no-cache'], 0, {
      TZ: 'Pacific/Auckland',
      LANG: 'ru_RU.UTF-8',
      NODE_ENV: 'development',
      DEV: 'true',
    });
    expect(await hashesOf(out)).toEqual(whole);
    expect(Object.keys(whole).filter((file) => file.endsWith('.pdf'))).toHaveLength(4);
  });

  it('give the same bytes over an earlier output of another day, whatever order clients are asked for in', async () => {
    const out = join(await scratchFolder('over'), 'dist');
    await build(['--workspace', workspace, '--as-of', '2026-10-20', '--out', out]);
    expect(await hashesOf(out)).not.toEqual(whole);
    await build([...common(), '--out', out, '--client', 'birch,alder']);
    expect(await hashesOf(out)).toEqual(whole);
  });

  it('give the same bytes client by client as all at once', async () => {
    const out = join(await scratchFolder('one-by-one'), 'dist');
    await build([...common(), '--out', out, '--client', 'birch']);
    expect((await filesOf(out)).filter((file) => file.includes('alder'))).toEqual([]);
    await build([...common(), '--out', out, '--client', 'alder']);
    expect(await hashesOf(out)).toEqual(whole);
  });
});

describe('--period', () => {
  /** A copy of the whole output to build single periods into. */
  async function outputCopy(): Promise<string> {
    const out = join(await scratchFolder('period'), 'dist');
    await cp(dist, out, { recursive: true });
    return out;
  }

  const figures = (out: string, client: string, period: string) =>
    readJson<FiguresFile>(join(out, 'reports', client, period, 'figures.json'));

  it('builds one period anew and leaves the bytes of the others', async () => {
    const out = await outputCopy();
    await build([...common(), '--out', out, '--period', '2026-10']);
    expect(await hashesOf(out)).toEqual(whole);
  });

  it('alone makes the report and a cabinet that lists only it', async () => {
    const out = join(await scratchFolder('alone'), 'dist');
    await build([...common(), '--out', out, '--client', 'alder', '--period', '2026-09', '--no-pdf']);
    const pages = (await filesOf(out)).filter((file) => file.endsWith('.html'));
    expect(pages).toEqual(['reports/alder/2026-09/index.html', 'reports/alder/index.html']);
  });

  it('takes a range of any days, which joins the cabinet and stays through a build of another period', async () => {
    const out = await outputCopy();
    const range = '2026-09-15..2026-10-14';
    await build([...common(), '--out', out, '--client', 'alder', '--period', range]);
    const made = await filesOf(join(out, 'reports/alder', range));
    expect(made).toEqual([`alder-${range}.pdf`, 'figures.csv', 'figures.json', 'index.html']);
    const file = await figures(out, 'alder', range);
    expect(file.period).toBe(range);
    expect([file.days.length, file.days[0]?.date, file.days.at(-1)?.date]).toEqual([30, '2026-09-15', '2026-10-14']);

    const before = await hashesOf(join(out, 'reports/alder', range));
    await build([...common(), '--out', out, '--period', '2026-10']);
    expect(await hashesOf(join(out, 'reports/alder', range))).toEqual(before);
    const manifest = await readJson<Manifest>(join(out, 'manifest.json'));
    const listed = manifest.documents.filter(({ client }) => client === 'alder').map(({ period }) => period);
    expect(listed).toEqual([null, '2026-09', range, '2026-10']);
  });

  it('takes a quarter and a year, whose sums are those of their months', async () => {
    const out = await outputCopy();
    await build([...common(), '--out', out, '--client', 'alder', '--period', '2026-Q3,2026', '--no-pdf']);
    const leads = async (period: string) => Number((await figures(out, 'alder', period)).metrics['leads']?.value);
    const [september, october] = [await leads('2026-09'), await leads('2026-10')];
    expect(await leads('2026-Q3')).toBe(september);
    expect(await leads('2026')).toBe(september + october);
  });

  it('without data is a warning that names the period, not an error', async () => {
    const out = join(await scratchFolder('empty'), 'dist');
    const { stderr } = await build([...common(), '--out', out, '--client', 'alder', '--period', '2019-01', '--no-pdf']);
    expect(stderr).toContain('2019-01');
    expect(await filesOf(join(out, 'reports'))).not.toContain('alder/2019-01/index.html');
  });
});
