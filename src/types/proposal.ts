import type { EstimateInput } from './estimate.ts';
import type { LocalText, Locale } from './locale.ts';
import type { Day } from './period.ts';

/** draft → ready → sent → viewed? → accepted | declined | expired | superseded. */
export type ProposalStatus = 'draft' | 'ready' | 'sent' | 'viewed' | 'accepted' | 'declined' | 'expired' | 'superseded';

/** Statuses in which nobody is asked to accept any more. */
export type ClosedStatus = Extract<ProposalStatus, 'accepted' | 'declined' | 'expired' | 'superseded'>;

export const PROPOSAL_STATUSES: readonly ProposalStatus[] = [
  'draft',
  'ready',
  'sent',
  'viewed',
  'accepted',
  'declined',
  'expired',
  'superseded',
];

/** `content/proposals/<id>.mdx`, with `data/proposals/<id>/estimate.csv` when the estimate stands there. */
export interface Proposal {
  /** File name without `.mdx`. */
  id: string;
  /** Relative to the workspace. */
  file: string;
  number: string;
  /** 1, 2, …; a sent version is frozen. */
  version: number;
  /** As its author wrote it; the ledger may know more. */
  status: ProposalStatus;
  prospect: Prospect;
  contact: Contact;
  locale: Locale;
  currency: string;
  date: Day;
  /** Last day the offer holds, to its end in `validZone`. */
  validUntil: Day;
  /** IANA zone of `validUntil`; the agency's when the author names none. */
  validZone: string;
  /** Person id. */
  author: string;
  /** Person ids. */
  team: string[];
  theme: ProposalTheme;
  estimate: EstimateInput;
  /** Said beside an exempt or reverse-charged total; `null` for the house's own words. */
  taxNote: string | null;
  timeline: TimelinePlan | null;
  references: Reference[];
  /** Names, domains and links of others that the proposal says on purpose. */
  mentions?: string[];
  publish: Publish;
  /** MDX source without frontmatter. */
  body: string;
  /** Line of the file where the body begins. */
  bodyRow: number;
}

export interface Prospect {
  name: string;
  legalName: string | null;
  /** Lines under the legal entity where the proposal is signed. */
  requisites: string[];
  site: string | null;
  /** Path relative to `data/`. */
  logo: string | null;
}

export interface Contact {
  name: string;
  /** How a letter begins: «Анна Сергеевна», `Dear Ms Brown`; the name when the author gives none. */
  greeting: string | null;
  role: string | null;
  email: string | null;
  phone: string | null;
  /** IANA zone. */
  timeZone: string;
  /** ISO 3166, with a subdivision when holidays differ: `RU`, `DE-BY`; `null`: only weekends are known. */
  country: string | null;
}

/** Looks on top of the agency's brand. */
export interface ProposalTheme {
  /** `#rrggbb`; the agency's accent when `null`. */
  accent: string | null;
  /** Picture of the cover, path relative to `data/`. */
  cover: string | null;
}

/** A work that sets expectations. */
export interface Reference {
  title: string;
  about: string | null;
  /** Path relative to `data/`. */
  picture: string | null;
  link: string | null;
  /** The agency's own work, or somebody else's shown as an example. */
  own: boolean;
}

/** `link`: under an unguessable path; `key` is its secret part, or `null` when the author has none yet. */
export type Publish = { as: 'open' } | { as: 'link'; key: string | null };

/** Whose working days a step is counted in: of those who do it, or of both when they meet. */
export type Side = 'agency' | 'client' | 'both';

export interface TimelinePlan {
  /** First day of the first step; moved to the next working day of its side. */
  start: Day;
  steps: TimelineStep[];
}

export interface TimelineStep {
  title: string;
  /** Working days the step takes, 1 or more; the last of them is the checkpoint. */
  days: number;
  side: Side;
  /** `HH:MM` of the checkpoint in the agency's zone; `null` for "by the end of the day". */
  at: string | null;
  note: string | null;
}

/** A step with its days, counted in working days of its side, and its checkpoint in both zones. */
export interface Checkpoint {
  title: string;
  side: Side;
  note: string | null;
  days: number;
  from: Day;
  to: Day;
  /** `null` when the step has no hour. */
  agency: ZonedTime | null;
  client: ZonedTime | null;
}

/** One moment as a clock on a wall of `zone` shows it. */
export interface ZonedTime {
  day: Day;
  /** `HH:MM`. */
  time: string;
  zone: string;
  /** `+03:00`. */
  offset: string;
}

/** Everything of the agency's folder that proposals are made of. */
export interface Proposals {
  /** Sorted by id; broken ones are left out, their problems carry the id. */
  proposals: Proposal[];
  rates: Rate[];
  movedDays: MovedDay[];
}

/** One line of `data/rates.csv`: an hour's price from a day on. */
export interface Rate {
  /** `null` where only the person matters, and the other way round. */
  role: string | null;
  person: string | null;
  currency: string;
  rate: string;
  from: Day;
  row: number;
}

/** One line of `data/holidays.csv`: a day off by decree, or a weekend day that is worked. */
export interface MovedDay {
  country: string;
  date: Day;
  kind: 'off' | 'working';
  name: LocalText;
  row: number;
}
