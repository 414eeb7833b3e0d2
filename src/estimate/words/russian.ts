import { groupsOf } from './numerals.ts';

/** A counted noun: «рубль», «рубля», «рублей». */
export interface RussianNoun {
  gender: 'm' | 'f' | 'n';
  one: string;
  few: string;
  many: string;
}

const UNITS = ['', '', '', 'три', 'четыре', 'пять', 'шесть', 'семь', 'восемь', 'девять'];
const TEENS = [
  ...['десять', 'одиннадцать', 'двенадцать', 'тринадцать', 'четырнадцать'],
  ...['пятнадцать', 'шестнадцать', 'семнадцать', 'восемнадцать', 'девятнадцать'],
];
const TENS = [
  ...['', '', 'двадцать', 'тридцать', 'сорок'],
  ...['пятьдесят', 'шестьдесят', 'семьдесят', 'восемьдесят', 'девяносто'],
];
const HUNDREDS = [
  ...['', 'сто', 'двести', 'триста', 'четыреста'],
  ...['пятьсот', 'шестьсот', 'семьсот', 'восемьсот', 'девятьсот'],
];
const ONE = { m: 'один', f: 'одна', n: 'одно' };
const TWO = { m: 'два', f: 'две', n: 'два' };

const scale = (stem: string): RussianNoun => ({ gender: 'm', one: stem, few: `${stem}а`, many: `${stem}ов` });
const SCALES: (RussianNoun | null)[] = [
  null,
  { gender: 'f', one: 'тысяча', few: 'тысячи', many: 'тысяч' },
  ...['миллион', 'миллиард', 'триллион', 'квадриллион'].map(scale),
];

/** «одна тысяча двадцать один»: a whole number in the gender of what it counts. */
export function russianNumber(digits: string, gender: RussianNoun['gender']): string {
  const groups = groupsOf(digits);
  const words = groups.flatMap((group, index) => {
    if (group === 0) return [];
    const noun = SCALES[groups.length - 1 - index]!;
    return noun === null ? hundreds(group, gender) : [...hundreds(group, noun.gender), counted(String(group), noun)];
  });
  return words.length === 0 ? 'ноль' : words.join(' ');
}

/** The form of the noun that the number asks for. */
export function counted(digits: string, { one, few, many }: RussianNoun): string {
  const last = Number(digits.slice(-2));
  const unit = last % 10;
  if (last > 10 && last < 20) return many;
  return unit === 1 ? one : unit > 1 && unit < 5 ? few : many;
}

function hundreds(group: number, gender: RussianNoun['gender']): string[] {
  const [rest, unit] = [group % 100, group % 10];
  const small = rest >= 10 && rest < 20 ? [TEENS[rest - 10]!] : [TENS[Math.floor(rest / 10)]!, one(unit, gender)];
  return [HUNDREDS[Math.floor(group / 100)]!, ...small].filter((word) => word !== '');
}

function one(unit: number, gender: RussianNoun['gender']): string {
  return unit === 1 ? ONE[gender] : unit === 2 ? TWO[gender] : UNITS[unit]!;
}
