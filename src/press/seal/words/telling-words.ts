import type { Proposal } from '../../../types/proposal.ts';
import type { Client } from '../../../types/workspace.ts';
import { canonical } from '../reading/canonical.ts';
import { linksIn, siteMarks } from './hosts.ts';
import { phoneForms } from './phones.ts';
import type { Owner, TermKind } from './terms.ts';

/** Takes one text that tells whose a document is; what is empty tells nothing. */
export type Add = (owner: Owner, kind: TermKind, written: string | null | undefined) => void;

/**
 * Names of one word which contacts have within longer names too: where somebody is called Анна Бах, nobody is told by
 * Анна alone.
 */
export function givenNames(clients: readonly Client[], proposals: readonly Proposal[]): Set<string> {
  const contacts = [...clients.flatMap(({ contacts }) => contacts ?? []), ...proposals.map(({ contact }) => contact)];
  const names = contacts.map(({ name }) => nameWords(name));
  const parts = new Set(names.flatMap((words) => (words.length > 1 ? words : [])));
  return new Set(names.flatMap((words) => (words.length === 1 && parts.has(words[0]!) ? words : [])));
}

const nameWords = (name: string | null | undefined): string[] =>
  canonical((name ?? '').normalize('NFC'))
    .trim()
    .split(/\s+/);

/** What is nobody's although somebody bears it. */
export interface Common {
  /** See `givenNames`. */
  given: ReadonlySet<string>;
  /** See `platformsOf`. */
  platforms: ReadonlySet<string>;
  /** Pages that the agency's own texts lead to: who else names one says nothing of anybody. */
  pages: ReadonlySet<string>;
}

export function addClient(client: Client, common: Common, add: Add): void {
  const owner = `reports/${client.id}`;
  addId(owner, client.id, add);
  for (const folder of ['clients', 'notes', 'reports']) add(owner, 'path', `${folder}/${client.id}/`);
  addCompany(owner, client, common, add);
  for (const { name, email } of client.contacts ?? []) {
    addContact(owner, name, common.given, add);
    add(owner, 'email', email);
  }
  for (const link of writtenFor(client).flatMap(linksIn)) if (!common.pages.has(link)) add(owner, 'link', link);
}

/** Texts of the client's documents that may lead somewhere. */
export function writtenFor({ work, notes, events, initiatives }: Client): string[] {
  const noted = Object.values(notes).flatMap(({ summary, asks, body }) => [summary, ...asks, body]);
  const listed = [...events.map(({ title }) => title), ...initiatives.map(({ note }) => note)];
  return [...work.map(({ link }) => link ?? ''), ...noted, ...listed];
}

export function addProposal(proposal: Proposal, common: Common, add: Add): void {
  const owner = `proposals/${proposal.id}`;
  const { prospect, contact, publish } = proposal;
  addId(owner, proposal.id, add);
  add(owner, 'path', `proposals/${proposal.id}/`);
  add(owner, 'id', proposal.number);
  addCompany(owner, prospect, common, add);
  addContact(owner, contact.name, common.given, add);
  add(owner, 'email', contact.email);
  for (const number of (prospect.requisites ?? []).flatMap(longNumbers)) add(owner, 'id', number);
  for (const form of contact.phone ? phoneForms(contact.phone) : []) add(owner, 'phone', form);
  if (publish.as === 'link') add(owner, 'id', publish.key);
}

/** Numbers of a register or an account; those of a tax office and a bank itself, which many have, are shorter. */
const LONG_NUMBER = /\d(?:[ \u00a0]?\d){9,}/g;
/** A stand-in for a number, such as ten noughts, is also a place in a PDF. */
const LEAST_DIFFERENT = 4;

/** As they are written, and without spaces. */
export function longNumbers(line: string): string[] {
  const numbers = (line.match(LONG_NUMBER) ?? []).filter((number) => {
    const digits = number.replace(/\D/g, '');
    return !digits.startsWith('0000') && new Set(digits).size >= LEAST_DIFFERENT;
  });
  return numbers.flatMap((number) => [number, number.replace(/\D/g, '')]);
}

function addContact(owner: Owner, name: string | null, given: ReadonlySet<string>, add: Add): void {
  if (given.has(nameWords(name).join(' '))) return;
  add(owner, 'name', name);
  for (const listed of surnameFirst(name ?? '')) add(owner, 'name', listed);
}

/**
 * As lists have a person, «Бах Анна», «Бах, Анна», whichever end of the name the surname is written at. In Latin letters
 * with the comma alone, as it is written there: of Grant May nobody speaks who “may grant” something.
 */
function surnameFirst(name: string): string[] {
  const words = name.trim().split(/\s+/);
  const first = words.slice(0, 1);
  const last = words.slice(-1);
  if (words.length < 2 || words.length > 3) return [];
  const turned = [
    [last, words.slice(0, -1)],
    [words.slice(1), first],
  ].map((parts) => parts.map((part) => part.join(' ')));
  const joints = /\p{Script=Latin}/u.test(name) ? [', '] : [' ', ', '];
  return [...new Set(turned.flatMap((parts) => joints.map((joint) => parts.join(joint))))];
}

/** An id of one word is a word as a name is; with a hyphen or a digit nobody writes it by chance. */
function addId(owner: Owner, id: string, add: Add): void {
  add(owner, /[-\d]/.test(id) ? 'id' : 'name', id);
  add(owner, 'path', `"client":"${id}"`);
  add(owner, 'path', `"client": "${id}"`);
}

/** What stands between words of a name in addresses. */
const JOINTS = ['-', '_', '+'];

interface Company {
  name: string;
  legalName?: string | null | undefined;
  site?: string | null | undefined;
}

function addCompany(owner: Owner, { name, legalName: legal, site }: Company, { platforms }: Common, add: Add): void {
  // ООО «Мебельная фабрика „Тихий дом“»: the innermost quoted name tells as much as the whole.
  const inner = [name, legal ?? ''].map((text) => /[«“„"]([^«»“”„"]+)[»“”"]/.exec(text)?.[1] ?? '');
  for (const text of [name, legal, ...inner]) add(owner, 'name', text);
  for (const text of [name, ...inner]) for (const joint of JOINTS) add(owner, 'name', text.replaceAll(' ', joint));
  for (const { kind, text } of site ? siteMarks(site, platforms) : []) add(owner, kind, text);
}
