import { phoneDigits, phoneNumber } from '../../../locale/phone.ts';

/** Fewer digits are an extension, or somebody's figure. */
const FEWEST_DIGITS = 10;
/** With signs between them less is certain too. */
const FEWEST_APART = 9;

/** Signs behind the code of a city and within the rest, as people part them. */
const APART: readonly (readonly [city: string, rest: string])[] = [
  [' ', ' '],
  [' ', '-'],
  [' ', ''],
  ['-', '-'],
  ['.', '.'],
  [') ', ' '],
  [') ', '-'],
  [') ', ''],
  [')', '-'],
  [')', ''],
];

/**
 * A phone as it is written, and as others write the same number: without its country, with 8 or 0 in front, with the
 * city in brackets, without a sign between its digits. None of them is a part of another one, so a place is told once.
 */
export function phoneForms(phone: string): string[] {
  const digits = phoneDigits(phone);
  const groups = withoutCountry(phoneNumber(phone));
  const own = groups.join('');
  const ahead = isRussian(digits) ? ['7', '8'] : ['0'];
  const joined = [digits, own, ...ahead.map((sign) => sign + own)].filter(({ length }) => length >= FEWEST_DIGITS);
  const apart = own.length < FEWEST_APART ? [] : groupings(groups);
  // Elsewhere a nought is written close before the city.
  const cities = isRussian(digits) ? apart : apart.flatMap((one) => [one, [`0${one[0]}`, ...one.slice(1)]]);
  const forms = [...new Set([phone, phoneNumber(phone), ...joined, ...cities.flatMap(written)])];
  return forms.filter((form) => !forms.some((part) => part !== form && holds(form, part)));
}

/** Groups of digits as they are written, without the country's. */
function withoutCountry(number: string): string[] {
  const groups = number.split(/\D+/).filter(Boolean);
  const digits = groups.join('');
  if (isRussian(digits)) return groups[0]!.length === 1 ? groups.slice(1) : [digits.slice(1)];
  return number.startsWith('+') && groups.length > 1 ? groups.slice(1) : groups;
}

/** In Russia and Kazakhstan the country is 7 from abroad and 8 at home, with or without a sign behind it. */
function isRussian(digits: string): boolean {
  return digits.length === 11 && /^[78]/.test(digits);
}

const TEN = [
  [3, 3, 2, 2],
  [3, 3, 4],
];

/** As they are written; numbers of ten digits are parted in a few ways, however they were written here. */
function groupings(groups: readonly string[]): string[][] {
  const digits = groups.join('');
  const known = (digits.length === 10 ? TEN : []).map((lengths) => {
    let at = 0;
    return lengths.map((length) => digits.slice(at, (at += length)));
  });
  return groups.length > 1 ? [[...groups], ...known] : known;
}

function written([city, ...rest]: string[]): string[] {
  return APART.map(([behind, within]) => `${city}${behind}${rest.join(within)}`);
}

/** Not within a longer run of digits. */
function holds(form: string, part: string): boolean {
  const at = form.indexOf(part);
  return at >= 0 && !/\d/.test(form[at - 1] ?? '') && !/\d/.test(form[at + part.length] ?? '');
}
