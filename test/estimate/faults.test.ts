import { describe, expect, it } from 'vitest';
import { checkEstimate } from '../../src/estimate/check.ts';
import { computeEstimate } from '../../src/estimate/compute.ts';
import type { EstimateInput, LineInput } from '../../src/types/estimate.ts';
import { estimate, line, vat } from './sample.ts';

const faults = (input: EstimateInput): string[] =>
  checkEstimate(input).map(({ code, at }) => `${at.join('.')} ${code}`);
const ofLine = (changes: Partial<LineInput>): string[] => faults(estimate([line(changes)]));
const pay = (...parts: EstimateInput['payments'][number]['part'][]) =>
  parts.map((part) => ({ title: 'Часть', due: 'по счёту', part }));

describe('what is refused, by name', () => {
  it.each<[string, Partial<LineInput>, string[]]>([
    ['a percentage above 100', { discount: { share: '1.01' } }, ['lines.0.discount above-100']],
    ['a negative price', { price: '-1' }, ['lines.0.price negative-line']],
    ['a negative quantity', { quantity: '-0.5' }, ['lines.0.quantity negative-line']],
    ['a zero quantity', { quantity: '0.00' }, ['lines.0.quantity zero-quantity']],
    ['a line above 10^15', { price: '1e15', quantity: '1.1' }, ['lines.0.price amount-too-large']],
    ['a discount above the line', { discount: { amount: '100.01' } }, ['lines.0.discount discount-above-line']],
    ['a discount of part of a kopeck', { discount: { amount: '0.005' } }, ['lines.0.discount below-minor-unit']],
    ['a negative discount', { discount: { amount: '-1' } }, ['lines.0.discount negative-part']],
    ['a tax above 100 %', { tax: vat('1.5') }, ['lines.0.tax tax-above-100']],
    ['a negative tax', { tax: vat('-0.1') }, ['lines.0.tax negative-tax']],
    ['a package nobody described', { package: 'x' }, ['lines.0.package unknown-package']],
    ['an estimate of options only', { optional: true }, ['lines no-lines']],
  ])('%s', (_, changes, expected) => {
    expect(ofLine(changes)).toEqual(expected);
  });

  it.each<[string, Partial<LineInput>]>([
    ['a price of zero', { price: '0' }],
    ['a discount of 100 %', { discount: { share: '1' } }],
    ['a discount of the whole line', { discount: { amount: '100' } }],
    ['a quarter of an hour', { kind: 'hours', quantity: '0.25' }],
    ['a tax of three decimals', { tax: vat('0.09975') }],
  ])('allows %s', (_, changes) => {
    expect(ofLine(changes)).toEqual([]);
  });

  it('a rate in an estimate without tax', () => {
    const input = estimate([line({ tax: vat('0.22') })]);
    expect(faults({ ...input, taxMode: 'exempt' })).toEqual(['lines.0.tax tax-not-expected']);
    expect(faults({ ...input, taxMode: 'reverse-charge' })).toEqual(['lines.0.tax tax-not-expected']);
  });

  it('a total above 10^15 of lines that are not', () => {
    expect(faults(estimate([line({ price: '6e14' }), line({ price: '6e14' })]))).toEqual(['lines amount-too-large']);
  });
});

describe('discounts below the lines', () => {
  it('must find a section, and not only media budget in it', () => {
    const discount = { share: '0.1' };
    expect(faults(estimate([line()], { groups: [{ title: 'SEO', discount }] }))).toEqual([
      'groups.0.title unknown-section',
    ]);
    const media = [line({ kind: 'media' }), line({ section: 'SEO' })];
    expect(faults(estimate(media, { groups: [{ title: 'Работы', discount }] }))).toEqual([
      'groups.0.discount idle-discount',
    ]);
  });

  it('must find a fee to be taken from', () => {
    const media = [line({ kind: 'media' })];
    expect(faults(estimate(media, { discount: { share: '0.1' } }))).toEqual(['discount idle-discount']);
    expect(faults(estimate([...media, line({ optional: true })], { discount: { share: '0.1' } }))).toEqual([]);
  });

  it('must not exceed the fee under any choice', () => {
    const discount = { amount: '150' };
    const packages = ['a', 'b'].map((id) => ({ id, title: id, about: null, recommended: id === 'b' }));
    const lines = [line({ price: '100', package: 'a' }), line({ price: '200', package: 'b' })];
    const input = estimate(lines, { packages, discount });
    expect(faults(input)).toEqual(['discount discount-above-fee']);
    // The page shows the total of every package, so that no choice computes.
    expect(() => computeEstimate(input)).toThrow(RangeError);
  });

  it('must not exceed a single option of a section that holds options only', () => {
    const options = ['100', '200'].map((price) => line({ section: 'Ещё', price, optional: true }));
    const groups = [{ title: 'Ещё', discount: { amount: '150' } }];
    expect(faults(estimate([line(), ...options], { groups }))).toEqual(['groups.0.discount discount-above-fee']);
  });
});

describe('packages', () => {
  it('need exactly one recommended, and lines of their own', () => {
    const packages = ['a', 'b'].map((id) => ({ id, title: id, about: null, recommended: true }));
    const lines = [line(), line({ package: 'a' })];
    expect(faults(estimate(lines, { packages }))).toEqual(['packages recommended-package', 'packages.1 empty-package']);
  });
});

