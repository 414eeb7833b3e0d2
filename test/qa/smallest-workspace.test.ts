import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { words } from '../../src/locale/words.ts';
import { build, startCommand } from '../support/command.ts';
import { filesOf, readJson, scratchFolder, writeFiles } from '../support/folders.ts';

const SMALLEST: [string, string][] = [
  ['data/agency.json', '{"name": "Beacon", "locale": "en", "currency": "USD", "timeZone": "UTC"}'],
  ['data/clients/mill/client.json', '{"name": "Mill"}'],
  ['data/clients/mill/exports/ads/a.csv', 'date,channel,clicks,cost,leads\n2026-10-01,search,10,0.10,1\n'],
  ['data/clients/mill/exports/ads/b.csv', 'date,channel,clicks,cost,leads\n2026-10-02,search,20,0.20,\n'],
];

interface Told {
  problems: {
    code: string;
    severity: string;
    client: string | null;
    file: string;
    row: number | null;
    found: string;
  }[];
}

describe('a workspace of an agency, a client and its exports, and nothing else', () => {
  it('is built with the templates the engine comes with', async () => {
    const root = await scratchFolder('smallest');
    const out = join(root, 'dist');
    await writeFiles(root, SMALLEST);
    await build(['--workspace', root, '--out', out, '--as-of', '2026-11-04', '--no-pdf']);
    expect(await filesOf(join(out, 'reports', 'mill', '2026-10'))).toEqual([
      'figures.csv',
      'figures.json',
      'index.html',
    ]);
    const { metrics } = await readJson<{ metrics: Record<string, { value: string | null }> }>(
      join(out, 'reports', 'mill', '2026-10', 'figures.json'),
    );
    expect([metrics['cost']?.value, metrics['cpl']?.value]).toEqual(['0.3', '0.3']);
  });

  it('shows what its export knows when that is neither leads nor money', async () => {
    const root = await scratchFolder('chart');
    const chart = ['data/clients/mill/exports/gsc/Chart.csv', 'Date,Clicks,Impressions\n2026-10-01,3,70\n'] as const;
    await writeFiles(root, [...SMALLEST.slice(0, 2), chart]);
    const out = join(root, 'dist');
    await build(['--workspace', root, '--out', out, '--as-of', '2026-11-04', '--no-pdf']);
    const page = await readFile(join(out, 'reports', 'mill', '2026-10', 'index.html'), 'utf8');
    expect(page).not.toContain(words('en').summary.noData);
    const { metrics } = await readJson<{ metrics: object }>(join(out, 'reports', 'mill', '2026-10', 'figures.json'));
    expect(Object.keys(metrics)).toEqual(['impressions', 'clicks', 'ctr']);
  });

  it('is checked to the end when nobody reads what is said', async () => {
    const root = await scratchFolder('pipe');
    await writeFiles(root, SMALLEST);
    const { process: child, ended } = startCommand('check', ['--workspace', root, '--as-of', '2026-11-04', '--json']);
    child.stdout?.destroy();
    expect(await ended).toMatchObject({ code: 0, stderr: '' });
  });

  it('loses only the clients whose template does not compile, which are told the place', async () => {
    const root = await scratchFolder('template');
    const out = join(root, 'dist');
    await writeFiles(root, [
      ...SMALLEST,
      ['content/reports/quarterly.en.mdx', 'import Seal from "./seal.astro"\n\n<Seal />\n'],
      // Nobody's: it must not stop anybody.
      ['content/reports/yearly.en.mdx', '<Kpis\n'],
      ['data/clients/quay/client.json', '{"name": "Quay", "reports": ["quarterly"]}'],
      ['data/clients/quay/exports/ads/a.csv', 'date,channel,cost\n2026-10-01,search,5\n'],
    ]);
    const args = ['--workspace', root, '--out', out, '--as-of', '2027-01-04', '--no-pdf', '--json'];
    const { stdout, stderr } = await build(args, 1);
    const errors = (JSON.parse(stdout) as Told).problems.filter(({ severity }) => severity === 'error');
    expect(errors).toEqual([
      expect.objectContaining({
        code: 'template-failed',
        client: 'quay',
        file: 'content/reports/quarterly.en.mdx',
        found: expect.stringContaining('./seal.astro'),
      }),
    ]);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(await filesOf(join(out, 'reports'))).toContain('mill/2026-10/index.html');
  });
});
