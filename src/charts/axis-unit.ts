import { currencyDisplay, numberText } from '../locale/numbers.ts';
import { remembered } from '../locale/remembered.ts';
import { NBSP } from '../locale/signs.ts';
import type { Locale } from '../types/locale.ts';
import { clean, type Steps } from './value-scale.ts';
import type { ChartFormat } from './types.ts';

/** Labels of an axis in one magnitude, and the unit to print once above it; empty when there is none. */
export interface AxisUnit {
  caption: string;
  labels: string[];
}

/** Plain numbers for the steps of an axis: `0, 0.5, 1` with the unit «млн ₽» or `$ million`. */
export function axisUnit(format: ChartFormat, steps: Steps): AxisUnit {
  const largest = Math.max(Math.abs(steps.min), Math.abs(steps.max));
  const { divisor, caption } = magnitude(format, largest);
  const digits = decimalsOf(steps.step / divisor);
  const options = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  const labels = steps.values.map((value) =>
    value === 0 ? '0' : numberText(format.locale, String(clean(value / divisor)), options),
  );
  return { caption, labels };
}

function magnitude(format: ChartFormat, largest: number): { divisor: number; caption: string } {
  const { locale, unit } = format;
  if (unit === 'percent') return { divisor: 0.01, caption: '%' };
  if (unit === 'seconds') {
    if (largest >= 180) return { divisor: 60, caption: locale === 'ru' ? 'мин' : 'min' };
    return { divisor: 1, caption: locale === 'ru' ? 'с' : 's' };
  }
  const divisor = largest < 1e4 ? 1 : largest < 1e6 ? 1e3 : largest < 1e9 ? 1e6 : largest < 1e12 ? 1e9 : 1e12;
  const word = divisor === 1 ? '' : magnitudeWord(locale, divisor);
  if (unit !== 'money') return { divisor, caption: word };
  const symbol = currencySymbol(locale, format.currency);
  const caption = locale === 'ru' ? [word, symbol] : [symbol, word];
  return { divisor, caption: caption.filter(Boolean).join(NBSP) };
}

/** «тыс.», «млн»; `thousand`, `million`. */
function magnitudeWord(locale: Locale, divisor: number): string {
  const compactDisplay = locale === 'ru' ? 'short' : 'long';
  return partOf(locale, { notation: 'compact', compactDisplay }, divisor, 'compact');
}

function currencySymbol(locale: Locale, currency: string): string {
  const display = currencyDisplay(locale, currency);
  return partOf(locale, { style: 'currency', currency, currencyDisplay: display }, 1, 'currency');
}

const parts = remembered<string>(500);

/** One part of a formatted number; the few there are are asked of Intl once. */
function partOf(locale: Locale, options: Intl.NumberFormatOptions, value: number, type: string): string {
  return parts(`${locale} ${value} ${options.currency ?? ''}`, () => {
    const found = new Intl.NumberFormat(locale, options).formatToParts(value).find((one) => one.type === type);
    return found?.value ?? '';
  });
}

function decimalsOf(step: number): number {
  const text = String(clean(step));
  const [, fraction = ''] = text.split('.');
  return text.includes('e') ? 0 : fraction.length;
}
