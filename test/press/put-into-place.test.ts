import { readFile, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { engine } from '../../src/press/engine.ts';
import { filesUnder, hashedOutputs } from '../../src/press/inputs.ts';
import { earlierDocuments, writeManifest, type ManifestDocument } from '../../src/press/output/manifest.ts';
import { putIntoPlace } from '../../src/press/output/put-into-place.ts';
import type { StagedFolder, StagedSite } from '../../src/press/output/staged.ts';
import { readWorkspace } from '../../src/press/read-workspace.ts';
import { OutputHashes } from '../../src/press/standing/output-hashes.ts';
import { PROJECT } from '../support/command.ts';
import { filesOf, writeFiles } from '../support/folders.ts';
import { CLIENTS, documentsOf, standingAgency, type StandingAgency } from './standing-agency.ts';

const FETCHES = '<img src="https://elsewhere.example/x.png" alt="">';

let agency: StandingAgency;
let out: string;
/** Holds the engine's texts, which the seal reads, and takes what is laid aside. */
let project: string;
/** What the build before has put into the output. */
let before: ManifestDocument[];
/** Clients whose folders were told that they are in place. */
let placed: string[];

const page = (text: string) =>
  `<!doctype html><html lang="ru"><head><title>x</title></head><body>${text}</body></html>\n`;

beforeEach(async () => {
  agency = await standingAgency();
  [out, project, placed] = [agency.options.out, join(agency.home, 'project'), []];
  await writeFiles(agency.home, [
    ['project/package-lock.json', ''],
    ['project/astro.config.mjs', ''],
    ['dist/reports/index.txt', null],
    ...CLIENTS.map((id) => [`dist/reports/${id}/index.html`, page(id)] as const),
  ]);
  await symlink(join(PROJECT, 'src'), join(project, 'src'));
  before = await documentsOf(agency);
});

const hashed = async (folder: string, files: string) =>
  hashedOutputs(folder, await filesUnder(folder, files, agency.effects), 'reports', agency.effects);

/** A client's finished folder that waits: its cabinet, and no report. */
async function waiting(client: string, text: string): Promise<StagedFolder> {
  const stage = join(agency.home, 'stage');
  await writeFiles(stage, [[`${client}/index.html`, page(text)]]);
  const own = before.filter((one) => one.client === client);
  const cabinet = own.find(({ period }) => period === null)!;
  return {
    ...{ path: `reports/${client}`, staged: join(stage, client), entries: null, owner: { client } },
    documents: [{ ...cabinet, outputs: await hashed(stage, client) }],
    failed: own.map((one) => ({ ...one, status: 'failed' })),
    placed: async () => void placed.push(client),
  };
}

/** @param earlier documents of the manifest before @param kept those of them that stay as they are */
async function place(folders: StagedFolder[], earlier = before, kept: ManifestDocument[] = []) {
  const { effects, options } = agency;
  const { value: workspace } = await readWorkspace(options.workspace, effects);
  await writeManifest(out, { engine, browser: null, documents: earlier }, effects);
  const units = CLIENTS.map((id) => `reports/${id}`);
  const site: StagedSite = { units, folders, documents: kept, kept: () => [], problems: [], browser: null };
  const about = { workspace, sites: [site], earlier, untouched: [], browser: null, out, project, part: false };
  return putIntoPlace({ ...about, cache: options.cache, hashes: new OutputHashes(out, effects) }, effects);
}

const shown = (file: string) => readFile(join(out, file), 'utf8');
const held = async () => (await filesOf(project)).filter((file) => file.startsWith('.accountpress/held/'));

describe('a folder that waits', () => {
  it('takes its place whole and is told so, and nothing of the one before is left, nor of a part', async () => {
    await writeFiles(out, [['shard.json', '{}']]);
    const folders = [await waiting('alder', 'alder anew'), await waiting('birch', 'birch anew')];
    const { documents } = await place(folders);
    expect(await shown('reports/alder/index.html')).toContain('alder anew');
    expect(placed).toEqual(CLIENTS);
    expect(await filesOf(out)).toEqual([
      ...['manifest.json', 'reports/alder/index.html', 'reports/birch/index.html', 'seal.json'],
    ]);
    expect(documents).toEqual(folders.flatMap((one) => one.documents));
    expect(await earlierDocuments(out, agency.effects)).toEqual(documents);
    expect(JSON.parse(await shown('seal.json'))).toMatchObject({ breaks: [] });
    expect(await held()).toEqual([]);
  });

  it('is laid aside when it breaks the seal: its last good output stays, marked as failed, and all others change', async () => {
    const folders = [await waiting('alder', FETCHES), await waiting('birch', 'birch anew')];
    const { documents, problems } = await place(folders);
    expect(await shown('reports/alder/index.html')).toBe(page('alder'));
    expect(await shown('reports/birch/index.html')).toContain('birch anew');
    expect(placed).toEqual(['birch']);
    expect(documents).toEqual([...folders[0]!.failed, ...folders[1]!.documents]);
    expect(await earlierDocuments(out, agency.effects)).toEqual(documents);
    const [broken] = await held();
    expect(await readFile(join(project, broken!), 'utf8')).toContain(FETCHES);
    expect(problems.filter(({ severity }) => severity === 'error')).toMatchObject([
      { client: 'alder', file: 'reports/alder/index.html' },
    ]);
    expect(problems[0]!.mend).toHaveProperty('ru', expect.stringContaining(dirname(broken!)));
  });

  it('is laid aside only until the next build', async () => {
    await place([await waiting('alder', FETCHES)], before, before.slice(2));
    expect(await held()).toHaveLength(1);
    await place([await waiting('alder', 'alder anew')], before, before.slice(2));
    expect(await held()).toEqual([]);
  });
});

describe('a folder of which nothing is left in the workspace', () => {
  const gone = async (folder: string): Promise<ManifestDocument[]> => {
    await writeFiles(folder, [['reports/cedar/index.html', page('cedar')]]);
    const cabinet = { ...before[0]!, client: 'cedar', outputs: await hashed(join(folder, 'reports'), 'cedar') };
    return [...before, cabinet];
  };

  it('is laid aside, and told with the place where it lies', async () => {
    const { problems } = await place([], await gone(out), before);
    const [lies] = await held();
    expect(lies).toMatch(/\/reports\/cedar\/index\.html$/);
    expect(await filesOf(join(out, 'reports'))).not.toContain('cedar/index.html');
    expect(problems).toMatchObject([{ code: 'folder-gone', client: 'cedar' }]);
    expect(problems[0]!.mend).toHaveProperty('en', expect.stringContaining(lies!.slice(0, -'/index.html'.length)));
  });

  it('is not lost when the build that laid it aside was killed before it wrote its manifest', async () => {
    const earlier = await gone(out);
    await place([], earlier, before);
    const lies = await held();
    // As that build has left it: the manifest still lists what it has laid aside already.
    const { problems } = await place([], earlier, before);
    expect(await held()).toEqual(lies);
    expect(problems[0]!.mend).toHaveProperty('en', expect.stringContaining('reports/cedar'));
  });
});
