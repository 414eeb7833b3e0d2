import { exact, type Exact } from '../figures/exact.ts';

/** An exact fraction in lowest terms, its denominator above zero. Scores are never rounded before they are judged. */
export interface Fraction {
  readonly top: bigint;
  readonly bottom: bigint;
}

export const NONE: Fraction = { top: 0n, bottom: 1n };
export const FULL: Fraction = { top: 1n, bottom: 1n };

/** `top / bottom`; throws a RangeError when `bottom` is zero. */
export function fraction(top: bigint | number, bottom: bigint | number = 1n): Fraction {
  const [a, b] = [BigInt(top), BigInt(bottom)];
  if (b === 0n) throw new RangeError('A fraction over zero');
  const divisor = greatest(a < 0n ? -a : a, b < 0n ? -b : b) * (b < 0n ? -1n : 1n);
  return { top: a / divisor, bottom: b / divisor };
}

/** Of a decimal such as `0.7`. */
export function ofDecimal(text: string): Fraction {
  const { units, scale }: Exact = exact(text);
  return fraction(units, 10n ** BigInt(scale));
}

/** Reads what `told` wrote. */
export function ofText(text: string): Fraction {
  const [top, bottom = '1'] = text.split('/');
  return fraction(BigInt(top!), BigInt(bottom));
}

/** `11/15`, `1`, `0`. */
export function told({ top, bottom }: Fraction): string {
  return bottom === 1n ? String(top) : `${top}/${bottom}`;
}

export const plus = (a: Fraction, b: Fraction): Fraction =>
  fraction(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom);

export const times = (a: Fraction, b: Fraction): Fraction => fraction(a.top * b.top, a.bottom * b.bottom);

/** Throws a RangeError when `b` is zero. */
export const over = (a: Fraction, b: Fraction): Fraction => fraction(a.top * b.bottom, a.bottom * b.top);

/** Negative, zero or positive, as a sort wants it. */
export function compared(a: Fraction, b: Fraction): number {
  const difference = a.top * b.bottom - b.top * a.bottom;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export const total = (all: readonly Fraction[]): Fraction => all.reduce(plus, NONE);

/** As a decimal of four digits, half away from zero: `0.7333`. For showing only. */
export function decimalOf({ top, bottom }: Fraction): string {
  const size = top < 0n ? -top : top;
  const rounded = (2n * size * 10_000n + bottom) / (2n * bottom);
  const digits = String(rounded).padStart(5, '0');
  return `${top < 0n && rounded > 0n ? '-' : ''}${digits.slice(0, -4)}.${digits.slice(-4)}`;
}

export const asNumber = ({ top, bottom }: Fraction): number => Number(top) / Number(bottom);

function greatest(a: bigint, b: bigint): bigint {
  return b === 0n ? a || 1n : greatest(b, a % b);
}
