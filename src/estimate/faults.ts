import { numberText, percentText } from '../locale/numbers.ts';
import type { LocalText, Locale } from '../types/locale.ts';
import type { Problem } from '../types/problem.ts';

/** What is wrong with an estimate; whoever read it from a file knows where `at` stands there. */
export interface EstimateFault extends Pick<Problem, 'code' | 'found' | 'expected' | 'mend'> {
  /** Steps into `EstimateInput`: `['lines', 3, 'discount']`, `['discount']`, `['payments']`. */
  at: readonly (string | number)[];
}

type Texts = Pick<EstimateFault, 'found' | 'expected' | 'mend'>;
type Both = Exclude<LocalText, string>;

const text = (ru: string, en: string): Both => ({ ru, en });
const each = (write: (locale: Locale) => string): Both => text(write('ru'), write('en'));
const shown = (value: string): Both => ({ ru: `«${value}»`, en: `“${value}”` });

/** A fraction as a reader writes it: «12,5 %», `12.5%`. */
const percent = (share: string): Both => each((locale) => percentText(locale, share, { min: 0, max: 4 }, 'negative'));

/** An amount as a reader writes it: «1 200,50», `1,200.50`. */
const money = (amount: string): Both =>
  each((locale) =>
    numberText(locale, amount, {
      minimumFractionDigits: fractionOf(amount),
      maximumFractionDigits: fractionOf(amount),
    }),
  );

const fractionOf = (amount: string): number => amount.split('.')[1]?.length ?? 0;

/** Words with a figure in them, each language with its own. */
const told = (figure: Both, ru: (figure: string) => string, en: (figure: string) => string): Both =>
  text(ru(figure.ru), en(figure.en));

export const negative = (value: string): Texts => ({
  found: shown(value),
  expected: text('число не меньше нуля', 'a number not below zero'),
  mend: text('уберите минус; уступку запишите скидкой', 'remove the minus; write a concession as a discount'),
});

export const zeroQuantity = (): Texts => ({
  found: text('количество 0', 'a quantity of 0'),
  expected: text('количество больше нуля, например 0,25', 'a quantity above zero, such as 0.25'),
  mend: text(
    'удалите строку или сделайте её необязательной (optional: да); подарок — это цена 0',
    'remove the line or make it optional (optional: yes); a gift is a price of 0',
  ),
});

export const tooLarge = (amount: string): Texts => ({
  found: money(amount),
  expected: text('сумма не больше 10¹⁵', 'an amount up to 10¹⁵'),
  mend: text('проверьте количество и цену', 'check the quantity and the price'),
});

export const above100 = (share: string): Texts => ({
  found: percent(share),
  expected: text('не больше 100 %', 'up to 100%'),
  mend: text(
    'исправьте процент; сумму пишут без знака %',
    'correct the percentage; write an amount without the % sign',
  ),
});

export const belowMinorUnit = (amount: string, decimals: number): Texts => ({
  found: shown(amount),
  expected: text(`знаков после запятой не больше ${decimals}`, `up to ${decimals} digits after the point`),
  mend: text('округлите сумму до копейки или цента', 'round the amount to the cent'),
});

export const aboveLine = (discount: string, gross: string): Texts => ({
  found: told(
    money(discount),
    (amount) => `скидка ${amount}`,
    (amount) => `a discount of ${amount}`,
  ),
  expected: told(
    money(gross),
    (amount) => `не больше суммы строки: ${amount}`,
    (amount) => `up to the amount of the line: ${amount}`,
  ),
  mend: text('уменьшите скидку', 'lower the discount'),
});

export const aboveFee = (discount: string, section: string | null): Texts => ({
  found: told(
    money(discount),
    (amount) => `скидка ${amount}`,
    (amount) => `a discount of ${amount}`,
  ),
  expected:
    section === null
      ? text('не больше вознаграждения агентства при любом выборе', 'up to the agency’s fee, whatever is chosen')
      : text(
          `не больше суммы раздела «${section}» при любом выборе`,
          `up to the sum of “${section}”, whatever is chosen`,
        ),
  mend: text(
    'уменьшите скидку или задайте её в процентах; бюджет на рекламу скидка не уменьшает',
    'lower the discount or give it in per cent; it does not reach the media budget',
  ),
});

export const taxNotExpected = (rate: string): Texts => ({
  found: told(
    percent(rate),
    (figure) => `ставка ${figure}`,
    (figure) => `a rate of ${figure}`,
  ),
  expected: text('смета без налога: ни у одной строки нет ставки', 'an estimate without tax: no line has a rate'),
  mend: text(
    'уберите ставку из строки или смените estimate.taxMode',
    'remove the rate from the line or change estimate.taxMode',
  ),
});

