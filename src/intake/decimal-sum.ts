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
    const units = shortUnits(value);
    if (units !== null) return this.addUnits(units, scaleOf(value));
    this.count += 1;
    this.#refine(Math.max(this.scale, scaleOf(value)));
    this.#large += decimalUnits(value, this.scale);
  }

  /** Adds `units / 10^scale`, of 15 digits at most. */
  addUnits(units: number, scale: number): void {
    this.count += 1;
    if (scale > this.scale) this.#refine(scale);
    const sum = this.#units + (scale === this.scale ? units : units * tenTo(this.scale - scale));
    if (isSafe(sum)) this.#units = sum;
    else this.#large += decimalUnits(decimalText(units, scale), this.scale);
  }

  /**
   * Adds a sum that was made elsewhere.
   * @param scale digits after the point of its finest value, zeros at the end apart
   */
  addSum(other: DecimalSum, scale: number): void {
    this.#refine(Math.max(this.scale, scale));
    this.#large += decimalUnits(other.toString(), this.scale);
    this.count += other.count;
  }

  /** The sum as a canonical decimal; `0` when nothing was added. */
  toString(): string {
    const whole = this.#large === 0n ? this.#units : this.#large + BigInt(this.#units);
    return decimalText(whole, this.scale);
  }

  #refine(scale: number): void {
    if (scale === this.scale) return;
    const units = this.#units * tenTo(scale - this.scale);
    if (isSafe(units)) this.#units = units;
    else {
      this.#large += BigInt(this.#units);
      this.#units = 0;
    }
    this.#large *= 10n ** BigInt(scale - this.scale);
    this.scale = scale;
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
