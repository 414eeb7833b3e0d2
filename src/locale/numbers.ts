import type { Locale } from '../types/locale.ts';
import type { MetricCard } from '../types/report.ts';
import { decimalWriter, printable } from './decimal-writer.ts';
import { minorDigits } from './minor-digits.ts';
import { remembered } from './remembered.ts';
import { MINUS, NBSP } from './signs.ts';

/** `exceptZero` writes a plus before positive values: for changes. */
export type Sign = 'negative' | 'exceptZero';
/** `tenths` is `short` with a tenth even where it is nought, for a column: «12,0 млн» under «24,7 млн». */
export type NumberStyle = 'full' | 'short' | 'tenths';
export type MoneyStyle = NumberStyle | 'exact';
/** `prose` is `full` without the zeros of whole money: «120 ₽» in a sentence, «120,00 ₽» in a column. */
type AnyStyle = MoneyStyle | 'prose';

/** What this module asks of Intl, all of which `alike` compares. */
type Options = Pick<
  Intl.NumberFormatOptions,
  | ('style' | 'currency' | 'currencyDisplay' | 'signDisplay' | 'notation' | 'trailingZeroDisplay')
  | ('minimumFractionDigits' | 'maximumFractionDigits')
>;

/** How numbers of one kind are written. */
interface Known {
  options: Options;
  format: Intl.NumberFormat;
  /** Plain decimals, quicker. */
  plain: ((value: string) => string) | null;
}

/** By language and currency, a dozen each: comparing costs a page's thousand numbers less than joining keys. */
const formats: Record<Locale, Map<string | undefined, Known[]>> = { ru: new Map(), en: new Map() };

function formatOf(locale: Locale, options: Options): Known {
  let list = formats[locale].get(options.currency);
  if (!list) formats[locale].set(options.currency, (list = []));
  let known = list.find((one) => alike(one.options, options));
  if (!known) {
    const format = new Intl.NumberFormat(locale, { signDisplay: 'negative', ...options });
    list.push((known = { options, format, plain: decimalWriter(format) }));
  }
  return known;
}

const alike = (a: Options, b: Options): boolean =>
  a.style === b.style &&
  a.maximumFractionDigits === b.maximumFractionDigits &&
  a.minimumFractionDigits === b.minimumFractionDigits &&
  a.signDisplay === b.signDisplay &&
  a.notation === b.notation &&
  a.trailingZeroDisplay === b.trailingZeroDisplay &&
  a.currencyDisplay === b.currencyDisplay;

const PLAIN = /^-?\d+(?:\.\d+)?$/;
const DECIMAL = /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i;

/** An exact decimal as Intl writes it, without a trip through binary floats; see `printable`. */
export function numberText(locale: Locale, value: string, options: Options): string {
  const { format, plain } = formatOf(locale, options);
  if (plain !== null && PLAIN.test(value)) return plain(value);
  if (!DECIMAL.test(value)) throw new RangeError(`Not a decimal: ${JSON.stringify(value)}`);
  return printable(format.format(value as Intl.StringNumericLiteral));
}

const COMPACT: Record<Exclude<NumberStyle, 'full'>, Options> = {
  short: { notation: 'compact', maximumFractionDigits: 1 },
  tenths: { notation: 'compact', minimumFractionDigits: 1, maximumFractionDigits: 1 },
};

/** Binary floats are good enough to choose a style by size. */
const size = (value: string): number => Math.abs(Number(value));

export function countText(locale: Locale, value: string, style: NumberStyle, sign: Sign, decimals = 0): string {
  const short = style !== 'full';
  if (short && size(value) >= 1000) return numberText(locale, value, { ...COMPACT[style], signDisplay: sign });
  const minimumFractionDigits = short ? 0 : decimals;
  return numberText(locale, value, { minimumFractionDigits, maximumFractionDigits: decimals, signDisplay: sign });
}

/** Signs that many currencies share: a report in Canadian dollars must not read as one in American. */
const SHARED_SIGNS = new Set(['$', '£', '¥', 'kr', 'L', '₩', 'Rs']);

/** Signs that some bundled font has: in a PDF the Thai baht's own would be an empty box. */
const PRINTABLE_SIGN = /^[\p{Script=Latin}\p{Script=Cyrillic}.\s$£¥\u20a0-\u20bf]+$/u;

const DISPLAYS = ['narrowSymbol', 'symbol', 'code'] as const;
const displays = remembered<(typeof DISPLAYS)[number]>(500);

/**
 * How Intl is to show the currency: by its short sign, «₽», where that means it alone and can be printed; else by one
 * that tells, `CA$`, `SEK`, or by its code, `THB`.
 */
export function currencyDisplay(locale: Locale, currency: string): (typeof DISPLAYS)[number] {
  return displays(`${locale} ${currency}`, () => {
    const signOf = (display: (typeof DISPLAYS)[number]): string => {
      const format = new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: display });
      return format.formatToParts(0).find(({ type }) => type === 'currency')?.value ?? '';
    };
    const tells = (display: (typeof DISPLAYS)[number]): boolean => {
      const sign = signOf(display);
      return PRINTABLE_SIGN.test(sign) && (display !== 'narrowSymbol' || !SHARED_SIGNS.has(sign));
    };
    return DISPLAYS.find(tells) ?? 'code';
  });
}

