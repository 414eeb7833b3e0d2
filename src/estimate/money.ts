import { exact, multiply, plain, round, type Exact } from '../figures/exact.ts';

/** Money as a whole number of the currency's minor units: kopecks, cents, fils. */
export type Minor = bigint;

/** An exact amount rounded to the minor unit, half away from zero. */
export function toMinor(amount: Exact, decimals: number): Minor {
  const { units, scale } = round(amount, decimals);
  return units * 10n ** BigInt(decimals - scale);
}

/** A share of an amount, rounded to the minor unit, half away from zero. */
export function shareOf(amount: Minor, share: Exact): Minor {
  return round(multiply({ units: amount, scale: 0 }, share), 0).units;
}

/** The amount with all digits of the minor unit: `1021.50`, JPY `1021`. */
export function amountText(amount: Minor, decimals: number): string {
  const digits = (amount < 0n ? -amount : amount).toString().padStart(decimals + 1, '0');
  const point = digits.length - decimals;
  return (amount < 0n ? '-' : '') + digits.slice(0, point) + (decimals === 0 ? '' : `.${digits.slice(point)}`);
}

export function total(amounts: Iterable<Minor>): Minor {
  let all = 0n;
  for (const amount of amounts) all += amount;
  return all;
}

/** One way of writing each number: no leading plus, no trailing zeros. */
export function canonical(decimal: string): string {
  return plain(exact(decimal));
}
