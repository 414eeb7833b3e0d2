import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, normalize, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROJECT } from '../support/command.ts';

/** An import as it is written, whether of values or only of types. */
const IMPORT =
  /(?:^|\s)(?:import|export)\s(?:[^'";]*?\sfrom\s+)?'([^']+)'|\bimport\(\s*'([^']+)'\s*\)|new URL\(\s*'(\.[^']+)'/g;

interface Arrow {
  file: string;
  /** The folder of `src` it is in and the one it points to, or the Node module. */
  from: string;
  to: string;
}

async function arrows(): Promise<Arrow[]> {
  const found: Arrow[] = [];
  for (const name of await readdir(join(PROJECT, 'src'), { recursive: true })) {
    if (!/\.(ts|astro)$/.test(name)) continue;
    const file = `src/${name.split(sep).join('/')}`;
    const text = await readFile(join(PROJECT, file), 'utf8');
    for (const [, plain, later, url] of text.matchAll(IMPORT)) {
      const to = plain ?? later ?? url!;
      const from = file.split('/')[1]!;
      if (to.startsWith('node:')) found.push({ file, from, to });
      if (!to.startsWith('.')) continue;
      const [root, folder = ''] = normalize(join(dirname(file), to)).split(sep);
      if (root === 'src' && folder !== from) found.push({ file, from, to: folder });
      if (root !== 'src' && root !== 'package.json') found.push({ file, from, to: root! });
    }
  }
  return found;
}

/** What each folder of the table in docs/architecture.md is said to know. */
async function table(): Promise<{ known: Map<string, string[]>; pure: string[] }> {
  const text = await readFile(join(PROJECT, 'docs/architecture.md'), 'utf8');
  const rows = [...text.matchAll(/^\| `src\/([a-z]+)[^`]*` +\| [^|]+ \| ([^|]+) \|$/gm)];
  const folders = rows.map(([, folder]) => folder!);
  const known = rows.map(([, folder, knows = '']): [string, string[]] => {
    const all = knows.includes('all of the above') ? folders.slice(0, folders.indexOf(folder!)) : [];
    return [folder!, [...all, ...folders.filter((one) => new RegExp(`\\b${one}\\b`).test(knows))]];
  });
  const pure = /Domain code \(([^)]+)\) is pure/.exec(text)![1]!.match(/[a-z]+/g)!;
  return { known: new Map(known), pure };
}

describe('the arrows of docs/architecture.md', async () => {
  const [all, { known, pure }] = [await arrows(), await table()];

  it('are all there are: no folder of src reaches for one that its row does not name, not even for a type', async () => {
    const folders = await readdir(join(PROJECT, 'src'));
    expect([...known.keys()].sort()).toEqual(folders.sort());
    expect(all.length).toBeGreaterThan(1000);
    const strangers = all.filter(({ from, to }) => !/^(node:|types$)/.test(to) && !known.get(from)!.includes(to));
    expect(strangers.map(({ file, to }) => `${file} → ${to}`)).toEqual([]);
  });

  it('lead from no pure folder into the machine: no files, no processes, no clock, no chance', async () => {
    // They reckon with what they are given; `node:module` finds the calendar's package.
    const harmless = ['node:buffer', 'node:crypto', 'node:module', 'node:zlib'];
    const reached = all.filter(
      ({ from, to }) => pure.includes(from) && to.startsWith('node:') && !harmless.includes(to),
    );
    expect(reached).toEqual([]);
    const clocks: string[] = [];
    for (const folder of pure) {
      for (const name of await readdir(join(PROJECT, 'src', folder), { recursive: true })) {
        if (!name.endsWith('.ts')) continue;
        const text = await readFile(join(PROJECT, 'src', folder, name), 'utf8');
        if (/Date\.now\(|new Date\(\)|Math\.random\(|performance\.now\(|process\.env/.test(text)) clocks.push(name);
      }
    }
    expect(clocks).toEqual([]);
  });
});
