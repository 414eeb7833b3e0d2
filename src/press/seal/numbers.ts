/** A number written in a text. */
export interface WrittenNumber {
  /** `1234567.89`: no grouping, a point, no needless zeros. */
  value: string;
  /** Digits that say something: without zeros before the first and, in whole numbers, after the last. */
  digits: number;
  at: number;
}

const GROUPED = /(?<![\d.,])(?:\d{1,3}(?:([ ,'.])\d{3})(?:\1\d{3})*(?:[.,]\d+)?(?!\d)|\d+(?:[.,]\d+)?)/g;
const PLAIN = /\d+(?:[.,]\d+)?/g;

/** Fewer digits than that say nothing of whose number it is. */
export const FEWEST_DIGITS = 6;

/**
 * Every number of at least `FEWEST_DIGITS` telling digits.
 * @param grouped whether thousands may stand apart, as in texts for people; never in JSON and CSV
 */
export function writtenNumbers(text: string, grouped: boolean): WrittenNumber[] {
  const found: WrittenNumber[] = [];
  for (const match of text.matchAll(grouped ? GROUPED : PLAIN)) {
    if (match[0].length < FEWEST_DIGITS) continue;
    const value = plainNumber(match[0], match[1]);
    const digits = tellingDigits(value);
    if (digits >= FEWEST_DIGITS) found.push({ value, digits, at: match.index });
  }
  return found;
}

export function tellingDigits(value: string): number {
  const digits = value.replace('.', '').replace(/^0+/, '');
  return (value.includes('.') ? digits : digits.replace(/0+$/, '')).length;
}

function plainNumber(written: string, separator: string | undefined): string {
  const joined = separator === undefined ? written : written.replaceAll(separator, '');
  const value = joined.replace(',', '.').replace(/^0+(?=\d)/, '');
  return value.includes('.') ? value.replace(/\.?0+$/, '') : value;
}

/** The value itself and as a page shows it: to the hundredth and to the whole unit. */
export function shownForms(value: string): string[] {
  const exact = plainNumber(value.replace('-', ''), undefined);
  if (!exact.includes('.')) return [exact];
  return [...new Set([exact, rounded(exact, 2), rounded(exact, 0)])];
}

/** Half up, as pages do; exact, for the digits are text. */
function rounded(value: string, decimals: number): string {
  const [whole = '0', part = ''] = value.split('.');
  const kept = BigInt(whole + part.padEnd(decimals, '0').slice(0, decimals));
  const up = (part[decimals] ?? '0') >= '5' ? kept + 1n : kept;
  const text = up.toString().padStart(decimals + 1, '0');
  return decimals === 0 ? text : plainNumber(`${text.slice(0, -decimals)}.${text.slice(-decimals)}`, undefined);
}

/** A fraction of small whole numbers, such as 0.1666666667: anybody may have it. */
export function isCommonFraction(value: string): boolean {
  const decimals = value.split('.')[1]?.length ?? 0;
  if (decimals < 8) return false;
  const number = Number(value) % 1;
  for (let below = 1; below <= 1000; below++) {
    const above = number * below;
    if (Math.abs(above - Math.round(above)) < below * 1e-10) return true;
  }
  return false;
}
