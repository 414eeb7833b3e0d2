import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { nodeEffects } from '../../src/effects/node.ts';
import { loadLedger } from '../../src/delivery/outbox.ts';
import type { LedgerLine } from '../../src/delivery/ledger.ts';
import { sha256, scratchFolder, writeFiles } from '../support/folders.ts';
import { writeWorkspace } from '../support/workspaces.ts';

export interface ProposalAgency {
  root: string;
  out: string;
  /** Arguments after `send`. */
  proposal: string[];
  ledger(): Promise<LedgerLine[]>;
}

export const PROPOSAL = 'promo';
export const FILE = `content/proposals/${PROPOSAL}.mdx`;
export const PDF = 'KP-2026-014-v2.pdf';

const PEOPLE = [
  { id: 'anna', name: 'Анна Ковалёва', role: 'аккаунт-менеджер', email: 'anna@beacon.example' },
  { id: 'oleg', name: 'Олег Рябов', role: 'дизайнер', email: 'oleg@beacon.example' },
];

/** Valid for as long as tests will be run. */
const HEAD = `number: КП-2026-014
version: 2
status: ready
prospect: { name: Бухта }
contact: { name: Ирина Соколова, greeting: Ирина Павловна, email: irina@hotel.example, timeZone: Asia/Yekaterinburg, country: RU }
date: 2026-11-20
validUntil: 2099-12-20
author: anna
team: [anna, oleg]
estimate:
  taxMode: exempt
  lines:
    - { section: SEO, item: Аудит, price: "294 047,59" }
`;

const ESTIMATE = {
  number: 'КП-2026-014',
  version: 2,
  currency: 'RUB',
  sections: [],
  options: [],
  packages: [],
  discount: '0.00',
  taxes: [],
  total: '294047.59',
  words: '',
  payments: [{ title: 'Аванс', due: '2026-12-01', amount: '100000.00' }],
};

/** An agency whose one proposal is built. `head` changes lines of its frontmatter. */
export async function proposalAgency({
  head = (text: string) => text,
  seal = 'a'.repeat(64),
} = {}): Promise<ProposalAgency> {
  const root = await scratchFolder('proposals');
  const out = join(root, 'dist');
  await writeWorkspace(root, { hotel: 'ru' });
  await writeFiles(root, [
    ['data/people.json', JSON.stringify(PEOPLE)],
    [FILE, `---\n${head(HEAD)}---\n\nЗдравствуйте.\n`],
  ]);
  await writeBuilt(root, out, seal, '%PDF-1.7\nproposal\n');
  return {
    root,
    out,
    proposal: ['proposal', PROPOSAL, '--workspace', root, '--out', out],
    ledger: () => loadLedger(root, nodeEffects()),
  };
}

/** What a build of the proposals site leaves: the document, its figures, the manifest. */
export async function writeBuilt(root: string, out: string, seal: string, pdf: string, version = 2): Promise<void> {
  const folder = `proposals/${PROPOSAL}`;
  const outputs: [string, string][] = [
    [`${folder}/${PDF}`, pdf],
    [`${folder}/estimate.json`, JSON.stringify({ ...ESTIMATE, version })],
  ];
  await writeFiles(out, outputs);
  const entry = {
    site: 'proposals',
    client: PROPOSAL,
    period: null,
    seal,
    status: 'built',
    asOf: '2026-11-20',
    inputs: [{ file: FILE, sha256: sha256(await readFile(join(root, FILE))) }],
    outputs: outputs.map(([file, content]) => ({ file, sha256: sha256(content), bytes: 1 })),
  };
  await writeFiles(out, [['manifest.json', JSON.stringify({ engine: {}, browser: null, documents: [entry] })]]);
}
