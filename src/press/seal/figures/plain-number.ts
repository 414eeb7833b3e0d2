import { POINT, ZERO } from './numbers.ts';
import { printOfUnits, type Print } from './prints.ts';
import { textOf } from '../reading/units.ts';

/**
 * The number read last, as `plainNumber` writes it, in code units: hundreds of a folder are read, and of hardly any a
 * text is needed.
 */
export class PlainNumber {
  /** Digits that say something, as `tellingDigits` counts them. */
  digits = 0;
  #units = new Uint16Array(64);
  #length = 0;
  #point = -1;

  /** @param sign code unit that parts its thousands */
  read(text: Uint16Array, from: number, to: number, sign: number | null): void {
    if (to - from > this.#units.length) this.#units = new Uint16Array(2 * (to - from));
    const units = this.#units;
    let [length, point] = [0, -1];
    for (let at = from; at < to; at++) {
      const unit = text[at]!;
      if (unit === sign) continue;
      const isDigit = unit >= ZERO && unit < ZERO + 10;
      // Zeros before the first other digit of the whole part.
      if (isDigit && length === 1 && point < 0 && units[0] === ZERO) length = 0;
      if (!isDigit) point = length;
      units[length++] = isDigit ? unit : POINT;
    }
    if (point >= 0) while (units[length - 1] === ZERO) length--;
    if (point === length - 1) [length, point] = [point, -1];
    this.#length = length;
    this.#point = point;
    this.digits = this.#telling();
  }

  get print(): Print {
    return printOfUnits(this.#units, this.#length);
  }

  /** Digits of the fraction. */
  get decimals(): number {
    return this.#point < 0 ? 0 : this.#length - this.#point - 1;
  }

  /** Digits of the whole part. */
  get wholes(): number {
    return this.#point < 0 ? this.#length : this.#point;
  }

  toString(): string {
    return textOf(this.#units.subarray(0, this.#length));
  }

  #telling(): number {
    const units = this.#units;
    let [first, last] = [0, this.#length];
    while (first < last && (units[first] === ZERO || units[first] === POINT)) first++;
    if (this.#point < 0) while (last > first && units[last - 1] === ZERO) last--;
    return last - first - (this.#point >= first ? 1 : 0);
  }
}
