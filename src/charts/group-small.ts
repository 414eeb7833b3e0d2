import Big from 'big.js';

/** Something with an exact value, `null` when unknown. */
export interface Part {
  id: string;
  name: string;
  value: number | null;
  exact: string | null;
}

/** More parts than this are no longer told apart; the smallest become one. */
export const MOST_PARTS = 6;

export const OTHERS = 'others';

/** Ids of the parts that stay; the rest is to be summed. All of them when there are few enough. */
export function largest(parts: { id: string; weight: number }[]): Set<string> {
  if (parts.length <= MOST_PARTS) return new Set(parts.map((part) => part.id));
  const sorted = parts.map((part, i) => ({ ...part, i })).sort((a, b) => b.weight - a.weight || a.i - b.i);
  return new Set(sorted.slice(0, MOST_PARTS - 1).map((part) => part.id));
}

/** Exact sum as a decimal; `null` when every value is unknown. */
export function exactSum(values: (string | null)[]): string | null {
  const known = values.filter((value) => value !== null);
  if (known.length === 0) return null;
  return known.reduce((sum, value) => sum.plus(value), new Big(0)).toFixed();
}

/**
 * The parts with the smallest summed into one named `others`, which stands last: those beyond the most that can be
 * told apart, and those below `crumb` when there are several.
 */
export function groupSmall(parts: Part[], others: string, crumb = 0): Part[] {
  const size = (part: Part): number => Math.abs(part.value ?? 0);
  const kept = largest(parts.map((part) => ({ id: part.id, weight: size(part) })));
  const crumbs = parts.filter((part) => size(part) < crumb);
  if (crumbs.length > 1) for (const part of crumbs) kept.delete(part.id);
  const rest = parts.filter((part) => !kept.has(part.id));
  if (rest.length === 0) return parts;
  const exact = exactSum(rest.map((part) => part.exact));
  const sum: Part = { id: OTHERS, name: others, value: exact === null ? null : Number(exact), exact };
  return [...parts.filter((part) => kept.has(part.id)), sum];
}
