import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { nodeEffects } from '../../src/effects/node.ts';
import { loadLedger } from '../../src/delivery/outbox.ts';
import type { LedgerLine } from '../../src/delivery/ledger.ts';
import type { Effects } from '../../src/types/effects.ts';
import { filesOf, scratchFolder, sha256, writeFiles } from '../support/folders.ts';
import { writeWorkspace } from '../support/workspaces.ts';

/** Folder of an agency with one client and one built report, October 2026. */
export interface TestAgency {
  root: string;
  out: string;
  /** Arguments after `send`. */
  report: string[];
  ledger(): Promise<LedgerLine[]>;
}

export const CLIENT = 'hotel';
export const KEY = `report/${CLIENT}/2026-10`;
export const NOW = '2026-11-04T09:30:00.000Z';

const PEOPLE = [
  {
    id: 'anna',
    name: { ru: 'Анна Ковалёва', en: 'Anna Kovaleva' },
    role: { ru: 'аккаунт-менеджер', en: 'account manager' },
    email: 'anna@beacon.example',
    phone: '+7 495 000-00-01',
  },
];

const figure = (value: string, unit: string, target: string | null) => ({
  value,
  previous: '1',
  yearAgo: null,
  target,
  unit,
  better: 'higher',
});

export const FIGURES = {
  client: CLIENT,
  period: '2026-10',
  currency: 'RUB',
  locale: 'ru',
  asOf: '2026-11-04',
  metrics: {
    leads: figure('656', 'count', '650'),
    cost: { ...figure('1234567.5', 'money', null), better: 'lower' },
    cpl: { ...figure('899', 'money', '900'), better: 'lower' },
  },
  warnings: [],
};

const NOTE = `---
author: anna
summary: Октябрь "почти" дотянул до плана.
asks:
  - Пришлите доверенность.
---
`;

/**
 * @param pdfBytes size of the attached document: a large one takes long enough to be broken off
 * @param figures fields of `figures.json` in place of the usual ones
 * @param without days of which the export has no rows
 * @param noted whether the manager has written a note
 */
export async function testAgency({
  pdfBytes = 2000,
  contacts = ['olga@hotel.example'],
  figures = {} as object,
  noted = true,
  without = (_day: string): boolean => false,
} = {}): Promise<TestAgency> {
  const root = await scratchFolder('delivery');
  const out = join(root, 'dist');
  await writeWorkspace(root, { [CLIENT]: 'ru' });
  const rows = join(root, `data/clients/${CLIENT}/exports/example/example.csv`);
  const kept = (await readFile(rows, 'utf8')).split('\n').filter((line) => !without(line.slice(0, 10)));
  await writeFile(rows, kept.join('\n'));
  const profile = `data/clients/${CLIENT}/client.json`;
  const client = JSON.parse(await readFile(join(root, profile), 'utf8')) as object;
  const note = `content/reports/notes/${CLIENT}/2026-10.mdx`;
  const known = contacts.map((email) => ({ name: 'Ольга Седова', greeting: 'Ольга Викторовна', email }));
  await writeFiles(root, [
    ['data/people.json', JSON.stringify(PEOPLE)],
    [
      profile,
      JSON.stringify({
        ...client,
        name: 'Отель «Синий»',
        manager: 'anna',
        team: [],
        kpis: ['leads', 'cost', 'cpl'],
        contacts: known,
      }),
    ],
    [note, NOTE],
  ]);
  if (!noted) await rm(join(root, note));
  const folder = `reports/${CLIENT}/2026-10`;
  const outputs: [string, string][] = [
    [`${folder}/${CLIENT}-2026-10.pdf`, `%PDF-1.7\n${'0123456789abcdef'.repeat(pdfBytes / 16)}`],
    [`${folder}/figures.json`, JSON.stringify({ ...FIGURES, ...figures })],
    [`${folder}/index.html`, '<main>66 лидов</main>'],
  ];
  await writeFiles(out, outputs);
  const hashed = async (base: string, file: string) => ({ file, sha256: sha256(await readFile(join(base, file))) });
  const own = (await filesOf(join(root, 'data/clients', CLIENT))).map((file) => `data/clients/${CLIENT}/${file}`);
  const entry = {
    site: 'reports',
    client: CLIENT,
    period: '2026-10',
    status: 'built',
    asOf: '2026-11-04',
    inputs: await Promise.all([...own, ...(noted ? [note] : []), 'data/people.json'].map((file) => hashed(root, file))),
    outputs: await Promise.all(outputs.map(async ([file]) => ({ ...(await hashed(out, file)), bytes: 1 }))),
  };
  await writeFiles(out, [['manifest.json', JSON.stringify({ engine: {}, browser: null, documents: [entry] })]]);
  return {
    root,
    out,
    report: ['report', CLIENT, '2026-10', '--workspace', root, '--out', out],
    ledger: () => loadLedger(root, nodeEffects()),
  };
}

/** The real files, a clock that stands at `NOW` and moves only by waiting. */
export function patientEffects(): Effects & { pauses: number[]; said: string[] } {
  const pauses: number[] = [];
  const said: string[] = [];
  let now = Date.parse(NOW);
  return {
    ...nodeEffects(),
    pauses,
    said,
    now: () => new Date(now),
    sleep: async (milliseconds) => {
      pauses.push(milliseconds);
      now += milliseconds;
    },
    out: (line) => void said.push(line),
    err: (line) => void said.push(line),
  };
}

/** Kinds and results of the ledger's lines, in order: `intent`, `data`, `sent`. */
export const told = (lines: readonly LedgerLine[]): string[] =>
  lines.map((line) => (line.kind === 'outcome' ? line.result : line.kind));
