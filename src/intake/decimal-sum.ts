/** Beyond this a running number moves into a BigInt, long before a double would lose a unit. */
const SAFE = 4e15;

/**
 * An exact running sum of decimals written as text. Values of one scale add up as whole numbers,
 * which is what keeps 100,000 rows under a second.
 */
export class DecimalSum {
  /** How many values were added. */
  count = 0;
  readonly #byScale: number[] = [];
  readonly #large: bigint[] = [];

  /** Adds a canonical decimal such as `-1234.5`. */
  add(value: string): void {
    this.count += 1;
    const point = value.indexOf('.');
    const scale = point < 0 ? 0 : value.length - point - 1;
    const digits = point < 0 ? value : value.slice(0, point) + value.slice(point + 1);
    if (digits.length > 15) {
      this.#large[scale] = (this.#large[scale] ?? 0n) + BigInt(digits);
      return;
    }
    const sum = (this.#byScale[scale] ?? 0) + Number(digits);
    if (sum > -SAFE && sum < SAFE) {
      this.#byScale[scale] = sum;
    } else {
      this.#large[scale] = (this.#large[scale] ?? 0n) + BigInt(sum);
      this.#byScale[scale] = 0;
    }
  }

  /** Digits after the point of the finest value added. */
  get scale(): number {
    return Math.max(0, this.#byScale.length - 1, this.#large.length - 1);
  }

  /** The sum as a canonical decimal; `0` when nothing was added. */
  toString(): string {
    const scale = this.scale;
    let units = 0n;
    for (let each = 0; each <= scale; each += 1) {
      const part = BigInt(this.#byScale[each] ?? 0) + (this.#large[each] ?? 0n);
      units += part * 10n ** BigInt(scale - each);
    }
    return decimalText(units, scale);
  }
}

/** `units / 10^scale` as a canonical decimal. */
export function decimalText(units: bigint, scale: number): string {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  const fraction = digits.slice(digits.length - scale).replace(/0+$/, '');
  return `${units < 0n ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}

/** A canonical decimal in units of `10^-scale`; `scale` must not be coarser than the value. */
export function decimalUnits(value: string, scale: number): bigint {
  const [whole = '', fraction = ''] = value.split('.');
  return BigInt(whole + fraction.padEnd(scale, '0'));
}
