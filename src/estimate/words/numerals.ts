/** A whole number cut into groups of three digits, the highest first: 1 021 → [1, 21]. */
export function groupsOf(digits: string): number[] {
  const padded = digits.padStart(Math.ceil(digits.length / 3) * 3, '0');
  return padded.match(/\d{3}/g)!.map(Number);
}

/** Highest number that has words: below 10^18. */
export const LONGEST = 18;
