import { describe, expect, it } from 'vitest';
import { computeEstimate } from '../../src/estimate/compute.ts';
import { reckoning } from '../../src/ui/proposal/reckoning.ts';
import { proposalWords } from '../../src/ui/proposal/words.ts';
import type { EstimateInput } from '../../src/types/estimate.ts';
import { estimate, line } from '../estimate/sample.ts';

const rowsOf = (input: EstimateInput): string[] =>
  reckoning(computeEstimate(input), input, proposalWords(input.locale)).map(({ label, amount }) =>
    `${label}: ${amount}`.replace(/\s/gu, ' '),
  );

describe('the way from the sections to the total', () => {
  const lines = [line({ section: 'SEO', price: '1000' }), line({ section: 'Реклама', kind: 'media', price: '5000' })];
  const groups = [{ title: 'SEO', discount: { share: '0.05' } }];

  it('says of what each per cent of a discount is taken: a calculator finds it in no figure above', () => {
    expect(rowsOf(estimate(lines, { groups, discount: { share: '0.1' } }))).toEqual([
      'Сумма разделов: 6000.00',
      'Скидка на раздел «SEO», 5 % с 1 000,00 ₽: -50.00',
      'Скидка на работы, 10 % с 950,00 ₽: -95.00',
    ]);
    expect(rowsOf(estimate(lines, { locale: 'en', currency: 'USD', discount: { share: '0.1' } }))).toContain(
      'Discount on the work, 10% of $1,000.00: -100.00',
    );
  });

  it('says of a discount of so much money only how much', () => {
    expect(rowsOf(estimate(lines, { discount: { amount: '10' } }))[1]).toBe('Скидка на работы: -10.00');
  });
});
