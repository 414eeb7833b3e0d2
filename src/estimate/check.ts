import { compare, exact, multiply, signOf, type Exact } from '../figures/exact.ts';
import type { EstimateInput, LineInput, Part } from '../types/estimate.ts';
import { checkPayments } from './check-payments.ts';
import { checkPackages, choicesOf, recommendations, unknownPackages } from './check-choices.ts';
import * as fault from './faults.ts';
import type { EstimateFault } from './faults.ts';
import { amountText, toMinor } from './money.ts';
import { ExcessiveDiscount, sumUp } from './sums.ts';

/** The largest amount an estimate may reach. */
const LARGEST: Exact = exact('1e15');

const ONE = exact('1');

/** Everything wrong with an estimate, by name; `computeEstimate` is only for those with nothing wrong. */
export function checkEstimate(input: EstimateInput): EstimateFault[] {
  const faults = [
    ...checkLines(input),
    ...checkPackages(input),
    ...input.groups.flatMap((_, index) => checkGroup(index, input)),
    ...checkParts(input),
    ...idleDiscount(input),
  ];
  // Sums of broken lines would only say the same again.
  if (faults.length > 0) return faults;
  const excessive = checkSums(input);
  return excessive.length > 0 ? excessive : checkPayments(input);
}

/** What is wrong with lines, packages, discount and payments each by itself, of an estimate known in part only. */
export function checkKnown(input: EstimateInput): EstimateFault[] {
  return [...checkLines(input), ...unknownPackages(input), ...recommendations(input), ...checkParts(input)];
}

const checkLines = (input: EstimateInput): EstimateFault[] =>
  input.lines.flatMap((line, index) => checkLine(line, ['lines', index], input));

const checkParts = ({ discount, payments, decimals }: EstimateInput): EstimateFault[] => [
  ...checkPart(discount, ['discount'], decimals),
  ...payments.flatMap(({ part }, index) => checkPayment(part, ['payments', index, 'part'], decimals)),
];

/** A payment by itself: one of nothing would stand in the schedule with its day. */
function checkPayment(part: Part | 'rest', at: At, decimals: number): EstimateFault[] {
  if (part === 'rest') return [];
  const [kind, given] = 'share' in part ? (['share', part.share] as const) : (['amount', part.amount] as const);
  if (signOf(exact(given)) === 0) return [{ code: 'empty-payment', at, ...fault.emptyPayment(kind, given) }];
  return checkPart(part, at, decimals);
}

type At = EstimateFault['at'];

function checkLine(line: LineInput, at: At, { decimals, taxMode }: EstimateInput): EstimateFault[] {
  const [quantity, price] = [exact(line.quantity), exact(line.price)];
  const faults: EstimateFault[] = [];
  for (const field of ['quantity', 'price'] as const) {
    if (signOf(exact(line[field])) < 0) {
      faults.push({ code: 'negative-line', at: [...at, field], ...fault.negative(line[field]) });
    }
  }
  if (signOf(quantity) === 0) faults.push({ code: 'zero-quantity', at: [...at, 'quantity'], ...fault.zeroQuantity() });
  const gross = toMinor(multiply(quantity, price), decimals);
  const grossText = amountText(gross, decimals);
  if (compare(exact(grossText), LARGEST) > 0) {
    faults.push({ code: 'amount-too-large', at: [...at, 'price'], ...fault.tooLarge(grossText) });
  }
  faults.push(...checkPart(line.discount, [...at, 'discount'], decimals));
  if (
    line.discount !== null &&
    'amount' in line.discount &&
    compare(exact(line.discount.amount), exact(grossText)) > 0
  ) {
    const texts = fault.aboveLine(line.discount.amount, grossText);
    faults.push({ code: 'discount-above-line', at: [...at, 'discount'], ...texts });
  }
  if (line.tax !== null) faults.push(...checkTax(line.tax.rate, [...at, 'tax'], taxMode));
  return faults;
}

function checkTax(rate: string, at: At, mode: EstimateInput['taxMode']): EstimateFault[] {
  if (signOf(exact(rate)) < 0) return [{ code: 'negative-tax', at, ...fault.negative(rate) }];
  if (compare(exact(rate), ONE) > 0) return [{ code: 'tax-above-100', at, ...fault.above100(rate) }];
  if (mode === 'exempt' || mode === 'reverse-charge') {
    return [{ code: 'tax-not-expected', at, ...fault.taxNotExpected(rate) }];
  }
  return [];
}

/** A discount or a payment by itself. */
function checkPart(part: Part | null, at: At, decimals: number): EstimateFault[] {
  if (part === null) return [];
  const given = exact('share' in part ? part.share : part.amount);
  const written = 'share' in part ? part.share : part.amount;
  if (signOf(given) < 0) return [{ code: 'negative-part', at, ...fault.negative(written) }];
  if ('share' in part) return compare(given, ONE) > 0 ? [{ code: 'above-100', at, ...fault.above100(written) }] : [];
  const whole = compare(exact(amountText(toMinor(given, decimals), decimals)), given) === 0;
  return whole ? [] : [{ code: 'below-minor-unit', at, ...fault.belowMinorUnit(written, decimals) }];
}

function checkGroup(index: number, { groups, lines, decimals }: EstimateInput): EstimateFault[] {
  const { title, discount } = groups[index]!;
  const own = lines.filter(({ section }) => section === title);
  if (own.length === 0) return [{ code: 'unknown-section', at: ['groups', index, 'title'], ...fault.idleGroup(title) }];
  const at = ['groups', index, 'discount'];
  if (discount !== null && own.every(({ kind }) => kind === 'media')) {
    return [{ code: 'idle-discount', at, ...fault.idleDiscount(title) }];
  }
  return checkPart(discount, at, decimals);
}

/** A discount on the fee of an estimate that has none. */
function idleDiscount({ discount, lines }: EstimateInput): EstimateFault[] {
  if (discount === null || lines.length === 0 || lines.some(({ kind }) => kind !== 'media')) return [];
  return [{ code: 'idle-discount', at: ['discount'], ...fault.idleDiscount(null) }];
}

/** Discounts and the total under every choice that could make them break. */
function checkSums(input: EstimateInput): EstimateFault[] {
  for (const included of choicesOf(input)) {
    try {
      const sums = sumUp(input, included);
      const text = amountText(sums.total, input.decimals);
      if (compare(exact(text), LARGEST) > 0) {
        return [{ code: 'amount-too-large', at: ['lines'], ...fault.tooLarge(text) }];
      }
    } catch (error) {
      if (!(error instanceof ExcessiveDiscount)) throw error;
      return [excessive(input, error.section)];
    }
  }
  return [];
}

function excessive(input: EstimateInput, section: string | null): EstimateFault {
  const index = input.groups.findIndex(({ title }) => title === section);
  const part = section === null ? input.discount : input.groups[index]!.discount;
  const amount = part !== null && 'amount' in part ? part.amount : '';
  const at = section === null ? ['discount'] : ['groups', index, 'discount'];
  return { code: 'discount-above-fee', at, ...fault.aboveFee(amount, section) };
}
