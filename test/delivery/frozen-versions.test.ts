import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { changesOf, type VersionContent } from '../../src/delivery/version-content.ts';
import { nodeEffects } from '../../src/effects/node.ts';
import { sealProposal } from '../../src/press/proposals/prepare.ts';
import { readWorkspace } from '../../src/press/read-workspace.ts';
import type { Problem } from '../../src/types/problem.ts';
import { loadProposals } from '../../src/workspace/proposals/load-proposals.ts';
import { runCommand } from '../support/command.ts';
import { sha256 } from '../support/folders.ts';
import { mailServer } from './mail-server.ts';
import { FILE, PROPOSAL, proposalAgency, writeBuilt, type ProposalAgency } from './proposal-agency.ts';

const CONTENT = `data/outbox/proposal/${PROPOSAL}/v2/content.json`;
const LATER = '2026-12-01';

/** What a build makes of the proposal, and why it would stop. */
async function made(agency: ProposalAgency, asOf = LATER) {
  const effects = nodeEffects();
  const { value: workspace } = await readWorkspace(agency.root, effects);
  const { value } = await loadProposals(workspace, effects);
  const kit = { workspace, movedDays: value.movedDays, ledger: await agency.ledger(), pdf: true, asOf };
  return sealProposal(value.proposals[0]!, [], kit, effects);
}

/** An agency whose proposal was built, sent to its contact, and kept. */
async function sentAgency(): Promise<ProposalAgency> {
  const agency = await proposalAgency({ head: (text) => text.replace('team:', 'theme: { accent: "#0a5b52" }\nteam:') });
  const { seal } = await made(agency);
  await writeBuilt(agency.root, agency.out, seal, '%PDF-1.7\nproposal\n');
  const { url } = await mailServer();
  const sent = await runCommand('send', [...agency.proposal, '--json'], { SMTP_URL: url });
  expect(sent.stderr + sent.stdout).toContain('"sent"');
  expect((await made(agency)).problems).toEqual([]);
  return agency;
}

async function rewrite(agency: ProposalAgency, file: string, ...changes: [string | RegExp, string][]): Promise<void> {
  const path = join(agency.root, file);
  const before = await readFile(path, 'utf8');
  const after = changes.reduce((text, [was, is]) => text.replace(was, is), before);
  expect(after).not.toBe(before);
  await writeFile(path, after);
}

const foundIn = (problems: Problem[], locale: 'ru' | 'en') =>
  problems.map(({ found }) => (typeof found === 'string' ? found : found[locale]).replace(/\d{4}-\d\d-\d\d/, 'DAY'));

it('a field that another engine did not have is no change while it is empty', () => {
  const version = (said: VersionContent['said']): VersionContent => ({ accent: null, body: '', said, shown: [] });
  expect(changesOf(version({ number: '7' }), version({ number: '7', seats: null }))).toEqual([]);
  expect(changesOf(version({ number: '7' }), version({ number: '7', seats: 3 }))).toEqual([
    { path: ['seats'], was: null, is: '3' },
  ]);
});

