import { total, type Minor } from './money.ts';

/**
 * Cuts an amount into whole minor units in proportion to the weights, so that the parts add up to it: everybody
 * gets their share rounded down, the units left over go one by one to those who lost most by it.
 * Equal losses are served by the larger weight, then by `order` (smaller first), then by position.
 * A part never exceeds its weight when the amount does not exceed the weights' sum.
 */
export function spread(amount: Minor, weights: readonly bigint[], order: readonly string[] = []): Minor[] {
  const all = total(weights);
  if (all === 0n) {
    if (amount !== 0n) throw new RangeError('Nothing to spread over');
    return weights.map(() => 0n);
  }
  const parts = weights.map((weight) => (amount * weight) / all);
  const lost = weights.map((weight) => (amount * weight) % all);
  const served = weights
    .map((_, index) => index)
    .sort((a, b) => {
      const byLoss = descending(lost[a]!, lost[b]!) || descending(weights[a]!, weights[b]!);
      return byLoss || ascending(order[a] ?? '', order[b] ?? '') || a - b;
    });
  const left = Number(amount - total(parts));
  for (const index of served.slice(0, left)) parts[index]! += 1n;
  return parts;
}

function descending(a: bigint, b: bigint): number {
  return a > b ? -1 : a < b ? 1 : 0;
}

function ascending(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
