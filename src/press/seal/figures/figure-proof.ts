import { MOST_DIGITS, OwnNumbers } from './figure-prints.ts';
import { eachNumber, FEWEST_DIGITS, shownForms, tellingDigits } from './numbers.ts';
import { PlainNumber } from './plain-number.ts';
import { PrintSet, printOf, type Print } from './prints.ts';
import type { Promised } from './promises.ts';
import { FEWEST_DECIMALS, isCommonFraction, worthOf } from './quotients.ts';
import { room } from '../reading/units.ts';
import type { View } from '../reading/views.ts';

/** A number that stands in a file. */
export interface SeenNumber extends Print {
  /** By how many digits it can be told from others. */
  digits: number;
}

/** Parts of `figures.json` that hold days, names and hashes, not the figures a client is known by. */
const NOT_FIGURES = new Set(['days', 'sources', 'coverage', 'warnings', 'asOf', 'period', 'number', 'version', 'date']);

const plain = new PlainNumber();
/** With fewer digits in front of the fraction `shownForms` are none but the number itself. */
const FEWEST_WHOLES = FEWEST_DIGITS - 2;

/**
 * Numbers the owner is known by, as documents show them (totals and channels, not single days), and every other one of
 * theirs: none of them can be another's alone.
 * @param promises a folder's `figures.json` and `estimate.json`
 */
export function figuresOf(promises: readonly Promised[]): OwnNumbers {
  const own = new OwnNumbers();
  for (const { value } of promises) {
    eachDecimal(value, (written) => {
      for (const form of shownForms(written)) {
        if (tellingDigits(form) >= FEWEST_DIGITS && !isCommonFraction(form)) own.know(form);
      }
    });
  }
  for (const { bytes } of promises) {
    // Digits are the same letters in bytes.
    const units = room(bytes.length);
    units.set(bytes);
    eachNumber(units, false, (at, end, sign) => {
      plain.read(units, at, end, sign);
      if (plain.digits < FEWEST_DIGITS) return;
      own.have(plain.print);
      if (plain.decimals === 0 || plain.wholes < FEWEST_WHOLES) return;
      for (const form of shownForms(plain.toString()))
        if (tellingDigits(form) >= FEWEST_DIGITS) own.have(printOf(form));
    });
  }
  return own;
}

/**
 * Numbers of one file, each once.
 * @param own those that explain themselves
 */
export function numbersIn(views: readonly View[], own: OwnNumbers | null): SeenNumber[] {
  const found: SeenNumber[] = [];
  const known = new PrintSet();
  for (const { plain: units, numbers } of views) {
    if (numbers === 'none') continue;
    eachNumber(units, numbers === 'people', (at, end, sign) => {
      plain.read(units, at, end, sign);
      if (plain.digits < FEWEST_DIGITS) return;
      const { print } = plain;
      if (own?.explain(print) || !known.add(print)) return;
      found.push({ ...print, digits: Math.min(worthOfPlain(), MOST_DIGITS) });
    });
  }
  return found;
}

/** Only of a quotient a text is made. */
const worthOfPlain = (): number =>
  plain.decimals < FEWEST_DECIMALS ? plain.digits : worthOf(plain.toString(), plain.digits);

/** Decimals with as many signs as tell something. */
function eachDecimal(value: unknown, found: (written: string) => void): void {
  if (typeof value === 'string') {
    if (value.length >= FEWEST_DIGITS && /^-?\d+(?:\.\d+)?$/.test(value)) found(value);
  } else if (Array.isArray(value)) {
    for (const one of value) eachDecimal(one, found);
  } else if (value !== null && typeof value === 'object') {
    for (const [key, inner] of Object.entries(value)) if (!NOT_FIGURES.has(key)) eachDecimal(inner, found);
  }
}
