import type { RussianNoun } from './russian.ts';

/** What a currency and its minor unit are called when counted. */
export interface CurrencyWords {
  ru: { major: RussianNoun; minor: RussianNoun | null };
  en: { major: EnglishNoun; minor: EnglishNoun | null };
}

export interface EnglishNoun {
  one: string;
  other: string;
}

const m = (one: string, few: string, many: string): RussianNoun => ({ gender: 'm', one, few, many });
const f = (one: string, few: string, many: string): RussianNoun => ({ gender: 'f', one, few, many });
/** Regular masculine noun: «доллар», «доллара», «долларов»; `after` follows it unchanged. */
const regular = (stem: string, after = ''): RussianNoun => m(stem + after, `${stem}а${after}`, `${stem}ов${after}`);
const indeclinable = (word: string): RussianNoun => m(word, word, word);
const s = (one: string, other = `${one}s`): EnglishNoun => ({ one, other });

const rouble = (adjective = ''): RussianNoun => {
  const [one, other] = adjective === '' ? ['', ''] : [`${adjective}ий `, `${adjective}их `];
  return m(`${one}рубль`, `${other}рубля`, `${other}рублей`);
};
const kopeck = f('копейка', 'копейки', 'копеек');
const cent = regular('цент');
const fils = regular('филс');

/** Currencies with words of their own; the others are written by their code. */
export const CURRENCY_WORDS: Record<string, CurrencyWords> = {
  RUB: { ru: { major: rouble(), minor: kopeck }, en: { major: s('Russian ruble'), minor: s('kopeck') } },
  USD: { ru: { major: regular('доллар', ' США'), minor: cent }, en: { major: s('US dollar'), minor: s('cent') } },
  EUR: { ru: { major: indeclinable('евро'), minor: regular('евроцент') }, en: { major: s('euro'), minor: s('cent') } },
  BYN: { ru: { major: rouble('белорусск'), minor: kopeck }, en: { major: s('Belarusian ruble'), minor: s('kopeck') } },
  KZT: {
    ru: { major: indeclinable('тенге'), minor: regular('тиын') },
    en: { major: s('tenge', 'tenge'), minor: s('tiyn', 'tiyn') },
  },
  GBP: {
    ru: { major: regular('фунт', ' стерлингов'), minor: regular('пенс') },
    en: { major: s('pound sterling', 'pounds sterling'), minor: s('penny', 'pence') },
  },
  CNY: {
    ru: { major: m('юань', 'юаня', 'юаней'), minor: m('фэнь', 'фэня', 'фэней') },
    en: { major: s('yuan', 'yuan'), minor: s('fen', 'fen') },
  },
  AED: {
    ru: { major: regular('дирхам', ' ОАЭ'), minor: fils },
    en: { major: s('UAE dirham'), minor: s('fils', 'fils') },
  },
  JPY: {
    ru: { major: f('иена', 'иены', 'иен'), minor: null },
    en: { major: s('Japanese yen', 'Japanese yen'), minor: null },
  },
  KWD: {
    ru: { major: m('кувейтский динар', 'кувейтских динара', 'кувейтских динаров'), minor: fils },
    en: { major: s('Kuwaiti dinar'), minor: s('fils', 'fils') },
  },
  TRY: {
    ru: { major: f('турецкая лира', 'турецкие лиры', 'турецких лир'), minor: regular('куруш') },
    en: { major: s('Turkish lira', 'Turkish lira'), minor: s('kurus', 'kurus') },
  },
};
