import { appendFile, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { nodeEffects } from '../../src/effects/node.ts';
import { check } from '../../src/press/check.ts';
import type { Locale } from '../../src/types/locale.ts';
import { scratchFolder, writeFiles } from '../support/folders.ts';
import { AS_OF, writeWorkspace } from '../support/workspaces.ts';

const FOLDER = 'data/clients/alder';
const EXAMPLE = `${FOLDER}/exports/example/example.csv`;
const REAL = `${FOLDER}/exports/google-ads/october.csv`;

let root: string;

async function made(locale: Locale): Promise<void> {
  root = await scratchFolder('examples');
  await writeWorkspace(root, { alder: locale });
}

/** Code and file of each problem that is of examples. */
const told = async () => {
  const { problems } = await check(root, AS_OF, nodeEffects());
  return problems.map(({ code, file }) => `${code} ${file}`).filter((one) => one.startsWith('example'));
};

const LEFT = ['work.csv', 'plan.csv', 'events.csv', 'initiatives.csv'].map((name) => `example-left ${FOLDER}/${name}`);
const NOTE = 'example-left content/reports/notes/alder/2026-10.mdx';

describe.each(['ru', 'en'] as const)('the examples of a new client (%s)', (locale) => {
  beforeEach(() => made(locale));

  it('are nobody’s mistake while there is nothing else', async () => {
    expect(await told()).toEqual([]);
  });

  it('are not counted among real rows: the client is not published until they go', async () => {
    await writeFiles(root, [[REAL, 'date,channel,cost\n2026-10-01,search,100\n']]);
    expect(await told()).toEqual([`example-among-data ${EXAMPLE}`, ...LEFT, NOTE]);
  });

  it('are known however a spreadsheet has saved them', async () => {
    const rows = (await readFile(join(root, EXAMPLE), 'utf8')).replace('\ufeff', '').trimEnd().split('\n');
    await writeFile(join(root, EXAMPLE), `${rows.map((row) => row.replaceAll(/[,;]/g, '\t')).join('\r\n')}\r\n`);
    await writeFiles(root, [[REAL, 'date,channel,cost\n2026-10-01,search,100\n']]);
    expect(await told()).toContain(`example-among-data ${EXAMPLE}`);
  });

  it('are the client’s own once somebody has written into them', async () => {
    const row = locale === 'ru' ? '2026-10-31;Почта;10;5;0;1000\n' : '2026-10-31,Mail,10,5,0,1000\n';
    await appendFile(join(root, EXAMPLE), row);
    await writeFiles(root, [[REAL, 'date,channel,cost\n2026-10-01,search,100\n']]);
    expect((await told()).filter((one) => one.startsWith('example-among'))).toEqual([]);
  });

  it('are told by file as long as the client would read them', async () => {
    await writeFiles(root, [[REAL, 'date,channel,cost,leads\n2026-10-01,search,100,1\n']]);
    await rm(join(root, FOLDER, 'exports/example'), { recursive: true });
    for (const name of ['targets.csv', 'media-plan.csv', 'plan.csv']) await rm(join(root, FOLDER, name));
    const work = join(root, FOLDER, 'work.csv');
    await writeFile(work, (await readFile(work, 'utf8')).replaceAll(/(Пример|Example): /g, ''));
    expect(await told()).toEqual([...LEFT.slice(2), NOTE]);
  });
});
