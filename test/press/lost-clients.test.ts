import { describe, expect, it } from 'vitest';
import { nodeEffects } from '../../src/effects/node.ts';
import { printProblem } from '../../src/locale/problem.ts';
import { lostClients } from '../../src/press/output/lost-clients.ts';
import { manifestText, type ManifestDocument } from '../../src/press/output/manifest.ts';
import type { Client } from '../../src/types/workspace.ts';
import { scratchFolder, writeFiles } from '../support/folders.ts';

const document = (site: string, client: string, ...files: string[]): ManifestDocument => ({
  ...{ site, client, period: null, status: 'built', asOf: '2026-11-04', inputs: [] },
  outputs: files.map((file) => ({ file, sha256: '0', bytes: 1 })),
});
const ALDER = document('reports', 'alder', 'reports/alder/index.html');

/** What is told of an output with these documents, built by a workspace with these clients. */
async function told(documents: ManifestDocument[], clients: string[] = [], sites = ['reports', 'proposals']) {
  const out = await scratchFolder('lost-clients');
  const engine = { name: 'accountpress', version: '0' };
  await writeFiles(out, [['manifest.json', manifestText({ engine, browser: null, documents })]]);
  return lostClients({ clients: clients.map((id) => ({ id }) as Client) }, { out, sites }, nodeEffects());
}

describe('clients who are gone all at once', () => {
  it('are an error where their reports are published, which says whose and how to mend it in both languages', async () => {
    const [problem, ...more] = await told([ALDER, document('reports', 'birch', 'reports/birch/index.html')]);
    expect(more).toEqual([]);
    expect(problem).toMatchObject({ code: 'clients-lost', severity: 'error', file: 'data/clients' });
    expect(printProblem(problem!, 'ru')).toMatch(
      /отчёты опубликованы: alder, birch → .+ → верните папку data\/clients/,
    );
    expect(printProblem(problem!, 'en')).toMatch(/reports are published of alder, birch → .+ → bring the folder/);
  });

  it('are nothing to be told of where none was ever published, another is left, or no reports are asked for', async () => {
    expect(await told([])).toEqual([]);
    expect(
      await told([document('reports', 'alder'), document('proposals', 'site', 'proposals/site/index.html')]),
    ).toEqual([]);
    expect(await told([ALDER], ['brich'])).toEqual([]);
    expect(await told([ALDER], [], ['proposals'])).toEqual([]);
  });
});
