import { compare, exact, subtract, sum, type Exact } from '../figures/exact.ts';
import type { EstimatePayment, PaymentInput } from '../types/estimate.ts';
import { amountText, canonical, toMinor, total, type Minor } from './money.ts';
import { spread } from './spread.ts';

const ONE = exact('1');

/** How a schedule adds up to the total; `null` when it does not by its nature. */
export function scheduleKind(payments: readonly PaymentInput[]): 'rest' | 'shares' | 'amounts' | null {
  const parts = payments.map(({ part }) => part);
  const rests = parts.filter((part) => part === 'rest').length;
  const shares = sharesOf(payments);
  const known = compare(sum(shares), ONE);
  if (rests > 0) return rests === 1 && known <= 0 ? 'rest' : null;
  if (shares.length === 0) return 'amounts';
  return shares.length === parts.length && known === 0 ? 'shares' : null;
}

export function sharesOf(payments: readonly PaymentInput[]): Exact[] {
  return payments.flatMap(({ part }) => (part !== 'rest' && 'share' in part ? [exact(part.share)] : []));
}

/**
 * Cuts the total into the agreed payments. Shares, and whatever they leave of 100 % for the rest, are spread by
 * largest remainder; amounts come off the rest.
 */
export function payOff(payments: readonly PaymentInput[], due: Minor, decimals: number): EstimatePayment[] {
  const amounts = cutPayments(payments, due, decimals);
  if (amounts.some((amount) => amount < 0n)) throw new RangeError('The payments exceed the total');
  return payments.map(({ title, due: when, part }, index) => ({
    title,
    due: when,
    share: part !== 'rest' && 'share' in part ? canonical(part.share) : null,
    amount: amountText(amounts[index]!, decimals),
  }));
}

/** Each payment in minor units; the rest is below zero when the others exceed the total. */
export function cutPayments(payments: readonly PaymentInput[], due: Minor, decimals: number): Minor[] {
  const shares = sharesOf(payments);
  const left = subtract(ONE, sum(shares));
  const parts = shares.length === 0 ? [due] : spread(due, asWhole([...shares, left]));
  const [rest = 0n, byShare] = [parts.at(-1), parts.slice(0, -1).values()];
  const fixed = payments.map(({ part }) =>
    part !== 'rest' && 'amount' in part ? toMinor(exact(part.amount), decimals) : null,
  );
  const taken = total(fixed.map((amount) => amount ?? 0n));
  return payments.map(({ part }, index) => {
    if (part === 'rest') return rest - taken;
    return fixed[index] ?? byShare.next().value!;
  });
}

/** Fractions as whole numbers in the same proportion. */
function asWhole(fractions: readonly Exact[]): bigint[] {
  const scale = Math.max(...fractions.map((fraction) => fraction.scale));
  return fractions.map((fraction) => fraction.units * 10n ** BigInt(scale - fraction.scale));
}
