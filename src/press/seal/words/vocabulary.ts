import { EVERYBODY, type Owner, type TermKind, type Term } from './terms.ts';
import { localText } from '../../../locale/text.ts';
import type { LocalText } from '../../../types/locale.ts';
import type { Proposal } from '../../../types/proposal.ts';
import type { Client, Note, Workspace } from '../../../types/workspace.ts';
import { canonical } from '../reading/canonical.ts';
import { unmarked } from '../reading/respelling.ts';
import { addressesIn, hostOf, linksIn, mentionForms, platformsOf } from './hosts.ts';
import type { MentorsWord } from './mentors-words.ts';
import type { PricedPerson } from './rates-of-people.ts';
import { phoneForms } from './phones.ts';
import { addClient, addProposal, givenNames, longNumbers, type Common } from './telling-words.ts';
import { slugOf, SHORTEST_SLUG } from './slugs.ts';
import { indexTerms, isWhole, SHORTEST_TERM } from './term-index.ts';

export interface Vocabulary {
  terms: Term[];
  /** Texts too short, or too common, to tell anything; not searched. Sorted. */
  unsearched: string[];
}

export interface Subjects {
  workspace: Workspace;
  proposals: readonly Proposal[];
  /** Where the agency's own texts lead. */
  addresses: AgencyAddresses;
  /** Texts that may stand nowhere: absolute paths, the link secret, the ledger. */
  secrets: readonly string[];
  priced: readonly PricedPerson[];
  /** What only mentors read. */
  mentors: readonly MentorsWord[];
}

/** Addresses that the agency's own texts give. */
export interface AgencyAddresses {
  templates: readonly string[];
  lessons: readonly string[];
}

/** What clients and proposals are told apart by, as far as it is the same on every machine. */
export type Readers = Pick<Subjects, 'workspace' | 'proposals' | 'addresses'>;

/** What tells each client and each proposal from all others, and what may stand in no folder. */
export function vocabularyOf(readers: Vocabulary, { workspace, secrets, mentors }: Subjects): Vocabulary {
  const gathered = new Terms(sharedTexts(workspace), readers);
  for (const { text, file } of mentors) gathered.add(file, 'mentors', text);
  for (const secret of secrets) gathered.add(null, 'secret', secret);
  return gathered.vocabulary;
}

/** Terms as they are gathered. What the agency shows to everybody is left out. */
class Terms {
  readonly #shared: ReadonlySet<string>;
  readonly #terms: Map<string, Term>;
  readonly #unsearched: Set<string>;

  constructor(shared: ReadonlySet<string>, known: Vocabulary = { terms: [], unsearched: [] }) {
    this.#shared = shared;
    this.#terms = new Map(known.terms.map((term) => [term.text, term]));
    this.#unsearched = new Set(known.unsearched);
  }

