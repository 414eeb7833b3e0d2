import { currencyOfCell, isSomeDollar } from '../../intake/numbers.ts';
import type { LocalText } from '../../types/locale.ts';
import type { Column } from './columns.ts';

/** Why a cell cannot be taken as what its column holds. */
export interface Refusal {
  code: string;
  expected?: LocalText;
  mend: LocalText;
}

/** An amount that says another currency than the one it would be counted in; `null` when it says the same or none. */
export function otherCurrency(cell: string, currency: string): Refusal | null {
  const stated = currencyOfCell(cell);
  if (stated === null ? !isSomeDollar(cell) || isDollar(currency) : stated === currency) return null;
  return {
    code: 'other-currency',
    expected: { ru: `сумма в ${currency}`, en: `an amount in ${currency}` },
    mend: { ru: `пересчитайте сумму в ${currency}`, en: `convert the amount to ${currency}` },
  };
}

/** A column of amounts in one currency: neither other money nor per cent is taken for it. */
export function moneyIn(currency: string, column: Column<string | null>): Column<string | null> {
  return {
    ...column,
    read: (cell, forms) => perCent(cell) ?? otherCurrency(cell, currency) ?? column.read(cell, forms),
  };
}

/** A column of plain counts: neither money nor per cent is taken for them. */
export function countsOnly(column: Column<string | null>): Column<string | null> {
  return { ...column, read: (cell, forms) => perCent(cell) ?? money(cell) ?? column.read(cell, forms) };
}

const ONLY_NUMBER = { ru: 'оставьте в ячейке только число', en: 'leave only the number in the cell' };

const perCent = (cell: string): Refusal | null =>
  cell.includes('%') ? { code: 'bad-number', mend: ONLY_NUMBER } : null;

const money = (cell: string): Refusal | null =>
  currencyOfCell(cell) !== null || isSomeDollar(cell) ? { code: 'bad-number', mend: ONLY_NUMBER } : null;

/** A bare `$` is the sign of many currencies. */
const isDollar = (currency: string): boolean =>
  new Intl.NumberFormat('en', { style: 'currency', currency, currencyDisplay: 'narrowSymbol' })
    .formatToParts(0)
    .some(({ type, value }) => type === 'currency' && value === '$');
