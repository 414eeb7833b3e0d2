import type { PluralForms } from '../../locale/format.ts';
import type { LineKind, TaxMode } from '../../types/estimate.ts';
import type { Locale } from '../../types/locale.ts';
import type { Side } from '../../types/proposal.ts';
import { en } from './words-en.ts';
import { ru } from './words-ru.ts';

/** Every fixed phrase of a proposal in one language. Parameters arrive already formatted. */
export interface ProposalWords {
  kind: string;
  /** In the title of the document, where `kind` is too long. */
  short: string;
  /** «№ 2026-114, версия 2». */
  numbered(number: string, version: number): string;
  preparedFor: string;
  preparedBy: string;
  dated(day: string): string;
  validUntil(day: string): string;
  files: string;
  pdf: string;
  json: string;
  contents: string;
  titles: Record<SectionName, string>;
  team: { author: string };
  timeline: {
    days: PluralForms;
    side: Record<Side, string>;
    /** Before the time of a checkpoint. */
    checkpoint: string;
    /** «14:00 по вашему времени (Калининград)». */
    yours(time: string, place: string): string;
    ours(time: string, place: string): string;
    byEnd: string;
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
    people: PluralForms;
    mediaTitle: string;
    mediaLede: string;
    discount: string;
    ofKind: Record<LineKind, string>;
    without(amount: string): string;
    less(share: string): string;
  };
  options: {
    title: string;
    lede: string;
    adds(amount: string): string;
    choose: string;
    all: string;
  };
  packages: {
    lede: string;
    recommended: string;
    choose: string;
    chosen: string;
    whole: string;
    own: string;
  };
  total: {
    title: string;
    subtotal: string;
    discountOn(section: string): string;
    discount: string;
    fee: string;
    media: string;
    tax: Record<TaxMode, string>;
    taxLine(name: string, rate: string, base: string): string;
    untaxed: string;
    including: string;
    words: string;
    hours: string;
  };
  payments: { caption: string; what: string; due: string; share: string; amount: string; total: string };
  references: { own: string; example: string; open: string };
  acceptance: {
    lede(total: string): string;
    valid(day: string): string;
    until(time: string, zone: string): string;
    sides: { agency: string; client: string };
    name: string;
    position: string;
    signature: string;
    date: string;
    stamp: string;
    accept: string;
    acceptHint: string;
    ask: string;
    subject(number: string, version: number, total: string): string;
    body(total: string, choice: string): string;
    question(number: string): string;
  };
  choice: { title: string; reset: string; changed: string };
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
