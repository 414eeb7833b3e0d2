import { describe, expect, it } from 'vitest';
import { checkEstimate } from '../../src/estimate/check.ts';
import { computeEstimate } from '../../src/estimate/compute.ts';
import type { EstimateInput, Estimate, Selection } from '../../src/types/estimate.ts';
import { estimate, line, vat } from './sample.ts';

/** Computes an estimate that must have no faults. */
function computed(input: EstimateInput, selection?: Selection): Estimate {
  expect(checkEstimate(input)).toEqual([]);
  return computeEstimate(input, selection);
}

describe('cases that known systems quarrel about, each by the one rule', () => {
  it('348.35 × 16, −4 %, tax 22 % is 6527.81: the line is rounded to 5350.66 and its tax to 1177.15', () => {
    const result = computed(
      estimate([line({ price: '348.35', quantity: '16', discount: { share: '0.04' }, tax: vat('0.22') })]),
    );
    expect(result.sections[0]?.lines[0]).toMatchObject({ gross: '5573.60', discount: '222.94', net: '5350.66' });
    expect(result.taxes).toMatchObject([{ rate: '0.22', base: '5350.66', amount: '1177.15' }]);
    expect(result.total).toBe('6527.81');
  });

  it('57.48, −10 %, tax 21 % is 62.59: tax is on the rounded 51.73, not on 51.732', () => {
    const result = computed(estimate([line({ price: '57.48', discount: { share: '0.1' }, tax: vat('0.21') })]));
    expect(result.taxes).toMatchObject([{ base: '51.73', amount: '10.86' }]);
    expect(result.total).toBe('62.59');
  });

  it('8180 × 9.975 % is 815.96: half a cent goes away from zero', () => {
    const result = computed(estimate([line({ price: '8180', tax: vat('0.09975') })]));
    expect(result.taxes).toMatchObject([{ rate: '0.09975', amount: '815.96' }]);
  });

  it('a discount of 10 over three equal lines is 10, not 9.98: shares are spread by largest remainder', () => {
    const rates = ['0.22', '0.1', '0.05'];
    const result = computed(
      estimate(
        rates.map((rate) => line({ tax: vat(rate) })),
        { discount: { amount: '10' } },
      ),
    );
    expect(result.discount).toBe('10.00');
    expect(result.taxes.map(({ base }) => base).sort()).toEqual(['96.66', '96.67', '96.67']);
    expect(result.discounted).toBe('290.00');
  });

  it('90 + 55 including 5 % is 145: the tax is taken out of the sum, the sum stands', () => {
    const lines = ['90', '55'].map((price) => line({ price, tax: vat('0.05') }));
    const result = computed(estimate(lines, { taxMode: 'inclusive' }));
    expect(result.taxes).toMatchObject([{ base: '138.10', amount: '6.90' }]);
    expect(result.total).toBe('145.00');
  });

  it('the subtotal is the sum of printed lines: three times 2108.467 make 6325.41, not 6325.40', () => {
    const lines = [1, 2, 3].map(() => line({ price: '2108.467' }));
    const result = computed(estimate(lines));
    expect(result.sections[0]?.lines.map(({ net }) => net)).toEqual(['2108.47', '2108.47', '2108.47']);
    expect(result.subtotal).toBe('6325.41');
  });

  it('allows a quarter of an hour', () => {
    const hour = line({ kind: 'hours', quantity: '0.25', price: '3333.33', unit: 'ч' });
    expect(computed(estimate([hour])).total).toBe('833.33');
  });

  it('allows amounts of 10^9 and up to 10^15', () => {
    const large = [line({ price: '1000000000', tax: vat('0.22') }), line({ price: '999999999.99', quantity: '1000' })];
    expect(computed(estimate(large)).total).toBe('1001219999990.00');
    expect(computed(estimate([line({ price: '1e15' })])).words).toMatch(/^один квадриллион рублей/);
  });
});

describe('currencies', () => {
  it.each([
    ['JPY', 0, '1021.5', '1022'],
    ['KWD', 3, '10.0005', '10.001'],
    ['USD', 2, '10.005', '10.01'],
  ])('rounds %s to %i digits', (currency, decimals, price, total) => {
    expect(computed(estimate([line({ price })], { currency, decimals })).total).toBe(total);
  });
});

describe('taxes', () => {
  it('computes several rates and an untaxed line apart, the highest first', () => {
    const result = computed(
      estimate([
        line({ tax: null }),
        line({ tax: vat('0.1') }),
        line({ tax: vat('0.22') }),
        line({ tax: vat('0.220') }),
      ]),
    );
    expect(result.taxes.map(({ rate, base, amount }) => [rate, base, amount])).toEqual([
      ['0.22', '200.00', '44.00'],
      ['0.1', '100.00', '10.00'],
      [null, '100.00', '0.00'],
    ]);
    expect(result.total).toBe('454.00');
  });

  it('keeps a zero rate apart from no tax', () => {
    const result = computed(estimate([line({ tax: vat('0') }), line({ tax: null })]));
    expect(result.taxes.map(({ rate }) => rate)).toEqual(['0', null]);
  });

  it('shows two taxes of one rate by their names', () => {
    const named = (name: string) => line({ tax: { name, rate: '0.1' } });
    for (const lines of [
      [named('A'), named('B')],
      [named('B'), named('A')],
    ])
      expect(computed(estimate(lines)).taxes.map(({ name }) => name)).toEqual(['A', 'B']);
  });

  it.each(['exempt', 'reverse-charge'] as const)('adds nothing when %s', (taxMode) => {
    const result = computed(estimate([line()], { taxMode }));
    expect(result.taxes).toEqual([{ name: null, rate: null, base: '100.00', amount: '0.00' }]);
    expect(result.total).toBe('100.00');
  });
});

