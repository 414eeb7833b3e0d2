import type { Locale } from '../types/locale.ts';
import { absolute, compare, exact, multiply, negate, plain, powerOfTen, subtract, type Exact } from './exact.ts';
import { ADJECTIVE, COMPARATIVE, LINKING_WORD, METRIC_WORD, YEAR, type UnitWord } from './quoted-words.ts';
import { writtenNumbers, type WrittenNumber } from './written-numbers.ts';

/** A number that a manager wrote into a note, in a form that can be looked up among the figures. */
export interface QuotedNumber {
  /** As it stands in the text, with sign and unit: `1,2 млн ₽`. */
  text: string;
  /** Where it begins in the text. */
  at: number;
  /** Exact decimal; percent and points as fractions. */
  value: string;
  /** `number` when no unit is written. */
  unit: UnitWord | 'number';
  /** Whether a plus or minus is written; without one the direction is in the words around. */
  signed: boolean;
  /** How far the true value may lie away by the digits shown: `1,2 млн` is right from 1,15 to 1,25 million. */
  tolerance: string;
}

/** A figure that a note may quote. Percent values and points are fractions; `times` is one value over another. */
export interface QuotableValue {
  value: string;
  unit: UnitWord | 'number';
}

/** Which figures a quoted unit may mean: a bare number is a count or money, a percent sign also stands for points. */
const MEANS: Record<QuotedNumber['unit'], readonly QuotableValue['unit'][]> = {
  number: ['number', 'money'],
  money: ['money'],
  percent: ['percent', 'points'],
  points: ['points'],
  times: ['times'],
};

/** Numbers of the text that match none of the figures within the rounding shown. */
export function checkQuoted(text: string, locale: Locale, values: readonly QuotableValue[]): QuotedNumber[] {
  return quotedNumbers(text, locale).filter((quoted) => !values.some((value) => matches(quoted, value)));
}

function matches(quoted: QuotedNumber, { value, unit }: QuotableValue): boolean {
  if (!MEANS[quoted.unit].includes(unit)) return false;
  const [written, known] = [exact(quoted.value), exact(value)];
  const distance = quoted.signed ? subtract(known, written) : subtract(absolute(known), absolute(written));
  return compare(absolute(distance), exact(quoted.tolerance)) <= 0;
}

/**
 * Numbers that claim to be figures, in order: those with a sign, a percent sign, a currency or «в 2 раза», those
 * beside a metric's word («412 лидов», `CPL 950`), and numbers from a thousand up that count nothing else. Dates,
 * years, times, phones, ordinals, list numbers and counts of other things («3 кампании») are passed over.
 */
export function quotedNumbers(text: string, locale: Locale): QuotedNumber[] {
  return writtenNumbers(text, locale)
    .filter(isFigure)
    .map(({ from, to, digits, decimals, power, unit, sign, hedge }) => {
      const shift = power - (unit === 'percent' || unit === 'points' ? 2 : 0);
      const value = multiply(exact(digits), powerOfTen(shift));
      return {
        text: text.slice(from, to),
        at: from,
        value: plain(sign === '-' ? negate(value) : value),
        unit,
        signed: sign !== '',
        tolerance: plain(multiply(tolerance(digits, decimals, hedge), powerOfTen(shift))),
      };
    });
}

function isFigure({ unit, sign, power, digits, before, after }: WrittenNumber): boolean {
  if (unit !== 'number' || sign !== '') return true;
  const next = wordsOf(after.split(/[.;!?,:()\n]/u, 1)[0]!);
  const [first, second] = next;
  if (first !== undefined && (METRIC_WORD.test(first) || COMPARATIVE.test(first))) return true;
  if (first !== undefined && second !== undefined && ADJECTIVE.test(first) && METRIC_WORD.test(second)) return true;
  if (first !== undefined && /^\p{L}/u.test(first) && !LINKING_WORD.test(first)) return false;
  if (power === 0 && YEAR.test(digits)) return false;
  const last = wordsOf(before.split(/[.;!?,()\n]/u).at(-1)!);
  return power > 0 || digits.split('.')[0]!.length > 3 || last.slice(-3).some((word) => METRIC_WORD.test(word));
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}-]*/gu) ?? [];
}

/** Half of the last digit shown; an approximate number is only as exact as its last digit that is not zero. */
function tolerance(digits: string, decimals: number, hedge: WrittenNumber['hedge']): Exact {
  if (hedge === 'none') return multiply(exact('0.5'), powerOfTen(-decimals));
  const zeros = decimals > 0 ? -decimals : (/[1-9](0*)$/.exec(digits)?.[1]?.length ?? 0);
  return multiply(exact(hedge === 'loose' ? '1' : '0.5'), powerOfTen(zeros));
}
