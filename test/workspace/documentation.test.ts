import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BUILTIN_METRICS } from '../../src/workspace/builtin-metrics.ts';
import { loadWorkspace } from '../../src/workspace/load.ts';
import { lines, memory, ROOT } from './memory.ts';

const page = (name: string) => readFile(join(import.meta.dirname, '../../docs', name), 'utf8');

/** Where each file of the documentation would lie in a real workspace. */
const REAL: [string, string][] = [
  ['<id>', 'blue-hotel'],
  ['<client>', 'blue-hotel'],
  ['<period>', '2026-10'],
  ['<kind>.<locale>', 'monthly.ru'],
  ['<source>/**', 'crm/2026'],
];

/** The example under each `## file` heading, as a workspace. */
function examples(markdown: string): Record<string, string> {
  const files: Record<string, string> = {};
  for (const [, path = '', text = ''] of markdown.matchAll(/^## `([^`]+)`\n\n```\w+\n(.*?\n)```$/gms)) {
    files[REAL.reduce((real, [from, to]) => real.replace(from, to), path)] = text;
  }
  return files;
}

describe.each(['workspace.md', 'workspace.ru.md'])('docs/%s', (name) => {
  it('has one example per file, and together they are a workspace without problems', async () => {
    const files = examples(await page(name));
    expect(Object.keys(files)).toHaveLength(15);
    const pictures = ['brand/logo.svg', 'people/anna.svg', 'clients/blue-hotel/logo.svg'].map((path) => [
      `data/${path}`,
      '<svg/>',
    ]);
    const tidy = { 'data/clients/blue-hotel/exports/tidy/a.csv': 'x' };
    const { effects } = memory({ ...files, ...tidy, ...Object.fromEntries(pictures) });
    const { value, problems } = await loadWorkspace(ROOT, effects);
    expect(lines(problems)).toEqual([]);
    const [client] = value.clients;
    expect(client?.targets.map(({ metric, target }) => [metric, target])).toEqual([
      ['leads', '190'],
      ['cpl', '500'],
      ['drr', '0.15'],
    ]);
    expect(client?.mediaPlan.map(({ budget }) => budget)).toEqual(['60000', '40000']);
    expect(client?.work.map(({ status, hours }) => [status, hours])).toEqual([
      ['done', '6.5'],
      ['doing', '3'],
    ]);
    expect(client?.notes['2026-10']?.html).toContain('<a href="https://example.com/board">');
  });

  it('names every built-in metric', async () => {
    const text = await page(name);
    for (const { id } of BUILTIN_METRICS) expect(text).toContain(`\`${id}\``);
  });
});
