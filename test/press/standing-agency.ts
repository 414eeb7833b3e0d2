import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { nodeEffects } from '../../src/effects/node.ts';
import { folderCache } from '../../src/press/cache.ts';
import { filesUnder, hashedOutputs, InputHashes } from '../../src/press/inputs.ts';
import type { BuildOptions } from '../../src/press/options.ts';
import type { ManifestDocument } from '../../src/press/output/manifest.ts';
import type { Effects } from '../../src/types/effects.ts';
import { writeFiles } from '../support/folders.ts';
import { AGENCY, AS_OF } from '../support/workspaces.ts';

export const CLIENTS = ['alder', 'birch'];

const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const NOTE = '---\nauthor: anna\nsummary: Спрос вырос.\n---\n\nСпасибо.\n';

/** An agency of two clients with what was built of them, on the disk. */
export interface StandingAgency {
  /** Holds `agency`, `dist`, `engine`, `browser` and `cache`. */
  home: string;
  options: BuildOptions;
  /** The real ones an hour later, when every file was written long ago. */
  effects: Effects;
}

export async function standingAgency(): Promise<StandingAgency> {
  const home = await mkdtemp(join(tmpdir(), 'standing-'));
  onTestFinished(() => rm(home, { recursive: true, force: true }));
  const agency = { ...AGENCY, brand: { logo: 'brand/agency.png' } };
  const people = [{ id: 'anna', name: 'Анна', role: 'Менеджер', photo: 'brand/anna.png' }];
  await writeFiles(home, [
    ['agency/data/agency.json', JSON.stringify(agency)],
    ['agency/data/people.json', JSON.stringify(people)],
    ...['agency', 'anna', 'alder', 'birch'].map((name) => [`agency/data/brand/${name}.png`, PICTURE] as const),
    ['agency/content/reports/monthly.ru.mdx', '# Отчёт\n'],
    ['dist/reports/index.txt', ''],
    ['engine/src/engine.ts', ''],
    ['engine/astro.config.mjs', ''],
    ['engine/package-lock.json', ''],
    ['browser', '#!/bin/sh\n'],
    ...CLIENTS.flatMap(filesOf),
  ]);
  await chmod(join(home, 'browser'), 0o755);
  const env = { PATH: process.env['PATH'], PUPPETEER_EXECUTABLE_PATH: join(home, 'browser') };
  const effects = { ...nodeEffects(), now: () => new Date(Date.now() + 3_600_000), env };
  const options: BuildOptions = {
    ...{ workspace: join(home, 'agency'), out: join(home, 'dist'), project: join(home, 'engine') },
    ...{ cache: folderCache(join(home, 'cache'), effects), sites: ['reports'], clients: null, proposals: null },
    ...{ periods: null, asOf: AS_OF, pdf: true, workers: null, shard: null },
    ...{ speak: () => undefined, warn: () => undefined },
    progress: () => ({ step: () => undefined, end: () => undefined }),
  };
  return { home, options, effects };
}

function filesOf(id: string): (readonly [string, string])[] {
  const profile = { name: id, services: ['SEO'], reports: ['monthly'], brand: { logo: `brand/${id}.png` } };
  return [
    [`agency/data/clients/${id}/client.json`, JSON.stringify(profile)],
    [`agency/data/clients/${id}/exports/example/october.csv`, 'date;cost\n2026-10-01;1\n'],
    [`agency/content/reports/notes/${id}/2026-10.mdx`, NOTE],
    [`dist/reports/${id}/index.html`, id],
    [`dist/reports/${id}/assets/style.css`, 'body {}'],
    [`dist/reports/${id}/2026-10/index.html`, `${id} in October`],
  ];
}

/** What the manifest says of the clients as they lie in workspace and output: a cabinet and a report of each. */
export async function documentsOf({ options, effects }: StandingAgency): Promise<ManifestDocument[]> {
  const { workspace, out, asOf } = options;
  const hashes = new InputHashes(workspace, effects);
  const documents = CLIENTS.map(async (client): Promise<ManifestDocument[]> => {
    const files = await filesUnder(join(out, 'reports'), client, effects);
    const inputs = await hashes.of([
      'data/agency.json',
      ...(await filesUnder(workspace, `data/clients/${client}`, effects)),
      ...(await filesUnder(workspace, `content/reports/notes/${client}`, effects)),
    ]);
    const outputsOf = (own: string[]) => hashedOutputs(join(out, 'reports'), own, 'reports', effects);
    const base = { site: 'reports', client, status: 'built' as const, asOf, inputs };
    const ofReport = (file: string) => file.startsWith(`${client}/2026-10/`);
    return [
      { ...base, period: null, outputs: await outputsOf(files.filter((file) => !ofReport(file))) },
      { ...base, period: '2026-10', outputs: await outputsOf(files.filter(ofReport)) },
    ];
  });
  return (await Promise.all(documents)).flat();
}

/** Files that both clients are made of, beside the browser and the engine, and what to add to each. */
export const HOUSE_FILES = [
  ['agency/data/agency.json', '\n'],
  ['agency/data/people.json', '\n'],
  ['agency/data/metrics.json', '{}\n'],
  ['agency/data/currency-rates.csv', 'from,currency,to,rate\n2026-09-01,USD,RUB,90\n'],
  ['agency/data/brand/agency.png', '\n'],
  ['agency/data/brand/anna.png', '\n'],
  ['agency/content/reports/monthly.ru.mdx', '\nСпасибо.\n'],
] as const;

/** Files that Alder alone is made of. */
export const ALDERS_FILES = [
  'agency/data/clients/alder/client.json',
  'agency/data/clients/alder/targets.csv',
  'agency/data/clients/alder/exports/example/october.csv',
  'agency/data/clients/alder/exports/example/september.csv',
  'agency/content/reports/notes/alder/2026-10.mdx',
  'agency/data/brand/alder.png',
];
