import { isDay } from '../../figures/period.ts';
import type { EstimateInput } from '../../types/estimate.ts';
import type { Proposal, Rate } from '../../types/proposal.ts';
import type { Agency, Client, Person } from '../../types/workspace.ts';
import { readFrontmatter } from '../content/frontmatter.ts';
import { splitFrontmatter } from '../content/split-frontmatter.ts';
import { checkTemplate } from '../content/template.ts';
import { danglingNames, faultyPictures, personReference, picturesOfOthers, repeatedNames } from '../cross-checks.ts';
import type { Desk } from '../desk.ts';
import type { Finding } from '../findings.ts';
import { placeOf, textsAt } from '../json-file.ts';
import type { JsonDocument } from '../json-reader.ts';
import { ESTIMATES_FOLDER, PROPOSALS_FOLDER } from '../places.ts';
import { proposalSchema } from '../schemas/proposal.ts';
import { unknownPeople } from '../tables/people-cells.ts';
import { readEstimate } from './estimate.ts';
import { estimateHead, profileOf, type EstimateHead } from './head.ts';
import { linesOfFrontmatter, linesOfTable, type LineSource } from './line-source.ts';
import * as mistake from './mistakes.ts';

/** What every proposal of the agency is read with. */
export interface ProposalHouse {
  agency: Agency;
  people: Person[];
  clients: readonly Pick<Client, 'id' | 'name' | 'legalName'>[];
  rates: readonly Rate[];
  /** Components the text may use; checked for syntax only when absent. */
  components: readonly string[] | undefined;
}

/** What a proposal is called on paper, and where its file says so. */
export interface PaperName extends Pick<Proposal, 'id' | 'file' | 'number' | 'version'> {
  at: Pick<Finding, 'row' | 'column'>;
}

/** A proposal as far as it could be read. */
export interface ReadProposal {
  /** `null` when something is wrong with it, which the desk is told. */
  proposal: Proposal | null;
  /** `null` when the frontmatter cannot say. */
  name: PaperName | null;
}

/** Reads one proposal and its estimate. */
export async function readProposal(id: string, house: ProposalHouse, desk: Desk): Promise<ReadProposal> {
  const file = `${PROPOSALS_FOLDER}/${id}.mdx`;
  const nothing = { proposal: null, name: null };
  const text = await desk.text(file);
  if (text === null) return nothing;
  const { frontmatter, body, bodyRow } = splitFrontmatter(text);
  if (frontmatter === null) {
    desk.report(file, mistake.noFrontmatter());
    return nothing;
  }
  const { value: head, document, findings } = readFrontmatter(frontmatter, proposalSchema);
  desk.report(file, ...findings, ...(await checkTemplate(text, house.components)));
  if (document !== null) desk.report(file, ...(await crossChecks(document, house, desk)));
  const priced = head ?? (document && estimateHead(document.value));
  const input = await estimateOf({ id, file, head: priced, document }, house, desk);
  if (head === null || document === null) return nothing;
  const name = { id, file, number: head.number, version: head.version, at: placeOf(document, ['number']) };
  const whole = input !== null && desk.problems.every(({ severity }) => severity !== 'error');
  const profile = profileOf(head, house.agency);
  return { proposal: whole ? { id, file, ...profile, estimate: input, body, bodyRow } : null, name };
}

/** The estimate, from wherever its lines stand; `null` when it cannot be computed, which the desk is told. */
async function estimateOf(
  { id, file, head, document }: Omit<ToSource, 'currency'>,
  { agency, people, rates }: ProposalHouse,
  desk: Desk,
): Promise<EstimateInput | null> {
  const currency = head && (head.currency ?? agency.currency);
  const source = await lineSource({ id, file, head, document, currency }, desk);
  if (source === null) return null;
  reportStrangers(source, people, desk);
  if (head === null || document === null || currency === null) {
    desk.report(source.file, ...source.findings);
    return null;
  }
  const prices = { locale: head.locale ?? agency.locale, currency, day: head.date, taxes: agency.taxes, rates };
  const { input, findings } = readEstimate(head, source, prices, document);
  desk.report(file, ...findings.own);
  desk.report(source.file, ...findings.lines);
  return input;
}

