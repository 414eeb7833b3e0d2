import { expect, it } from 'vitest';
import type { Locale } from '../../src/types/locale.ts';
import { measureText } from '../../src/ui/proposal/amount.ts';

const written = (locale: Locale, unit: string) =>
  ['1', '3', '16', '0.5'].map((quantity) => measureText(quantity, unit, locale).replaceAll('\u00a0', ' '));

it('a unit stands in the form its quantity asks for', () => {
  expect(written('ru', 'услуга')).toEqual(['1 услуга', '3 услуги', '16 услуг', '0,5 услуги']);
  expect(written('ru', 'бюджет')).toEqual(['1 бюджет', '3 бюджета', '16 бюджетов', '0,5 бюджета']);
  expect(written('en', 'month')).toEqual(['1 month', '3 months', '16 months', '0.5 months']);
  expect(written('en', 'service')).toEqual(['1 service', '3 services', '16 services', '0.5 services']);
});

it('any other unit stands as it was written', () => {
  expect(written('ru', 'мес.')).toEqual(['1 мес.', '3 мес.', '16 мес.', '0,5 мес.']);
  expect(written('en', 'toString')[0]).toBe('1 toString');
});

it('a quantity has every digit it has, for it times the price is the cost', () => {
  expect(measureText('0.125', 'ч', 'ru')).toBe('0,125\u00a0ч');
  expect(measureText('14.250', 'h', 'en')).toBe('14.25\u00a0h');
});
