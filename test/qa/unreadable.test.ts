import { chmod, mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeEffects } from '../../src/effects/node.ts';
import { build } from '../support/command.ts';
import { filesOf, scratchFolder, writeFiles } from '../support/folders.ts';
import { lines, load } from '../workspace/memory.ts';
import { loadWorkspace } from '../../src/workspace/load.ts';

const EXPORT = 'date,channel,cost,leads\n2026-10-01,search,5,1\n';
const FILES: [string, string][] = [
  ['data/agency.json', '{"name": "Beacon", "locale": "en", "currency": "USD", "timeZone": "UTC"}'],
  ...['good', 'mill', 'quay'].flatMap((id): [string, string][] => [
    [`data/clients/${id}/client.json`, `{"name": "${id}"}`],
    [`data/clients/${id}/exports/ads/a.csv`, EXPORT],
  ]),
];

describe('a file that cannot be read', () => {
  it('is named when it is a folder or a link to itself, and the other clients are built', async () => {
    const root = await scratchFolder('unreadable');
    await writeFiles(root, [...FILES, ['data/clients/mill/client.json', null]]);
    await mkdir(join(root, 'data/clients/mill/client.json'));
    await mkdir(join(root, 'data/clients/mill/targets.csv'));
    await symlink('loop.csv', join(root, 'data/clients/quay/exports/ads/loop.csv'));
    const out = join(root, 'dist');
    const { stdout, stderr } = await build(
      ['--workspace', root, '--out', out, '--as-of', '2026-11-04', '--no-pdf', '--json'],
      1,
    );
    const { problems } = JSON.parse(stdout) as { problems: { code: string; file: string; severity: string }[] };
    expect(problems.filter(({ severity }) => severity === 'error').map(({ code, file }) => `${file} ${code}`)).toEqual([
      'data/clients/mill/client.json folder-not-file',
      'data/clients/mill/targets.csv folder-not-file',
      'data/clients/quay/exports/ads/loop.csv link-loop',
    ]);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(await filesOf(join(out, 'reports'))).toContain('good/2026-10/figures.json');
  });

  // The administrator may read everything, and Windows keeps permissions elsewhere.
  it.skipIf(process.getuid?.() === 0 || process.platform === 'win32')('is named when it is locked', async () => {
    const root = await scratchFolder('locked');
    await writeFiles(root, FILES);
    await chmod(join(root, 'data/clients/mill/client.json'), 0o000);
    const { problems } = await loadWorkspace(root, nodeEffects());
    expect(lines(problems)).toContain('error mill data/clients/mill/client.json access-denied');
  });

  it('is asked for as text, not as an export, when people write it by hand', async () => {
    const { problems } = await load({ 'data/clients/hotel/client.json': new Uint8Array([0, 1, 2, 255]) });
    expect(lines(problems)).toEqual(['error hotel data/clients/hotel/client.json not-text']);
    expect(problems[0]?.mend).toMatchObject({ en: 'save the file as plain text in UTF-8' });
  });
});
