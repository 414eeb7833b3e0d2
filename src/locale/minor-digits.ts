/**
 * Digits after the point by which amounts of a currency are written and rounded, where they are not two: as custom has
 * it, so that a forint or a rupiah is whole although ISO 4217 counts hundredths of it. The list is the project's own
 * and not what the runtime knows: versions of Node differ, and a total that was sent must come out the same from each.
 */
const NOT_TWO: Readonly<Record<string, number>> = {
  ...digits(
    0,
    'AFN ALL BIF CLP COP DJF GNF HUF IDR IQD IRR ISK JPY KMF KPW KRW LAK LBP MGA MMK PKR PYG RWF SLL SOS SYP UGX VND ' +
      'VUV XAF XOF XPF YER',
  ),
  ...digits(3, 'BHD JOD KWD LYD OMR TND'),
};

function digits(count: number, codes: string): Record<string, number> {
  return Object.fromEntries(codes.split(' ').map((code) => [code, count]));
}

/**
 * Digits after the point in a currency's amounts: JPY 0, RUB 2, KWD 3.
 * @param currency ISO 4217 code in capitals
 */
export const minorDigits = (currency: string): number => (Object.hasOwn(NOT_TWO, currency) ? NOT_TWO[currency]! : 2);
