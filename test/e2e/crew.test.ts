import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { cp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { build, startCommand } from '../support/command.ts';
import { hashesOf, makeScratch } from '../support/folders.ts';
import { AS_OF, writeWorkspace } from '../support/workspaces.ts';

let home: string;
let alone: string;
let saidAlone: string;

const args = (out: string) => [
  '--workspace',
  join(home, 'agency'),
  '--as-of',
  AS_OF,
  '--out',
  out,
  '--no-cache',
  '--json',
];

beforeAll(async () => {
  home = await makeScratch('crew');
  const workspace = join(home, 'agency');
  await writeWorkspace(workspace, { alder: 'ru', birch: 'en', cedar: 'ru', damson: 'en' });
  await writeFile(join(workspace, 'data/clients/cedar/client.json'), '{"name": "Cedar", "kpis": "many"}');
  await writeFile(join(workspace, 'data/clients/damson/events.csv'), 'date,title\n2026-10-05,Sale\nsoon,Fair\n');
  alone = join(home, 'alone');
  saidAlone = (await build([...args(alone), '--workers', '1'], 1)).stdout;
});
afterAll(() => rm(home, { recursive: true, force: true }));

describe('clients built by several processes', () => {
  it('are the same bytes and problems as from one, PDFs included', async () => {
    const out = join(home, 'together');
    const { stdout } = await build([...args(out), '--workers', '3'], 1);
    expect(await hashesOf(out)).toEqual(await hashesOf(alone));
    expect(stdout).toBe(saidAlone);
    expect(stdout).toContain('data/clients/cedar/client.json');
    expect(stdout).toContain('data/clients/damson/events.csv');
  });

  it('are all told of, as from one, when the agency’s own files let nothing be built', async () => {
    const agency = join(home, 'agency/data/people.json');
    await writeFile(agency, '[{"id": 5}]');
    const [one, several] = await Promise.all(
      ['1', '3'].map((workers) => build([...args(join(home, `none-${workers}`)), '--workers', workers], 1)),
    );
    await rm(agency);
    expect(several!.stdout).toBe(one!.stdout);
    expect(one!.stdout).toContain('data/people.json');
    expect(one!.stdout).toContain('data/clients/damson/events.csv');
  });

  // Processes are looked up where Linux shows them.
  it.runIf(existsSync('/proc/self/stat'))('are finished by another process when one dies', async () => {
    const out = join(home, 'survived');
    const running = startCommand('build', [...args(out), '--workers', '2']);
    const members = await vi.waitUntil(() => membersOf(running.process.pid!), { timeout: 120_000, interval: 20 });
    process.kill(members[0]!, 'SIGKILL');
    const { code, stdout } = await running.ended;
    expect(code).toBe(1);
    expect(stdout).toBe(saidAlone);
    expect(await hashesOf(out)).toEqual(await hashesOf(alone));
  });

  it('are told of once, all by name, when the process that built them dies twice, and keep what stood', async () => {
    const out = join(home, 'lost');
    await cp(alone, out, { recursive: true });
    const deadly = join(home, 'deadly.mjs');
    await writeFile(
      deadly,
      "if (process.argv[1]?.endsWith('crew-member.ts')) process.on('message', () => process.exit(9));",
    );
    const run = [...args(out), '--workers', '2'];
    const { stdout } = await build(run, 1, { NODE_OPTIONS: `--import ${JSON.stringify(deadly)}` });
    const { problems } = JSON.parse(stdout) as { problems: { code: string; found: string }[] };
    const told = problems.filter(({ code }) => code === 'worker-lost').map(({ found }) => found);
    const names = ['alder, birch', 'cedar, damson'].map((both) => expect.stringContaining(` ${both}, `) as unknown);
    expect(told).toEqual(names);
    expect((await hashesOf(out))['reports/alder/index.html']).toBe((await hashesOf(alone))['reports/alder/index.html']);
  });

  it('are told to need a whole number of processes', async () => {
    const { stderr } = await build(['--workers', 'many'], 2);
    expect(stderr).toContain('--workers: “many”');
  });
});

/** Processes of the crew that a build has started. */
function membersOf(builder: number): number[] | null {
  const members = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      try {
        const parent = Number(
          readFileSync(`/proc/${name}/stat`, 'utf8')
            .replace(/^.*\) /, '')
            .split(' ')[1],
        );
        return parent === builder && readFileSync(`/proc/${name}/cmdline`, 'utf8').includes('crew-member');
      } catch {
        return false;
      }
    });
  return members.length > 0 ? members.map(Number) : null;
}
