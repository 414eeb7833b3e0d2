import type { LocalText, Locale } from './locale.ts';

/**
 * The money of a proposal. Amounts are exact decimals as text in the currency's major unit, with all digits of its
 * minor one (`"1021.50"`, JPY `"1021"`); shares and tax rates are fractions (`"0.22"` is 22 %).
 */

/** `hours`: hours × rate; `fixed`: price of a thing; `monthly`: fee × months; `media`: budget passed through at cost. */
export type LineKind = 'hours' | 'fixed' | 'monthly' | 'media';

/**
 * How prices meet tax. `exclusive`: added on top; `inclusive`: already inside; `exempt`: nobody pays it;
 * `reverse-charge`: the customer accounts for it. The last two know no rates.
 */
export type TaxMode = 'exclusive' | 'inclusive' | 'exempt' | 'reverse-charge';

/** A share of something, or an amount of money. */
export type Part = { share: string } | { amount: string };

export interface LineTax {
  name: LocalText;
  /** At most 1. */
  rate: string;
}

/** Everything `computeEstimate` needs; JSON-serialisable, so that the page in the browser computes the same. */
export interface EstimateInput {
  currency: string;
  /** Digits of the currency's minor unit, decided at build: browsers do not all agree on rare currencies. */
  decimals: number;
  /** Language of the amount in words. */
  locale: Locale;
  taxMode: TaxMode;
  /** Discount on the whole fee; the media budget is not touched. */
  discount: Part | null;
  /** Sections with something to say beside their lines; the others follow from the lines. */
  groups: { title: string; discount: Part | null }[];
  /** In the order they are shown; none when nothing is chosen from. Exactly one is recommended. */
  packages: PackageInput[];
  lines: LineInput[];
  payments: PaymentInput[];
}

export interface PackageInput {
  id: string;
  title: string;
  about: string | null;
  recommended: boolean;
}

export interface LineInput {
  /** Unique in the estimate; the selection names options by it. */
  id: string;
  section: string;
  title: string;
  kind: LineKind;
  /** Who does the work: a role's name, a person's id or free name. */
  role: string | null;
  person: string | null;
  /** Hours, months or pieces. */
  quantity: string;
  /** «ч», `month`; never empty. */
  unit: string;
  /** Rate or price of one unit; may have more digits than the currency. */
  price: string;
  discount: Part | null;
  /** `null`: no tax on this line. */
  tax: LineTax | null;
  /** Not in the total unless chosen. */
  optional: boolean;
  /** Id of the package the line belongs to; `null` stands in every package. */
  package: string | null;
  note: string | null;
}

/** `rest` is whatever the other payments leave; at most one may be it. */
export interface PaymentInput {
  title: string;
  /** A day, or words such as «в день подписания». */
  due: string;
  part: Part | 'rest';
}

/** What the reader ticked. Absent: the recommended package, no options. */
export interface Selection {
  package?: string;
  /** Ids of optional lines. */
  options?: readonly string[];
}

/** The computed estimate. What is printed of it adds up; see `docs/decisions/rounding.md`. */
export interface Estimate {
  currency: string;
  decimals: number;
  taxMode: TaxMode;
  /** The included lines: common ones, those of the chosen package, chosen options. Sections without any are absent. */
  sections: EstimateSection[];
  /** Every optional line the chosen package allows. `net` is the sum of all of them. */
  options: { lines: OptionLine[]; net: string };
  packages: EstimatePackage[];
  /** Sum of the sections' `net`. */
  subtotal: string;
  /** Discounts below the lines in the order they are taken. */
  discounts: EstimateDiscount[];
  /** Sum of `discounts`. */
  discount: string;
  /** `subtotal` less `discount`. */
  discounted: string;
  /** One entry per tax and rate, highest rate first; `rate: null` is what bears no tax. */
  taxes: EstimateTax[];
  /** Sum of `taxes[].base` plus sum of `taxes[].amount`. */
  total: string;
  /** The agency's fee and the media budget apart; the two add up to the total. */
  fee: TaxedSum;
  media: TaxedSum;
  /** The total in words. */
  words: string;
  payments: EstimatePayment[];
}

export interface EstimateDiscount {
  /** `null` for the one on the whole fee. */
  section: string | null;
  /** Of a discount given in per cent. */
  share: string | null;
  /** What the lines it reaches come to before it: no media budget, and less the discounts taken earlier. */
  base: string;
  /** What it took. */
  amount: string;
}

export interface EstimateSection {
  title: string;
  lines: EstimateLine[];
  /** Sum of the lines' `net`. */
  net: string;
}

export interface EstimateLine {
  id: string;
  title: string;
  kind: LineKind;
  role: string | null;
  person: string | null;
  quantity: string;
  unit: string;
  price: string;
  /** `quantity × price`, rounded. */
  gross: string;
  /** Share of a discount given in per cent. */
  discountShare: string | null;
  /** What the line's own discount took: `gross` less `net`. */
  discount: string;
  /** After the line's own discount, before discounts below the lines; with tax inside when `inclusive`. */
  net: string;
  tax: LineTax | null;
  optional: boolean;
  note: string | null;
}

export interface OptionLine extends EstimateLine {
  section: string;
  chosen: boolean;
  /** How much higher the total is with this option than without, all else as selected; tax and discounts included. */
  adds: string;
}

export interface EstimatePackage extends PackageInput {
  chosen: boolean;
  /** The package's own lines without options. */
  sections: EstimateSection[];
  /** Sum of its sections. */
  net: string;
  /** Total of the whole estimate with this package, options as selected. */
  total: string;
}

/** `base` never holds the tax, whatever the mode. */
export interface EstimateTax {
  /** `null` when `rate` is. */
  name: LocalText | null;
  rate: string | null;
  base: string;
  amount: string;
}

/** `net + tax = total`. */
export interface TaxedSum {
  net: string;
  tax: string;
  total: string;
}

export interface EstimatePayment {
  title: string;
  due: string;
  /** Share of the total as agreed; `null` for an amount and for the rest. */
  share: string | null;
  amount: string;
}

/** The promise beside every proposal, `estimate.json`. Key order is fixed. */
export interface EstimateFile {
  number: string;
  version: number;
  currency: string;
  sections: { title: string; lines: EstimateFileLine[]; net: string }[];
  options: (EstimateFileLine & { section: string })[];
  packages: {
    title: string;
    recommended: boolean;
    sections: { title: string; lines: EstimateFileLine[]; net: string }[];
    net: string;
    total: string;
  }[];
  discount: string;
  taxes: { rate: string | null; base: string; amount: string }[];
  total: string;
  words: string;
  payments: { title: string; due: string; amount: string }[];
}

/** `tax` is the rate, as in `taxes`; `discount` is money. */
export interface EstimateFileLine {
  title: string;
  kind: LineKind;
  quantity: string;
  unit: string;
  price: string;
  discount: string;
  net: string;
  tax: string | null;
}
