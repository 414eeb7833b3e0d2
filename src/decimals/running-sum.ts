import type { FactSeries } from '../types/intake.ts';
import { decimalText, decimalUnits, isSafe, scaleOf, shortUnits, tenTo } from './units.ts';

/**
 * An exact running sum of decimals: a whole number of units of the finest value's last digit, which is what keeps
 * 100,000 rows under a second. What a double cannot hold moves into a BigInt.
 */
export class RunningSum {
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

  /** Adds `units / 10^scale`, `units` being whole and below 4e15: what one value is, or several come to. */
  addUnits(units: number, scale: number, count = 1): void {
    this.count += count;
    if (scale > this.scale) this.#refine(scale);
    const sum = this.#units + (scale === this.scale ? units : units * tenTo(this.scale - scale));
    if (isSafe(sum)) this.#units = sum;
    else this.#large += BigInt(units) * 10n ** BigInt(this.scale - scale);
  }

  /** Adds entries of a series, `end` excluded: all of them when nothing else is said. */
  addSeries({ units, scale, long }: Pick<FactSeries, 'units' | 'scale' | 'long'>, start = 0, end = units.length): void {
    let [pending, count] = [0, 0];
    for (let entry = start; entry < end; entry += 1) {
      const sum = pending + units[entry]!;
      if (isSafe(sum)) {
        pending = sum;
        count += 1;
      } else if (Number.isNaN(units[entry]!)) this.add(long.get(entry)!);
      else this.addUnits(units[entry]!, scale);
    }
    if (count > 0) this.addUnits(pending, scale, count);
  }

  /**
   * Adds a sum that was made elsewhere.
   * @param scale digits after the point of its finest value, zeros at the end apart
   */
  addSum(other: RunningSum, scale: number): void {
    this.#refine(Math.max(this.scale, scale));
    this.#large += decimalUnits(other.toString(), this.scale);
    this.count += other.count;
  }

  /** `null` when nothing was added. */
  get total(): { units: bigint; scale: number } | null {
    return this.count === 0 ? null : { units: this.#large + BigInt(this.#units), scale: this.scale };
  }

  /** The sum as a canonical decimal; `0` when nothing was added. */
  toString(): string {
    return decimalText(this.#large === 0n ? this.#units : this.#large + BigInt(this.#units), this.scale);
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
