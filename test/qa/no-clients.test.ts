import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { runCommand } from '../support/command.ts';
import { filesOf, scratchFolder, writeFiles } from '../support/folders.ts';

const AGENCY = '{"name": "Beacon", "locale": "en", "currency": "USD", "timeZone": "UTC"}';
const AUTHOR = '[{"id": "ann", "name": "Ann Lee", "role": "Account manager", "email": "ann@beacon.example"}]';

let root: string;

beforeEach(async () => {
  root = await scratchFolder('no-clients');
  await writeFiles(root, [
    ['data/agency.json', AGENCY],
    ['data/people.json', AUTHOR],
  ]);
});

/** Exit code, codes of the problems, top folders of the output. */
async function run(
  command: string,
  ...flags: string[]
): Promise<{ code: number | null; told: string[]; made: string[] }> {
  const out = join(root, 'dist');
  const where = command === 'build' ? ['--out', out, '--no-pdf'] : [];
  const all = ['--workspace', root, '--as-of', '2026-11-04', '--json', ...where, ...flags];
  const { code, stdout } = await runCommand(command, all);
  const { problems } = JSON.parse(stdout) as { problems: { severity: string; code: string; file: string }[] };
  const errors = problems.filter(({ severity }) => severity === 'error');
  const files = command === 'build' ? await filesOf(out) : [];
  const made = [...new Set(files.filter((file) => file.includes('/')).map((file) => file.split('/')[0]!))];
  return { code, told: errors.map((one) => `${one.file} ${one.code}`), made };
}

describe('an agency without a single client', () => {
  it('has its other documents built, and is told of clients only when it asks for reports by name', async () => {
    const started = await runCommand('new', ['proposal', 'bakery', '--workspace', root]);
    expect(started.stderr + started.stdout).not.toContain('no client');
    expect(started.code).toBe(0);
    expect(await run('check')).toEqual({ code: 0, told: [], made: [] });
    expect(await run('build')).toEqual({ code: 0, told: [], made: ['proposals'] });
    expect(await run('build', '--site', 'reports')).toEqual({
      code: 1,
      told: ['data/clients no-clients'],
      made: ['proposals'],
    });
  });

  it('is not believed when there are notes to reports: the clients are lost, and nothing is built', async () => {
    await runCommand('new', ['proposal', 'bakery', '--workspace', root]);
    await writeFiles(root, [['content/reports/notes/README.txt', 'How we write notes.']]);
    expect(await run('check')).toEqual({ code: 0, told: [], made: [] });
    await writeFiles(root, [['content/reports/notes/alder/2026-10.mdx', 'A good month.']]);
    expect(await run('check')).toEqual({ code: 1, told: ['data/clients no-clients'], made: [] });
    const refused = await runCommand('build', ['--workspace', root, '--out', join(root, 'dist'), '--no-pdf']);
    expect([refused.code, existsSync(join(root, 'dist'))]).toEqual([1, false]);
    const { stdout } = await runCommand('check', ['--workspace', root, '--json', '--lang', 'en']);
    expect(stdout).toContain('no client at all, though there are notes to reports of alder');
  });

  it('is told how to begin when there is nothing at all to build', async () => {
    expect(await run('check')).toEqual({ code: 1, told: ['data/clients no-clients'], made: [] });
    expect(await run('build')).toEqual({ code: 1, told: ['data/clients no-clients'], made: [] });
  });
});
