import type { NumberStyle } from '../locale/numbers.ts';
import type { Decimal } from '../types/figures.ts';

/** Numbers of more whole digits than fit their place are shortened: «33,7 млрд ₽». */
export function numberStyle(value: Decimal, digits = 8): NumberStyle {
  const whole = (value ?? '').replace('-', '').replace(/\..*$/, '');
  return whole.length > digits ? 'short' : 'full';
}