describe('payments', () => {
  const half = { share: '0.5' };
  const paid = (...parts: Parameters<typeof pay>) => faults(estimate([line()], { payments: pay(...parts) }));

  it('must add up to the total', () => {
    expect(paid(half, { share: '0.4' })).toEqual(['payments payments-not-100']);
    expect(paid({ share: '1.2' })).toEqual(['payments.0.part above-100']);
    expect(paid(half, { share: '0.6' }, 'rest')).toEqual(['payments payments-not-100']);
    expect(paid({ amount: '40' }, { amount: '59.99' })).toEqual(['payments payments-differ']);
    expect(paid({ amount: '100.01' }, 'rest')).toEqual(['payments payments-above-total']);
    expect(paid('rest', 'rest')).toEqual(['payments two-rests']);
    expect(paid(half, { amount: '50' })).toEqual(['payments payments-need-rest']);
  });

  it('are each of something: nobody is asked to pay 0 on a day', () => {
    expect(paid({ share: '0' }, half, half)).toEqual(['payments.0.part empty-payment']);
    expect(paid({ amount: '0.00' }, 'rest')).toEqual(['payments.0.part empty-payment']);
    expect(paid(half, half, 'rest')).toEqual(['payments.2.part empty-payment']);
    expect(paid({ amount: '100' }, 'rest')).toEqual(['payments.1.part empty-payment']);
    expect(faults(estimate([line({ price: '0' })], { payments: pay(half, 'rest') }))).toEqual([]);
  });

  it('must follow a total that depends on a choice', () => {
    const lines = [line(), line({ price: '50', optional: true })];
    expect(faults(estimate(lines, { payments: pay({ amount: '100' }) }))).toEqual([
      'payments fixed-payments-with-choice',
    ]);
    expect(faults(estimate(lines, { payments: pay({ amount: '100' }, 'rest') }))).toEqual([]);
    const only = { id: 'a', title: 'a', about: null, recommended: true };
    const oneChoice = estimate([line({ package: 'a' })], { packages: [only], payments: pay({ amount: '100' }) });
    expect(faults(oneChoice)).toEqual([]);
    const packages = ['a', 'b'].map((id) => ({ id, title: id, about: null, recommended: id === 'a' }));
    const choice = packages.map(({ id }) => line({ package: id }));
    expect(faults(estimate(choice, { packages, payments: pay({ amount: '100' }) }))).toContain(
      'payments fixed-payments-with-choice',
    );
  });
});

describe('texts', () => {
  it('write figures as their language does', () => {
    const found = (input: EstimateInput) => checkEstimate(input)[0]?.found;
    expect(found(estimate([line({ discount: { share: '1.255' } })]))).toEqual({ ru: '125,5\u00a0%', en: '125.5%' });
    expect(found(estimate([line({ discount: { amount: '12345.5' } })]))).toEqual({
      ru: 'скидка 12\u00a0345,5',
      en: 'a discount of 12,345.5',
    });
  });

  it('write a whole figure without digits after it, and name the sum that the payments have', () => {
    const found = (input: EstimateInput) => checkEstimate(input)[0]?.found;
    expect(found(estimate([line({ discount: { share: '1.25' } })]))).toEqual({ ru: '125\u00a0%', en: '125%' });
    expect(found(estimate([line({ discount: { amount: '12345' } })]))).toEqual({
      ru: 'скидка 12\u00a0345',
      en: 'a discount of 12,345',
    });
    expect(found(estimate([line()], { payments: pay({ amount: '40' }, { amount: '59.99' }) }))).toEqual({
      ru: expect.stringContaining('99,99'),
      en: expect.stringContaining('99.99'),
    });
  });

  it('name the section a discount belongs to, and none where it is of the whole fee', () => {
    const told = (changes: Partial<EstimateInput>, lines = [line()]) =>
      checkEstimate(estimate(lines, changes)).map(({ found, expected }) => [found, expected]);
    const media = [line({ kind: 'media' })];
    expect(told({ discount: { share: '0.1' } }, media)).toEqual([
      [
        { ru: 'скидка на работу агентства', en: 'a discount on the agency’s fee' },
        { ru: 'смета, в которой есть не только бюджет на рекламу', en: 'an estimate with more than media budget' },
      ],
    ]);
    const groups = [{ title: 'Работы', discount: { share: '0.1' } }];
    expect(told({ groups }, [...media, line({ section: 'SEO' })])).toEqual([
      [
        { ru: 'скидка на раздел «Работы»', en: 'a discount on “Работы”' },
        { ru: 'раздел, в котором есть не только бюджет на рекламу', en: 'a section with more than media budget' },
      ],
    ]);
    const [[, ofFee] = []] = told({ discount: { amount: '101' } });
    expect(ofFee).toEqual({
      ru: 'не больше вознаграждения агентства при любом выборе',
      en: 'up to the agency’s fee, whatever is chosen',
    });
    const [[, ofSection] = []] = told({ groups: [{ title: 'Работы', discount: { amount: '101' } }] });
    expect(ofSection).toEqual({
      ru: 'не больше суммы раздела «Работы» при любом выборе',
      en: 'up to the sum of “Работы”, whatever is chosen',
    });
  });
});
