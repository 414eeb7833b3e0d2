/** Below this two running numbers and their sum are whole without loss. */
export const SAFE = 4e15;
const MINUS = 0x2d;
const POINT = 0x2e;
const ZERO = 0x30;
/** Longer values are taken as BigInt. */
const SHORT = 15;
const POWERS = Array.from({ length: SHORT + 1 }, (_, power) => Number(`1e${power}`));

/**
 * An exact running sum of decimals written as text. It is held as a whole number of units of the finest value's last
 * digit, which is what keeps 100,000 rows under a second; what a double cannot hold moves into a BigInt.
 */
export class DecimalSum {
  /** How many values were added. */
  count = 0;
  /** Digits after the point of the finest value added. */
  scale = 0;
  /** Both in units of `10^-scale`. */
  #units = 0;
  #large = 0n;

  /** Adds a canonical decimal such as `-1234.5`. */
  add(value: string): void {
    this.count += 1;
    const units = shortUnits(value) ?? Infinity;
    const scale = scaleOf(value);
    const finest = scale > this.scale ? scale : this.scale;
    const before = this.#units * tenTo(finest - this.scale);
    const added = units * tenTo(finest - scale);
    const exact = isSafe(before) && isSafe(added);
    if (!exact || (finest > this.scale && this.#large !== 0n)) return this.#addLarge(value, finest);
    this.#units = before + added;
    this.scale = finest;
  }

  /** The sum as a canonical decimal; `0` when nothing was added. */
  toString(): string {
    const whole = this.#large === 0n ? this.#units : this.#large + BigInt(this.#units);
    return decimalText(whole, this.scale);
  }

  #addLarge(value: string, finest: number): void {
    const before = this.#large + BigInt(this.#units);
    this.#large = before * 10n ** BigInt(finest - this.scale) + decimalUnits(value, finest);
    this.#units = 0;
    this.scale = finest;
  }
}

const isSafe = (units: number): boolean => units > -SAFE && units < SAFE;

/** Ten to a power from 0 to 15, `Infinity` beyond. */
export const tenTo = (power: number): number => POWERS[power] ?? Infinity;

/** Digits after the point of a canonical decimal. */
export function scaleOf(value: string): number {
  const point = value.indexOf('.');
  return point < 0 ? 0 : value.length - point - 1;
}

/** The digits of a canonical decimal as a whole number with its sign; `null` when it is longer than 15 characters. */
export function shortUnits(value: string): number | null {
  if (value.length > SHORT) return null;
  const negative = value.charCodeAt(0) === MINUS;
  let units = 0;
  for (let index = negative ? 1 : 0; index < value.length; index += 1) {
    const code = value.charCodeAt(index);
    if (code !== POINT) units = units * 10 + (code - ZERO);
  }
  return negative ? -units : units;
}

/** `units / 10^scale` as a canonical decimal. */
export function decimalText(units: bigint | number, scale: number): string {
  const negative = units < 0;
  const digits = String(negative ? -units : units).padStart(scale + 1, '0');
  const point = digits.length - scale;
  let end = digits.length;
  while (end > point && digits.charCodeAt(end - 1) === ZERO) end -= 1;
  const text = end === point ? digits.slice(0, point) : `${digits.slice(0, point)}.${digits.slice(point, end)}`;
  return negative ? `-${text}` : text;
}

/** A canonical decimal in units of `10^-scale`; `scale` must not be coarser than the value. */
export function decimalUnits(value: string, scale: number): bigint {
  const [whole = '', fraction = ''] = value.split('.');
  return BigInt(whole + fraction.padEnd(scale, '0'));
}
