import { appendFile, chmod, cp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build, PROJECT, runCommand } from '../support/command.ts';
import { hashesOf, filesOf, makeScratch, readJson, scratchFolder } from '../support/folders.ts';
import { AS_OF, writeWorkspace } from '../support/workspaces.ts';
import type { Manifest } from '../../src/press/output/manifest.ts';

/** What `build --json` prints. */
interface Told {
  ok: boolean;
  errors: number;
  problems: {
    code: string;
    severity: string;
    client: string | null;
    found: string;
    mend: string;
    file: string;
    row: number | null;
  }[];
}

let home: string;
let workspace: string;
let dist: string;
let whole: Record<string, string>;

beforeAll(async () => {
  home = await makeScratch('failing');
  workspace = join(home, 'agency');
  dist = join(home, 'dist');
  await writeWorkspace(workspace, { alder: 'ru', birch: 'en' });
  await build(['--workspace', workspace, '--as-of', AS_OF, '--out', dist]);
  whole = await hashesOf(dist);
});
afterAll(() => rm(home, { recursive: true, force: true }));

/** Copies of the good workspace and its good output, to break. */
async function twoCopies(): Promise<{ root: string; out: string; args: string[] }> {
  const folder = await scratchFolder('broken');
  const [root, out] = [join(folder, 'agency'), join(folder, 'dist')];
  await cp(workspace, root, { recursive: true });
  await cp(dist, out, { recursive: true });
  return { root, out, args: ['--workspace', root, '--out', out, '--as-of', AS_OF] };
}

const of = (client: string, hashes: Record<string, string>) =>
  Object.fromEntries(Object.entries(hashes).filter(([file]) => file.startsWith(`reports/${client}/`)));

const statuses = async (out: string) => {
  const { documents } = await readJson<Manifest>(join(out, 'manifest.json'));
  return [...new Set(documents.map(({ client, status }) => `${client} ${status}`))];
};

describe('one client whose own files are broken', () => {
  const EXPORT = 'data/clients/birch/exports/example/example.csv';
  const NOTE = 'content/reports/notes/birch/2026-10.mdx';
  const breakages: { what: string; file: string; change(text: string): string; row?: number }[] = [
    {
      what: 'a word where a number belongs',
      file: EXPORT,
      change: (text) => `${text}2026-10-31,Mail,100,many,10,1\n`,
      row: 124,
    },
    { what: 'a broken client.json', file: 'data/clients/birch/client.json', change: (text) => text.slice(0, -3) },
    { what: 'a note that is not MDX', file: NOTE, change: (text) => `${text}\n\n<b>open {\n` },
    { what: 'a note without its summary', file: NOTE, change: (text) => text.replace('summary:', 'sumary:') },
    {
      what: 'a work item on a day that does not exist',
      file: 'data/clients/birch/work.csv',
      change: (text) => text.replace('2026-10-06', '2026-02-30'),
      row: 2,
    },
  ];

  it.each(breakages)('is named for $what, keeps its last good output, and the other is built', async (breakage) => {
    const { root, out, args } = await twoCopies();
    const file = join(root, breakage.file);
    await writeFile(file, breakage.change(await readFile(file, 'utf8')));
    // The other client has news, so that its output must change.
    await appendFile(join(root, 'data/clients/alder/events.csv'), '2026-10-20;Новое событие\n');

    const { stdout, stderr } = await build([...args, '--json', '--no-pdf'], 1);
    const told = JSON.parse(stdout) as Told;
    expect(told.ok).toBe(false);
    const errors = told.problems.filter(({ severity }) => severity === 'error');
    expect(errors[0]).toMatchObject({ client: 'birch', file: breakage.file });
    if (breakage.row !== undefined) expect(errors[0]?.row).toBe(breakage.row);
    expect(new Set(errors.map(({ client }) => client))).toEqual(new Set(['birch']));
    expect(stderr).not.toMatch(/^\s+at .*\.ts:\d+/m);

    const after = await hashesOf(out);
    expect(of('birch', after)).toEqual(of('birch', whole));
    expect(after['reports/alder/2026-10/index.html']).not.toBe(whole['reports/alder/2026-10/index.html']);
    expect(await statuses(out)).toEqual(['alder built', 'birch failed']);
  });

  it('is told of in words on standard error, in the asked language, with file, row and mend', async () => {
    const { root, args } = await twoCopies();
    await appendFile(join(root, EXPORT), '2026-10-31,Mail,100,many,10,1\n');
    for (const [lang, words] of Object.entries({ ru: 'ошибка', en: '1 error' })) {
      const { stdout, stderr } = await build([...args, '--no-pdf', '--lang', lang], 1);
      expect(stdout).toBe('');
      expect(stderr).toContain(`${EXPORT}:124`);
      expect(stderr).toContain('many');
      expect(stderr).toContain('birch');
      expect(stderr).toContain(words);
    }
  });

  it('never built before has one failed entry without outputs, and no folder', async () => {
    const { root, args, out } = await twoCopies();
    await rm(out, { recursive: true });
    await appendFile(join(root, EXPORT), '2026-10-31,Mail,100,many,10,1\n');
    await build([...args, '--no-pdf'], 1);
    const { documents } = await readJson<Manifest>(join(out, 'manifest.json'));
    const [failed, ...more] = documents.filter(({ client }) => client === 'birch');
    expect([failed?.status, failed?.outputs, more]).toEqual(['failed', [], []]);
    expect((await filesOf(out)).filter((file) => file.includes('birch'))).toEqual([]);
  });

  it('is built again once it is mended', async () => {
    const { root, args, out } = await twoCopies();
    const file = join(root, EXPORT);
    const good = await readFile(file);
    await appendFile(file, '2026-10-31,Mail,100,many,10,1\n');
    await build(args, 1);
    await writeFile(file, good);
    await build(args);
    expect(await hashesOf(out)).toEqual(whole);
  });
});

