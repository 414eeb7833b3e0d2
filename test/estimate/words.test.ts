import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minorDigits } from '../../src/locale/minor-digits.ts';
import { CURRENCY_WORDS } from '../../src/estimate/words/currencies.ts';
import { amountInWords } from '../../src/estimate/words/words.ts';

describe('an amount in Russian words', () => {
  it.each([
    ['1021.01', 'RUB', 'одна тысяча двадцать один рубль 01 копейка'],
    ['0.00', 'RUB', 'ноль рублей 00 копеек'],
    ['2.02', 'RUB', 'два рубля 02 копейки'],
    ['11.11', 'RUB', 'одиннадцать рублей 11 копеек'],
    ['112.12', 'RUB', 'сто двенадцать рублей 12 копеек'],
    ['2000.21', 'RUB', 'две тысячи рублей 21 копейка'],
    ['1000000.00', 'RUB', 'один миллион рублей 00 копеек'],
    ['2002002.00', 'RUB', 'два миллиона две тысячи два рубля 00 копеек'],
    ['1000000000000000.00', 'RUB', 'один квадриллион рублей 00 копеек'],
    ['21.01', 'USD', 'двадцать один доллар США 01 цент'],
    ['1522.03', 'USD', 'одна тысяча пятьсот двадцать два доллара США 03 цента'],
    ['41.05', 'EUR', 'сорок один евро 05 евроцентов'],
    ['22', 'JPY', 'двадцать две иены'],
    ['3.005', 'KWD', 'три кувейтских динара 005 филсов'],
    ['7.50', 'BYN', 'семь белорусских рублей 50 копеек'],
    ['201.05', 'PLN', 'двести один PLN 05/100'],
    ['201', 'VND', 'двести один VND'],
  ])('%s %s is «%s»', (amount, currency, words) => {
    expect(amountInWords(amount, currency, 'ru')).toBe(words);
  });
});

describe('an amount in English words', () => {
  it.each([
    ['1021.01', 'USD', 'one thousand twenty-one US dollars and 01 cent'],
    ['1.00', 'USD', 'one US dollar and 00 cents'],
    ['0.50', 'GBP', 'zero pounds sterling and 50 pence'],
    ['100.01', 'GBP', 'one hundred pounds sterling and 01 penny'],
    ['1000000.00', 'EUR', 'one million euros and 00 cents'],
    ['16500', 'JPY', 'sixteen thousand five hundred Japanese yen'],
    ['1021.01', 'RUB', 'one thousand twenty-one Russian rubles and 01 kopeck'],
    ['201.005', 'BHD', 'two hundred one BHD and 005/1000'],
    ['201', 'VND', 'two hundred one VND'],
  ])('%s %s is “%s”', (amount, currency, words) => {
    expect(amountInWords(amount, currency, 'en')).toBe(words);
  });

  it('refuses what is no amount', () => {
    for (const amount of ['-1.00', '', '1,50', '1000000000000000000']) {
      expect(() => amountInWords(amount, 'USD', 'en')).toThrow(RangeError);
    }
  });
});

/** Values of the words, written apart from the code's tables. */
const VALUES: Record<string, number> = Object.fromEntries(
  [
    'ноль zero 0|один одна one 1|два две two 2|три three 3|четыре four 4|пять five 5|шесть six 6|семь seven 7|восемь eight 8',
    'девять nine 9|десять ten 10|одиннадцать eleven 11|двенадцать twelve 12|тринадцать thirteen 13|четырнадцать fourteen 14',
    'пятнадцать fifteen 15|шестнадцать sixteen 16|семнадцать seventeen 17|восемнадцать eighteen 18|девятнадцать nineteen 19',
    'двадцать twenty 20|тридцать thirty 30|сорок forty 40|пятьдесят fifty 50|шестьдесят sixty 60|семьдесят seventy 70',
    'восемьдесят eighty 80|девяносто ninety 90|сто 100|двести 200|триста 300|четыреста 400|пятьсот 500|шестьсот 600',
    'семьсот 700|восемьсот 800|девятьсот 900',
  ]
    .join('|')
    .split('|')
    .flatMap((entry) => {
      const words = entry.split(' ');
      return words.slice(0, -1).map((word) => [word, Number(words.at(-1))]);
    }),
);
const POWERS: [RegExp, bigint][] = [
  [/^тысяч|^thousand$/, 10n ** 3n],
  [/^миллион|^million$/, 10n ** 6n],
  [/^миллиард|^billion$/, 10n ** 9n],
  [/^триллион|^trillion$/, 10n ** 12n],
  [/^квадриллион|^quadrillion$/, 10n ** 15n],
];

/** Reads number words back; words it does not know end the number. */
function readBack(text: string): bigint {
  let [whole, group] = [0n, 0n];
  for (const word of text.split(/[ -]/)) {
    const power = POWERS.find(([pattern]) => pattern.test(word));
    if (power !== undefined) [whole, group] = [whole + group * power[1], 0n];
    else if (word === 'hundred') group *= 100n;
    else if (VALUES[word] !== undefined) group += BigInt(VALUES[word]);
    else break;
  }
  return whole + group;
}

describe('words of any amount', () => {
  it('read back as the same amount in both languages, in every currency', () => {
    const currency = fc.constantFrom(...Object.keys(CURRENCY_WORDS), 'PLN', 'BHD');
    const amounts = fc.bigInt({ min: 0n, max: 10n ** 15n });
    fc.assert(
      fc.property(amounts, currency, fc.nat(999), fc.constantFrom('ru', 'en'), (major, code, rest, locale) => {
        const digits = minorDigits(code);
        const minor = String(rest).padStart(3, '0').slice(0, digits);
        const words = amountInWords(digits === 0 ? `${major}` : `${major}.${minor}`, code, locale);
        expect(readBack(words)).toBe(major);
        if (digits > 0) expect(words).toMatch(new RegExp(`(^|[ ])${minor}(/| )`));
        expect(words).not.toMatch(/undefined|\s\s|^\s|\s$/);
      }),
      { numRuns: 500 },
    );
  });

  it('agree with the plural rules of the language', () => {
    const rules = new Intl.PluralRules('ru');
    const forms: Record<string, string> = { one: 'рубль', few: 'рубля', many: 'рублей' };
    fc.assert(
      fc.property(fc.nat(5_000_000), (n) => {
        expect(amountInWords(`${n}.00`, 'RUB', 'ru')).toContain(` ${forms[rules.select(n)]} `);
      }),
    );
  });
});
