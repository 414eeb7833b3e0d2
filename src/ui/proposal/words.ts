import type { PluralForms } from '../../locale/format.ts';
import type { TaxMode } from '../../types/estimate.ts';
import type { Locale } from '../../types/locale.ts';
import type { ClosedStatus, Side } from '../../types/proposal.ts';
import { en } from './words-en.ts';
import { ru } from './words-ru.ts';

/** Every fixed phrase of a proposal in one language. Parameters arrive already formatted. */
export interface ProposalWords {
  kind: string;
  /** In the title of the document, where `kind` is too long. */
  short: string;
  /** «№ 2026-114, версия 2». */
  numbered(number: string, version: number): string;
  validUntil(day: string): string;
  files: string;
  pdf: string;
  json: string;
  titles: Record<SectionName, string>;
  team: { author: string };
  timeline: {
    days: PluralForms;
    side: Record<Side, string>;
    /** «14:00 по вашему времени (Калининград)». */
    yours(time: string, place: string): string;
    ours(time: string, place: string): string;
    note: string;
  };
  estimate: {
    caption: string;
    what: string;
    who: string;
    quantity: string;
    rate: string;
    cost: string;
    sum: string;
    /** What the prices of the lines hold, by the tax's name; empty when there is nothing to say. */
    prices: Record<TaxMode, (tax: string) => string>;
    option: string;
    /** Of a line among others that bear a tax. */
    untaxed: string;
    people: PluralForms;
    mediaTitle: string;
    mediaLede: string;
    less(share: string): string;
  };
  options: {
    title: string;
    lede: string;
    /** As long as the offer is open. */
    add: string;
    /** Under what an option adds, when discounts and taxes make it another sum than its cost. */
    adds: string;
  };
  packages: {
    lede: string;
    recommended: string;
    choose: string;
    whole: string;
    /** Over what can be had with one package only. */
    options: string;
    own: string;
  };
  total: {
    title: string;
    subtotal: string;
    discountOn(section: string): string;
    discount: string;
    /** A discount in per cent, and what it is taken of: not always a figure that stands above. */
    shareLine(name: string, share: string, base: string): string;
    fee: string;
    media: string;
    /** A part of the total whose lines above are without the tax it holds. */
    withTax(part: string, tax: string): string;
    /** Under a total without tax. */
    tax: Record<'exempt' | 'reverse-charge', string>;
    taxLine(name: string, rate: string, base: string): string;
    including: string;
  };
  /** Of the last payment: what the others leave. */
  payments: { rest: string };
  references: { own: string; example: string };
  acceptance: {
    lede(total: string): string;
    valid(day: string): string;
    wasValid(day: string): string;
    until(time: string, zone: string): string;
    sides: { agency: string; client: string };
    name: string;
    position: string;
    signature: string;
    date: string;
    accept: string;
    acceptHint: string;
    ask: string;
    subject(number: string, version: number, total: string): string;
    body(total: string, choice: string): string;
    question(number: string): string;
  };
  /** In place of the invitation to accept, and as one word beside the number. */
  closed: Record<ClosedStatus, { status: string; said: string }>;
  /** One word beside the number, on screen and on every sheet. */
  draft: string;
  choice: { title: string; reset: string };
}

export type SectionName =
  | 'brief'
  | 'goals'
  | 'approach'
  | 'team'
  | 'timeline'
  | 'estimate'
  | 'packages'
  | 'payments'
  | 'references'
  | 'terms'
  | 'acceptance';

export const proposalWords = (locale: Locale): ProposalWords => ({ ru, en })[locale];
