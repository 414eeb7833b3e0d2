import type {
  Estimate,
  EstimateInput,
  EstimatePackage,
  LineInput,
  OptionLine,
  Part,
  Selection,
  TaxedSum,
} from '../types/estimate.ts';
import { printedLine, printedSections, priceLine } from './lines.ts';
import { amountText, canonical, total, type Minor } from './money.ts';
import { payOff } from './payments.ts';
import { sumUp, type Sums } from './sums.ts';
import { amountInWords } from './words/words.ts';

/**
 * Computes an estimate that `checkEstimate` found no fault with. Pure and free of Node: the page in the browser runs
 * this very function. Throws a RangeError for a package or an option that the estimate does not have.
 */
export function computeEstimate(input: EstimateInput, selection: Selection = {}): Estimate {
  const chosen = chosenPackage(input, selection.package);
  const options = chosenOptions(input, selection.options ?? []);
  const sums = sumUp(input, includedLines(input, chosen, options));
  const text = (amount: Minor): string => amountText(amount, input.decimals);
  const discount = total(sums.discounts.map(({ amount }) => amount));
  return {
    currency: input.currency,
    decimals: input.decimals,
    taxMode: input.taxMode,
    sections: printedSections(sums.lines, input.decimals),
    options: optionLines(input, chosen, options),
    packages: input.packages.map((each) => packageOf(input, each, each.id === chosen, options)),
    subtotal: text(sums.subtotal),
    discounts: sums.discounts.map(({ section, part, base, amount }) => ({
      section,
      share: shareText(part),
      base: text(base),
      amount: text(amount),
    })),
    discount: text(discount),
    discounted: text(sums.subtotal - discount),
    taxes: sums.taxes.map(({ tax, base, amount }) => ({
      name: tax?.name ?? null,
      rate: tax === null ? null : canonical(tax.rate),
      base: text(base),
      amount: text(amount),
    })),
    total: text(sums.total),
    fee: taxedSum(sums.fee, text),
    media: taxedSum(sums.media, text),
    words: amountInWords(text(sums.total), input.currency, input.locale),
    payments: payOff(input.payments, sums.total, input.decimals),
  };
}

/** Ids of the lines that count: common ones and the package's, options only when chosen. */
export function includedLines(input: EstimateInput, chosen: string | null, options: ReadonlySet<string>): Set<string> {
  const counts = (line: LineInput): boolean => standsIn(line, chosen) && (!line.optional || options.has(line.id));
  return new Set(input.lines.filter(counts).map(({ id }) => id));
}

const standsIn = (line: LineInput, chosen: string | null): boolean => line.package === null || line.package === chosen;

function chosenPackage({ packages }: EstimateInput, wanted: string | undefined): string | null {
  const found = packages.find(({ id, recommended }) => (wanted === undefined ? recommended : id === wanted));
  if (found === undefined && (wanted !== undefined || packages.length > 0)) {
    throw new RangeError(`No such package: ${wanted ?? 'none is recommended'}`);
  }
  return found?.id ?? null;
}

function chosenOptions({ lines }: EstimateInput, wanted: readonly string[]): Set<string> {
  const stranger = wanted.find((id) => !lines.some((line) => line.optional && line.id === id));
  if (stranger !== undefined) throw new RangeError(`No such option: ${stranger}`);
  return new Set(wanted);
}

function optionLines(input: EstimateInput, chosen: string | null, options: ReadonlySet<string>): Estimate['options'] {
  const totalOf = (ticked: ReadonlySet<string>): Minor => sumUp(input, includedLines(input, chosen, ticked)).total;
  const priced = input.lines
    .filter((line) => line.optional && standsIn(line, chosen))
    .map((line) => priceLine(line, input.decimals));
  const lines = priced.map((line): OptionLine => {
    const { id, section } = line.input;
    const without = new Set(options);
    without.delete(id);
    const adds = totalOf(new Set(options).add(id)) - totalOf(without);
    const printed = printedLine(line, input.decimals);
    return { ...printed, section, chosen: options.has(id), adds: amountText(adds, input.decimals) };
  });
  return { lines, net: amountText(total(priced.map(({ net }) => net)), input.decimals) };
}

function packageOf(
  input: EstimateInput,
  own: EstimateInput['packages'][number],
  chosen: boolean,
  options: ReadonlySet<string>,
): EstimatePackage {
  const lines = input.lines
    .filter((line) => line.package === own.id && !line.optional)
    .map((line) => priceLine(line, input.decimals));
  return {
    ...own,
    chosen,
    sections: printedSections(lines, input.decimals),
    net: amountText(total(lines.map(({ net }) => net)), input.decimals),
    total: amountText(sumUp(input, includedLines(input, own.id, options)).total, input.decimals),
  };
}

function taxedSum({ net, tax }: Sums['fee'], text: (amount: Minor) => string): TaxedSum {
  return { net: text(net), tax: text(tax), total: text(net + tax) };
}

const shareText = (part: Part): string | null => ('share' in part ? canonical(part.share) : null);
