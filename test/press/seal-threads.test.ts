import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { nodeEffects } from '../../src/effects/node.ts';
import { proveFolders, ProvingHere, ProvingThreads, type ProofKit } from '../../src/press/seal/prove-folders.ts';
import type { Reach } from '../../src/press/seal/proofs/outward-proof.ts';

const CLIENTS = Array.from({ length: 130 }, (_, index) => `workshop-${index + 100}`);
const effects = nodeEffects();
let out: string;
let kit: ProofKit;
let reaches: Reach[];

beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'threads-'));
  for (const [index, id] of CLIENTS.entries()) {
    // Every tenth names somebody else.
    const stranger = index % 10 === 3 ? CLIENTS[index + 1]! : id;
    await effects.fs.write(join(out, 'reports', id, 'index.html'), `<p>${id}</p>\n<p>For ${stranger} alone</p>`);
  }
  kit = {
    ...{ root: join(out, 'no-workspace'), out, proposals: [], priced: [], waiting: new Map(), listed: new Map() },
    terms: CLIENTS.map((id) => ({ text: id, kind: 'id', owners: new Set([`reports/${id}`]) })),
  };
  reaches = CLIENTS.map((id) => {
    const files = [`reports/${id}/index.html`];
    return {
      folder: { path: `reports/${id}`, owner: `reports/${id}`, files },
      files: new Set(files),
      hosts: new Set(),
    };
  });
});
afterAll(() => rm(out, { recursive: true, force: true }));

it('folders proven by many threads show what they show one after another', async () => {
  const alone = new ProvingHere(kit, effects);
  const expected = [];
  for (const reach of reaches) expected.push(await alone.prove(reach, kit));
  await using begun = new ProvingThreads(reaches.length);
  const together = await proveFolders(reaches, kit, effects, { begun });
  expect(begun.take()).toEqual([]);
  expect(await proveFolders(reaches, kit, effects, { begun })).toEqual(together);
  expect(together).toEqual(expected);
  const broken = together.flatMap(({ evidence }) =>
    evidence.breaks.map(({ code, file, offset }) => [code, file, offset]),
  );
  expect(broken).toHaveLength(13);
  expect(broken[0]).toEqual(['seal-leak-id', 'reports/workshop-103/index.html', 27]);
});

it('a file that cannot be read is told, whichever thread met it', async () => {
  const lost = { ...reaches[50]!, folder: { ...reaches[50]!.folder, files: ['reports/nobody/index.html'] } };
  await expect(proveFolders(reaches.with(50, lost), kit, effects)).rejects.toThrow(/ENOENT.*nobody/);
});
