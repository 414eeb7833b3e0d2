/** Decimals as whole numbers of units of their last digit: `-1234.5` is -12345 units of scale 1. */

/** Below this two running numbers and their sum are whole without loss. */
export const SAFE = 4e15;
const MINUS = 0x2d;
const POINT = 0x2e;
const ZERO = 0x30;
/** Texts of more characters may be beyond what a double holds. */
const SHORT = 15;
const SMALL = 1e9;
const POWERS = Array.from({ length: SHORT + 1 }, (_, power) => Number(`1e${power}`));

export const isSafe = (units: number): boolean => units > -SAFE && units < SAFE;

/** Ten to a power from 0 to 15, `Infinity` beyond. */
export const tenTo = (power: number): number => POWERS[power] ?? Infinity;

/** Digits after the point. */
export function scaleOf(text: string): number {
  const point = text.indexOf('.');
  return point < 0 ? 0 : text.length - point - 1;
}

/** The units of a plain decimal with their sign; `null` when it is long, has an exponent or is none. */
export function shortUnits(text: string): number | null {
  if (text.length > SHORT) return null;
  const begins = text.charCodeAt(0) === MINUS ? 1 : 0;
  let units = 0;
  let point = -1;
  for (let index = begins; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code >= ZERO && code <= ZERO + 9) units = units * 10 + (code - ZERO);
    else if (code === POINT && point < 0 && index > begins) point = index;
    else return null;
  }
  if (text.length === begins || point === text.length - 1) return null;
  return begins === 1 ? -units : units;
}

/** Whole numbers of 31 bits are spelt several times quicker than doubles. */
function digitsOf(whole: number): string {
  if (whole < SMALL) return String(whole | 0);
  if (whole >= SMALL * SMALL) return String(whole);
  const high = Math.floor(whole / SMALL);
  return String(high | 0) + String((SMALL + (whole - high * SMALL)) | 0).slice(1);
}

/** `units / 10^scale` as a canonical decimal: no exponent, no zeros at the end, no minus before zero. */
export function decimalText(units: bigint | number, scale: number): string {
  const negative = units < 0;
  const magnitude = negative ? -units : units;
  let digits = typeof magnitude === 'number' ? digitsOf(magnitude) : String(magnitude);
  if (scale === 0) return negative ? `-${digits}` : digits;
  if (digits.length <= scale) digits = digits.padStart(scale + 1, '0');
  const point = digits.length - scale;
  let end = digits.length;
  while (end > point && digits.charCodeAt(end - 1) === ZERO) end -= 1;
  const text = end === point ? digits.slice(0, point) : `${digits.slice(0, point)}.${digits.slice(point, end)}`;
  return negative ? `-${text}` : text;
}

/** A canonical decimal of any length in units of `10^-scale`; `scale` must not be coarser than the value. */
export function decimalUnits(value: string, scale: number): bigint {
  const [whole = '', fraction = ''] = value.split('.');
  return BigInt(whole + fraction.padEnd(scale, '0'));
}
