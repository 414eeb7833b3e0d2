import { localText } from '../../locale/text.ts';
import type { LocalText } from '../../types/locale.ts';
import type { Proposal } from '../../types/proposal.ts';
import type { Client, Note, Workspace } from '../../types/workspace.ts';
import { canonical } from './canonical.ts';
import type { MentorsWord } from './mentors-words.ts';
import { slugOf, SHORTEST_SLUG } from './slugs.ts';
import { indexTerms, isWhole, SHORTEST_TERM } from './term-index.ts';

/** Whose a published folder is: `reports/<client>` or `proposals/<id>`, whatever key the folder's name bears. */
export type Owner = string;

/** Owner of what every folder shares. */
export const NOBODY: Owner = '';

/** `secret` and `mentors` belong into no published folder. */
export type TermKind = 'name' | 'id' | 'domain' | 'link' | 'email' | 'phone' | 'path' | 'mentors' | 'secret';

/** Whether a term is the agency's own: it may not be on the machine that proves, so the record does not tell of it. */
export const isOwn = ({ kind }: Pick<Term, 'kind'>): boolean => kind === 'secret' || kind === 'mentors';

/** A text that tells whose a document is. */
export interface Term {
  /** As `canonical` spells it. */
  text: string;
  kind: TermKind;
  /** Those in whose folders it may stand, several when clients share it; of a mentors' word its file. */
  owners: Set<Owner>;
  /** Of a name: how names of files have it; absent where it is too short, or what the engine calls its own files. */
  slug?: string;
}

export interface Vocabulary {
  terms: Term[];
  /** Texts too short, or too common, to tell anything; not searched. Sorted. */
  unsearched: string[];
}

export interface Subjects {
  workspace: Workspace;
  proposals: readonly Proposal[];
  /** Texts that may stand nowhere: absolute paths, the link secret, the ledger. */
  secrets: readonly string[];
  /** What only mentors read. */
  mentors: readonly MentorsWord[];
  /** What the engine itself writes; see `engineTexts`. */
  engine: readonly string[];
}

/** What tells each client and each proposal from all others. What the agency shows to everybody is left out. */
export function vocabularyOf({ workspace, proposals, secrets, mentors, engine }: Subjects): Vocabulary {
  const shared = sharedTexts(workspace);
  const terms = new Map<string, Term>();
  const unsearched = new Set<string>();
  const add = (owner: Owner | null, kind: TermKind, written: string | null | undefined): void => {
    const text = canonical((written ?? '').normalize('NFC')).trim();
    if (text === '' || shared.has(text)) return;
    if (text.length < SHORTEST_TERM) {
      if (kind !== 'secret') unsearched.add(text);
      return;
    }
    const term = terms.get(text) ?? { text, kind, owners: new Set() };
    terms.set(text, term);
    if (owner !== null) term.owners.add(owner);
  };
  for (const client of workspace.clients) addClient(client, add);
  for (const proposal of proposals) addProposal(proposal, add);
  for (const text of standingIn(engine, [...terms.keys()])) {
    terms.delete(text);
    unsearched.add(text);
  }
  addSlugs([...terms.values()], engine);
  for (const { text, file } of mentors) add(file, 'mentors', text);
  for (const secret of secrets) add(null, 'secret', secret);
  return { terms: [...terms.values()], unsearched: [...unsearched].sort() };
}

function addSlugs(terms: readonly Term[], engine: readonly string[]): void {
  const slugs = new Map<Term, string>();
  for (const term of terms) {
    const slug = term.kind === 'name' ? slugOf(term.text) : '';
    if (slug.length >= SHORTEST_SLUG) slugs.set(term, slug);
  }
  const common = standingIn(engine, [...slugs.values()]);
  for (const [term, slug] of slugs) if (!common.has(slug)) term.slug = slug;
}

/** Those of the terms that stand somewhere in the texts, not as a part of a longer word. */
function standingIn(texts: readonly string[], terms: readonly string[]): Set<string> {
  const found = new Set<string>();
  const index = indexTerms(terms);
  for (const text of texts) {
    index.search(text, (number, at) => {
      if (isWhole(text, terms[number]!, at)) found.add(terms[number]!);
    });
  }
  return found;
}

type Add = (owner: Owner, kind: TermKind, written: string | null | undefined) => void;