/** Names and pictures of the frontmatter that nothing answers to, and pictures of somebody else. */
async function crossChecks(document: JsonDocument, { people, clients }: ProposalHouse, desk: Desk): Promise<Finding[]> {
  const person = personReference(people.map((each) => each.id));
  const dress = [
    ['prospect', 'logo'],
    ['theme', 'cover'],
  ];
  // Works are shown on purpose, whosever they are.
  const pictures = [...dress, ['references', '*', 'picture']];
  const missing = await Promise.all(pictures.map((path) => faultyPictures(desk, document, path, 'error')));
  const own = clientsOffered(document, clients);
  return [
    ...danglingNames(document, ['author'], person),
    ...danglingNames(document, ['team', '*'], person),
    ...repeatedNames(document, ['team', '*']),
    ...repeatedNames(document, ['estimate', 'packages', '*', 'id']),
    ...repeatedNames(document, ['estimate', 'sections', '*', 'title']),
    ...missing.flat(),
    ...dress.flatMap((path) => picturesOfOthers(document, path, own)),
    ...validity(document),
  ];
}

/** Ids of the clients the proposal is made to: they bear the prospect's name. */
function clientsOffered(document: JsonDocument, clients: ProposalHouse['clients']): string[] {
  const plain = (text: string): string =>
    text
      .normalize('NFC')
      .replace(/["«»“”„]/g, '')
      .toLowerCase()
      .trim();
  const prospect = plain(textsAt(document, ['prospect', 'name'])[0]?.text ?? '');
  return clients
    .filter(({ name, legalName }) => [name, legalName ?? ''].some((one) => plain(one) === prospect))
    .map(({ id }) => id);
}

/** A proposal that ends before it begins, told whatever else is wrong with it. */
function validity(document: JsonDocument): Finding[] {
  const textAt = (name: string): string => textsAt(document, [name])[0]?.text ?? '';
  const [date, validUntil] = [textAt('date'), textAt('validUntil')];
  if (!isDay(date) || !isDay(validUntil) || validUntil >= date) return [];
  return [{ ...mistake.endsBeforeItBegins({ date, validUntil }), ...placeOf(document, ['validUntil']) }];
}

interface ToSource {
  id: string;
  file: string;
  /** `null` when what an estimate needs of the frontmatter cannot be read. */
  head: EstimateHead | null;
  document: JsonDocument | null;
  /** What amounts of the lines are in; `null` when the frontmatter cannot say. */
  currency: string | null;
}

/** The lines, from the one place they stand in; `null` when there is none, or two. */
async function lineSource({ id, file, head, document, currency }: ToSource, desk: Desk): Promise<LineSource | null> {
  const table = `${ESTIMATES_FOLDER}/${id}/estimate.csv`;
  const text = await desk.text(table);
  const lines = head?.estimate.lines;
  if (text !== null && lines !== undefined) {
    desk.report(file, { ...mistake.twoEstimates(table), ...placeOf(document!, ['estimate', 'lines']) });
    return null;
  }
  if (text !== null) return linesOfTable(table, text, currency);
  if (lines !== undefined && document !== null) return linesOfFrontmatter(file, lines, document, currency);
  if (head !== null && (await desk.reach(table)) === 'absent') desk.report(file, mistake.noEstimate(table));
  return null;
}

/** A cell that looks like an id but belongs to nobody would be printed as a name. */
function reportStrangers({ file, rows, spot }: LineSource, people: readonly Person[], desk: Desk): void {
  const named = rows.map(({ person }, index) => ({ person: person ?? '', row: index }));
  const strangers = unknownPeople(named, undefined, people);
  desk.report(file, ...strangers.map((finding) => ({ ...finding, ...spot(finding.row, 'person') })));
}