describe('a version that was sent', () => {
  it('is kept with everything it says, which is what its seal is the hash of', async () => {
    const agency = await sentAgency();
    const content = await readFile(join(agency.root, CONTENT), 'utf8');
    expect(JSON.parse(content)).toMatchObject({ body: expect.stringContaining('Здравствуйте.') as string });
    const { seal } = await made(agency);
    expect(sha256(content)).toBe(seal);
  });

  it('says of every change where it is, what was there and what is there now', async () => {
    const agency = await sentAgency();
    await rewrite(agency, FILE, ['294 047,59', '294 000'], ['Здравствуйте.', 'Добрый день.'], ['#0a5b52', '#0a5b53']);
    await rewrite(agency, 'data/people.json', ['дизайнер', 'арт-директор']);
    const { problems } = await made(agency);
    expect(foundIn(problems, 'ru')).toEqual([
      'версия 2, отправленная DAY, изменилась: смета, lines, Аудит, price: 294047.59 → 294000; ' +
        'команда (data/people.json), Олег Рябов, role: дизайнер → арт-директор; ' +
        'theme.accent: #0a5b52 → #0a5b53; и ещё 1',
    ]);
    expect(foundIn(problems, 'en')[0]).toMatch(/has changed: the estimate, lines, Аудит, price: .*; and 1 more$/);
  });

  it('names lines that came, went or changed places', async () => {
    const agency = await sentAgency();
    await rewrite(agency, FILE, [
      '    - { section: SEO',
      '    - { section: SEO, item: Семантика, price: "10" }\n    - { section: SEO',
    ]);
    expect(foundIn((await made(agency)).problems, 'ru')).toEqual([
      'версия 2, отправленная DAY, изменилась: смета, lines, Семантика: нет → Семантика',
    ]);
  });

  it('is not changed by blank lines, comments and line ends of its text, and keeps its seal', async () => {
    const agency = await sentAgency();
    const { seal } = await made(agency);
    await rewrite(agency, FILE, ['Здравствуйте.', '{/* спросить\nпро НДС */}\n\n\n  \nЗдравствуйте.\n\n']);
    const after = await made(agency);
    expect(after.problems).toEqual([]);
    expect(after.seal).toBe(seal);
    await rewrite(agency, FILE, [/\n/g, '\r\n']);
    expect((await made(agency)).problems).toEqual([]);
    // Where lines are kept as they are written, one more shows.
    await rewrite(agency, FILE, ['Здравствуйте.', '```\nЗдравствуйте.\n```']);
    expect((await made(agency)).problems).toHaveLength(1);
  });

  it.each([
    ['accepted', 'status: ready', 'status: accepted'],
    ['declined', 'status: ready', 'status: declined'],
  ])(
    'once %s it goes on naming the agency and its people as it did, with their addresses of today',
    async (_, was, is) => {
      const agency = await sentAgency();
      const { seal, model } = await made(agency);
      await rewrite(
        agency,
        'data/people.json',
        ['Анна Ковалёва', 'Анна Седова'],
        ['дизайнер', 'арт-директор'],
        ['anna@', 'sedova@'],
      );
      await rewrite(agency, 'data/agency.json', [/"name": ?"[^"]*"|"name": ?\{[^}]*\}/, '"name": "Новый маяк"']);
      expect((await made(agency)).problems).toHaveLength(1);
      await rewrite(agency, FILE, [was, is]);
      const after = await made(agency);
      expect(after.problems).toEqual([]);
      expect(after.seal).toBe(seal);
      expect(after.model.agency.name).toBe(model.agency.name);
      expect(after.model.author).toEqual({ ...model.author, email: 'sedova@beacon.example' });
      expect(after.model.team.map(({ role }) => role)).toEqual(model.team.map(({ role }) => role));
    },
  );

  it('once it has run out it is treated so too, the day after its last', async () => {
    const agency = await sentAgency();
    await rewrite(agency, 'data/people.json', ['Анна Ковалёва', 'Анна Седова']);
    expect((await made(agency, '2099-12-20')).problems).toHaveLength(1);
    expect((await made(agency, '2099-12-21')).problems).toEqual([]);
  });

  it('once accepted its own words, figures and team still may not change', async () => {
    for (const change of [
      ['294 047,59', '294 047,60'],
      ['Здравствуйте.', 'Добрый день.'],
      ['team: [anna, oleg]', 'team: [anna]'],
      ['team: [anna, oleg]', 'team: [oleg, anna]'],
      ['author: anna', 'author: oleg'],
    ] as const) {
      const agency = await sentAgency();
      await rewrite(agency, FILE, ['status: ready', 'status: accepted'], [...change]);
      expect((await made(agency)).problems, change[1]).toHaveLength(1);
    }
  });

  it('without what was kept, or with something else there, any change is told, though not which', async () => {
    const agency = await sentAgency();
    await rewrite(agency, FILE, ['status: ready', 'status: accepted'], ['Здравствуйте.', '\n\nЗдравствуйте.']);
    expect((await made(agency)).problems).toEqual([]);
    await rewrite(agency, CONTENT, ['294047.59', '294047.60']);
    const [told] = foundIn((await made(agency)).problems, 'ru');
    expect(told).toBe('версия 2, отправленная DAY, изменилась');
    await rm(join(agency.root, CONTENT));
    expect((await made(agency)).problems).toHaveLength(1);
  });

  it('goes to another address after a comment was added, with the document that left', async () => {
    const agency = await sentAgency();
    await rewrite(agency, FILE, ['Здравствуйте.', '{/* узнать про НДС */}\n\nЗдравствуйте.']);
    const { seal } = await made(agency);
    await writeBuilt(agency.root, agency.out, seal, '%PDF-1.7\nproposal\n');
    const { url, received } = await mailServer();
    const again = await runCommand('send', [...agency.proposal, '--to', 'glavbuh@hotel.example', '--json'], {
      SMTP_URL: url,
    });
    expect(again.stderr).toBe('');
    expect(received).toHaveLength(1);
    expect(sha256(await readFile(join(agency.root, CONTENT), 'utf8'))).toBe(seal);
  });
});
