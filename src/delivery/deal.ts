import type { Locale } from '../types/locale.ts';
import type { Day } from '../types/period.ts';

/** What following up needs to know of a proposal, as it was when it was sent; kept in the ledger. */
export interface Deal {
  /** Proposal id. */
  id: string;
  number: string;
  version: number;
  prospect: string;
  contact: string;
  /** How a letter addresses the contact. */
  greeting: string | null;
  locale: Locale;
  /** IANA zone and ISO 3166 country of the contact. */
  timeZone: string;
  country: string | null;
  currency: string;
  /** Exact decimal. */
  total: string;
  validUntil: Day;
  /** Person id. */
  author: string;
  /** `#rrggbb` of the letter. */
  accent: string;
}