/** Money with as many minor digits as the style and the size call for; `decimals` overrules the style `full`. */
export function moneyText(
  locale: Locale,
  currency: string,
  value: string,
  style: AnyStyle,
  sign: Sign,
  decimals: number | null = null,
): string {
  const display = currencyDisplay(locale, currency);
  const base = { style: 'currency', currency, currencyDisplay: display, signDisplay: sign } as const;
  const whole = { ...base, maximumFractionDigits: 0 };
  if (style === 'short' || style === 'tenths') {
    if (size(value) >= 1000) return numberText(locale, value, { ...base, ...COMPACT[style] });
    return numberText(locale, value, size(value) >= 100 ? whole : { ...base, trailingZeroDisplay: 'stripIfInteger' });
  }
  const digits = style === 'exact' ? minorDigits(currency) : decimals;
  if (digits !== null) {
    return numberText(locale, value, { ...base, minimumFractionDigits: digits, maximumFractionDigits: digits });
  }
  if (size(value) >= 1000 || size(value) === 0) return numberText(locale, value, whole);
  return numberText(locale, value, style === 'prose' ? { ...base, trailingZeroDisplay: 'stripIfInteger' } : base);
}

/** `fraction` 0.123 is 12.3 %. */
export function percentText(
  locale: Locale,
  fraction: string,
  digits: { min: number; max: number },
  sign: Sign,
): string {
  return numberText(locale, fraction, {
    style: 'percent',
    minimumFractionDigits: digits.min,
    maximumFractionDigits: digits.max,
    signDisplay: sign,
  });
}

/** A difference of two percentages, in points: 0.004 is +0.4 pp. */
export function pointsText(locale: Locale, fraction: string, decimals: number, sign: Sign): string {
  const number = percentText(locale, fraction, { min: 0, max: decimals }, sign).replace(/\s?%/u, '');
  return `${number}${NBSP}${locale === 'ru' ? `п.${NBSP}п.` : 'pp'}`;
}

/**
 * The difference of two percentages as they are printed: from 15.3 % to 16.0 % it is 0.7 points, though exactly it may
 * be 0.64. Fractions, exact decimals.
 */
export function shownPoints(from: string, to: string, decimals: number): string {
  return fractionOf(printedSteps(to, decimals) - printedSteps(from, decimals), decimals);
}

/** A percentage in steps of its last printed digit: 15.3 % with one decimal is 153. */
export function printedSteps(fraction: string, decimals: number): number {
  const text = percentText('en', fraction, { min: decimals, max: decimals }, 'negative').replace(MINUS, '-');
  return Math.round(Number(text.replace(/[^\d.-]/g, '')) * 10 ** decimals);
}

/** Steps of the last printed digit as a fraction. */
export const fractionOf = (steps: number, decimals: number): string =>
  (steps / 10 ** (decimals + 2)).toFixed(decimals + 2);

/** A length of time: `1 min 23 s`, short `1:23`. */
export function secondsText(
  locale: Locale,
  value: string,
  style: NumberStyle,
  sign: Sign,
  decimals: number | null = null,
): string {
  const units = locale === 'ru' ? { h: 'ч', m: 'мин', s: 'с' } : { h: 'h', m: 'min', s: 's' };
  if (size(value) < 60) {
    const number = countText(locale, value, 'full', sign, decimals ?? 0);
    return style !== 'full' && !decimals ? clock(value, sign) : `${number}${NBSP}${units.s}`;
  }
  if (style !== 'full') return clock(value, sign);
  const total = Math.round(size(value));
  const [hours, minutes, seconds] = [Math.floor(total / 3600), Math.floor(total / 60) % 60, total % 60];
  const said = hours > 0 ? [hours, units.h, minutes, units.m] : [minutes, units.m, seconds, units.s];
  return signOf(value, sign) + said.join(NBSP);
}

function clock(value: string, sign: Sign): string {
  const total = Math.round(size(value));
  const two = (n: number): string => String(n).padStart(2, '0');
  const [hours, minutes, seconds] = [Math.floor(total / 3600), Math.floor(total / 60) % 60, total % 60];
  const text = hours > 0 ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`;
  return (total === 0 ? '' : signOf(value, sign)) + text;
}

function signOf(value: string, sign: Sign): string {
  if (value.startsWith('-')) return MINUS;
  return sign === 'exceptZero' ? '+' : '';
}

/** Digits a unit is printed with when its metric does not say. */
const DECIMALS = { count: 0, percent: 1, number: 2 } as const;

/** A value in its metric's unit. */
export function unitText(
  locale: Locale,
  currency: string,
  value: string,
  card: Pick<MetricCard, 'unit' | 'decimals'>,
  style: NumberStyle | 'prose',
  sign: Sign = 'negative',
): string {
  switch (card.unit) {
    case 'money':
      return moneyText(locale, currency, value, style, sign, card.decimals);
    case 'seconds':
      return secondsText(locale, value, style === 'prose' ? 'full' : style, sign, card.decimals);
    case 'percent': {
      const max = card.decimals ?? DECIMALS.percent;
      return percentText(locale, value, { min: style === 'short' || style === 'tenths' ? 0 : max, max }, sign);
    }
    case 'count':
    case 'number':
      return countText(locale, value, style === 'prose' ? 'full' : style, sign, card.decimals ?? DECIMALS[card.unit]);
  }
}

/**
 * As many digits as a small value needs not to be printed as nothing: a click rate of 0.004 % is not 0.00 %. `null`
 * where the metric's own digits show it, for zero, and for lengths of time.
 */
export function digitsToTell(
  currency: string,
  value: string,
  { unit, decimals }: Pick<MetricCard, 'unit' | 'decimals'>,
): number | null {
  if (unit === 'seconds') return null;
  const printed = size(value) * (unit === 'percent' ? 100 : 1);
  const own = decimals ?? (unit === 'money' ? minorDigits(currency) : DECIMALS[unit]);
  if (printed === 0 || printed >= 0.5 / 10 ** own) return null;
  return Math.ceil(-Math.log10(printed));
}
