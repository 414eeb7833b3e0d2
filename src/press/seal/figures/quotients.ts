/** Largest number below the line of a fraction that anybody may have. */
const COMMON = 1000;
const NEAR = 1e-10;

/** Only quotients are written with so many. */
export const FEWEST_DECIMALS = 8;

const isLong = (value: string): boolean => value.includes('.') && value.length - value.indexOf('.') > FEWEST_DECIMALS;

/** A fraction of small whole numbers, such as 0.1666666667: anybody may have it. */
export function isCommonFraction(value: string): boolean {
  if (!isLong(value)) return false;
  const number = Number(value) % 1;
  if (!mayBeCommon(number)) return false;
  for (let below = 1; below <= COMMON; below++) {
    const above = number * below;
    if (Math.abs(above - Math.round(above)) < below * NEAR) return true;
  }
  return false;
}

/** Hundredths of money, by which most figures are divided. */
const PARTS = 100;
const NEAR_PARTS = PARTS * NEAR;

/**
 * Digits by which a figure can be told from others: those it is written with, but of a quotient no more than the two
 * numbers have of which it is one. 4034.90 a month for 260 leads are 15.5188461538 each, and among thousands of clients
 * somebody else's may well be too.
 */
export function worthOf(value: string, digits: number): number {
  if (!isLong(value)) return digits;
  const number = Number(value) * PARTS;
  const below = convergent(number, (nearness, divisor) => nearness < divisor * NEAR_PARTS);
  if (below === null) return digits;
  const above = Math.round(number * below);
  return Math.min(digits, String(above).length + String(below).length - 1);
}

/** A little more is let through than counts, whatever the machine's rounding. */
function mayBeCommon(number: number): boolean {
  return convergent(number, (nearness, below) => nearness < 2 * below * NEAR) !== null;
}

/**
 * The smallest number up to `COMMON` below the line of a fraction that comes near enough: whatever comes so near to a
 * number is one of its convergents (Legendre), a handful of a thousand to be tried.
 */
function convergent(number: number, enough: (nearness: number, below: number) => boolean): number | null {
  let [below, earlier, rest] = [1, 0, number % 1];
  while (below <= COMMON) {
    const above = number * below;
    if (enough(Math.abs(above - Math.round(above)), below)) return below;
    if (rest === 0) return null;
    const inverse = 1 / rest;
    rest = inverse % 1;
    [below, earlier] = [Math.floor(inverse) * below + earlier, below];
  }
  return null;
}
