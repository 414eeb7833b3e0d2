import type { Formatter, UnitCard } from '../locale/format.ts';
import type { NumberStyle } from '../locale/numbers.ts';
import type { Decimal } from '../types/figures.ts';

/** Numbers of more whole digits than fit their place are shortened: «33,7 млрд ₽». */
export function numberStyle(value: Decimal, digits = 8): NumberStyle {
  return wholeDigits(value) > digits ? 'short' : 'full';
}

/**
 * How the figures of one column are written: alike, so that they stand under each other. One that must be shortened
 * shortens all; money has its minor digits in every row when a row below 1,000 has them, in none from 100,000 up.
 */
export function columnText(f: Formatter, card: UnitCard, values: Decimal[], digits = 8): (value: Decimal) => string {
  if (values.some((value) => wholeDigits(value) > digits)) return (value) => f.metric(value, card, 'tenths');
  const mixed = values.some((value) => wholeDigits(value) > 3) && values.some(isBelowThousand);
  if (card.unit !== 'money' || card.decimals !== null || !mixed) return (value) => f.metric(value, card);
  if (values.some((value) => wholeDigits(value) > 5)) return (value) => f.metric(value, { ...card, decimals: 0 });
  return (value) => f.money(value, 'exact');
}

const wholeDigits = (value: Decimal): number => (value ?? '').replace('-', '').replace(/\..*$/, '').length;
const isBelowThousand = (value: Decimal): boolean => value !== null && wholeDigits(value) <= 3 && Number(value) !== 0;
