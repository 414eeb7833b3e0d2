import { hmacHex } from './sha256.ts';

/**
 * Chance that can be repeated: everything drawn for one attempt follows from a seed, and nobody without the agency's
 * secret can work the seed out.
 */

/** The seed of one attempt. */
export function seedOf(
  secret: string,
  attempt: { exam: string; version: string; trainee: string; attempt: number },
): string {
  return hmacHex(secret, JSON.stringify([attempt.exam, attempt.version, attempt.trainee, attempt.attempt]));
}

/** A short name that means nothing outside its form. */
export function opaque(seed: string, ...what: string[]): string {
  return hmacHex(seed, JSON.stringify(what)).slice(0, 12);
}

/** The items in a random order; the same seed and label give the same order. */
export function shuffled<T>(items: readonly T[], seed: string, label: string): T[] {
  const below = dice(seed, label);
  const order = [...items];
  for (let last = order.length - 1; last > 0; last--) {
    const other = below(last + 1);
    [order[last], order[other]] = [order[other]!, order[last]!];
  }
  return order;
}

/** Shuffles all but the pinned, which keep their places. */
export function shuffledAround<T>(items: readonly T[], pinned: (item: T) => boolean, seed: string, label: string): T[] {
  const moving = shuffled(
    items.filter((item) => !pinned(item)),
    seed,
    label,
  );
  return items.map((item) => (pinned(item) ? item : moving.shift()!));
}

/** Even numbers from 0 to below a limit. */
function dice(seed: string, label: string): (limit: number) => number {
  let words: number[] = [];
  let block = 0;
  const word = (): number => {
    if (words.length === 0) {
      const digits = hmacHex(seed, JSON.stringify([label, block++]));
      words = Array.from({ length: 8 }, (_, i) => Number.parseInt(digits.slice(i * 8, i * 8 + 8), 16));
    }
    return words.pop()!;
  };
  return (limit) => {
    // Numbers above the last whole multiple would make small results likelier.
    const fair = 0x100000000 - (0x100000000 % limit);
    for (;;) {
      const drawn = word();
      if (drawn < fair) return drawn % limit;
    }
  };
}
