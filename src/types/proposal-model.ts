import type { Estimate, EstimateInput, EstimateLine } from './estimate.ts';
import type { Locale } from './locale.ts';
import type { Day } from './period.ts';
import type { Checkpoint, Reference, ZonedTime } from './proposal.ts';
import type { AgencyCard, PersonCard } from './report.ts';

/**
 * Everything one proposal's page shows, in its own language. JSON-serialisable; press writes it, the proposals site
 * draws it. Nothing in it depends on the day of the build: a version that was sent stays as it is.
 */
export interface ProposalModel {
  id: string;
  number: string;
  version: number;
  locale: Locale;
  currency: string;
  date: Day;
  validity: Validity;
  agency: AgencyCard;
  /** Lines under each side's legal entity where it signs. */
  requisites: Record<'agency' | 'client', string[]>;
  prospect: { name: string; legalName: string | null; site: string | null; logo: string | null };
  contact: { name: string; role: string | null; timeZone: string };
  author: ProposalPerson;
  team: ProposalPerson[];
  /** Everybody the lines of the estimate name by id. */
  people: Record<string, ProposalPerson>;
  /** Picture of the cover among the assets. */
  cover: string | null;
  /** What the page in the browser computes with. */
  input: EstimateInput;
  /** Computed for the recommended package without options. */
  estimate: Estimate;
  /** Every section with every line that any choice may bring into it, in the order they are shown. */
  sections: { title: string; lines: EstimateLine[] }[];
  /** By line id: the packages it belongs to; absent when it stands in all. */
  packageOf: Record<string, string>;
  taxNote: string | null;
  timeline: Checkpoint[];
  references: (Omit<Reference, 'picture'> & { picture: string | null })[];
  /** Names of the files beside the page. */
  documents: { pdf: string | null; json: string };
}

/** The last moment of the offer on the clocks of both sides; one entry when they agree. */
export interface Validity {
  until: Day;
  clocks: ZonedTime[];
}

export interface ProposalPerson extends PersonCard {
  id: string;
}