describe('a page that throws', () => {
  it('fails the client it belongs to, by name and period, and nobody else', async () => {
    const { root, args, out } = await twoCopies();
    const template = join(root, 'content/reports/monthly.en.mdx');
    // Only birch has reports in English.
    await appendFile(template, '\n<a href="#nowhere">See there</a>\n');
    const { stdout } = await build([...args, '--json', '--no-pdf'], 1);
    const told = JSON.parse(stdout) as Told;
    const errors = told.problems.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ client, code }) => [client, code])).toEqual([['birch', 'page-failed']]);
    expect(errors[0]?.found).toMatch(/\b2026-09\b.*\b2026-10\b/);
    expect(stdout).toContain('#nowhere');
    const after = await hashesOf(out);
    expect(of('birch', after)).toEqual(of('birch', whole));
    expect(await statuses(out)).toEqual(['alder built', 'birch failed']);
  });
});

describe('a broken agency', () => {
  it.each([
    ['agency.json is not JSON', 'data/agency.json', '{"name": '],
    [
      'agency.json lacks its currency',
      'data/agency.json',
      '{"name": "x", "locale": "ru", "timeZone": "Europe/Moscow"}',
    ],
    ['metrics.json is broken', 'data/metrics.json', '[1'],
  ])('(%s) ends with 1 and nothing is touched', async (_, file, content) => {
    const { root, out, args } = await twoCopies();
    await writeFile(join(root, file), content);
    const { stdout } = await build([...args, '--json'], 1);
    expect((JSON.parse(stdout) as Told).problems[0]).toMatchObject({ client: null, file, severity: 'error' });
    expect(await hashesOf(out)).toEqual(whole);
  });
});

