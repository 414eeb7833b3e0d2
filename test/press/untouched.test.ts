import { appendFile, readFile, rename, symlink, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { parsePeriod } from '../../src/figures/period.ts';
import { NO_CACHE } from '../../src/press/cache.ts';
import type { BuildOptions } from '../../src/press/options.ts';
import type { ManifestDocument } from '../../src/press/output/manifest.ts';
import { readWorkspace } from '../../src/press/read-workspace.ts';
import { OutputHashes } from '../../src/press/standing/output-hashes.ts';
import { Sights } from '../../src/press/standing/sights.ts';
import { Untouched } from '../../src/press/standing/untouched.ts';
import { writeFiles } from '../support/folders.ts';
import {
  ALDERS_FILES,
  CLIENTS,
  documentsOf,
  HOUSE_FILES,
  standingAgency,
  type StandingAgency,
} from './standing-agency.ts';

const TOLD = [
  { code: 'told', severity: 'warning' as const, client: 'alder', file: 'x', found: '', expected: '', mend: '' },
];

let agency: StandingAgency;
let effects: StandingAgency['effects'];
let file: (path: string) => string;

beforeEach(async () => {
  agency = await standingAgency();
  ({ effects } = agency);
  file = (path) => join(agency.home, path);
});

interface Run {
  options?: Partial<BuildOptions>;
  /** Of the manifest, before this build and after it. */
  documents?: ManifestDocument[];
  /** Happens when everything is read and nothing is kept yet. */
  meanwhile?(): Promise<void>;
}

/** A build as far as it asks what is untouched: who was known, and of whom everything stands. */
async function run({ options, documents, meanwhile }: Run = {}) {
  const asked = { ...agency.options, ...options };
  const manifest = documents ?? (await documentsOf(agency));
  const untouched = await Untouched.open(asked, new Sights(asked.workspace, effects), effects);
  let known: string[] = [];
  const { value, problems } = await readWorkspace(asked.workspace, effects, {
    known: async (about) => {
      const found = await untouched.known(about);
      known = [...found.keys()];
      return found;
    },
  });
  await untouched.loaded(value);
  const standing = await untouched.standing(manifest, new OutputHashes(asked.out, effects));
  for (const id of CLIENTS)
    if (!standing.has(id)) untouched.placed(id, { told: id === 'alder' ? TOLD : [], browser: '1.0' });
  await meanwhile?.();
  await untouched.keep(value, problems, manifest);
  return { known, standing };
}

const stands = async (how: Run = {}) => [...(await run(how)).standing.keys()];

describe('a client of whom nothing was touched', () => {
  it('is known without being read, and stands with its documents and what was told of it', async () => {
    await run();
    const { known, standing } = await run();
    expect(known).toEqual(CLIENTS);
    const documents = (await documentsOf(agency)).filter(({ client }) => client === 'alder');
    expect(standing.get('alder')).toEqual({ documents, problems: TOLD, browser: '1.0' });
    expect([...standing.keys()]).toEqual(CLIENTS);
  });

  it('is known from one build to the next, although only the first has built it', async () => {
    for (let times = 0; times < 3; times++) await run();
    expect(await stands()).toEqual(CLIENTS);
  });

  it('is known when its files were copied or marked, with the same bytes', async () => {
    await run();
    await utimes(file('agency/data/clients/alder/client.json'), new Date(), new Date());
    await utimes(file('agency/data/brand/birch.png'), new Date(), new Date());
    expect((await run()).known).toEqual(CLIENTS);
    expect(await stands()).toEqual(CLIENTS);
  });
});

describe('a client', () => {
  it.each(ALDERS_FILES)('is read again, alone, once %s has changed', async (path) => {
    await run();
    await appendFile(file(path), '\n');
    expect((await run()).known).toEqual(['birch']);
  });

  it.each(HOUSE_FILES)('is read again, as all are, once %s has changed', async (path, more) => {
    await run();
    await appendFile(file(path), more);
    expect((await run()).known).toEqual([]);
  });

  it.each<Partial<BuildOptions>>([
    { asOf: '2026-11-05' },
    { periods: [parsePeriod('2026-10')!] },
    { pdf: false },
    { cache: NO_CACHE },
  ])('is read again for another build: %j', async (options) => {
    await run();
    expect((await run({ options })).known).toEqual([]);
  });

  it('is read again when the engine is another', async () => {
    await run();
    await appendFile(file('engine/src/engine.ts'), '\n');
    expect((await run()).known).toEqual([]);
  });

  it('is read every time when its files lie behind a link, whose changes nobody sees', async () => {
    await rename(file('agency/data/clients/alder'), file('kept'));
    await symlink(file('kept'), file('agency/data/clients/alder'));
    await run();
    expect((await run()).known).toEqual(['birch']);
    await rename(file('agency/data/clients'), file('moved'));
    await symlink(file('moved'), file('agency/data/clients'));
    await run();
    expect((await run()).known).toEqual([]);
  });

  it.each(['agency/data/clients/alder/client.json', 'agency/data/brand/alder.png'])(
    'is read again when %s was changed while it was built',
    async (path) => {
      await run({ meanwhile: () => appendFile(file(path), '\n') });
      expect((await run()).known).toEqual(['birch']);
    },
  );

  it.each(['agency/data/people.json', 'agency/data/brand/anna.png'])(
    'is read again, as all are, when %s was changed while it was built, and changed back',
    async (path) => {
      const bytes = await readFile(file(path));
      await run({ meanwhile: () => appendFile(file(path), '\n') });
      await writeFiles(agency.home, [[path, bytes]]);
      expect((await run()).known).toEqual([]);
    },
  );

  it('is read again when it was written a moment before, and the next change might not show', async () => {
    const later = new Date(Date.now() + 3_600_000);
    await utimes(file('agency/data/clients/alder/client.json'), later, later);
    effects = { ...effects, now: () => new Date(later.getTime() + 5) };
    await run();
    expect((await run()).known).toEqual(['birch']);
  });

  it('is read again when its last build failed', async () => {
    const documents = await documentsOf(agency);
    const failed = documents.map((one) => (one.client === 'alder' ? { ...one, status: 'failed' as const } : one));
    await run({ documents: failed });
    expect((await run({ documents: failed })).known).toEqual(['birch']);
  });
});

describe('a known client', () => {
  it.each<[string, () => Promise<void>]>([
    ['a file of its folder was written', () => appendFile(file('dist/reports/alder/index.html'), '\n')],
    ['a file of its folder is gone', () => writeFiles(agency.home, [['dist/reports/alder/assets/style.css', null]])],
    ['there is a file nobody made', () => writeFiles(agency.home, [['dist/reports/alder/stray.txt', '']])],
    ['there is a link nobody made', () => symlink(file('kept'), file('dist/reports/alder/link'))],
  ])('is built again when %s', async (_, harm) => {
    const documents = await documentsOf(agency);
    await run({ documents });
    await harm();
    expect(await stands({ documents })).toEqual(['birch']);
  });

  it('is built again when the manifest says otherwise of it', async () => {
    const documents = await documentsOf(agency);
    await run({ documents });
    expect(await stands({ documents: documents.slice(1) })).toEqual(['birch']);
  });

  it('is not taken for a proposal of the same name', async () => {
    const documents = await documentsOf(agency);
    await run({ documents });
    const namesake = { ...documents[0]!, site: 'proposals' };
    expect(await stands({ documents: [...documents, namesake] })).toEqual(CLIENTS);
  });

  it('is built again when another browser would print', async () => {
    await run();
    await appendFile(file('browser'), '\n');
    expect(await stands()).toEqual([]);
  });
});
