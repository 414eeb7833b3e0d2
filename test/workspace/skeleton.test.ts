import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readExport } from '../../src/intake/read-export.ts';
import { loadWorkspace } from '../../src/workspace/load.ts';
import { newClient } from '../../src/workspace/skeleton/new-client.ts';
import { AGENCY, memory, ROOT } from './memory.ts';

const asked = { id: 'new-shop', root: ROOT, project: `${ROOT}/engine`, lang: null };
const engine = { 'engine/content/reports/monthly.ru.mdx': '# Р', 'engine/content/reports/monthly.en.mdx': '# R' };

async function make(locale: 'ru' | 'en', lang: 'ru' | 'en' | null = null) {
  const agency = AGENCY.replace('"ru"', `"${locale}"`);
  const people = '[{"id": "anna", "name": "Anna", "role": "manager"}]';
  const world = memory({ ...engine, 'data/agency.json': agency, 'data/people.json': people });
  const code = await newClient({ ...asked, lang }, world.effects);
  return { ...world, code };
}

describe.each(['ru', 'en'] as const)('a new client of an agency that speaks %s', (locale) => {
  it('passes the check and has something in every section', async () => {
    const { effects, code } = await make(locale);
    const { value, problems } = await loadWorkspace(ROOT, effects);
    expect([code, problems]).toEqual([0, []]);
    const [client] = value.clients;
    expect(client).toMatchObject({ id: 'new-shop', locale, manager: 'anna' });
    for (const section of ['targets', 'mediaPlan', 'work', 'plan', 'events', 'initiatives', 'exports'] as const) {
      expect(client?.[section].length, section).toBeGreaterThan(0);
    }
    expect(Object.keys(client?.notes ?? {})).toEqual(['2026-10']);
  });

  it('has an export of the two months that ended last, without problems', async () => {
    const { effects, written } = await make(locale);
    const { value } = await loadWorkspace(ROOT, effects);
    const { file = '', source = '' } = value.clients[0]?.exports[0] ?? {};
    const bytes = new TextEncoder().encode(String(written()[file]));
    const read = readExport({ file, source, bytes }, { rule: undefined, metrics: value.metrics, client: 'new-shop' });
    expect(read.problems).toEqual([]);
    expect(read).toMatchObject({
      format: 'tidy',
      period: { from: '2026-09-01', to: '2026-10-31' },
      rows: { read: 122 },
    });
  });
});

describe('the command new', () => {
  it('speaks the language of the agency, or the one asked for', async () => {
    expect((await make('ru')).err.join()).toContain('Готово. Дальше:');
    expect((await make('ru', 'en')).err.join()).toContain('Done. Next:');
  });

  it('refuses a client that exists and touches nothing', async () => {
    const { effects, written, err } = await make('en');
    const before = written();
    expect(await newClient(asked, effects)).toBe(1);
    expect(written()).toEqual(before);
    expect(err.at(-1)).toContain('exists already');
  });

  it('says what is wrong with the workspace it was called in', async () => {
    const { effects, err } = memory(engine);
    expect(await newClient(asked, effects)).toBe(1);
    expect(err[0]).toMatch(/^data\/agency\.json {2}no such file → /);
  });

  it('keeps the template the workspace has and brings one it lacks', async () => {
    const world = memory({ ...engine, 'data/agency.json': AGENCY, 'content/reports/monthly.ru.mdx': 'своё' });
    await newClient(asked, world.effects);
    expect(world.written()['content/reports/monthly.ru.mdx']).toBe('своё');
    const empty = memory({ ...engine, 'data/agency.json': AGENCY });
    await newClient(asked, empty.effects);
    expect(empty.written()['content/reports/monthly.ru.mdx']).toBe('# Р');
  });
});

describe('the script', () => {
  const run = (...args: string[]) => {
    const script = join(import.meta.dirname, '../../scripts/new.ts');
    return spawnSync(process.execPath, [script, ...args], { encoding: 'utf8', env: { ...process.env, LC_ALL: 'en' } });
  };

  it('runs on plain Node and prints each file it made', async () => {
    const root = await mkdtemp(join(tmpdir(), 'new-client-'));
    await mkdir(join(root, 'data'));
    await writeFile(join(root, 'data/agency.json'), AGENCY);
    const { status, stdout } = run('client', 'shop', '--workspace', root);
    expect(status).toBe(0);
    const made = stdout.trim().split('\n');
    expect(made).toContain('data/clients/shop/client.json');
    for (const path of made) expect((await readFile(join(root, path))).length).toBeGreaterThan(0);
    await rm(root, { recursive: true });
  });

  it.each([
    [['client'], 'Give two words'],
    [['agency', 'x'], 'Give two words'],
    [['client', 'a', 'b'], 'Give two words'],
    [['client', '../a'], 'cannot be an id'],
    [['client', 'Shop'], 'cannot be an id'],
    [['client', 'a', '--nope'], 'Unknown flag'],
    [['client', 'a', '--lang', 'de'], 'unknown value'],
  ])('answers 2 to wrong usage: %j', (args, says) => {
    const { status, stdout, stderr } = run(...args);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(says);
  });
});
