import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const PROJECT = join(import.meta.dirname, '../..');

/** Names the packages that files of the project import, without Node's own and Astro's virtual modules. */
async function imported(): Promise<string[]> {
  const names = new Set<string>();
  for (const folder of ['src', 'scripts', 'test', 'bench']) {
    for (const file of await readdir(join(PROJECT, folder), { recursive: true })) {
      // What the peers of the benchmark need, they bring themselves.
      if (!/\.(ts|mjs|astro)$/.test(file) || file.startsWith('peers/')) continue;
      const text = await readFile(join(PROJECT, folder, file), 'utf8');
      for (const [, path = ''] of text.matchAll(/^(?:import|export|\})[^'"\n]* from '(@?[a-z][^':]*)';$/gm)) {
        names.add(path.split('/', path.startsWith('@') ? 2 : 1).join('/'));
      }
    }
  }
  return [...names].sort();
}

describe('package.json', async () => {
  const { dependencies, devDependencies } = JSON.parse(await readFile(join(PROJECT, 'package.json'), 'utf8')) as Record<
    'dependencies' | 'devDependencies',
    Record<string, string>
  >;
  const declared = Object.entries({ ...dependencies, ...devDependencies });

  it('names every package that the project imports, not only those that others bring', async () => {
    const names = new Set(declared.map(([name]) => name));
    const strangers = (await imported()).filter((name) => !names.has(name) && !names.has(`@types/${name}`));
    // Types of Astro's own Vite: a version of ours could be another one.
    expect(strangers).toEqual(['vite']);
  });

  it('pins every version', () => {
    expect(declared.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  it('has no package of which docs/decisions/dependencies.md does not say why', async () => {
    const text = await readFile(join(PROJECT, 'docs/decisions/dependencies.md'), 'utf8');
    const told = (name: string) => text.includes(`\`${name}\``) || /^@(types|fontsource)\//.test(name);
    expect(declared.map(([name]) => name).filter((name) => !told(name))).toEqual([]);
  });
});
