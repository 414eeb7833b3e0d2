import type { Locale } from '../types/locale.ts';
import { HEDGES, MULTIPLIERS, NO_FIGURES, TIMES_RU, UNITS, type UnitWord } from './quoted-words.ts';

/** How many characters around a number are looked at. */
const NEAR = 80;

const SPACES = ' \\u00a0\\u2009\\u202f';

/** A number not inside a word: `GA4`, `COVID-19` and `3D` are names. Groups are divided as the language does. */
const NUMBER: Record<Locale, RegExp> = {
  ru: new RegExp(`(?<![\\p{L}\\p{N}_.,]|\\p{L}-)(?:\\d{1,3}(?:[${SPACES}]\\d{3})+|\\d+)(?:[.,]\\d+)?(?![\\d])`, 'gu'),
  en: /(?<![\p{L}\p{N}_.,]|\p{L}-)(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?!\d)/gu,
};

/** One number with everything around it that tells what it is. `from` and `to` hold sign and unit too. */
export interface WrittenNumber {
  from: number;
  to: number;
  /** Plain decimal without group marks. */
  digits: string;
  decimals: number;
  power: number;
  unit: UnitWord | 'number';
  sign: '' | '+' | '-';
  hedge: 'none' | 'around' | 'loose';
  /** Text close before and after, number, sign and unit left out. */
  before: string;
  after: string;
}

/** Every number of the text that is not a date, a time, a phone or the like, with its sign and unit, in order. */
export function writtenNumbers(text: string, locale: Locale): WrittenNumber[] {
  const masked = NO_FIGURES.reduce(
    (rest, pattern) => rest.replace(pattern, (found) => '\n'.repeat(found.length)),
    text,
  );
  const found = [...masked.matchAll(NUMBER[locale])].map((match) => readNumber(masked, match, locale));
  shareUnits(masked, found);
  return found;
}

function readNumber(text: string, match: RegExpExecArray, locale: Locale): WrittenNumber {
  const written = match[0];
  const digits = written.replace(new RegExp(locale === 'ru' ? `[${SPACES}]` : ',', 'gu'), '').replace(',', '.');
  const prefix = /([+\-−–]?)([$€£₽]?)$/u.exec(text.slice(Math.max(0, match.index - 2), match.index))!;
  const from = match.index - prefix[0].length;
  const before = text.slice(Math.max(0, from - NEAR), from);
  let to = match.index + written.length;
  const multiplier = multiplierAfter(text.slice(to, to + NEAR));
  to += multiplier.length;
  const unit = unitAfter(before, text.slice(to, to + NEAR));
  to += unit.length;
  const isRange = /[\d%]\s?$/u.test(before);
  const sign = prefix[1] === '' || isRange ? '' : prefix[1] === '+' ? '+' : '-';
  const hedges = HEDGES[locale];
  return {
    from: isRange ? from + prefix[1]!.length : from,
    to,
    digits,
    decimals: digits.split('.')[1]?.length ?? 0,
    power: multiplier.power,
    unit: unit.unit ?? (prefix[2] === '' ? 'number' : 'money'),
    sign,
    hedge: hedges.around.test(before) ? 'around' : hedges.loose.test(before) ? 'loose' : 'none',
    before,
    after: text.slice(to, to + NEAR),
  };
}

function multiplierAfter(after: string): { power: number; length: number } {
  for (const { words, power } of MULTIPLIERS) {
    const match = words.exec(after);
    if (match) return { power, length: match[0].length };
  }
  return { power: 0, length: 0 };
}

function unitAfter(before: string, after: string): { unit: UnitWord | null; length: number } {
  if (TIMES_RU.before.test(before)) {
    const times = TIMES_RU.after.exec(after);
    if (times) return { unit: 'times', length: times[0].length };
  }
  for (const { words, unit } of UNITS) {
    const match = words.exec(after);
    if (match) return { unit, length: match[0].length };
  }
  return { unit: null, length: 0 };
}

/** «10–12 %»: the unit of a range stands at its end. */
function shareUnits(text: string, found: WrittenNumber[]): void {
  for (let index = found.length - 2; index >= 0; index -= 1) {
    const [first, second] = [found[index]!, found[index + 1]!];
    if (first.unit !== 'number' || first.power > 0 || !/^\s?[–—-]\s?[$€£]?$/u.test(text.slice(first.to, second.from))) {
      continue;
    }
    first.unit = second.unit;
    first.power = second.power;
    first.after = second.after;
  }
}