export const unknownPackage = (id: string, known: readonly string[]): Texts => ({
  found: shown(id),
  expected: text(
    `пакет из estimate.packages: ${known.join(', ')}`,
    `a package of estimate.packages: ${known.join(', ')}`,
  ),
  mend: text('исправьте id или опишите пакет', 'correct the id or describe the package'),
});

export const recommendedCount = (count: number): Texts => ({
  found: text(`рекомендованных пакетов: ${count}`, `${count} recommended packages`),
  expected: text('ровно один рекомендованный пакет', 'exactly one recommended package'),
  mend: text('отметьте один пакет: recommended: yes', 'mark one package with recommended: yes'),
});

export const emptyPackage = (title: string): Texts => ({
  found: text(`в пакете «${title}» нет строк`, `the package “${title}” has no lines`),
  expected: text('хотя бы одна обязательная строка', 'at least one line that is not optional'),
  mend: text('укажите пакет в столбце package', 'name the package in the column package'),
});

export const noLines = (): Texts => ({
  found: text('нет обязательных строк', 'no line that is not optional'),
  expected: text('хотя бы одна строка, входящая в итог', 'at least one line in the total'),
  mend: text('добавьте строку или снимите отметку optional', 'add a line or clear its mark optional'),
});

export const idleGroup = (title: string): Texts => ({
  found: shown(title),
  expected: text('раздел, в котором есть строки', 'a section that has lines'),
  mend: text('напишите название так же, как в строках', 'spell the title as the lines do'),
});

export const idleDiscount = (section: string | null): Texts => ({
  found:
    section === null
      ? text('скидка на работу агентства', 'a discount on the agency’s fee')
      : text(`скидка на раздел «${section}»`, `a discount on “${section}”`),
  expected:
    section === null
      ? text('смета, в которой есть не только бюджет на рекламу', 'an estimate with more than media budget')
      : text('раздел, в котором есть не только бюджет на рекламу', 'a section with more than media budget'),
  mend: text('уберите скидку или дайте её строке', 'remove the discount or give it to the line'),
});

export const sharesDiffer = (sum: string): Texts => ({
  found: told(
    percent(sum),
    (figure) => `доли в сумме дают ${figure}`,
    (figure) => `the shares add up to ${figure}`,
  ),
  expected: text('ровно 100 %', 'exactly 100%'),
  mend: text('исправьте доли или напишите в одной части rest', 'correct the shares or write rest in one payment'),
});

const DROP_PAYMENT = text('удалите эту часть или исправьте её', 'remove this payment or correct it');

export const emptyPayment = (kind: 'share' | 'amount', value: string): Texts => ({
  found: told(
    kind === 'share' ? percent(value) : money(value),
    (figure) => `часть в ${figure}`,
    (figure) => `a payment of ${figure}`,
  ),
  expected: text('часть больше нуля', 'a payment above zero'),
  mend: DROP_PAYMENT,
});

export const emptyRest = (): Texts => ({
  found: text('остаток (rest) при любом выборе 0', 'rest is 0, whatever is chosen'),
  expected: text('другие части меньше итога', 'other payments below the total'),
  mend: DROP_PAYMENT,
});

export const needsRest = (): Texts => ({
  found: text('части в процентах и суммами вперемешку', 'payments in per cent and in amounts together'),
  expected: text('одна часть со словом rest — остаток', 'one payment with the word rest'),
  mend: text('замените одну из частей словом rest', 'put the word rest in place of one of the parts'),
});

export const twoRests = (): Texts => ({
  found: text('остаток (rest) больше одного раза', 'rest more than once'),
  expected: text('не больше одного остатка', 'one rest at most'),
  mend: text('оставьте rest в одной части', 'keep rest in one payment'),
});

export const amountsDiffer = (sum: string, due: string): Texts => ({
  found: told(
    money(sum),
    (amount) => `суммы частей дают ${amount}`,
    (amount) => `the payments add up to ${amount}`,
  ),
  expected: told(
    money(due),
    (amount) => `итог сметы: ${amount}`,
    (amount) => `the total of the estimate: ${amount}`,
  ),
  mend: text('исправьте суммы или напишите в одной части rest', 'correct the amounts or write rest in one payment'),
});

export const fixedWithChoice = (): Texts => ({
  found: text(
    'все части — твёрдые суммы, а итог зависит от выбора',
    'fixed amounts only, while the total depends on a choice',
  ),
  expected: text('доли в процентах или одна часть rest', 'shares in per cent, or one payment with rest'),
  mend: text('напишите в одной части rest', 'write rest in one payment'),
});

export const aboveTotal = (sum: string, due: string): Texts => ({
  found: told(
    money(sum),
    (amount) => `части до остатка дают ${amount}`,
    (amount) => `the payments before the rest add up to ${amount}`,
  ),
  expected: told(
    money(due),
    (amount) => `не больше итога при любом выборе: ${amount}`,
    (amount) => `up to the total, whatever is chosen: ${amount}`,
  ),
  mend: text('уменьшите части', 'lower the payments'),
});
