import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { publishedSchemas } from '../../src/workspace/schemas/published.ts';

const folder = join(import.meta.dirname, '../../docs/schemas');

describe('docs/schemas', () => {
  it('is what `node scripts/schemas.ts` writes now', async () => {
    const published = publishedSchemas();
    expect((await readdir(folder)).sort()).toEqual([...published.keys()].sort());
    for (const [name, text] of published) expect(await readFile(join(folder, name), 'utf8'), name).toBe(text);
  });

  it('describes every field in words', () => {
    const silent: string[] = [];
    const visit = (schema: unknown, path: string): void => {
      if (typeof schema !== 'object' || schema === null) return;
      const { properties, ...rest } = schema as { properties?: Record<string, { description?: string }> };
      for (const [name, field] of Object.entries(properties ?? {})) {
        // The two languages of a text explain themselves.
        if (field.description === undefined && !['ru', 'en'].includes(name)) silent.push(`${path}.${name}`);
        visit(field, `${path}.${name}`);
      }
      for (const [key, value] of Object.entries(rest)) visit(value, `${path}/${key}`);
    };
    for (const [name, text] of publishedSchemas()) if (name.endsWith('.schema.json')) visit(JSON.parse(text), name);
    expect(silent).toEqual([]);
  });
});
