import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { knownFormats } from '../../src/intake/formats/index.ts';
import { builtinMetrics } from '../../src/workspace/metrics.ts';
import { sourcesSchema } from '../../src/workspace/schemas/sources.ts';
import { readCurrencyRates } from '../../src/workspace/tables/currency-rates.ts';

const ROOT = join(import.meta.dirname, '../..');
const blocks = (text: string, kind: string): string[] =>
  [...text.matchAll(new RegExp(`^\`\`\`${kind}\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(([, inside]) => inside!);

async function sources(folder: string): Promise<string> {
  const names = await readdir(join(ROOT, folder), { recursive: true });
  const files = names.filter((name) => name.endsWith('.ts'));
  return (await Promise.all(files.map((name) => readFile(join(ROOT, folder, name), 'utf8')))).join('\n');
}

describe.each(['docs/exports.md', 'docs/exports.ru.md'])('%s', (path) => {
  test('has examples that the workspace accepts', async () => {
    const text = await readFile(join(ROOT, path), 'utf8');
    const rules = blocks(text, 'json');
    expect(rules).toHaveLength(2);
    for (const rule of rules) expect(sourcesSchema.safeParse(JSON.parse(rule)).error).toBeUndefined();
    for (const rates of blocks(text, 'csv')) {
      expect(readCurrencyRates(rates)).toMatchObject({ findings: [], value: [{ rate: '90.5' }, { rate: '92.15' }] });
    }
  });

  test('names only problems that exist', async () => {
    const text = await readFile(join(ROOT, path), 'utf8');
    const folders = ['src/intake', 'src/figures', 'src/press/reports'];
    const code = (await Promise.all(folders.map(sources))).join('\n');
    const named = [...text.matchAll(/`([a-z]+(?:-[a-z]+)+)`/g)].map(([, name]) => name!);
    const known = new Set(knownFormats(builtinMetrics()).map(({ id }) => id));
    for (const name of named.filter((each) => !known.has(each))) expect(code).toContain(`'${name}'`);
  });

  test('speaks of every known system', async () => {
    const text = await readFile(join(ROOT, path), 'utf8');
    const russian: Record<string, string> = {
      'Yandex Direct': 'Яндекс Директ',
      'Yandex Metrica': 'Яндекс Метрика',
      'VK Ads': 'VK Реклама',
      Bitrix24: 'Битрикс24',
    };
    for (const { id, name } of knownFormats(builtinMetrics())) {
      if (id === 'tidy' || id === 'crm-deals') continue;
      const shown = name.replace(/ Ads$/, '').replace('Google Search Console', 'Search Console');
      expect(
        [shown, russian[name]].some((each) => each !== undefined && text.includes(each)),
        name,
      ).toBe(true);
    }
  });
});
