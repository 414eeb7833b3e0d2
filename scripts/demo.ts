import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { demoFiles } from './demo/files.ts';

/** `npm run demo [-- --out DIR]`: writes the demo agency's `data/` into DIR, the project's root by default. */
const { values } = parseArgs({ options: { out: { type: 'string' } } });
const root = resolve(values.out ?? join(import.meta.dirname, '..'));

const files = demoFiles();
for (const [path, content] of files) {
  const target = join(root, 'data', path);
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, content);
}
const size = [...files.values()].reduce((sum, content) => sum + content.length, 0);
console.error(`${files.size} files, ${(size / 1_048_576).toFixed(1)} MB → ${join(root, 'data')}`);
