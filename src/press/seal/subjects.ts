import { join } from 'node:path';
import { LEDGER } from '../../delivery/outbox.ts';
import type { Effects } from '../../types/effects.ts';
import type { Proposal } from '../../types/proposal.ts';
import type { Workspace } from '../../types/workspace.ts';
import { loadProposals } from '../../workspace/proposals/load-proposals.ts';
import { HANDBOOK_FOLDER } from '../../workspace/handbook/places.ts';
import { filesUnder } from '../inputs.ts';
import { SECRET_FILE, SECRET_VARIABLE } from '../proposals/folder.ts';
import { readText } from '../read-text.ts';
import { addressesIn, hostOf } from './words/hosts.ts';
import type { Subjects } from './words/vocabulary.ts';
import type { Owner } from './words/terms.ts';
import { mentorsWords } from './words/mentors-words.ts';
import { pricedPeople } from './words/rates-of-people.ts';

/** The workspace as the proofs need it. */
export async function readSubjects(workspace: Workspace, project: string, effects: Effects): Promise<Subjects> {
  const { value } = await loadProposals(workspace, effects);
  return {
    workspace,
    proposals: value.proposals,
    secrets: await secretsOf(workspace.root, project, effects),
    priced: pricedPeople(workspace.people, value.rates, value.proposals),
    mentors: await mentorsWords(workspace, effects),
  };
}

/** Paths of this machine, the link secret, and what a ledger begins with. */
async function secretsOf(root: string, project: string, effects: Effects): Promise<string[]> {
  const secrets = [root, project, root.replaceAll('\\', '/'), effects.env[SECRET_VARIABLE]?.trim() ?? ''];
  for (const file of [SECRET_FILE, LEDGER]) {
    const text = await textOf(join(root, file), effects);
    secrets.push(...text.split('\n').filter((line) => line.length >= 12));
  }
  return [...new Set(secrets)].filter((secret) => secret.length > 3);
}

/** Empty when there is no such file. */
async function textOf(path: string, effects: Effects): Promise<string> {
  return (await effects.fs.exists(path)) ? readText(path, effects) : '';
}

/** Hosts each owner's pages may lead to; those under the empty name are for everybody. */
export async function hostsOf(subjects: Subjects, effects: Effects): Promise<Map<Owner, Set<string>>> {
  const { workspace, proposals } = subjects;
  const hosts = new Map<Owner, Set<string>>();
  const add = (owner: Owner, texts: readonly (string | null | undefined)[]): void => {
    const own = hosts.get(owner) ?? new Set<string>();
    hosts.set(owner, own);
    for (const text of texts) for (const address of addressesIn(text ?? '')) own.add(hostOf(address));
  };
  const { agency, clients, templates } = workspace;
  add('', [agency.site]);
  for (const template of Object.values(templates)) add('', [await readText(template, effects)]);
  for (const { id, site, work, notes, events, initiatives } of clients) {
    add(`reports/${id}`, [site, ...work.map(({ link }) => link), ...Object.values(notes).map(({ body }) => body)]);
    add(`reports/${id}`, [...events.map(({ title }) => title), ...initiatives.map(({ note }) => note)]);
  }
  for (const proposal of proposals) add(`proposals/${proposal.id}`, writtenBy(proposal));
  for (const file of await filesUnder(workspace.root, HANDBOOK_FOLDER, effects)) {
    if (!file.endsWith('.mdx')) continue;
    add('handbook', [await readText(join(workspace.root, file), effects)]);
  }
  return hosts;
}

function writtenBy({ prospect, body, references }: Proposal): (string | null)[] {
  return [prospect.site, body, ...references.map(({ link }) => link)];
}
