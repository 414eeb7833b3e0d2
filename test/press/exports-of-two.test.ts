import { describe, expect, it } from 'vitest';
import { nodeEffects } from '../../src/effects/node.ts';
import { check } from '../../src/press/check.ts';
import { exportsIn, exportsOfTwo } from '../../src/press/reports/exports-of-two.ts';
import { sha256 } from '../../src/press/inputs.ts';
import type { ManifestDocument } from '../../src/press/output/manifest.ts';
import { scratchFolder, writeFiles } from '../support/folders.ts';
import { AS_OF, writeWorkspace } from '../support/workspaces.ts';

const HEAD = 'date;channel;clicks;leads';
const rows = (clicks: (day: number) => string): string =>
  [
    HEAD,
    ...Array.from({ length: 30 }, (_, day) => `2026-10-${String(day + 1).padStart(2, '0')};search;${clicks(day)}`),
  ].join('\n');
const BUSY = rows((day) => `${400 + day};${day}`);
const IDLE = rows(() => '0;0');

interface Twin {
  id: string;
  content: string;
  name?: string;
  mentions?: string[];
  file?: string;
}

/** Files of which it is told, by a build whose manifest has these clients and by `check`. */
async function told(...twins: Twin[]): Promise<string[][]> {
  const root = await scratchFolder('exports-of-two');
  await writeWorkspace(root, Object.fromEntries(twins.map(({ id }) => [id, 'ru'])));
  const clients = twins.map(({ id, name = id, mentions = [] }) => ({ id, name, mentions }));
  await writeFiles(
    root,
    clients.map((one) => [`data/clients/${one.id}/client.json`, JSON.stringify({ ...one, id: undefined })] as const),
  );
  const documents: ManifestDocument[] = [];
  for (const { id, content, file = 'ads/october.csv' } of twins) {
    const path = `data/clients/${id}/exports/${file}`;
    await writeFiles(root, [[path, content]]);
    const input = { file: path, sha256: sha256(content) };
    documents.push({
      ...{ site: 'reports', client: id, period: '2026-10', status: 'built', asOf: AS_OF },
      ...{ inputs: [input], outputs: [] },
    });
  }
  const manifest = { engine: { name: 'accountpress', version: '0' }, browser: null, documents };
  const effects = nodeEffects();
  const built = await exportsOfTwo({ root, clients }, await exportsIn(manifest, { root }, effects), effects);
  const checked = (await check(root, AS_OF, effects)).problems.filter(({ code }) => code === 'export-of-two');
  return [built, checked].map((problems) => problems.map(({ client, file }) => `${client}: ${file}`));
}

describe('an export that lies in the folders of two clients', () => {
  it('is told of at both: one of them would read the figures of the other', async () => {
    const both = ['alder: data/clients/alder/exports/ads/october.csv', 'birch: data/clients/birch/exports/x/y.csv'];
    expect(await told({ id: 'alder', content: BUSY }, { id: 'birch', content: BUSY, file: 'x/y.csv' })).toEqual([
      both,
      both,
    ]);
  });

  it.each<[string, ...Twin[]]>([
    ['of a month in which nothing was', { id: 'alder', content: IDLE }, { id: 'birch', content: IDLE }],
    ['that has no rows', { id: 'alder', content: HEAD }, { id: 'birch', content: HEAD }],
    ['that is only as long', { id: 'alder', content: BUSY }, { id: 'birch', content: BUSY.replace('400', '499') }],
    [
      'of one company with two reports',
      { id: 'alder', name: 'Ольха', content: BUSY },
      { id: 'alder-en', name: 'ольха', content: BUSY },
    ],
    [
      'on purpose, as one of them says',
      { id: 'alder', content: BUSY, name: 'Ольха' },
      { id: 'birch', content: BUSY, mentions: ['Ольха'] },
    ],
    [
      'of the example that both were made with',
      { id: 'alder', content: BUSY, file: 'example/example.csv' },
      { id: 'birch', content: BUSY, file: 'example/example.csv' },
    ],
  ])('is nothing to be told of: one %s', async (_, ...twins) => {
    expect(await told(...twins)).toEqual([[], []]);
  });
});
