import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { whatPageSays } from '../../src/delivery/page-says.ts';
import type { FiguresFile } from '../../src/types/figures.ts';
import { build } from '../support/command.ts';
import { writeFiles } from '../support/folders.ts';
import { writeWorkspace } from '../support/workspaces.ts';

let home: string;
const AGENCY = { alder: 'ru', birch: 'en' } as const;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'says-'));
  await writeWorkspace(join(home, 'agency'), AGENCY);
  await made('first', '2026-11-04');
  await made('later', '2026-11-20');
  await writeFiles(join(home, 'agency'), [
    ['data/clients/alder/events.csv', 'Дата;Событие\n2026-10-16;Перенос сайта\n'],
    ['data/clients/birch/targets.csv', 'period,metric,channel,target\n2026-10,leads,,191\n'],
  ]);
  await made('changed', '2026-11-04');
});
afterAll(() => rm(home, { recursive: true, force: true }));

const made = (name: string, asOf: string) =>
  build(['--workspace', join(home, 'agency'), '--as-of', asOf, '--no-pdf', '--out', join(home, name)]);

async function says(name: string, client: keyof typeof AGENCY): Promise<string> {
  const read = (file: string) => readFile(join(home, name, 'reports', client, '2026-10', file), 'utf8');
  const figures = JSON.parse(await read('figures.json')) as FiguresFile;
  return whatPageSays(await read('index.html'), { locale: AGENCY[client], currency: 'RUB' }, figures);
}

describe.each(['alder', 'birch'] as const)('what the report of %s says', (client) => {
  it('is the same built on another day', async () => {
    const page = (name: string) => readFile(join(home, name, 'reports', client, '2026-10/index.html'), 'utf8');
    expect(await page('later')).not.toBe(await page('first'));
    expect(await says('later', client)).toBe(await says('first', client));
  });

  it('is something else when a mark on its charts or a target is another', async () => {
    expect(await says('changed', client)).not.toBe(await says('first', client));
  });
});
