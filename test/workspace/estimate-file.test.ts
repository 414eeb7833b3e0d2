import { describe, expect, it } from 'vitest';
import { computeEstimate } from '../../src/estimate/compute.ts';
import { estimateFile } from '../../src/estimate/file.ts';
import { estimateFileSchema } from '../../src/workspace/schemas/estimate-file.ts';
import { estimate, line, vat } from '../estimate/sample.ts';

const packages = ['a', 'b'].map((id) => ({ id, title: id, about: null, recommended: id === 'b' }));
const input = estimate(
  [
    line({ kind: 'hours', price: '348.355', quantity: '16', discount: { share: '0.04' }, tax: vat('0.22') }),
    line({ price: '90', package: 'a' }),
    line({ price: '190', package: 'b', tax: vat('0.1') }),
    line({ section: 'Ещё', price: '57.48', optional: true }),
    line({ section: 'Реклама', kind: 'media', price: '1000' }),
  ],
  { packages, discount: { share: '0.1' }, payments: [{ title: 'Всё', due: '2026-12-30', part: 'rest' }] },
);
const written = (): unknown =>
  JSON.parse(JSON.stringify(estimateFile({ number: '1', version: 2 }, computeEstimate(input))));

describe('the published description of estimate.json', () => {
  it('names every field of it and nothing else', () => {
    expect(estimateFileSchema.parse(written())).toEqual(written());
  });

  it.each([
    ['a number in place of an exact decimal', { total: 100 }],
    ['an amount as a reader writes it', { total: '1 021,50' }],
    ['a package as a word', { packages: ['b'] }],
  ])('refuses %s', (_, changes) => {
    expect(estimateFileSchema.safeParse({ ...(written() as object), ...changes }).success).toBe(false);
  });
});
