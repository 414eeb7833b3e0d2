import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { nodeEffects } from '../../src/effects/node.ts';
import type { Effects } from '../../src/types/effects.ts';
import { PROPOSAL_COMPONENTS } from '../../src/ui/proposal/names.ts';
import { loadWorkspace } from '../../src/workspace/load.ts';
import { loadProposals } from '../../src/workspace/proposals/load-proposals.ts';
import { proposalExamplesLeft } from '../../src/delivery/examples-left.ts';
import { localText } from '../../src/locale/text.ts';
import { newProposal } from '../../src/workspace/skeleton/new-proposal.ts';

const AGENCY = { name: 'Beacon', locale: 'en', currency: 'EUR', timeZone: 'Europe/Berlin' };
const HOSTILE = `<script>{x}</script> **"quote': #yes\n---\n- [a](b) \\ \u0000`.replace('\u0000', '');

let root: string;
let said: string[];
let effects: Effects;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'accountpress-new-'));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  said = [];
  const say = (line: string) => void said.push(line);
  effects = { ...nodeEffects(), out: say, err: say, now: () => new Date('2026-11-21T23:30:00Z') };
  await effects.fs.write(join(root, 'data/agency.json'), JSON.stringify(AGENCY));
  await effects.fs.write(join(root, 'data/people.json'), JSON.stringify([{ id: 'ann', name: 'Ann', role: 'manager' }]));
});

const start = (id: string, brief: string | null = null) =>
  newProposal({ id, root, project: root, brief, lang: null }, effects);

async function load() {
  const { value } = await loadWorkspace(root, effects);
  return loadProposals(value, effects, PROPOSAL_COMPONENTS);
}

describe('a new proposal', () => {
  test('can be read at once, is a draft of today in the agency’s zone, and takes the next number', async () => {
    expect(await start('first')).toBe(0);
    expect(await start('second')).toBe(0);
    const { value, problems } = await load();
    expect(problems).toEqual([]);
    expect(value.proposals.map(({ number }) => number)).toEqual(['2026-001', '2026-002']);
    expect(value.proposals[0]).toMatchObject({
      ...{ status: 'draft', version: 1, date: '2026-11-22', validUntil: '2026-12-13', author: 'ann' },
      publish: { as: 'link', key: null },
    });
  });

  test('is known by its examples until they are written over', async () => {
    await start('first');
    const [proposal] = (await load()).value.proposals;
    const told = localText(proposalExamplesLeft(proposal!)!, 'en');
    const marked = [proposal!.body, ...proposal!.estimate.lines.flatMap(({ section, title }) => [section, title])];
    const examples = marked.flatMap((text) => text.match(/Example: [\w' ]+/g) ?? []);
    expect(examples.length).toBeGreaterThan(8);
    for (const example of ['“Name of the company”', '“Full name”', ...examples]) expect(told).toContain(example);
    const own = { ...proposal!, body: 'For example: an Approach, by its full name.' };
    const lines = own.estimate.lines.map((line) => ({ ...line, section: 'Site', title: 'Example of a page' }));
    const written = { prospect: { ...own.prospect, name: 'Bay' }, contact: { ...own.contact, name: 'Ann Gray' } };
    expect(proposalExamplesLeft({ ...own, ...written, estimate: { ...own.estimate, lines } })).toBeNull();
  });

  test('takes a number of its own when others are made at the same time', async () => {
    expect(await Promise.all(['first', 'second', 'third'].map((id) => start(id)))).toEqual([0, 0, 0]);
    const numbers = (await load()).value.proposals.map(({ number }) => number);
    expect(numbers.sort()).toEqual(['2026-001', '2026-002', '2026-003']);
  });

  test('of one id is made once, however many make it', async () => {
    expect((await Promise.all([start('first'), start('first')])).sort()).toEqual([0, 1]);
  });

  test('is not written over one that is there', async () => {
    await start('first');
    const before = await readFile(join(root, 'content/proposals/first.mdx'), 'utf8');
    expect(await start('first')).toBe(1);
    expect(await readFile(join(root, 'content/proposals/first.mdx'), 'utf8')).toBe(before);
  });

  test('begins from a brief, whatever its answers hold', async () => {
    const file = join(root, 'filled.json');
    const answers = { company: HOSTILE, product: HOSTILE, goals: HOSTILE, name: HOSTILE, timeZone: 'Asia/Omsk' };
    await writeFile(file, JSON.stringify({ brief: 1, locale: 'ru', answers }));
    expect(await start('briefed', file)).toBe(0);
    const { value, problems } = await load();
    expect(problems).toEqual([]);
    const [proposal] = value.proposals;
    expect(proposal!.prospect.name).toBe(HOSTILE.replace(/\s+/g, ' ').trim());
    expect(proposal).toMatchObject({ locale: 'ru', contact: { timeZone: 'Asia/Omsk' } });
  });

  test.each([
    ['Ольга Петровна Седова', 'Ольга Петровна'],
    ['Рабинович Анна Ильинична', 'Анна Ильинична'],
    ['Олег Рабинович', null],
  ])('addresses %s as Russians do, and says what a short answer of the brief is about', async (name, greeting) => {
    const file = join(root, 'filled.json');
    await writeFile(file, JSON.stringify({ brief: 1, locale: 'ru', answers: { name, deadline: 'к 1 марта' } }));
    expect(await start('briefed', file)).toBe(0);
    const { value } = await load();
    expect(value.proposals[0]!.contact.greeting).toBe(greeting);
    expect(value.proposals[0]!.body).toContain('- Срок: к 1 марта');
  });

  test.each([
    ['is absent', null],
    ['is no brief', '{"brief":2}'],
    ['asks what the form does not', '{"brief":1,"locale":"ru","answers":{"salary":"1"}}'],
  ])('is refused when its brief %s', async (_what, text) => {
    const file = join(root, 'filled.json');
    if (text !== null) await writeFile(file, text);
    expect(await start('briefed', file)).toBe(1);
    expect(said.join('\n')).toContain('filled.json');
    expect(await effects.fs.exists(join(root, 'content/proposals/briefed.mdx'))).toBe(false);
  });
});