describe('a command that was not understood', () => {
  it.each([
    ['an unknown flag', ['--clinet', 'alder'], '--client'],
    ['a bad period', ['--period', '2026-13'], '2026-13'],
    ['a range that runs backwards', ['--period', '2026-10-14..2026-09-15'], '2026-10-14..2026-09-15'],
    ['a day that does not exist', ['--as-of', '2026-02-30'], '2026-02-30'],
    ['an unknown site', ['--site', 'report'], 'reports'],
    ['a flag without its value', ['--out'], '--out'],
    ['a stray word', ['everything'], 'everything'],
  ])('(%s) ends with 2, names it, and nothing is touched', async (_, words, named) => {
    const { out, args } = await twoCopies();
    const given = words[0] === '--as-of' ? args.slice(0, -2) : words[0] === '--out' ? args.slice(0, 2) : args;
    const { stdout, stderr } = await build([...given, ...words], 2);
    expect(stderr).toContain(named);
    expect(stderr).toContain('npm run build');
    expect(stdout).toBe('');
    expect(await hashesOf(out)).toEqual(whole);
  });

  it.each([
    ['a client', ['--client', 'cedar'], ['cedar', 'alder, birch']],
    ['a proposal', ['--proposal', 'site-cedar'], ['site-cedar']],
  ])('(%s nobody knows) ends with 2, lists those there are, and nothing is touched', async (_, words, told) => {
    const { out, args } = await twoCopies();
    const { stderr } = await build([...args, ...words, '--lang', 'en'], 2);
    for (const text of told) expect(stderr).toContain(text);
    expect(await hashesOf(out)).toEqual(whole);
  });

  it.each(['build', 'check', 'seal', 'send', 'proposals', 'followups'])(
    '(%s of a workspace that is not there) ends with 2 and says how to make one',
    async (command) => {
      const folder = await scratchFolder('nothing');
      const { code, stderr } = await runCommand(command, ['--workspace', join(folder, 'absent')]);
      expect(code).toBe(2);
      expect(stderr).toContain('npm run new -- client');
      expect(await filesOf(folder)).toEqual([]);
    },
  );

  it('(a file in the place of a folder, a folder that is not there) ends with 2 and is named', async () => {
    const folder = await scratchFolder('nothing');
    const file = join(folder, 'file.txt');
    await writeFile(file, '');
    const told = async (command: string, ...args: string[]) => {
      const { code, stderr } = await runCommand(command, [...args, '--lang', 'en']);
      expect(code).toBe(2);
      return stderr.split('\n')[0];
    };
    expect(await told('check', '--workspace', file)).toBe(
      `--workspace: ${file} is a file; give the agency's folder with content/ and data/`,
    );
    expect(await told('seal', file)).toBe(`${file} is a file; give a folder of built documents`);
    expect(await told('seal', join(folder, 'absent'))).toBe(
      `There is no folder ${join(folder, 'absent')}; npm run build makes it`,
    );
  });
});

describe('a missing or broken browser', () => {
  it('ends with 1, says how to mend it, and leaves the old output', async () => {
    const { out, args } = await twoCopies();
    const environment = { PUPPETEER_EXECUTABLE_PATH: '/nonexistent/chrome' };
    const { stderr } = await build([...args, '--lang', 'en'], 1, environment);
    expect(stderr).toContain('PUPPETEER_EXECUTABLE_PATH is /nonexistent/chrome');
    expect(stderr).toContain('--no-pdf');
    expect(stderr).toContain('npm ci');
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(await hashesOf(out)).toEqual(whole);
    const russian = await build([...args, '--lang', 'ru'], 1, environment);
    expect(russian.stderr).toContain('PUPPETEER_EXECUTABLE_PATH указывает на /nonexistent/chrome');
  });

  it('that starts and dies is told of in its own words', async () => {
    const { out, args } = await twoCopies();
    const wrapper = join(out, '..', 'chrome');
    await writeFile(wrapper, '#!/bin/sh\necho "libnss3.so: cannot open shared object file" >&2\nexit 127\n');
    await chmod(wrapper, 0o755);
    const { stderr } = await build([...args, '--lang', 'en'], 1, { PUPPETEER_EXECUTABLE_PATH: wrapper });
    expect(stderr).toContain('libnss3.so');
    expect(stderr).toContain('--no-pdf');
    expect(await hashesOf(out)).toEqual(whole);
  });

  it('does not matter with --no-pdf: everything else is built and no page offers a PDF', async () => {
    const { args, out } = await twoCopies();
    await rm(out, { recursive: true });
    await build([...args, '--no-pdf'], 0, { PUPPETEER_EXECUTABLE_PATH: '/nonexistent/chrome' });
    const files = await filesOf(out);
    expect(files).toEqual(Object.keys(whole).filter((file) => !file.endsWith('.pdf')));
    for (const file of files.filter((one) => one.endsWith('.html'))) {
      expect(await readFile(join(out, file), 'utf8')).not.toContain('.pdf');
    }
    expect((await readJson<Manifest>(join(out, 'manifest.json'))).browser).toBeNull();
  });
});

