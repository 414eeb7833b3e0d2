import type { Locale } from '../../types/locale.ts';
import { CURRENCY_WORDS, type CurrencyWords } from './currencies.ts';
import { englishNumber } from './english.ts';
import { LONGEST } from './numerals.ts';
import { counted, russianNumber } from './russian.ts';

/**
 * An amount as a contract spells it: the major unit in words, the minor one in digits with its name.
 * «одна тысяча двадцать один рубль 01 копейка», `one thousand twenty-one US dollars and 01 cent`.
 * A currency without words of its own is named by its code: «двести PLN 05/100».
 * @param amount exact decimal, zero or more, below 10^18, with all digits of the currency's minor unit
 */
export function amountInWords(amount: string, currency: string, locale: Locale): string {
  const [, whole = '', minor = ''] = /^(\d+)(?:\.(\d+))?$/.exec(amount) ?? [];
  const digits = whole.replace(/^0+(?=\d)/, '');
  if (digits === '' || digits.length > LONGEST) throw new RangeError(`No words for the amount ${amount}`);
  const words = Object.hasOwn(CURRENCY_WORDS, currency) ? CURRENCY_WORDS[currency] : undefined;
  if (words === undefined) return byCode(digits, minor, currency, locale);
  return locale === 'ru' ? inRussian(digits, minor, words.ru) : inEnglish(digits, minor, words.en);
}

function inRussian(digits: string, minor: string, nouns: CurrencyWords['ru']): string {
  const major = `${russianNumber(digits, nouns.major.gender)} ${counted(digits, nouns.major)}`;
  return minor === '' || nouns.minor === null ? major : `${major} ${minor} ${counted(minor, nouns.minor)}`;
}

function inEnglish(digits: string, minor: string, nouns: CurrencyWords['en']): string {
  const major = `${englishNumber(digits)} ${digits === '1' ? nouns.major.one : nouns.major.other}`;
  if (minor === '' || nouns.minor === null) return major;
  return `${major} and ${minor} ${Number(minor) === 1 ? nouns.minor.one : nouns.minor.other}`;
}

function byCode(digits: string, minor: string, currency: string, locale: Locale): string {
  const major = `${locale === 'ru' ? russianNumber(digits, 'm') : englishNumber(digits)} ${currency}`;
  if (minor === '') return major;
  return `${major}${locale === 'ru' ? '' : ' and'} ${minor}/1${'0'.repeat(minor.length)}`;
}