  add(owner: Owner | null, kind: TermKind, written: string | null | undefined): void {
    const composed = (written ?? '').normalize('NFC');
    // «Рассве́т» is told by «Рассвет» too.
    if (unmarked(composed) !== composed) this.add(owner, kind, unmarked(composed));
    const text = canonical(composed).trim();
    if (text === '' || this.#shared.has(text)) return;
    if (text.length < SHORTEST_TERM) {
      if (kind !== 'secret') this.#unsearched.add(text);
      return;
    }
    const term = this.#terms.get(text) ?? { text, kind, owners: new Set() };
    this.#terms.set(text, term);
    if (owner !== null) term.owners.add(owner);
  }

  /** An owner's documents may say it, whosever it is. */
  allow(owner: Owner, mention: string): void {
    for (const form of mentionForms(mention)) {
      const text = canonical(form.normalize('NFC')).trim();
      if (text.length < SHORTEST_TERM) continue;
      const term = this.#terms.get(text) ?? { text, kind: 'mention', owners: new Set() };
      (term.allowed ??= new Set()).add(owner);
      this.#terms.set(text, term);
      if (owner === EVERYBODY) this.#unsearched.add(text);
    }
  }

  /** Nobody is known by what stands in texts that any folder may have. */
  leaveOut(everywhere: readonly string[]): void {
    for (const text of standingIn(everywhere, [...this.#terms.keys()])) {
      this.#terms.delete(text);
      this.#unsearched.add(text);
    }
  }

  /** Names their bearers are not known by. */
  passOver(names: Iterable<string>): void {
    for (const name of names) this.#unsearched.add(name);
  }

  get vocabulary(): Vocabulary {
    const isLooked = (text: string): boolean =>
      this.#terms.has(text) && this.#terms.get(text)!.allowed?.has(EVERYBODY) !== true;
    const unsearched = [...this.#unsearched].filter((text) => !isLooked(text));
    return { terms: [...this.#terms.values()], unsearched: unsearched.sort() };
  }
}

/**
 * What tells each client and each proposal from all others.
 * @param engine what the engine itself writes; see `engineTexts`
 */
export function readersWords({ workspace, proposals, addresses }: Readers, engine: readonly string[]): Vocabulary {
  const shared = sharedTexts(workspace);
  const gathered = new Terms(shared);
  const offers = offersByName(proposals);
  const { clients, agency } = workspace;
  const given = givenNames(clients, proposals);
  const sites = [...clients.map(({ site }) => site), ...proposals.map(({ prospect }) => prospect.site)];
  const common: Common = {
    given,
    platforms: platformsOf(
      sites.flatMap((site) => site ?? []),
      agency.mentions ?? [],
    ),
    pages: new Set([...addresses.templates, ...addresses.lessons].flatMap(linksIn)),
  };
  gathered.passOver(given);
  for (const client of clients) {
    // What is offered to a client may name the client.
    const offered = new Set(namesOf(client).flatMap((name) => offers.get(name) ?? []));
    addClient(client, common, (owner, kind, written) => {
      for (const each of kind === 'path' ? [owner] : [owner, ...offered]) gathered.add(each, kind, written);
    });
  }
  for (const proposal of proposals) addProposal(proposal, common, (...term) => gathered.add(...term));
  // A contact called Анна is not told by a page that names the agency's Анна Лебедева.
  const everywhere = [...engine, ...shared];
  gathered.leaveOut(everywhere);
  addSlugs(gathered.vocabulary.terms, everywhere);
  for (const mention of agency.mentions ?? []) gathered.allow(EVERYBODY, mention);
  for (const { id, mentions } of clients) for (const text of mentions ?? []) gathered.allow(`reports/${id}`, text);
  for (const { id, mentions } of proposals) for (const text of mentions ?? []) gathered.allow(`proposals/${id}`, text);
  return gathered.vocabulary;
}

/** Proposals by the names of whom they are made to. */
function offersByName(proposals: readonly Proposal[]): Map<string, Owner[]> {
  const offers = new Map<string, Owner[]>();
  for (const { id, prospect } of proposals) {
    for (const name of namesOf(prospect)) offers.set(name, [...(offers.get(name) ?? []), `proposals/${id}`]);
  }
  return offers;
}

const namesOf = ({ name, legalName }: { name: string; legalName?: string | null }): string[] =>
  [name, legalName ?? ''].map((text) => canonical(text.normalize('NFC')).trim()).filter((text) => text !== '');

/** @param everywhere texts that any folder may have */
function addSlugs(terms: readonly Term[], everywhere: readonly string[]): void {
  // Of the ways in which one name is written the first is told.
  const slugs = new Map<string, { term: Term; slug: string }>();
  for (const term of terms) {
    const slug = term.kind === 'name' ? slugOf(term.text) : '';
    const key = [slug, ...term.owners].join(' ');
    if (slug.length >= SHORTEST_SLUG && !slugs.has(key)) slugs.set(key, { term, slug });
  }
  const common = standingIn(everywhere, [...new Set([...slugs.values()].map(({ slug }) => slug))]);
  for (const { term, slug } of slugs.values()) if (!common.has(slug)) term.slug = slug;
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

/**
 * A client with no more than what the vocabulary is made of, whom it may lead to, and what it is told apart by from the
 * others: thousands of them fit into memory.
 */
export function ownWords(client: Client): Client {
  const none = { targets: [], mediaPlan: [], plan: [] };
  const notes = Object.entries(client.notes).map(([period, note]): [string, Note] => [
    period,
    { ...note, ...{ summary: bare(note.summary), asks: [], html: '', text: '' }, body: bare(note.body, ...note.asks) },
  ]);
  return {
    ...{ ...client, ...none, notes: Object.fromEntries(notes) },
    work: client.work.filter(({ link }) => link !== null),
    events: client.events.filter(({ title }) => addressesIn(title).length > 0),
    initiatives: client.initiatives.filter(({ note }) => addressesIn(note).length > 0),
  };
}

/** Addresses in texts, and nothing else of these. */
const bare = (...texts: string[]): string => texts.flatMap(addressesIn).join('\n');

/** Texts every folder may show: the agency, its people, its channels, its metrics. */
function sharedTexts({ agency, people, metrics }: Workspace): Set<string> {
  const texts: (LocalText | undefined)[] = [agency.name, agency.legalName, agency.email];
  texts.push(...[agency, ...people].flatMap(({ phone }) => (phone ? phoneForms(phone) : [])));
  texts.push(...Object.keys(agency.channels), ...Object.values(agency.channels));
  for (const { id, name, role, email } of people) texts.push(id, name, role, email);
  for (const { id, names } of Object.values(metrics)) texts.push(id, names);
  if (agency.site) texts.push(hostOf(agency.site));
  const inBoth = (text: LocalText): string[] => [localText(text, 'ru'), localText(text, 'en')];
  const both = texts.flatMap((text) => (text === undefined ? [] : inBoth(text)));
  both.push(...(agency.requisites ?? []).flatMap(inBoth).flatMap(longNumbers));
  return new Set(both.map((text) => canonical(text).trim()));
}
