import { MINUS, NBSP } from './signs.ts';

/** Intl knows how numbers look; writing one takes it two microseconds, of which a page needs a thousand. */
const SAMPLE = '12345.6785';
const DIGITS = new Set<Intl.NumberFormatPartTypes>(['integer', 'group', 'decimal', 'fraction']);

/** What stands before and after the digits. */
interface Frame {
  before: string;
  after: string;
}

/** A true minus; one kind of space, the one that every bundled font has: they lack the narrow U+202F. */
export const printable = (text: string): string => text.replace('-', MINUS).replace(/\s/gu, NBSP);

/**
 * Writes decimals such as `-1234.5`, of any length and without exponents, as `format` does, in a tenth of its time:
 * signs, currency and separators are asked of it once. `null` for formats that leave out digits: «1,2 млн».
 */
export function decimalWriter(format: Intl.NumberFormat): ((value: string) => string) | null {
  const options = format.resolvedOptions();
  if (options.notation === 'compact') return null;
  const { minimumFractionDigits: least = 0, maximumFractionDigits: most = 0 } = options;
  const bareWhole = options.trailingZeroDisplay === 'stripIfInteger';
  const shift = options.style === 'percent' ? 2 : 0;
  const separator = (type: 'group' | 'decimal'): string =>
    printable(format.formatToParts(SAMPLE).find((part) => part.type === type)?.value ?? '');
  const [group, point] = [separator('group'), separator('decimal')];
  const frames = { positive: frameOf(format, '1'), negative: frameOf(format, '-1'), zero: frameOf(format, '0') };
  return (value) => {
    const minus = value.startsWith('-');
    const { whole, fraction } = rounded(minus ? value.slice(1) : value, shift, most);
    const zero = isZero(whole) && isZero(fraction);
    const { before, after } = zero ? frames.zero : minus ? frames.negative : frames.positive;
    const shown = bareWhole && isZero(fraction) ? '' : withZeros(fraction, least);
    return before + grouped(whole, group) + (shown === '' ? '' : point + shown) + after;
  };
}

function frameOf(format: Intl.NumberFormat, value: string): Frame {
  const parts = format.formatToParts(value as Intl.StringNumericLiteral);
  const text = (some: Intl.NumberFormatPart[]): string => printable(some.map((part) => part.value).join(''));
  const first = parts.findIndex(({ type }) => DIGITS.has(type));
  const last = parts.findLastIndex(({ type }) => DIGITS.has(type));
  return { before: text(parts.slice(0, first)), after: text(parts.slice(last + 1)) };
}

/** Digits before and after the point, moved by `shift` places; a half goes up. */
function rounded(value: string, shift: number, most: number): { whole: string; fraction: string } {
  const point = value.indexOf('.');
  const digits = point < 0 ? value : value.slice(0, point);
  const rest = point < 0 ? '' : value.slice(point + 1);
  const whole = withoutZeros(shift === 0 ? digits : digits + rest.slice(0, shift).padEnd(shift, '0'));
  const fraction = shift === 0 ? rest : rest.slice(shift);
  if (fraction.length <= most) return { whole, fraction };
  const kept = fraction.slice(0, most);
  if (fraction.charAt(most) < '5') return { whole, fraction: kept };
  const up = String(BigInt(whole + kept) + 1n).padStart(most + 1, '0');
  return { whole: up.slice(0, up.length - most), fraction: up.slice(up.length - most) };
}

/** Without zeros at the beginning, but for the last. */
function withoutZeros(digits: string): string {
  let at = 0;
  while (at < digits.length - 1 && digits.charAt(at) === '0') at += 1;
  return at === 0 ? digits : digits.slice(at);
}

/** With as many zeros at the end as make `least` digits. */
function withZeros(fraction: string, least: number): string {
  let end = fraction.length;
  while (end > least && fraction.charAt(end - 1) === '0') end -= 1;
  return fraction.slice(0, end).padEnd(least, '0');
}

function isZero(digits: string): boolean {
  for (let at = 0; at < digits.length; at += 1) if (digits.charAt(at) !== '0') return false;
  return true;
}

function grouped(whole: string, group: string): string {
  let end = whole.length % 3 || 3;
  let text = whole.slice(0, end);
  for (; end < whole.length; end += 3) text += group + whole.slice(end, end + 3);
  return text;
}
