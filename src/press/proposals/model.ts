import { extname } from 'node:path';
import { countryCalendar } from '../../calendar/country-calendar.ts';
import { layTimeline } from '../../calendar/timeline.ts';
import { momentOf, timeIn } from '../../calendar/zones.ts';
import { computeEstimate } from '../../estimate/compute.ts';
import { priceLine, printedLine } from '../../estimate/lines.ts';
import { localText } from '../../locale/text.ts';
import type { EstimateInput, EstimateLine } from '../../types/estimate.ts';
import type { MovedDay, Proposal } from '../../types/proposal.ts';
import type { ProposalModel, ProposalPerson, Validity } from '../../types/proposal-model.ts';
import type { Workspace } from '../../types/workspace.ts';
import { agencyCard, personCard } from '../cards.ts';

/** Everything the page of a proposal shows. */
export function proposalModel(
  workspace: Workspace,
  proposal: Proposal,
  moved: readonly MovedDay[],
  pdf: boolean,
): ProposalModel {
  const { agency } = workspace;
  const { id, number, version, locale, currency, date, contact, prospect, estimate: input, theme } = proposal;
  const person = (who: string): ProposalPerson | null => {
    const found = workspace.people.find((one) => one.id === who);
    return found ? { id: who, ...personCard(found, locale) } : null;
  };
  const author = person(proposal.author);
  if (!author) throw new Error(`${proposal.file}: no person ${proposal.author}`);
  const named = [...new Set(input.lines.flatMap((line) => line.person ?? []))].flatMap((who) => person(who) ?? []);
  return {
    ...{ id, number, version, locale, currency, date },
    validity: validityOf(proposal),
    agency: agencyCard(agency, locale),
    requisites: {
      agency: (agency.requisites ?? []).map((line) => localText(line, locale)),
      client: prospect.requisites,
    },
    prospect: {
      ...{ name: prospect.name, legalName: prospect.legalName, site: prospect.site },
      logo: asset('prospect-logo', prospect.logo),
    },
    contact: { name: contact.name, role: contact.role, timeZone: contact.timeZone },
    author,
    team: proposal.team.flatMap((who) => person(who) ?? []),
    people: Object.fromEntries(named.map((one) => [one.id, one])),
    cover: asset('cover', theme.cover),
    input,
    estimate: computeEstimate(input),
    sections: allSections(input),
    packageOf: Object.fromEntries(
      input.lines.flatMap((line) => (line.package === null ? [] : [[line.id, line.package]])),
    ),
    taxNote: proposal.taxNote,
    timeline: timelineOf(workspace, proposal, moved),
    references: proposal.references.map(({ picture, ...rest }, index) => ({
      ...rest,
      picture: asset(`reference-${index + 1}`, picture),
    })),
    documents: { pdf: pdf ? pdfName(proposal) : null, json: 'estimate.json' },
  };
}

/** File name of the document: the number may hold any sign, a file name only plain ones. */
export const pdfName = ({ number, version }: Pick<Proposal, 'number' | 'version'>): string =>
  `${number.replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/-+$/, '')}-v${version}.pdf`;

/** Pictures the page needs: asset name → path in the workspace. */
export function proposalPictures(workspace: Workspace, proposal: Proposal): Map<string, string> {
  const pictures = new Map<string, string>();
  const add = (name: string, path: string | null | undefined) => {
    const file = asset(name, path ?? null);
    if (file && path) pictures.set(file, `data/${path}`);
  };
  add('agency-logo', workspace.agency.brand.logo);
  add('prospect-logo', proposal.prospect.logo);
  add('cover', proposal.theme.cover);
  proposal.references.forEach(({ picture }, index) => add(`reference-${index + 1}`, picture));
  const people = new Set([
    proposal.author,
    ...proposal.team,
    ...proposal.estimate.lines.flatMap((line) => line.person ?? []),
  ]);
  for (const { id, photo } of workspace.people) if (people.has(id)) add(`person-${id}`, photo);
  return pictures;
}

/** Every line of the estimate in its section, whatever choice it belongs to. Sections stand as they first occur. */
function allSections(input: EstimateInput): ProposalModel['sections'] {
  const sections = new Map<string, EstimateLine[]>();
  for (const line of input.lines) {
    const printed = printedLine(priceLine(line, input.decimals), input.decimals);
    sections.set(line.section, [...(sections.get(line.section) ?? []), printed]);
  }
  return [...sections].map(([title, lines]) => ({ title, lines }));
}

function timelineOf({ agency }: Workspace, { contact, timeline }: Proposal, moved: readonly MovedDay[]) {
  if (timeline === null) return [];
  return layTimeline(timeline, {
    agency: { calendar: countryCalendar(agency.country ?? null, moved), timeZone: agency.timeZone },
    client: { calendar: countryCalendar(contact.country, moved), timeZone: contact.timeZone },
  });
}

/** The offer holds to the end of its last day in its zone. */
function validityOf({ validUntil, validZone, contact }: Proposal): Validity {
  const end = momentOf(validUntil, '23:59', validZone);
  const own = timeIn(validZone, end);
  const theirs = timeIn(contact.timeZone, end);
  return { until: validUntil, clocks: own.offset === theirs.offset ? [theirs] : [own, theirs] };
}

const asset = (name: string, path: string | null): string | null =>
  path === null ? null : `${name}${extname(path).toLowerCase()}`;
