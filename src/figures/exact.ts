import { decimalText, scaleOf, shortUnits, tenTo as shortTenTo } from '../decimals/units.ts';

/**
 * Exact decimal arithmetic: `units / 10^scale`, both whole. A report adds some hundred thousand daily sums,
 * and whole-number additions are several times quicker than those of a decimal library.
 */
export interface Exact {
  readonly units: bigint;
  /** Digits after the point, 0 or more; not necessarily the fewest. */
  readonly scale: number;
}

/** An exact number, or `null` when nothing is known: empty is not zero. */
export type Maybe = Exact | null;

export const ZERO: Exact = { units: 0n, scale: 0 };

/** Digits that ratios and shares are rounded to. */
export const RATIO_DECIMALS = 10;

/** Reads `-1234.50` or `1e-7`; throws a RangeError for anything that is not a decimal number. */
export function exact(text: string): Exact {
  const short = shortUnits(text);
  if (short !== null) return { units: BigInt(short), scale: scaleOf(text) };
  const match = /^([+-]?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,3}))?$/.exec(text);
  if (!match) throw new RangeError(`Not a decimal number: ${JSON.stringify(text)}`);
  const [, sign, whole = '', fraction = '', exponent = '0'] = match;
  const magnitude = BigInt(whole + fraction);
  const units = sign === '-' ? -magnitude : magnitude;
  const scale = fraction.length - Number(exponent);
  return scale >= 0 ? { units, scale } : { units: units * tenTo(-scale), scale: 0 };
}

/** Reads a decimal that may be unknown. */
export function maybe(text: string | null): Maybe {
  return text === null ? null : exact(text);
}

/** Plain text without exponent, trailing zeros or a minus before zero. */
export function plain({ units, scale }: Exact): string {
  return decimalText(units, scale);
}

/** Plain text of a number that may be unknown. */
export function plainOrNull(number: Maybe): string | null {
  return number === null ? null : plain(number);
}

export function add(a: Exact, b: Exact): Exact {
  if (a.scale === b.scale) return { units: a.units + b.units, scale: a.scale };
  const scale = Math.max(a.scale, b.scale);
  return { units: unitsAt(a, scale) + unitsAt(b, scale), scale };
}

export function subtract(a: Exact, b: Exact): Exact {
  if (a.scale === b.scale) return { units: a.units - b.units, scale: a.scale };
  return add(a, negate(b));
}

export function multiply(a: Exact, b: Exact): Exact {
  return { units: a.units * b.units, scale: a.scale + b.scale };
}

/** The quotient rounded half away from zero; `null` when the denominator is zero. */
export function divide(a: Exact, b: Exact, decimals = RATIO_DECIMALS): Maybe {
  if (b.units === 0n) return null;
  const scale = Math.max(a.scale, b.scale);
  const short = decimals === RATIO_DECIMALS ? shortQuotient(shortAt(a, scale), shortAt(b, scale)) : null;
  if (short !== null) return { units: BigInt(short), scale: decimals };
  return { units: roundedQuotient(unitsAt(a, scale) * tenTo(decimals), unitsAt(b, scale)), scale: decimals };
}

/**
 * The plain text of `divide` of two numbers that are whole units of their scales and stand in plain numbers; `null`
 * where those may not be exact. The denominator is not zero.
 */
export function shortRatio(part: number, partScale: number, whole: number, wholeScale: number): string | null {
  const scale = Math.max(partScale, wholeScale);
  const units = shortQuotient(part * shortTenTo(scale - partScale), whole * shortTenTo(scale - wholeScale));
  return units === null ? null : decimalText(units, RATIO_DECIMALS);
}

/** Half the digits of a ratio: a figure below the limit can be moved by so many and is still whole. */
const HALF_WAY = 10 ** (RATIO_DECIMALS / 2);
const SHORT_LIMIT = 9e15 / HALF_WAY;

/**
 * The quotient in units of `10^-RATIO_DECIMALS` in plain numbers, which take a fifth of the time; `null` where they
 * might not be exact. It is divided in two steps of five digits, so that every number on the way is a whole one.
 */
function shortQuotient(part: number, whole: number): number | null {
  const top = Math.abs(part);
  const bottom = Math.abs(whole);
  if (!(top < SHORT_LIMIT && bottom < SHORT_LIMIT)) return null;
  const first = wholeQuotient(top * HALF_WAY, bottom);
  if (!(first < SHORT_LIMIT - 1)) return null;
  const rest = (top * HALF_WAY - first * bottom) * HALF_WAY;
  const second = wholeQuotient(rest, bottom);
  const up = (rest - second * bottom) * 2 >= bottom ? 1 : 0;
  const magnitude = first * HALF_WAY + second + up;
  return part < 0 !== whole < 0 ? -magnitude : magnitude;
}

const shortAt = (number: Exact, scale: number): number => Number(number.units) * shortTenTo(scale - number.scale);

/** The division may have rounded up to the next whole number. */
function wholeQuotient(top: number, bottom: number): number {
  const quotient = Math.floor(top / bottom);
  return quotient * bottom > top ? quotient - 1 : quotient;
}

/** The number rounded half away from zero to so many decimals. */
export function round(number: Exact, decimals: number): Exact {
  if (number.scale <= decimals) return number;
  return { units: roundedQuotient(number.units, tenTo(number.scale - decimals)), scale: decimals };
}

export function negate(number: Exact): Exact {
  return { units: -number.units, scale: number.scale };
}

export function absolute(number: Exact): Exact {
  return number.units < 0n ? negate(number) : number;
}

/** -1, 0 or 1. */
export function signOf(number: Exact): -1 | 0 | 1 {
  return number.units < 0n ? -1 : number.units > 0n ? 1 : 0;
}

/** Negative, zero or positive, as a sort wants it. */
export function compare(a: Exact, b: Exact): number {
  return signOf(subtract(a, b));
}

/** The sum of all known numbers; `null` when none is known. */
export function sumKnown(numbers: Iterable<Maybe>): Maybe {
  let total: Maybe = null;
  for (const number of numbers) {
    if (number !== null) total = total === null ? number : add(total, number);
  }
  return total;
}

/** The sum; zero of nothing. */
export function sum(numbers: Iterable<Exact>): Exact {
  return sumKnown(numbers) ?? ZERO;
}

/** 10 to a whole power of either sign. */
export function powerOfTen(power: number): Exact {
  return power < 0 ? { units: 1n, scale: -power } : { units: tenTo(power), scale: 0 };
}

function unitsAt(number: Exact, scale: number): bigint {
  return number.scale === scale ? number.units : number.units * tenTo(scale - number.scale);
}

function roundedQuotient(numerator: bigint, denominator: bigint): bigint {
  const negative = numerator < 0n !== denominator < 0n;
  const top = numerator < 0n ? -numerator : numerator;
  const bottom = denominator < 0n ? -denominator : denominator;
  const magnitude = (2n * top + bottom) / (2n * bottom);
  return negative ? -magnitude : magnitude;
}

const TENS = Array.from({ length: 32 }, (_, power) => 10n ** BigInt(power));

function tenTo(power: number): bigint {
  return TENS[power] ?? 10n ** BigInt(power);
}
