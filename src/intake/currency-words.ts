/** Marks and short words of currencies, in lower case. */
const CURRENCY_WORDS: Record<string, string> = {
  '₽': 'RUB',
  'руб.': 'RUB',
  руб: 'RUB',
  рублей: 'RUB',
  'rub.': 'RUB',
  rur: 'RUB',
  'р.': 'RUB',
  'бел. руб.': 'BYN',
  'тг.': 'KZT',
  тг: 'KZT',
  тенге: 'KZT',
  'грн.': 'UAH',
  грн: 'UAH',
  сум: 'UZS',
  сом: 'KGS',
  евро: 'EUR',
  'долл.': 'USD',
  us$: 'USD',
  '€': 'EUR',
  '£': 'GBP',
  '₸': 'KZT',
  '₴': 'UAH',
  '₹': 'INR',
  '₺': 'TRY',
  '₪': 'ILS',
};
/** Names by which CRMs call currencies in a column of their own, Russian and English, in lower case. */
const CURRENCY_NAMES: Record<string, string> = {
  'российский рубль': 'RUB',
  'российские рубли': 'RUB',
  рубль: 'RUB',
  рубли: 'RUB',
  'russian ruble': 'RUB',
  'russian rouble': 'RUB',
  'доллар сша': 'USD',
  'доллары сша': 'USD',
  'us dollar': 'USD',
  'us dollars': 'USD',
  'u.s. dollar': 'USD',
  'united states dollar': 'USD',
  euro: 'EUR',
  euros: 'EUR',
  'белорусский рубль': 'BYN',
  'беларусский рубль': 'BYN',
  'belarusian ruble': 'BYN',
  'казахстанский тенге': 'KZT',
  'kazakhstani tenge': 'KZT',
  гривна: 'UAH',
  'украинская гривна': 'UAH',
  'ukrainian hryvnia': 'UAH',
  'узбекский сум': 'UZS',
  'киргизский сом': 'KGS',
  'армянский драм': 'AMD',
  'азербайджанский манат': 'AZN',
  'грузинский лари': 'GEL',
  'дирхам оаэ': 'AED',
  'турецкая лира': 'TRY',
  'turkish lira': 'TRY',
  юань: 'CNY',
  'китайский юань': 'CNY',
  'chinese yuan': 'CNY',
  'фунт стерлингов': 'GBP',
  'british pound': 'GBP',
  'pound sterling': 'GBP',
  злотый: 'PLN',
  'польский злотый': 'PLN',
  'polish zloty': 'PLN',
  'швейцарский франк': 'CHF',
  'swiss franc': 'CHF',
};
/** ISO 4217 codes met in advertising accounts; a closed list, because `Clicks (all)` is not Albanian money. */
const CURRENCY_CODES = new Set(
  (
    'AED AMD ARS AUD AZN BDT BGN BRL BYN CAD CHF CLP CNY COP CZK DKK EGP EUR GBP GEL HKD HUF IDR ILS INR JPY KES KGS ' +
    'KRW KZT MAD MDL MXN MYR NGN NOK NZD PEN PHP PKR PLN QAR RON RSD RUB SAR SEK SGD THB TJS TRY TWD UAH USD UZS VND ZAR'
  ).split(' '),
);

/** An ISO 4217 code, a currency's usual mark or its name, `null` for any other text. */
export function currencyOfWord(word: string): string | null {
  const text = word.trim();
  if (CURRENCY_CODES.has(text.toUpperCase())) return text.toUpperCase();
  const key = text.toLowerCase().replace(/\s+/g, ' ');
  if (Object.hasOwn(CURRENCY_WORDS, key)) return CURRENCY_WORDS[key]!;
  return Object.hasOwn(CURRENCY_NAMES, key) ? CURRENCY_NAMES[key]! : null;
}
