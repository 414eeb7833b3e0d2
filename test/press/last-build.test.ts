import { appendFile, chmod, mkdtemp, rm, symlink, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nodeEffects } from '../../src/effects/node.ts';
import { parsePeriod } from '../../src/figures/period.ts';
import { folderCache, NO_CACHE } from '../../src/press/cache.ts';
import type { BuildOptions } from '../../src/press/options.ts';
import { OutputHashes } from '../../src/press/standing/output-hashes.ts';
import { LastBuild } from '../../src/press/standing/unchanged.ts';
import type { Effects } from '../../src/types/effects.ts';
import { writeFiles } from '../support/folders.ts';
import { AGENCY } from '../support/workspaces.ts';

const SAID = { locale: 'ru' as const, problems: [] };

let home: string;
let workspace: string;
let out: string;
let options: BuildOptions;
let effects: Effects;

/** As if everything had been written an hour ago. */
const anHourLater = () => new Date(Date.now() + 3_600_000);

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'last-build-'));
  [workspace, out] = [join(home, 'agency'), join(home, 'dist')];
  const browser = join(home, 'browser');
  await writeFiles(home, [
    ['agency/data/agency.json', JSON.stringify(AGENCY)],
    ['agency/data/clients/alder/client.json', '{}'],
    ['agency/data/clients/alder/exports/example/october.csv', 'date;cost\n'],
    ['agency/data/exams/bank.yaml', 'questions: []\n'],
    ['agency/content/reports/monthly.ru.mdx', '# Отчёт\n'],
    ['agency/content/reports/notes/alder/2026-10.mdx', 'Спасибо.\n'],
    ['agency/content/proposals/promo.mdx', '# Предложение\n'],
    ['dist/manifest.json', '{}'],
    ['dist/reports/alder/index.html', 'alder'],
    ['engine/src/engine.ts', ''],
    ['engine/astro.config.mjs', ''],
    ['engine/package-lock.json', ''],
    ['banks/bank.yaml', 'questions: []\n'],
    ['browser', '#!/bin/sh\n'],
  ]);
  await chmod(browser, 0o755);
  const env = { PATH: process.env['PATH'], PUPPETEER_EXECUTABLE_PATH: browser };
  effects = { ...nodeEffects(), now: anHourLater, env };
  options = {
    ...{ workspace, out, project: join(home, 'engine'), cache: folderCache(join(home, 'cache'), effects) },
    ...{ sites: ['reports', 'proposals'], clients: null, proposals: null, periods: null, asOf: '2026-11-04' },
    ...{ pdf: true, workers: null, shard: null, speak: () => undefined, warn: () => undefined },
    progress: () => ({ step: () => undefined, end: () => undefined }),
  };
});
afterEach(() => rm(home, { recursive: true, force: true }));

async function remember(asked = options, world = effects): Promise<void> {
  const last = await LastBuild.find(asked, world);
  await last.remember(SAID, new OutputHashes(out, world));
}

const recall = async (asked = options, world = effects) => (await LastBuild.find(asked, world)).recall();

describe('what the last build said', () => {
  it('is said again when nothing was touched', async () => {
    await remember();
    expect(await recall()).toEqual(SAID);
  });

  it.each([
    'agency/data/agency.json',
    'agency/data/clients/alder/client.json',
    'agency/data/clients/alder/exports/example/october.csv',
    'agency/data/exams/bank.yaml',
    'agency/content/reports/monthly.ru.mdx',
    'agency/content/reports/notes/alder/2026-10.mdx',
    'agency/content/proposals/promo.mdx',
    'dist/reports/alder/index.html',
    'dist/manifest.json',
    'engine/src/engine.ts',
    'engine/package-lock.json',
    'browser',
  ])('is not said again once %s was written', async (file) => {
    await remember();
    await appendFile(join(home, file), '\n');
    expect(await recall()).toBeNull();
  });

  it.each([
    'agency/data/clients/birch/client.json',
    'agency/data/clients/alder/exports/example/september.csv',
    'agency/data/currency-rates.csv',
    'agency/content/reports/notes/birch/2026-10.mdx',
    'agency/content/reports/monthly.en.mdx',
    'dist/reports/alder/stray.txt',
    'dist/stray.txt',
  ])('is not said again once there is %s', async (file) => {
    await remember();
    await writeFiles(home, [[file, '']]);
    expect(await recall()).toBeNull();
  });

  it.each(['agency/data/clients/alder', 'agency/content/proposals/promo.mdx', 'dist/reports/alder', 'browser'])(
    'is not said again once %s is gone',
    async (file) => {
      await remember();
      await writeFiles(home, [[file, null]]);
      expect(await recall()).toBeNull();
    },
  );

  it.each<Partial<BuildOptions>>([
    { sites: ['reports'] },
    { clients: ['alder'] },
    { proposals: ['promo'] },
    { periods: [parsePeriod('2026-10')!] },
    { asOf: '2026-11-05' },
    { pdf: false },
    { shard: { index: 1, count: 2 } },
  ])('is no answer to another question: %j', async (other) => {
    await remember();
    expect(await recall({ ...options, ...other })).toBeNull();
    expect(await recall()).toEqual(SAID);
  });

  it('is no answer where the link secret has become another, by which proposals have other addresses', async () => {
    await remember();
    const given = { ...effects, env: { ...effects.env, ACCOUNTPRESS_LINK_SECRET: 'a new one' } };
    expect(await recall(options, given)).toBeNull();
    await writeFiles(workspace, [['.link-secret', 'one of its own\n']]);
    expect(await recall()).toBeNull();
  });

  it('stays right when the build itself has made the link secret', async () => {
    const last = await LastBuild.find(options, effects);
    await writeFiles(workspace, [['.link-secret', 'one of its own\n']]);
    await last.remember(SAID, new OutputHashes(out, effects));
    expect(await recall()).toEqual(SAID);
  });

  it('is no answer where question banks outside of the workspace are others, or were touched', async () => {
    const outside = { ...effects, env: { ...effects.env, ACCOUNTPRESS_EXAMS: join(home, 'banks') } };
    await remember(options, outside);
    expect(await recall(options, outside)).toEqual(SAID);
    expect(await recall()).toBeNull();
    await appendFile(join(home, 'banks/bank.yaml'), '\n');
    expect(await recall(options, outside)).toBeNull();
  });

  it('is not kept while the build was asked to remember nothing', async () => {
    await remember();
    expect(await recall({ ...options, cache: NO_CACHE })).toBeNull();
  });

  it('is not kept of files behind a link, whose changes nobody sees', async () => {
    await symlink(join(home, 'banks'), join(workspace, 'data/clients/birch'));
    await remember();
    expect(await recall()).toBeNull();
  });

  it('is not kept of files written a moment before, whose next change might not show', async () => {
    const file = join(workspace, 'data/clients/alder/client.json');
    const now = anHourLater();
    await utimes(file, now, now);
    await remember(options, { ...effects, now: () => new Date(now.getTime() + 5) });
    expect(await recall()).toBeNull();
  });
});
