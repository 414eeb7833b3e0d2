import type { EstimateInput, LineInput } from '../../src/types/estimate.ts';

let count = 0;

/** A fixed-price line of 100 without tax, with some of it changed. */
export function line(changes: Partial<LineInput> = {}): LineInput {
  count += 1;
  return {
    id: `line-${count}`,
    section: 'Работы',
    title: 'Аудит',
    kind: 'fixed',
    role: null,
    person: null,
    quantity: '1',
    unit: 'услуга',
    price: '100',
    discount: null,
    tax: null,
    optional: false,
    package: null,
    note: null,
    ...changes,
  };
}

export const vat = (rate: string) => ({ name: { ru: 'НДС', en: 'VAT' }, rate });

export function estimate(lines: LineInput[], changes: Partial<EstimateInput> = {}): EstimateInput {
  return {
    currency: 'RUB',
    decimals: 2,
    locale: 'ru',
    taxMode: 'exclusive',
    discount: null,
    groups: [],
    packages: [],
    lines,
    payments: [],
    ...changes,
  };
}
