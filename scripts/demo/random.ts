/**
 * Chance without a state: the same keys give the same number on every machine and in any order,
 * so a new line in one client's story never moves another's figures.
 */

/** 32 bits from the keys: FNV-1a over their text, then a finishing mix. */
export function roll(...keys: (string | number)[]): number {
  const text = keys.join('|');
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** A whole number from `low` to `high`, both included. */
export function between(low: number, high: number, ...keys: (string | number)[]): number {
  return low + Math.floor((roll(...keys) * (high - low + 1)) / 4294967296);
}

/** `amount / unit` as a whole number; the rest is rounded up as often as it is large. */
export function settle(amount: number, unit: number, ...keys: (string | number)[]): number {
  return Math.floor((amount + between(0, unit - 1, ...keys)) / unit);
}
