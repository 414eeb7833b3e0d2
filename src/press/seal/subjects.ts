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
import { writtenFor } from './words/telling-words.ts';
import type { AgencyAddresses, Subjects } from './words/vocabulary.ts';
import type { Owner } from './words/terms.ts';
import { mentorsWords } from './words/mentors-words.ts';
import { pricedPeople } from './words/rates-of-people.ts';

/** The workspace as the proofs need it. */
export async function readSubjects(workspace: Workspace, project: string, effects: Effects): Promise<Subjects> {
  const { value } = await loadProposals(workspace, effects);
  return {
    workspace,
    proposals: value.proposals,
    addresses: await agencyAddresses(workspace, effects),
    secrets: await secretsOf(workspace.root, project, effects),
    priced: pricedPeople(workspace.people, value.rates, value.proposals),
    mentors: await mentorsWords(workspace, effects),
  };
}

async function agencyAddresses({ root, templates }: Workspace, effects: Effects): Promise<AgencyAddresses> {
  const inFiles = async (paths: string[]): Promise<string[]> => {
    const found = new Set<string>();
    for (const path of paths) for (const address of addressesIn(await readText(path, effects))) found.add(address);
    return [...found];
  };
  const lessons = (await filesUnder(root, HANDBOOK_FOLDER, effects)).filter((file) => file.endsWith('.mdx'));
  return {
    templates: await inFiles(Object.values(templates)),
    lessons: await inFiles(lessons.map((file) => join(root, file))),
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
export function hostsOf({ workspace, proposals, addresses }: Subjects): Map<Owner, Set<string>> {
  const hosts = new Map<Owner, Set<string>>();
  const add = (owner: Owner, texts: readonly (string | null | undefined)[]): void => {
    const own = hosts.get(owner) ?? new Set<string>();
    hosts.set(owner, own);
    for (const text of texts) for (const address of addressesIn(text ?? '')) own.add(hostOf(address));
  };
  const { agency, clients } = workspace;
  add('', [agency.site, ...addresses.templates]);
  for (const client of clients) add(`reports/${client.id}`, [client.site, ...writtenFor(client)]);
  for (const proposal of proposals) add(`proposals/${proposal.id}`, writtenBy(proposal));
  add('handbook', addresses.lessons);
  return hosts;
}

function writtenBy({ prospect, body, references }: Proposal): (string | null)[] {
  return [prospect.site, body, ...references.map(({ link }) => link)];
}
