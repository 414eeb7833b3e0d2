import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nodeEffects } from '../../src/effects/node.ts';
import { readExport } from '../../src/intake/read-export.ts';
import type { IntakeFile } from '../../src/types/intake.ts';
import type { Checked } from '../../src/types/problem.ts';
import type { Workspace } from '../../src/types/workspace.ts';
import { loadWorkspace } from '../../src/workspace/load.ts';

const ROOT = join(import.meta.dirname, '../..');

const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();

describe('npm run demo', () => {
  const fresh = mkdtempSync(join(tmpdir(), 'accountpress-demo-'));
  afterAll(() => rmSync(fresh, { recursive: true }));

  // Written by mentors: what they ask and examine by, and the records their commands made.
  const byHand = (file: string): boolean => /^(onboarding|exams|trainees)\//.test(file);

  test('writes the very bytes that are committed, and no other files', () => {
    execFileSync(process.execPath, [join(ROOT, 'scripts/demo.ts'), '--out', fresh], { stdio: 'pipe' });
    const written = filesUnder(join(fresh, 'data'));
    expect(written).toEqual(filesUnder(join(ROOT, 'data')).filter((file) => !byHand(file)));
    const changed = written.filter(
      (file) => !readFileSync(join(fresh, 'data', file)).equals(readFileSync(join(ROOT, 'data', file))),
    );
    expect(changed).toEqual([]);
  });
});

describe('the demo workspace', () => {
  let loaded: Checked<Workspace>;
  const files: IntakeFile[] = [];

  beforeAll(async () => {
    const effects = nodeEffects();
    loaded = await loadWorkspace(ROOT, effects);
    for (const client of loaded.value.clients) {
      for (const { file, source } of client.exports) {
        const context = { rule: client.sources.sources[source], metrics: loaded.value.metrics, client: client.id };
        files.push(readExport({ file, source, bytes: await effects.fs.read(join(ROOT, file)) }, context));
      }
    }
  });

  test('loads without a problem', () => {
    expect(loaded.problems).toEqual([]);
    expect(loaded.value.clients.map(({ id }) => id)).toEqual([
      'dental-belaya-vetka',
      'furniture-tikhiy-dom',
      'hotel-sosnovaya-bukhta',
      'software-ledgerlark',
    ]);
  });

  test('has exports that are all recognised, read without a problem and agree with their own totals', () => {
    const daily = files.filter(({ tables }) => tables === undefined);
    expect(daily.flatMap((file) => file.problems)).toEqual([]);
    expect(daily.filter((file) => file.feeds.length === 0 || file.series.length === 0)).toEqual([]);
    const sums = files.flatMap((file) => file.controlSums);
    expect(sums.filter(({ ok }) => !ok)).toEqual([]);
    expect(sums.length).toBeGreaterThan(100);
  });

  test('has lists of October that add up to less than their sources and feed nothing', () => {
    const lists = files.filter(({ tables }) => tables !== undefined);
    expect(lists.flatMap(({ tables }) => tables!.map(({ kind }) => kind)).sort()).toEqual([
      'pages',
      'queries',
      'search-terms',
    ]);
    for (const { feeds, tables, problems } of lists) {
      expect(feeds).toEqual([]);
      expect(tables![0]!.period).toEqual({ from: '2026-10-01', to: '2026-10-31' });
      expect(problems.map(({ code }) => code)).toEqual(['part-of-account']);
    }
  });

  test('shows every known format and encoding', () => {
    expect([...new Set(files.map(({ format }) => format))].sort()).toEqual([
      'ga4',
      'google-ads',
      'meta-ads',
      'search-console',
      'tidy',
      'yandex-direct',
      'yandex-metrica',
    ]);
    const encodings = [...new Set(files.map(({ encoding }) => encoding))].sort();
    expect(encodings).toEqual(['utf-16le', 'utf-8', 'windows-1251']);
  });

  test('has three months of notes and a busy log for every client, and portraits for everybody', () => {
    for (const client of loaded.value.clients) {
      expect(Object.keys(client.notes)).toEqual(expect.arrayContaining(['2026-08', '2026-09', '2026-10']));
      const october = client.work.filter(({ date }) => date.startsWith('2026-10'));
      expect(october.length, client.id).toBeGreaterThanOrEqual(8);
      expect(client.kpis.length).toBeGreaterThanOrEqual(5);
    }
    expect(loaded.value.people.filter(({ photo }) => photo === undefined)).toEqual([]);
  });
});
