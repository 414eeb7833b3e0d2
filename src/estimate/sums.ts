import { add, compare, divide, exact } from '../figures/exact.ts';
import type { EstimateInput, LineTax, Part, TaxMode } from '../types/estimate.ts';
import { priceLine, type Priced } from './lines.ts';
import { canonical, shareOf, toMinor, total, type Minor } from './money.ts';
import { spread } from './spread.ts';

/** Everything below the printed lines. */
export interface Sums {
  lines: Priced[];
  subtotal: Minor;
  discounts: { section: string | null; part: Part; base: Minor; amount: Minor }[];
  taxes: TaxSum[];
  fee: { net: Minor; tax: Minor };
  media: { net: Minor; tax: Minor };
  total: Minor;
}

export interface TaxSum {
  tax: LineTax | null;
  base: Minor;
  amount: Minor;
}

/** A line on its way down: what is left of it after the discounts met so far. */
interface Left {
  line: Priced;
  left: Minor;
}

/** A discount of more money than its lines hold. */
export class ExcessiveDiscount extends RangeError {
  /** `null` for the discount on the whole fee. */
  readonly section: string | null;

  constructor(section: string | null) {
    super(`A discount exceeds ${section ?? 'the fee'}`);
    this.section = section;
  }
}

/**
 * Adds up the lines whose ids are included, by the rule of `docs/decisions/rounding.md`.
 * Throws an ExcessiveDiscount, which `checkEstimate` finds beforehand.
 */
export function sumUp(input: EstimateInput, included: ReadonlySet<string>): Sums {
  const lines = input.lines.filter(({ id }) => included.has(id)).map((line) => priceLine(line, input.decimals));
  const left = lines.map((line) => ({ line, left: line.net }));
  const discounts: Sums['discounts'] = [];
  const discount = (part: Part | null, section: string | null): void => {
    const reached = left.filter(({ line }) => isFee(line) && (section === null || line.input.section === section));
    if (part === null || reached.length === 0) return;
    const base = total(reached.map((one) => one.left));
    const amount = takeOff(part, reached, input.decimals);
    if (amount === null) throw new ExcessiveDiscount(section);
    discounts.push({ section, part, base, amount });
  };
  for (const group of input.groups) discount(group.discount, group.title);
  discount(input.discount, null);
  const taxed = taxLines(left, input.taxMode);
  return {
    lines,
    subtotal: total(lines.map(({ net }) => net)),
    discounts,
    ...taxed,
    total: total(taxed.taxes.map(({ base, amount }) => base + amount)),
  };
}

const isFee = ({ input }: Priced): boolean => input.kind !== 'media';

/** Takes a discount off the lines it reaches, each bearing its share; `null` when there is not so much to take. */
function takeOff(part: Part, reached: Left[], decimals: number): Minor | null {
  const weights = reached.map(({ left }) => left);
  const base = total(weights);
  const amount = 'share' in part ? shareOf(base, exact(part.share)) : toMinor(exact(part.amount), decimals);
  if (amount > base) return null;
  const order = reached.map(({ line }) => taxKey(line.input.tax));
  spread(amount, weights, order).forEach((share, index) => (reached[index]!.left -= share));
  return amount;
}

/** Tax of each rate on the sum of its lines, never on a line alone. */
function taxLines(left: readonly Left[], mode: TaxMode): Pick<Sums, 'taxes' | 'fee' | 'media'> {
  const taxes: TaxSum[] = [];
  const fee = { net: 0n, tax: 0n };
  const media = { net: 0n, tax: 0n };
  const keys = [...new Set(left.map(({ line }) => taxKey(line.input.tax)))];
  for (const key of keys) {
    const own = left.filter(({ line }) => taxKey(line.input.tax) === key);
    const tax = own[0]!.line.input.tax;
    const sums = [true, false].map((wanted) =>
      total(own.filter(({ line }) => isFee(line) === wanted).map((l) => l.left)),
    );
    const sum = total(sums);
    const amount = tax === null ? 0n : taxOn(sum, tax.rate, mode);
    taxes.push({ tax, base: mode === 'inclusive' ? sum - amount : sum, amount });
    const [feeTax = 0n, mediaTax = 0n] = spread(amount, sums);
    const inside = mode === 'inclusive' ? 1n : 0n;
    fee.net += sums[0]! - inside * feeTax;
    fee.tax += feeTax;
    media.net += sums[1]! - inside * mediaTax;
    media.tax += mediaTax;
  }
  return { taxes: taxes.sort(highestFirst), fee, media };
}

function taxOn(sum: Minor, rate: string, mode: TaxMode): Minor {
  const fraction = exact(rate);
  if (mode !== 'inclusive') return shareOf(sum, fraction);
  // sum × r / (1 + r) in one division, so that it is rounded once.
  const part = { units: sum * fraction.units, scale: fraction.scale };
  return divide(part, add(exact('1'), fraction), 0)!.units;
}

/** Lines with the same key are taxed together. */
function taxKey(tax: LineTax | null): string {
  return tax === null ? '' : `${canonical(tax.rate)} ${JSON.stringify(tax.name)}`;
}

function highestFirst(a: TaxSum, b: TaxSum): number {
  if (a.tax === null || b.tax === null) return a.tax === null ? 1 : -1;
  const byRate = compare(exact(b.tax.rate), exact(a.tax.rate));
  return byRate || (taxKey(a.tax) < taxKey(b.tax) ? -1 : 1);
}
