import { appendFile, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { build } from '../support/command.ts';
import { filesOf, hashesOf, scratchFolder, writeFiles } from '../support/folders.ts';
import { AS_OF, writeWorkspace } from '../support/workspaces.ts';

let workspace: string;
let out: string;

/** When each file was written last. */
async function timesOf(folder: string): Promise<Record<string, number>> {
  const times = (await filesOf(folder)).map(async (file) => [file, (await stat(join(folder, file))).mtimeMs]);
  return Object.fromEntries(await Promise.all(times));
}

const flags = () => ['--workspace', workspace, '--as-of', AS_OF];
const rebuild = (...more: string[]) => build([...flags(), '--out', out, ...more]);

/** Hashes of what a build without any memory makes. */
async function anew(...more: string[]): Promise<Record<string, string>> {
  const fresh = join(await scratchFolder('anew'), 'dist');
  await build([...flags(), '--out', fresh, '--no-cache', ...more]);
  return hashesOf(fresh);
}

async function exportOf(client: string): Promise<string> {
  const folder = join(workspace, 'data/clients', client, 'exports/example');
  return join(folder, (await readdir(folder))[0]!);
}

/** Files written anew between two looks at the output; the manifest always is, and the seal with what it says. */
function rewritten(before: Record<string, number>, after: Record<string, number>): string[] {
  return Object.keys(after).filter(
    (file) => !['manifest.json', 'seal.json'].includes(file) && after[file] !== before[file],
  );
}

beforeEach(async () => {
  const place = await scratchFolder('standing');
  workspace = join(place, 'agency');
  out = join(place, 'dist');
  await writeWorkspace(workspace, { alder: 'ru', birch: 'en' });
});

describe('a build over its own output', () => {
  it('writes no document again and says the same, PDFs included', async () => {
    const first = await rebuild();
    const [hashes, times] = [await hashesOf(out), await timesOf(out)];
    const second = await rebuild();
    expect(rewritten(times, await timesOf(out))).toEqual([]);
    expect(await hashesOf(out)).toEqual(hashes);
    expect(second.stdout).toBe(first.stdout);
    expect(await anew()).toEqual(hashes);
  });

  it('writes only the client whose export has changed, as a build without a cache writes it', async () => {
    await rebuild('--no-pdf');
    const times = await timesOf(out);
    const file = await exportOf('birch');
    await writeFile(file, `${(await readFile(file, 'utf8')).trimEnd()}0\n`);
    await rebuild('--no-pdf');
    const changed = rewritten(times, await timesOf(out));
    expect(changed).toContain('reports/birch/2026-10/index.html');
    expect(changed.filter((one) => !one.startsWith('reports/birch/'))).toEqual([]);
    expect(await hashesOf(out)).toEqual(await anew('--no-pdf'));
  });

  it.each([
    ['was edited', (file: string) => appendFile(file, ' ')],
    ['is gone', (file: string) => rm(file)],
    ['has another beside it', (file: string) => writeFile(join(file, '..', 'stray.txt'), 'stray')],
  ])('makes a client anew one of whose files %s', async (_, harm) => {
    await rebuild('--no-pdf');
    const whole = await hashesOf(out);
    await harm(join(out, 'reports/alder/2026-09/figures.json'));
    await rebuild('--no-pdf');
    expect(await hashesOf(out)).toEqual(whole);
  });

  it('sees a change behind a link', async () => {
    const file = await exportOf('alder');
    const text = await readFile(file, 'utf8');
    const kept = join(workspace, 'data/brand/kept.csv');
    await writeFiles(workspace, [['data/brand/kept.csv', text]]);
    await rm(file);
    await symlink(kept, file);
    await rebuild('--no-pdf');
    await writeFile(kept, `${text.trimEnd()}0\n`);
    await rebuild('--no-pdf');
    expect(await hashesOf(out)).toEqual(await anew('--no-pdf'));
  });

  it.each([
    ['template', 'content/reports/monthly.ru.mdx', '\nСпасибо.\n'],
    ['agency', 'data/agency.json', '\n'],
    ['table of rates', 'data/currency-rates.csv', 'from,currency,to,rate\n2026-09-01,USD,RUB,90\n'],
  ])('sees a change of the %s', async (_, file, more) => {
    await rebuild('--no-pdf');
    await appendFile(join(workspace, file), more);
    await rebuild('--no-pdf');
    expect(await hashesOf(out)).toEqual(await anew('--no-pdf'));
  });

  it('sees a change of what a template imports', async () => {
    const words = ['content/words.js', "export const words = 'one';\n"] as const;
    await writeFiles(workspace, [words]);
    const template = join(workspace, 'content/reports/monthly.ru.mdx');
    await writeFile(template, `import { words } from '../words.js';\n\n${await readFile(template, 'utf8')}\n{words}\n`);
    await rebuild('--no-pdf');
    await writeFile(join(workspace, words[0]), words[1].replace('one', 'two'));
    await rebuild('--no-pdf');
    expect(await readFile(join(out, 'reports/alder/2026-10/index.html'), 'utf8')).toContain('two');
    expect(await hashesOf(out)).toEqual(await anew('--no-pdf'));
  });

  it('of one period lists the periods published before, and then stands', async () => {
    await rebuild('--no-pdf');
    const whole = await hashesOf(out);
    await rebuild('--no-pdf', '--period', '2026-10');
    expect(await hashesOf(out)).toEqual(whole);
    const times = await timesOf(out);
    await rebuild('--no-pdf', '--period', '2026-10');
    expect(rewritten(times, await timesOf(out))).toEqual([]);
  });

  it('of one period offers the PDFs that are there: of those published before without one none', async () => {
    const offered = async () => {
      const cabinet = await readFile(join(out, 'reports/alder/index.html'), 'utf8');
      return [...new Set([...cabinet.matchAll(/href="([^"]*\.pdf)"/g)].map(([, href]) => href))];
    };
    await rebuild('--no-pdf');
    await rebuild('--period', '2026-10');
    expect(await offered()).toEqual(['2026-10/alder-2026-10.pdf']);
    await rebuild('--no-pdf', '--period', '2026-09');
    expect(await offered()).toEqual(['2026-10/alder-2026-10.pdf']);
  });
});
