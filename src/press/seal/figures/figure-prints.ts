import { tellingDigits } from './numbers.ts';
import { PrintSet, printOf, type Print } from './prints.ts';
import { worthOf } from './quotients.ts';

/**
 * The numbers of one folder, each as a print of 64 bits: a thousand of them take 10 KB instead of a hundred, so that
 * those of thousands of folders are kept, read back and compared at once. Two numbers of a build of ten million bear
 * the same print by chance once in a hundred thousand builds, and what that would tell is read in the file itself.
 */
export interface FigurePrints {
  /** Numbers the owner is known by, three words each: two of the print, then the digits. */
  telling: Uint32Array;
  /** Every other number of the owner, two words each. */
  others: Uint32Array;
  /** Numbers that the folder's own figures do not explain, three words each: the print, then digits and file. */
  seen: Uint32Array;
}

/** Bits of a word that hold the digits of a number. */
export const DIGIT_BITS = 10;
export const MOST_DIGITS = (1 << DIGIT_BITS) - 1;

/** The numbers of an owner, by which those in its files are explained. */
export class OwnNumbers {
  readonly #all = new PrintSet();
  readonly #told = new PrintSet();
  readonly #telling: number[] = [];
  readonly #others: number[] = [];

  /** @param value one the owner is known by; all of them come before any other */
  know(value: string): void {
    const print = printOf(value);
    if (!this.#told.add(print)) return;
    this.#telling.push(print.one, print.two, Math.min(worthOf(value, tellingDigits(value)), MOST_DIGITS));
  }

  have(print: Print): void {
    if (this.#all.add(print) && !this.#told.has(print)) this.#others.push(print.one, print.two);
  }

  explain(print: Print): boolean {
    return this.#all.has(print);
  }

  get prints(): Pick<FigurePrints, 'telling' | 'others'> {
    return { telling: new Uint32Array(this.#telling), others: new Uint32Array(this.#others) };
  }
}
