import { decimalEvidence, readNumber, type DecimalMark } from '../intake/numbers.ts';
import type { Part } from '../types/estimate.ts';

export const PART_EXPECTED = { ru: 'доля (15 %) или сумма (25000)', en: 'a share (15%) or an amount (25000)' };

/** `12,5 %` as the fraction 0.125, exactly; `null` for anything else. In per cent a comma never groups thousands. */
export function readPercent(text: string): string | null {
  const [, whole, fraction = ''] = /^(\d{1,4})(?:[.,](\d{1,6}))?\s?%$/.exec(text.trim()) ?? [];
  if (whole === undefined) return null;
  const digits = whole.padStart(3, '0');
  const [units, rest] = [digits.slice(0, -2).replace(/^0+(?=\d)/, ''), `${digits.slice(-2)}${fraction}`];
  return `${units}.${rest}`.replace(/\.?0+$/, '');
}

/**
 * A discount or a payment: `15%` is a share, `25000` an amount.
 * @param mark decimal mark of the file; `null` when nothing tells it
 * @returns `null` for text that is neither, and for a number that may be thousands as well as a fraction
 */
export function readPart(text: string, mark: DecimalMark | null): Part | null {
  if (text.includes('%')) {
    const share = readPercent(text);
    return share === null ? null : { share };
  }
  const evidence = decimalEvidence(text);
  const own = evidence === 'either' ? mark : (evidence ?? '.');
  const amount = own === null ? null : readNumber(text, own);
  return amount === null || amount === undefined || amount.startsWith('-') ? null : { amount };
}
