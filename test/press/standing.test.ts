import { appendFile, rename, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { parsePeriod } from '../../src/figures/period.ts';
import { engineFingerprint, NO_CACHE } from '../../src/press/cache.ts';
import { InputHashes } from '../../src/press/inputs.ts';
import type { BuildOptions } from '../../src/press/options.ts';
import { publishedPeriods } from '../../src/press/output/manifest-documents.ts';
import { readWorkspace } from '../../src/press/read-workspace.ts';
import { OutputHashes } from '../../src/press/standing/output-hashes.ts';
import { Standings } from '../../src/press/standing/standing.ts';
import { writeFiles } from '../support/folders.ts';
import {
  ALDERS_FILES,
  CLIENTS,
  documentsOf,
  HOUSE_FILES,
  standingAgency,
  type StandingAgency,
} from './standing-agency.ts';

let agency: StandingAgency;
let file: (path: string) => string;

beforeEach(async () => {
  agency = await standingAgency();
  file = (path) => join(agency.home, path);
});

interface Run {
  options?: Partial<BuildOptions>;
  /** Version of the browser that prints. */
  browser?: string;
  /** Periods of each client that stand in the output. */
  published?: string[];
  /** Happens when everything is read and nothing is kept yet. */
  meanwhile?(): Promise<void>;
}

/** A build as far as it asks what stands by its bytes: clients that need not be built. */
async function run({ options, browser = '1.0', published, meanwhile }: Run = {}): Promise<string[]> {
  const { effects } = agency;
  const asked = { ...agency.options, ...options };
  const { value: workspace, problems } = await readWorkspace(asked.workspace, effects);
  const documents = await documentsOf(agency);
  const periods = (published ?? []).map((id) => parsePeriod(id)!);
  const standings = await Standings.find(
    {
      ...{ workspace, clients: workspace.clients, problems, options: asked },
      published: published ? new Map(CLIENTS.map((id) => [id, periods])) : publishedPeriods(documents),
      hashes: new InputHashes(asked.workspace, effects),
      outputs: new OutputHashes(asked.out, effects),
      engine: await engineFingerprint(asked.project, effects),
      browserVersion: async () => browser,
    },
    effects,
  );
  await meanwhile?.();
  for (const id of CLIENTS) {
    const own = documents.filter(({ client }) => client === id);
    await standings.remember(id, { documents: own, problems: [], browser });
  }
  return workspace.clients.filter((client) => standings.of(client) !== undefined).map(({ id }) => id);
}

describe('a client that would be built the same', () => {
  it('stands, and again in the build after that', async () => {
    expect(await run()).toEqual([]);
    expect(await run()).toEqual(CLIENTS);
    expect(await run()).toEqual(CLIENTS);
  });

  it.each(ALDERS_FILES)('does not stand once %s has changed, and only that client', async (path) => {
    await run();
    await appendFile(file(path), '\n');
    expect(await run()).toEqual(['birch']);
  });

  it.each(HOUSE_FILES)('does not stand once %s has changed, nor does any other', async (path, more) => {
    await run();
    await appendFile(file(path), more);
    expect(await run()).toEqual([]);
  });

  it('does not stand once what lies behind a link has changed', async () => {
    const path = file('agency/data/clients/alder/exports/example/october.csv');
    await rename(path, file('agency/data/brand/kept.csv'));
    await symlink(file('agency/data/brand/kept.csv'), path);
    await run();
    await appendFile(file('agency/data/brand/kept.csv'), '\n');
    expect(await run()).toEqual(['birch']);
  });

  it('does not stand while a template imports files of its own, of which nobody knows', async () => {
    await appendFile(file('agency/content/reports/monthly.ru.mdx'), "\nimport { words } from './words.js';\n");
    await run();
    expect(await run()).toEqual([]);
  });

  it.each<Partial<BuildOptions>>([
    { asOf: '2026-11-05' },
    { periods: [parsePeriod('2026-10')!] },
    { pdf: false },
    { cache: NO_CACHE },
  ])('does not stand for another build: %j', async (options) => {
    await run();
    expect(await run({ options })).toEqual([]);
  });

  it('does not stand when the engine or the browser is another', async () => {
    await run();
    expect(await run({ browser: '2.0' })).toEqual([]);
    await appendFile(file('engine/src/engine.ts'), '\n');
    expect(await run()).toEqual([]);
  });

  it.each(['agency/data/clients/alder/client.json', 'agency/data/agency.json'])(
    'is not kept when %s was changed while it was built',
    async (path) => {
      await run({ meanwhile: () => appendFile(file(path), '\n') });
      expect(await run()).not.toContain('alder');
    },
  );
});

describe('the folder of a client that would be built the same', () => {
  it.each<[string, () => Promise<void>]>([
    ['a file of it was written', () => appendFile(file('dist/reports/alder/2026-10/index.html'), '\n')],
    ['a file of it is gone', () => writeFiles(agency.home, [['dist/reports/alder/assets/style.css', null]])],
    ['there is a file nobody made', () => writeFiles(agency.home, [['dist/reports/alder/stray.txt', '']])],
  ])('is made again when %s', async (_, harm) => {
    await run();
    await harm();
    expect(await run()).toEqual(['birch']);
  });

  const october = { options: { periods: [parsePeriod('2026-10')!] } };

  it.each<[string, () => Promise<void>]>([
    ['the cabinet', () => appendFile(file('dist/reports/alder/index.html'), '\n')],
    ['what pages share', () => writeFiles(agency.home, [['dist/reports/alder/assets/stray.css', '']])],
    ['the report', () => writeFiles(agency.home, [['dist/reports/alder/2026-10/stray.txt', '']])],
  ])('is made again for one period when %s is not as it was', async (_, harm) => {
    await run(october);
    expect(await run(october)).toEqual(CLIENTS);
    await harm();
    expect(await run(october)).toEqual(['birch']);
  });

  it('is made again for one period when the cabinet has others to list', async () => {
    await run(october);
    expect(await run({ ...october, published: ['2026-09', '2026-10'] })).toEqual([]);
  });

  it('stands for every period, whatever was published before', async () => {
    await run();
    expect(await run({ published: ['2026-09'] })).toEqual(CLIENTS);
  });
});