describe('kinds of lines', () => {
  it('keeps the media budget apart from the fee, and discounts on the fee off it', () => {
    const result = computed(
      estimate(
        [
          line({ kind: 'monthly', quantity: '3', price: '1000', tax: vat('0.22') }),
          line({ kind: 'media', price: '5000', tax: vat('0.22') }),
        ],
        { discount: { share: '0.1' } },
      ),
    );
    expect(result.discounts).toEqual([{ section: null, share: '0.1', base: '3000.00', amount: '300.00' }]);
    expect(result.fee).toEqual({ net: '2700.00', tax: '594.00', total: '3294.00' });
    expect(result.media).toEqual({ net: '5000.00', tax: '1100.00', total: '6100.00' });
    expect(result.total).toBe('9394.00');
  });

  it('takes the discount on a section first, then the one on the whole fee from what is left', () => {
    const lines = [line({ section: 'SEO', price: '1000' }), line({ section: 'PPC', price: '500' })];
    const groups = [{ title: 'SEO', discount: { share: '0.5' } }];
    const result = computed(estimate(lines, { groups, discount: { share: '0.1' } }));
    expect(result.discounts.map(({ section, base, amount }) => [section, base, amount])).toEqual([
      ['SEO', '1000.00', '500.00'],
      [null, '1000.00', '100.00'],
    ]);
    expect(result.sections.map(({ net }) => net)).toEqual(['1000.00', '500.00']);
    expect(result.total).toBe('900.00');
  });

  it('takes a discount on a section of options only when one of them is chosen', () => {
    const lines = [line(), line({ id: 'film', section: 'Ещё', price: '50', optional: true })];
    const input = estimate(lines, { groups: [{ title: 'Ещё', discount: { amount: '20' } }] });
    expect(computed(input)).toMatchObject({ discounts: [], total: '100.00' });
    expect(computed(input, { options: ['film'] })).toMatchObject({ discount: '20.00', total: '130.00' });
  });

  it('keeps a price finer than the currency', () => {
    const result = computed(estimate([line({ price: '0.0125', quantity: '1000' })]));
    expect(result.sections[0]?.lines[0]).toMatchObject({ price: '0.0125', net: '12.50' });
  });
});

describe('options and packages', () => {
  const packages = ['base', 'best', 'all'].map((id) => ({ id, title: id, about: null, recommended: id === 'best' }));
  const input = estimate(
    [
      line({ title: 'common', price: '10', tax: vat('0.22') }),
      line({ title: 'base', price: '100', package: 'base', tax: vat('0.22') }),
      line({ title: 'best', price: '200', package: 'best', tax: vat('0.22') }),
      line({ title: 'all', price: '300', package: 'all', tax: vat('0.22') }),
      line({ id: 'extra', title: 'extra', price: '50', optional: true, tax: vat('0.22') }),
      line({ id: 'more', title: 'more', price: '70', optional: true, package: 'all', tax: vat('0.22') }),
    ],
    { packages },
  );

  it('counts the recommended package and no options when nothing is chosen', () => {
    const result = computed(input);
    expect(result.total).toBe('256.20');
    expect(result.packages.map(({ id, chosen, net, total }) => [id, chosen, net, total])).toEqual([
      ['base', false, '100.00', '134.20'],
      ['best', true, '200.00', '256.20'],
      ['all', false, '300.00', '378.20'],
    ]);
    expect(result.options.lines.map(({ id, chosen, adds }) => [id, chosen, adds])).toEqual([['extra', false, '61.00']]);
    expect(result.options.net).toBe('50.00');
  });

  it('follows the choice with the same arithmetic', () => {
    const result = computed(input, { package: 'all', options: ['extra', 'more'] });
    expect(result.sections[0]?.lines.map(({ title }) => title)).toEqual(['common', 'all', 'extra', 'more']);
    expect(result.total).toBe('524.60');
    expect(result.options.lines.map(({ adds }) => adds)).toEqual(['61.00', '85.40']);
  });

  it('leaves out an option of a package that is not chosen, and refuses what does not exist', () => {
    expect(computed(input, { options: ['more'] }).total).toBe('256.20');
    expect(() => computeEstimate(input, { package: 'none' })).toThrow(RangeError);
    expect(() => computeEstimate(input, { options: ['none'] })).toThrow(RangeError);
  });
});

describe('payments', () => {
  const pay = (...parts: EstimateInput['payments'][number]['part'][]) =>
    parts.map((part, index) => ({ title: `Часть ${index + 1}`, due: 'по счёту', part }));
  const amounts = (price: string, ...parts: Parameters<typeof pay>) =>
    computed(estimate([line({ price })], { payments: pay(...parts) })).payments.map(({ amount }) => amount);

  it('spreads shares by largest remainder', () => {
    const third = { share: '0.3333' };
    expect(amounts('100.01', third, third, { share: '0.3334' })).toEqual(['33.33', '33.33', '33.35']);
    expect(amounts('0.01', { share: '0.5' }, { share: '0.5' })).toEqual(['0.01', '0.00']);
  });

  it('takes amounts as they are, and the rest for what remains', () => {
    expect(amounts('100', { amount: '30' }, { amount: '70' })).toEqual(['30.00', '70.00']);
    expect(amounts('100.01', { share: '0.3' }, { amount: '20' }, 'rest')).toEqual(['30.00', '20.00', '50.01']);
    expect(amounts('0.01', { share: '0.5' }, { share: '0.5' })).toEqual(['0.01', '0.00']);
  });
});
