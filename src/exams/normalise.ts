import { exact, type Exact } from '../figures/exact.ts';

/**
 * A short answer as it is compared: without regard to case, ё, quotation marks, kinds of spaces and dashes, and a full
 * stop at the end.
 */
export function comparable(text: string): string {
  return text
    .normalize('NFKC')
    .toLocaleLowerCase('ru')
    .replace(/ё/g, 'е')
    .replace(/["'`«»„“”‟‘’‚‹›′″]/g, '')
    .replace(/[‐‑‒–—―−]/g, '-')
    .replace(/\s*-\s*/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/\s*[.;,!]+$/, '');
}

/** True when what was written is one of the accepted variants, in whichever language they stand. */
export function isAccepted(written: string, accept: { ru: readonly string[]; en: readonly string[] }): boolean {
  const answer = comparable(written);
  return answer !== '' && [...accept.ru, ...accept.en].some((variant) => comparable(variant) === answer);
}

/**
 * Every number that was meant by what people write: `12,5`, `1 250`, `−3.5`, `1.250,75`; a unit beside it is left out
 * (`₽1,250` too).
 * The last of two different marks is the decimal one. `1,875` is a fraction to one and thousands to another: both are
 * given. Empty when it is no number, and when it is two: `12 13` is not 1,213, nor `12, 13` 12.13, nor `12,5 300` 12.53.
 */
export function writtenNumbers(text: string, units: readonly string[] = []): Exact[] {
  const joined = text.normalize('NFKC').replace(SPACED_GROUPS, (number) => number.replace(/[\s'’_]+/g, ''));
  if (TWO_NUMBERS.test(joined)) return [];
  const plain = withoutUnit(joined, units);
  const whole = GROUPS.test(plain) ? plain.replace(/[.,]/g, '') : plain;
  return [...new Set([plain, whole])].flatMap((one) => numberOf(one) ?? []);
}

/** Thousands apart by spaces: only of a whole part, and it does not begin with a nought. */
const SPACED_GROUPS = /(?<![.,\d])[1-9]\d*(?:[\s'’_]+\d{3})+(?!\d)/g;

/** Digits with a space between them, also beside a mark: a second number begins behind it. */
const TWO_NUMBERS = /\d(?:[\s'’_]+[.,]?[\s'’_]*|[.,][\s'’_]+)\d/;

/** Thousands apart, all by the same mark, and nothing behind them. */
const GROUPS = /^[-+]?[1-9]\d{0,2}([.,])\d{3}(?:\1\d{3})*$/;

function withoutUnit(text: string, units: readonly string[]): string {
  let plain = text.replace(/[‐‑‒–—―−]/g, '-').replace(/[\s'’_]+/g, '');
  for (const unit of [...units, '%']) {
    const bare = unit.normalize('NFKC').replace(/\s+/g, '');
    if (bare === '') continue;
    if (plain.toLowerCase().endsWith(bare.toLowerCase())) {
      plain = plain.slice(0, -bare.length);
      break;
    }
    const [, sign = '', amount = ''] = /^([-+]?)(.*)$/.exec(plain)!;
    if (amount.toLowerCase().startsWith(bare.toLowerCase())) {
      plain = sign + amount.slice(bare.length);
      break;
    }
  }
  return plain;
}

function numberOf(written: string): Exact | null {
  let plain = written;
  const marks = [...plain.matchAll(/[.,]/g)].map(([mark]) => mark);
  if (new Set(marks).size === 2) {
    const decimal = marks.at(-1)!;
    if (marks.indexOf(decimal) !== marks.length - 1) return null;
    plain = plain.replaceAll(decimal === ',' ? '.' : ',', '');
  } else if (marks.length > 1) return null;
  plain = plain.replace(',', '.').replace(/^\+/, '');
  return /^-?\d{1,30}(\.\d{1,20})?$/.test(plain) ? exact(plain) : null;
}
