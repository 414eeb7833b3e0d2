import type { Work } from '../../estimate/rates.ts';
import type { LineKind } from '../../types/estimate.ts';
import type { Day } from '../../types/period.ts';
import type { Agency } from '../../types/workspace.ts';
import { didYouMean, oneOf, quoted, type Finding } from '../findings.ts';
import type { estimateColumns } from '../tables/estimate.ts';

/** What is wrong with a line that each of its cells alone does not show. */
export type Mistake = Omit<Finding, 'row' | 'column'>;
export type Field = keyof typeof estimateColumns;

const error = { severity: 'error' as const };

export const hoursOfOther = (kind: LineKind): Mistake => ({
  ...error,
  code: 'hours-not-expected',
  found: { ru: `часы в строке вида ${kind}`, en: `hours in a line of the kind ${kind}` },
  expected: { ru: 'часы только в строках вида hours', en: 'hours only in lines of the kind hours' },
  mend: { ru: 'смените вид или перенесите число в quantity', en: 'change the kind or move the number to quantity' },
});

export const rateOfOther = (kind: LineKind): Mistake => ({
  ...error,
  code: 'rate-not-expected',
  found: { ru: `ставка часа в строке вида ${kind}`, en: `an hour's rate in a line of the kind ${kind}` },
  expected: { ru: 'цена в столбце price', en: 'a price in the column price' },
  mend: { ru: 'перенесите число в price', en: 'move the number to price' },
});

export const noPrice = (): Mistake => ({
  ...error,
  code: 'no-price',
  found: quoted(''),
  expected: { ru: 'цена; 0 — бесплатно', en: 'a price; 0 is free of charge' },
  mend: { ru: 'впишите цену в price', en: 'write the price in price' },
});

export const noHours = (): Mistake => ({
  ...error,
  code: 'no-hours',
  found: quoted(''),
  expected: { ru: 'число часов', en: 'a number of hours' },
  mend: { ru: 'впишите часы в hours', en: 'write the hours in hours' },
});

export const twoQuantities = (): Mistake => ({
  ...error,
  code: 'two-quantities',
  found: { ru: 'и часы, и количество', en: 'both hours and a quantity' },
  expected: { ru: 'одно из двух', en: 'one of the two' },
  mend: { ru: 'оставьте только часы', en: 'keep the hours only' },
});

export const twoPrices = (): Mistake => ({
  ...error,
  code: 'two-prices',
  found: { ru: 'и ставка, и цена', en: 'both a rate and a price' },
  expected: { ru: 'одно из двух', en: 'one of the two' },
  mend: { ru: 'оставьте только ставку', en: 'keep the rate only' },
});

const ADD_RATE = {
  ru: 'добавьте её в data/rates.csv или впишите в rate',
  en: 'add it to data/rates.csv or write it in rate',
};

/** @param roles that have a rate on the day, of whoever works in them */
export function noRate({ role, person, currency, day }: Work, roles: readonly string[]): Mistake {
  const who = [role, person].filter((name) => name !== null).join(', ');
  const asked = { ru: who || 'ни роли, ни исполнителя', en: who || 'neither a role nor a person' };
  return {
    ...error,
    code: 'no-rate',
    found: { ru: `нет ставки: ${asked.ru}`, en: `no rate: ${asked.en}` },
    expected: { ru: `ставка в ${currency} на ${day}`, en: `a rate in ${currency} on ${day}` },
    mend: role === null || roles.includes(role) ? ADD_RATE : didYouMean(role, roles, ADD_RATE),
  };
}

export function unknownTax(id: string, { taxes, day }: { taxes: Agency['taxes']; day: Day }): Mistake {
  const known = [...new Set(taxes.map((tax) => tax.id))];
  const dated = {
    ru: `добавьте в taxes файла agency.json ставку, которая действует ${day}`,
    en: `add to taxes of agency.json a rate that holds on ${day}`,
  };
  return {
    ...error,
    code: 'unknown-tax',
    found: quoted(id),
    expected:
      known.length === 0 ? { ru: 'id налога из agency.json', en: 'the id of a tax in agency.json' } : oneOf(known),
    mend: known.includes(id) ? dated : didYouMean(id, known, dated),
  };
}
