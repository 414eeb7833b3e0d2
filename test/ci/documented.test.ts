import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { PROJECT } from '../support/command.ts';

const { scripts } = JSON.parse(await readFile(join(PROJECT, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};
/** Commands of the project's own: name → file. */
const COMMANDS = Object.entries(scripts).flatMap(([name, line]) => {
  const file = /^node (\S+)$/.exec(line)?.[1];
  return file === undefined ? [] : [[name, file] as const];
});

async function help(file: string, locale: string): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [file, '--help', '--lang', locale], { cwd: PROJECT });
  return stdout;
}

/** The guides, by path; what a page shows of code is not among its links. */
async function guides(): Promise<[string, string][]> {
  const docs = await readdir(join(PROJECT, 'docs'), { recursive: true });
  const files = [
    'README.md',
    'README.ru.md',
    ...docs.filter((name) => name.endsWith('.md')).map((one) => `docs/${one}`),
  ];
  return Promise.all(
    files.sort().map(async (file): Promise<[string, string]> => [file, await readFile(join(PROJECT, file), 'utf8')]),
  );
}

const withoutCode = (text: string): string => text.replace(/^```.*?^```/gms, '').replace(/`[^`\n]+`/g, '');

/** Addresses of headings, as GitHub and GitLab make them. */
function anchorsOf(text: string): string[] {
  return [...text.replace(/^```.*?^```/gms, '').matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}_\- ]/gu, '')
      .replace(/ /g, '-'),
  );
}

describe.each(COMMANDS)('npm run %s', (name, file) => {
  it('tells how it is used in both languages, and the guides in both name each of its flags', async () => {
    expect(await help(file, 'ru')).toContain(`Использование: npm run ${name} --`);
    const told = await help(file, 'en');
    expect(told).toContain(`Usage: npm run ${name} --`);
    const flags = [...told.matchAll(/^ {2}(--[a-z-]+)/gm)].map(([, flag]) => flag!);
    // What only engineers run is told where they read, in English.
    const forEngineers = /^(bench|test)/.test(name);
    const all = await guides();
    for (const russian of forEngineers ? [false] : [false, true]) {
      const text = all
        .filter(([path]) => path.endsWith('.ru.md') === russian && (forEngineers || !path.includes('decisions/')))
        .map(([, each]) => each)
        .join('\n');
      expect(flags.filter((flag) => !new RegExp(`${flag}(?![a-z-])`).test(text))).toEqual([]);
    }
  });
});

describe.each([
  ['trainee', 'scripts/trainee.ts'],
  ['exam', 'scripts/exam.ts'],
])('npm run %s', (name, file) => {
  it('stands in both READMEs with each of its actions', async () => {
    const usage = (await help(file, 'en')).split('\n').find((line) => line.startsWith('Usage:'))!;
    // `new|signoff|…`, `issue <exam> | grade FILE… | …`
    const actions = usage
      .slice(usage.indexOf('--') + 2)
      .split('|')
      .map((action) => /[a-z]+/.exec(action)![0]);
    expect(actions.length).toBeGreaterThan(5);
    for (const [path, text] of (await guides()).filter(([one]) => one.startsWith('README'))) {
      const row = text.split('\n').find((line) => line.startsWith(`| \`npm run ${name} -- `))!;
      expect(/^\| `[^`]*-- ([^`]*)`/.exec(row)![1]!.split(', '), path).toEqual(actions);
    }
  });
});

describe('the guides', async () => {
  const all = await guides();

  it('ask no command for a flag that it does not have', async () => {
    const known = new Map(
      await Promise.all(COMMANDS.map(async ([name, file]) => [name, await help(file, 'en')] as const)),
    );
    const strangers = all.flatMap(([path, text]) =>
      [...text.matchAll(/npm run (?:-s |--silent )?([a-z:]+)([^`\n#|]*)/g)].flatMap(([, name = '', words = '']) =>
        [...words.matchAll(/ --[a-z][a-z-]+/g)]
          .filter(
            ([flag]) =>
              known.has(name) && !known.get(name)!.includes(` ${flag} `) && !known.get(name)!.includes(` ${flag}\n`),
          )
          .map(([flag]) => `${path}: npm run ${name}${flag}`),
      ),
    );
    expect(strangers).toEqual([]);
  });

  it.each(all)('%s: every link leads to a file that is there, and to a heading that it has', async (path, text) => {
    const dead: string[] = [];
    for (const [, to = ''] of withoutCode(text).matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^[a-z]+:/.test(to)) continue;
      const [file = '', anchor] = to.split('#');
      const target = file === '' ? path : relative(PROJECT, join(PROJECT, dirname(path), file));
      const there = existsSync(join(PROJECT, target));
      const headings = there && anchor !== undefined ? anchorsOf(await readFile(join(PROJECT, target), 'utf8')) : [];
      if (!there || (anchor !== undefined && !headings.includes(decodeURIComponent(anchor)))) dead.push(to);
    }
    expect(dead).toEqual([]);
  });
});
