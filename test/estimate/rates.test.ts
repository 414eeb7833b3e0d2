import { describe, expect, it } from 'vitest';
import { hourlyRate, taxOn } from '../../src/estimate/rates.ts';
import type { Rate } from '../../src/types/proposal.ts';
import type { Agency } from '../../src/types/workspace.ts';

const name = { ru: 'НДС', en: 'VAT' };
const TAXES: Agency['taxes'] = [
  { id: 'vat', name, rate: '0.20', from: '2019-01-01' },
  { id: 'vat', name, rate: '0.22', from: '2026-01-01', to: '2026-12-31' },
  { id: 'usn', name, rate: '0.05', from: '2025-01-01' },
];

describe('a tax on a day', () => {
  it.each([
    ['2018-12-31', undefined],
    ['2019-01-01', '0.20'],
    ['2025-12-31', '0.20'],
    ['2026-01-01', '0.22'],
    ['2026-12-31', '0.22'],
    ['2027-01-01', '0.20'],
  ])('of %s holds from the first of its days to the last: %s', (day, rate) => {
    expect(taxOn(TAXES, 'vat', day)?.rate).toBe(rate);
    expect(taxOn([...TAXES].reverse(), 'vat', day)?.rate).toBe(rate);
  });
});

describe('the price of an hour', () => {
  const rate = (changes: Partial<Rate>): Rate =>
    ({ role: 'SEO', person: null, currency: 'RUB', rate: '1000', from: '2026-01-01', ...changes }) as Rate;
  const on = (rates: Rate[], day: string, work: { role: string | null; person: string | null }) =>
    hourlyRate(rates, { ...work, currency: 'RUB', day });

  it('is the newest that has begun, from its first day on, in whatever order the rates stand', () => {
    const rates = [rate({}), rate({ rate: '1200', from: '2026-07-01' })];
    for (const each of [rates, rates.toReversed()]) {
      expect(on(each, '2025-12-31', { role: 'SEO', person: null })).toBeNull();
      expect(on(each, '2026-06-30', { role: 'SEO', person: null })).toBe('1000');
      expect(on(each, '2026-07-01', { role: 'SEO', person: null })).toBe('1200');
    }
  });

  it('of a person comes before that of the role, and of both together before either', () => {
    const rates = [
      rate({ rate: '1' }),
      rate({ rate: '2', role: null, person: 'Анна' }),
      rate({ rate: '3', person: 'Анна' }),
    ];
    const work = { role: 'seo ', person: 'анна' };
    expect(on(rates, '2026-01-01', work)).toBe('3');
    expect(on(rates.slice(0, 2), '2026-01-01', work)).toBe('2');
    expect(on(rates.slice(0, 1), '2026-01-01', work)).toBe('1');
    expect(on(rates.slice(1, 2), '2026-01-01', { role: 'SEO', person: null })).toBeNull();
  });
});
