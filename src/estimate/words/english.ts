import { groupsOf } from './numerals.ts';

const BELOW_TWENTY = [
  ...['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'],
  ...['ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'],
];
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const SCALES = ['', 'thousand', 'million', 'billion', 'trillion', 'quadrillion'];

/** `one thousand twenty-one`. */
export function englishNumber(digits: string): string {
  const groups = groupsOf(digits);
  const words = groups.flatMap((group, index) =>
    group === 0 ? [] : [hundreds(group), SCALES[groups.length - 1 - index]!].filter((word) => word !== ''),
  );
  return words.length === 0 ? 'zero' : words.join(' ');
}

function hundreds(group: number): string {
  const [hundred, rest] = [Math.floor(group / 100), group % 100];
  const said = hundred === 0 ? [] : [`${BELOW_TWENTY[hundred]} hundred`];
  if (rest > 0) said.push(belowHundred(rest));
  return said.join(' ');
}

function belowHundred(number: number): string {
  if (number < 20) return BELOW_TWENTY[number]!;
  const unit = number % 10;
  return TENS[Math.floor(number / 10)]! + (unit === 0 ? '' : `-${BELOW_TWENTY[unit]}`);
}