describe('--help', () => {
  it.each(['build', 'check', 'new', 'dev'])('of %s ends with 0 and lists the flags', async (command) => {
    const { code, stdout } = await runCommand(command, ['--help']);
    expect(code).toBe(0);
    expect(stdout).toContain('--workspace');
  });
});

describe('a client whose folder has another name than before', () => {
  it('leaves the output with a warning, once, and is back when the folder is', async () => {
    const { root, out, args } = await twoCopies();
    const [right, wrong] = ['birch', 'brich'].map((id) => join(root, 'data/clients', id)) as [string, string];
    await rename(right, wrong);
    const told = async () => JSON.parse((await build([...args, '--json', '--no-pdf', '--lang', 'en'])).stdout) as Told;

    const { ok, problems } = await told();
    const gone = problems.filter(({ code }) => code === 'folder-gone');
    expect(ok).toBe(true);
    expect(gone).toMatchObject([{ severity: 'warning', client: 'birch', file: 'data/clients/birch' }]);
    expect(gone[0]!.found).toContain('reports/birch');
    expect((await statuses(out)).sort()).toEqual(['alder built', 'brich built']);
    const codes = (await told()).problems.map(({ code }) => code);
    expect(codes).not.toContain('folder-gone');

    await rename(wrong, right);
    const back = (await told()).problems.filter(({ code }) => code === 'folder-gone');
    expect(back.map(({ client }) => client)).toEqual(['brich']);
    expect((await statuses(out)).sort()).toEqual(['alder built', 'birch built']);
  });

  it('lies where the warning says, also when the build that took it out was killed before its manifest', async () => {
    const { root, out, args } = await twoCopies();
    await rm(join(root, 'data/clients/birch'), { recursive: true });
    const gone = async () => {
      const { problems } = JSON.parse((await build([...args, '--json', '--no-pdf', '--lang', 'en'])).stdout) as Told;
      return problems.find(({ code }) => code === 'folder-gone')!;
    };
    const manifest = await readFile(join(out, 'manifest.json'));
    await gone();
    await writeFile(join(out, 'manifest.json'), manifest);
    const { mend } = await gone();
    const [, place] = /lies in (\S+) until/.exec(mend)!;
    expect(await filesOf(join(PROJECT, place!))).toContain('index.html');
  });
});

describe('a workspace that has lost every client', () => {
  it('ends with 1, says what is published and what to bring back, and the output stays byte for byte', async () => {
    const { root, out, args } = await twoCopies();
    await rm(join(root, 'data/clients'), { recursive: true });
    await rm(join(root, 'content/reports/notes'), { recursive: true });
    const { stderr } = await build([...args, '--no-pdf', '--lang', 'en'], 1);
    expect(stderr).toContain('no client at all, though reports are published of alder, birch');
    expect(stderr).toContain('bring the folder data/clients back');
    expect(await hashesOf(out)).toEqual(whole);
  });
});

describe('a month whose exports have left the workspace', () => {
  it('is told of once, by client and period, when its report leaves the output', async () => {
    const { root, out, args } = await twoCopies();
    const file = join(root, 'data/clients/birch/exports/example/example.csv');
    const rows = (await readFile(file, 'utf8')).split('\n');
    await writeFile(file, rows.filter((row) => !row.startsWith('2026-09')).join('\n'));
    const told = async () => {
      const { ok, problems } = JSON.parse(
        (await build([...args, '--json', '--no-pdf', '--lang', 'en'])).stdout,
      ) as Told;
      expect(ok).toBe(true);
      return problems.filter(({ code }) => code === 'reports-gone');
    };
    expect(await told()).toMatchObject([{ severity: 'warning', client: 'birch', file: 'data/clients/birch' }]);
    expect(await filesOf(join(out, 'reports/birch'))).not.toContain('2026-09/index.html');
    expect(await told()).toEqual([]);
  });
});
