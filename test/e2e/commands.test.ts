import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { build, PROJECT, runCommand } from '../support/command.ts';
import { filesOf, readJson, scratchFolder, writeFiles } from '../support/folders.ts';
import { AGENCY, AS_OF, writeWorkspace } from '../support/workspaces.ts';
import { DEMO_AS_OF } from '../support/demo-build.ts';

interface Told {
  errors: number;
  warnings: number;
  problems: Record<string, string | number | null>[];
}

describe('npm run check', () => {
  it('finds no error in the demo, touches nothing, and counts its warnings', async () => {
    const { code, stdout, stderr } = await runCommand('check', ['--as-of', DEMO_AS_OF, '--json']);
    expect(code, stderr).toBe(0);
    const told = JSON.parse(stdout) as Told;
    expect(told.errors).toBe(0);
    expect(told.problems).toHaveLength(told.warnings);
    for (const problem of told.problems) {
      expect(Object.keys(problem).join()).toBe('code,severity,client,file,row,column,found,expected,mend');
    }
    // The dental clinic has gaps and a late source on purpose.
    expect(told.problems.some(({ client }) => String(client).startsWith('dental'))).toBe(true);
  });

  it('ends with 0 on a clean workspace, with 1 on every problem of a broken one, in lines or in JSON', async () => {
    const root = await scratchFolder('check');
    await writeWorkspace(root, { alder: 'ru', birch: 'en' });
    const args = ['--workspace', root, '--as-of', AS_OF];
    expect(await runCommand('check', [...args, '--lang', 'en'])).toMatchObject({ code: 0, stdout: '' });

    await writeFiles(root, [
      ['data/clients/alder/targets.csv', 'period,metric,channel,target\n2026-13,leads,,5\n2026-10,nothing,,5\n'],
      ['data/clients/birch/exports/example/example.csv', 'date,channel,cost\n2026-10-01,search,ten\n'],
      ['data/people.json', '[{"id": "anna"}]'],
    ]);
    const before = await filesOf(root);
    const { code, stdout } = await runCommand('check', [...args, '--json']);
    expect(code).toBe(1);
    const errors = (JSON.parse(stdout) as Told).problems.filter(({ severity }) => severity === 'error');
    const places = errors.map(({ file, row }) => `${file}:${row}`);
    expect(places).toEqual(
      expect.arrayContaining([
        'data/clients/alder/targets.csv:2',
        'data/clients/alder/targets.csv:3',
        'data/clients/birch/exports/example/example.csv:2',
      ]),
    );
    expect(errors.map(({ file }) => file)).toContain('data/people.json');
    expect(await filesOf(root)).toEqual(before);

    const lines = await runCommand('check', [...args, '--lang', 'en']);
    expect(lines.code).toBe(1);
    for (const place of ['targets.csv:2', 'targets.csv:3', 'example.csv:2']) expect(lines.stderr).toContain(place);
  });

  it('ends with 1 on warnings only when it is asked to be strict', async () => {
    const root = await scratchFolder('strict');
    await writeWorkspace(root, { alder: 'ru' });
    const note = join(root, 'content/reports/notes/alder/2026-10.mdx');
    await writeFile(note, `${await readFile(note, 'utf8')}\n\nПолучили 987 654 лида.\n`);
    const args = ['--workspace', root, '--as-of', AS_OF];
    const lenient = await runCommand('check', args);
    expect(lenient.code).toBe(0);
    expect(lenient.stderr).toContain('987');
    expect((await runCommand('check', [...args, '--strict'])).code).toBe(1);
  });

  it('ends with 2 when it was not understood', async () => {
    for (const args of [['--jsno'], ['--as-of', 'yesterday'], ['everything']]) {
      const { code, stderr } = await runCommand('check', args);
      expect(code, args.join(' ')).toBe(2);
      expect(stderr).toContain('npm run check');
    }
  });
});

describe('npm run new', () => {
  it.each(['ru', 'en'])(
    'makes a client that passes the check and builds, in an agency that speaks %s',
    async (locale) => {
      const root = await scratchFolder('new');
      await writeFiles(root, [['data/agency.json', JSON.stringify({ ...AGENCY, locale })]]);
      const made = await runCommand('new', ['client', 'acme', '--workspace', root]);
      expect(made.code, made.stderr).toBe(0);
      const told = made.stdout.trim().split('\n');
      expect((await filesOf(root)).filter((file) => file !== 'data/agency.json')).toEqual(told.sort());
      expect(await runCommand('check', ['--workspace', root, '--strict'])).toMatchObject({ code: 0 });

      const out = join(root, 'dist');
      await build(['--workspace', root, '--out', out]);
      const profile = await readJson<{ name: string }>(join(root, 'data/clients/acme/client.json'));
      expect(await readFile(join(out, 'reports/acme/index.html'), 'utf8')).toContain(profile.name);
      expect((await filesOf(out)).filter((file) => file.endsWith('.pdf')).length).toBeGreaterThan(0);
    },
  );

  it('refuses an id that is taken and leaves it as it was', async () => {
    const root = await scratchFolder('taken');
    await writeWorkspace(root, { alder: 'ru' });
    const profile = join(root, 'data/clients/alder/client.json');
    const before = await readFile(profile);
    const { code, stderr } = await runCommand('new', ['client', 'alder', '--workspace', root]);
    expect(code).toBe(1);
    expect(stderr).toContain('alder');
    expect(await readFile(profile)).toEqual(before);
  });

  it('ends with 2 when it was not understood', async () => {
    for (const args of [[], ['client'], ['project', 'x'], ['client', 'x', '--colour', 'red']]) {
      expect((await runCommand('new', args)).code, args.join(' ')).toBe(2);
    }
  });
});

describe('the scripts of package.json', () => {
  it('run the commands tested here', async () => {
    const { scripts } = await readJson<{ scripts: Record<string, string> }>(join(PROJECT, 'package.json'));
    for (const command of ['build', 'check', 'new', 'dev']) expect(scripts[command]).toBe(`node scripts/${command}.ts`);
  });
});
