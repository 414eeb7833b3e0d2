/** Decimals as whole numbers of units of their last digit: `-1234.5` is -12345 units of scale 1. */

/** Below this two running numbers and their sum are whole without loss. */
export const SAFE = 4e15;
const MINUS = 0x2d;
const POINT = 0x2e;
const ZERO = 0x30;
/** Texts of more characters may be beyond what a double holds. */
const SHORT = 15;
const SMALL = 1e9;
/** Below this a number is whole without loss, and so is what is left of it by a division. */
const WHOLE = 9e15;
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

/** Three digits at a time, with zeros at the end and without: a text is joined of them several times quicker than cut. */
const THREE = Array.from({ length: 1000 }, (_, number) => String(1000 + number).slice(1));
const LAST_THREE = THREE.map((digits) => digits.replace(/0+$/, ''));

/** `units / 10^scale` as a canonical decimal: no exponent, no zeros at the end, no minus before zero. */
export function decimalText(units: bigint | number, scale: number): string {
  const short = Number(units);
  if (!(Math.abs(short) < WHOLE && scale < POWERS.length)) return longText(BigInt(units), scale);
  return short < 0 ? `-${shortText(-short, scale)}` : shortText(short, scale);
}

function shortText(units: number, scale: number): string {
  const one = tenTo(scale);
  const whole = Math.floor(units / one);
  let rest = units - whole * one;
  // Numbers of 31 bits are spelt quicker.
  let text = whole < SMALL ? String(whole | 0) : String(whole);
  if (rest === 0) return text;
  text += '.';
  let left = scale;
  while (left > 3) {
    left -= 3;
    const next = Math.floor(rest / tenTo(left));
    rest -= next * tenTo(left);
    if (rest === 0) return text + LAST_THREE[next]!;
    text += THREE[next]!;
  }
  return text + LAST_THREE[rest * tenTo(3 - left)]!;
}

function longText(units: bigint, scale: number): string {
  const digits = String(units < 0n ? -units : units).padStart(scale + 1, '0');
  const point = digits.length - scale;
  const fraction = digits.slice(point).replace(/0+$/, '');
  return `${units < 0n ? '-' : ''}${digits.slice(0, point)}${fraction === '' ? '' : `.${fraction}`}`;
}

/** A canonical decimal of any length in units of `10^-scale`; `scale` must not be coarser than the value. */
export function decimalUnits(value: string, scale: number): bigint {
  const [whole = '', fraction = ''] = value.split('.');
  return BigInt(whole + fraction.padEnd(scale, '0'));
}
