/** Marks that name a currency; a bare `$` belongs to many countries and names none. Longer marks first. */
const CURRENCY_MARKS: readonly (readonly [string, string | null])[] = [
  ['руб.', 'RUB'],
  ['руб', 'RUB'],
  ['р.', 'RUB'],
  ['kč', 'CZK'],
  ['грн', 'UAH'],
  ['us$', 'USD'],
  ['ca$', 'CAD'],
  ['au$', 'AUD'],
  ['nz$', 'NZD'],
  ['hk$', 'HKD'],
  ['r$', 'BRL'],
  ['a$', 'AUD'],
  ['zł', 'PLN'],
  ['₽', 'RUB'],
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['₸', 'KZT'],
  ['₴', 'UAH'],
  ['₹', 'INR'],
  ['₺', 'TRY'],
  ['₪', 'ILS'],
  ['₫', 'VND'],
  ['₩', 'KRW'],
  ['$', null],
  ...['RUB', 'USD', 'EUR', 'GBP', 'KZT', 'UAH', 'BYN', 'AED', 'CHF', 'PLN'].map(
    (code) => [code.toLowerCase(), code] as const,
  ),
];

/** No number is longer. */
export const LONGEST = 60;

/** A number's writing taken apart; `body` holds digits, `.`, `,` and single spaces between groups. */
export interface NumberAnatomy {
  negative: boolean;
  percent: boolean;
  currency: string | null;
  body: string;
}

/** A number without sign, percent or currency, to be taken as it stands. */
const BARE = /^\d(?:[\d., ]*\d)?$/;

/** `null` when the text is not a number however it is read. */
export function dissect(cell: string): NumberAnatomy | null {
  if (cell.length <= LONGEST && BARE.test(cell)) return { negative: false, percent: false, currency: null, body: cell };
  const found: NumberAnatomy = { negative: false, percent: false, currency: null, body: cell.trim().toLowerCase() };
  if (found.body.length > LONGEST) return null;
  while (stripOne(found));
  found.body = found.body.replace(/[\u00a0\u2009\u202f\u2007'’]/g, ' ');
  return /^[\d., ]*\d[\d., ]*$/.test(found.body) ? found : null;
}

/** Takes one bracket, sign, percent or currency mark off the ends; false when there is none left. */
function stripOne(found: NumberAnatomy): boolean {
  const { body } = found;
  const inner = body.slice(1, -1).trim();
  if (body.startsWith('(') && body.endsWith(')')) return set(found, inner, { negative: true });
  if (body.startsWith('[') && body.endsWith(']')) return set(found, inner, {});
  if (!found.negative && /^[-−–]/.test(body)) return set(found, body.slice(1).trim(), { negative: true });
  if (body.startsWith('+')) return set(found, body.slice(1).trim(), {});
  if (!found.percent && body.endsWith('%')) return set(found, body.slice(0, -1).trim(), { percent: true });
  if (/^[\d.,].*\d$/.test(body)) return false;
  for (const [mark, currency] of CURRENCY_MARKS) {
    if (body.startsWith(mark)) return set(found, body.slice(mark.length).trim(), { currency });
    if (body.endsWith(mark)) return set(found, body.slice(0, -mark.length).trim(), { currency });
  }
  return false;
}

function set(found: NumberAnatomy, body: string, facts: Partial<NumberAnatomy>): boolean {
  Object.assign(found, facts, { body });
  return true;
}