function addClient(client: Client, add: Add): void {
  const owner = `reports/${client.id}`;
  addId(owner, client.id, add);
  for (const folder of ['clients', 'notes', 'reports']) add(owner, 'path', `${folder}/${client.id}/`);
  addCompany(owner, client.name, client.legalName, client.site, add);
  for (const { name, email } of client.contacts ?? []) {
    add(owner, 'name', name);
    add(owner, 'email', email);
  }
  const bodies = Object.values(client.notes).map(({ body }) => body);
  for (const link of [...client.work.map(({ link }) => link ?? ''), ...bodies].flatMap(linksIn))
    add(owner, 'link', link);
}

/**
 * A client with no more than what the vocabulary is made of, whom it may lead to, and what it is told apart by from the
 * others: thousands of them fit into memory.
 */
export function ownWords(client: Client): Client {
  const none = { targets: [], mediaPlan: [], plan: [] };
  const notes = Object.entries(client.notes).map(([period, note]): [string, Note] => [
    period,
    { ...note, summary: '', asks: [], html: '', text: '', body: addressesIn(note.body).join('\n') },
  ]);
  return {
    ...{ ...client, ...none, notes: Object.fromEntries(notes) },
    work: client.work.filter(({ link }) => link !== null),
    events: client.events.filter(({ title }) => addressesIn(title).length > 0),
    initiatives: client.initiatives.filter(({ note }) => addressesIn(note).length > 0),
  };
}

function addProposal(proposal: Proposal, add: Add): void {
  const owner = `proposals/${proposal.id}`;
  const { prospect, contact, publish } = proposal;
  addId(owner, proposal.id, add);
  add(owner, 'path', `proposals/${proposal.id}/`);
  add(owner, 'id', proposal.number);
  addCompany(owner, prospect.name, prospect.legalName, prospect.site, add);
  add(owner, 'name', contact.name);
  add(owner, 'email', contact.email);
  add(owner, 'phone', contact.phone);
  if (publish.as === 'link') add(owner, 'id', publish.key);
}

/** An id of one word is a word as a name is; with a hyphen or a digit nobody writes it by chance. */
function addId(owner: Owner, id: string, add: Add): void {
  add(owner, /[-\d]/.test(id) ? 'id' : 'name', id);
  add(owner, 'path', `"client":"${id}"`);
  add(owner, 'path', `"client": "${id}"`);
}

function addCompany(
  owner: Owner,
  name: string,
  legal: string | null | undefined,
  site: string | null | undefined,
  add: Add,
): void {
  add(owner, 'name', name);
  add(owner, 'name', legal);
  // ООО «Мебельная фабрика „Тихий дом“»: the innermost quoted name tells as much as the whole.
  for (const text of [name, legal ?? '']) add(owner, 'name', /[«“„"]([^«»“”„"]+)[»“”"]/.exec(text)?.[1]);
  add(owner, 'domain', site ? hostOf(site) : null);
}

/** Texts every folder may show: the agency, its people, its channels, its metrics. */
function sharedTexts({ agency, people, metrics }: Workspace): Set<string> {
  const texts: (LocalText | undefined)[] = [agency.name, agency.legalName, agency.email, agency.phone];
  texts.push(...Object.keys(agency.channels), ...Object.values(agency.channels));
  for (const { id, name, role, email, phone } of people) texts.push(id, name, role, email, phone);
  for (const { id, names } of Object.values(metrics)) texts.push(id, names);
  if (agency.site) texts.push(hostOf(agency.site));
  const both = texts.flatMap((text) => (text === undefined ? [] : [localText(text, 'ru'), localText(text, 'en')]));
  return new Set(both.map((text) => canonical(text).trim()));
}

const ADDRESS = /https?:\/\/[^\s"'<>)\]}\\]+/g;

export function addressesIn(text: string): string[] {
  return (text.match(ADDRESS) ?? []).map((address) => address.replace(/[.,;:!?]+$/, ''));
}

/** Addresses that tell something by their path; a bare host may be anybody's tool. */
function linksIn(text: string): string[] {
  return addressesIn(text)
    .map((address) => address.replace(/^https?:\/\/(?:www\.)?/, ''))
    .filter((address) => /\/.{3,}/.test(address));
}

/** `belaya-vetka.example` of an address, without `www.`; what is no address is returned as it is. */
export function hostOf(site: string): string {
  return site
    .replace(/^[a-z]+:\/\//i, '')
    .replace(/^www\./i, '')
    .split(/[/?#:]/)[0]!
    .toLowerCase();
}
