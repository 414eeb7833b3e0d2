import { describe, expect, test } from 'vitest';
import { headerBase, headerKey, readColumns } from '../../src/intake/headers.ts';

describe('headers compare', () => {
  test('whatever their case, spaces, Unicode form and look-alike letters', () => {
    const written = ['Клики', 'клики', 'Kлики', '\u00a0Клики  ', 'КЛИКИ'];
    expect(new Set(written.map(headerKey)).size).toBe(1);
    expect(headerKey('Дата\u00a0начала  отчётности')).toBe(headerKey('дата начала отчетности'));
    expect(headerKey('Й')).toBe(headerKey('И\u0306'));
  });

  test('but different words stay different', () => {
    expect(headerKey('Клики')).not.toBe(headerKey('Показы'));
    expect(headerBase('Clicks (all)')).not.toBe(headerBase('Clicks'));
    expect(headerBase('Conv. value / cost')).not.toBe(headerBase('Conv. value'));
  });
});

describe('currency and VAT inside a header are facts about the column', () => {
  test.each([
    ['Amount spent (AUD)', 'amount spent', 'AUD', null],
    ['Расход (руб.)', 'расход', 'RUB', null],
    ['Расход, ₽', 'расход', 'RUB', null],
    ['Расход ₽', 'расход', 'RUB', null],
    ['Расход (руб., с НДС)', 'расход', 'RUB', 'included'],
    ['Расход (тг., без НДС)', 'расход', 'KZT', 'excluded'],
    ['Расход (бел. руб.)', 'расход', 'BYN', null],
    ['Затраты, грн', 'затраты', 'UAH', null],
    ['Расход, ₽, без НДС', 'расход', 'RUB', 'excluded'],
    ['Расход с учётом НДС и комиссии, ₽', 'расход', 'RUB', 'included-with-commission'],
    ['Cost (USD, excl. VAT)', 'cost', 'USD', 'excluded'],
    ['Cost incl. VAT', 'cost', null, 'included'],
    ['Clicks (all)', 'clicks (all)', null, null],
    ['CTR, %', 'ctr', null, null],
    ['Потрачено всего, ₽', 'потрачено всего', 'RUB', null],
  ])('in “%s”', (header, base, currency, vat) => {
    expect(readColumns([header])[0]).toMatchObject({ base: headerBase(base), currency, vat });
  });
});

test('equal headers are numbered and none is lost', () => {
  const columns = readColumns(['Cost', 'Clicks', 'cost ', 'Cost']);
  expect(columns.map((column) => column.header)).toEqual(['Cost', 'Clicks', 'cost (2)', 'Cost (3)']);
  expect(columns.map((column) => column.index)).toEqual([0, 1, 2, 3]);
});
