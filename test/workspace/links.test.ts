import * as fs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nodeEffects } from '../../src/effects/node.ts';
import { loadWorkspace } from '../../src/workspace/load.ts';
import { lines, SMALLEST } from './memory.ts';

let home: string;
let root: string;

beforeAll(async () => {
  home = await fs.mkdtemp(join(tmpdir(), 'workspace-'));
  root = join(home, 'agency');
  const files = { ...SMALLEST, 'data/clients/hotel/client.json': '{"name": "x", "brand": {"logo": "logo.svg"}}' };
  for (const [path, text] of Object.entries(files)) {
    await fs.mkdir(dirname(join(root, path)), { recursive: true });
    await fs.writeFile(join(root, path), text);
  }
  await fs.mkdir(join(home, 'outside'));
  for (const name of ['secret.csv', 'logo.svg', 'work.csv']) await fs.writeFile(join(home, 'outside', name), 'x');
});
afterAll(() => fs.rm(home, { recursive: true, force: true }));

describe('symbolic links', () => {
  it('are followed inside the workspace and refused when they lead out of it', async () => {
    const client = join(root, 'data/clients/hotel');
    await fs.symlink(join(home, 'outside/logo.svg'), join(root, 'data/logo.svg'));
    await fs.symlink(join(home, 'outside/secret.csv'), join(client, 'exports/secret.csv'));
    await fs.symlink(join(home, 'outside'), join(client, 'exports/folder'));
    await fs.symlink(join(client, 'exports/direct/2026-10.csv'), join(client, 'exports/again.csv'));
    await fs.symlink(join(home, 'outside/work.csv'), join(client, 'work.csv'));
    await fs.symlink(client, join(root, 'data/clients/twin'));
    const { value, problems } = await loadWorkspace(root, nodeEffects());
    expect(lines(problems)).toEqual([
      'error twin data/clients/twin path-outside',
      'error hotel data/clients/hotel/client.json:1:brand.logo path-outside',
      'error hotel data/clients/hotel/exports/folder path-outside',
      'error hotel data/clients/hotel/exports/secret.csv path-outside',
      'error hotel data/clients/hotel/work.csv path-outside',
    ]);
    expect(value.clients.map(({ id, exports }) => [id, exports.map(({ file }) => file)])).toEqual([
      ['hotel', ['data/clients/hotel/exports/again.csv', 'data/clients/hotel/exports/direct/2026-10.csv']],
    ]);
  });
});
