import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkEstimate } from '../../src/estimate/check.ts';
import { computeEstimate } from '../../src/estimate/compute.ts';
import { estimateFile } from '../../src/estimate/file.ts';
import { spread } from '../../src/estimate/spread.ts';
import type { Estimate, EstimateInput, LineInput, Part } from '../../src/types/estimate.ts';
import { estimate, line, vat } from './sample.ts';

/** A reader's calculator: amounts as whole minor units, by another way than the code's own. */
const cents = (amount: string): bigint => BigInt(amount.replace('.', ''));
const sum = (amounts: string[]): bigint => amounts.reduce((all, amount) => all + cents(amount), 0n);

const decimal = (whole: number, digits: number) =>
  fc
    .tuple(fc.integer({ min: 0, max: whole }), fc.integer({ min: 0, max: digits }), fc.nat(999_999))
    .map(([n, length, rest]) => (length === 0 ? `${n}` : `${n}.${String(rest).padStart(6, '0').slice(0, length)}`));
const share = fc.integer({ min: 0, max: 10_000 }).map((n) => ({ share: (n / 10_000).toString() }));
const discount: fc.Arbitrary<Part | null> = fc.option(share);

const lines: fc.Arbitrary<LineInput[]> = fc
  .array(
    fc.record({
      section: fc.constantFrom('SEO', 'PPC', 'Сайт'),
      kind: fc.constantFrom('hours', 'fixed', 'monthly', 'media'),
      quantity: fc.oneof(
        fc.constant('1'),
        decimal(200, 2).filter((text) => Number(text) > 0),
      ),
      // Equal prices make equal remainders, which order could otherwise decide.
      price: fc.oneof(decimal(100_000, 3), fc.constantFrom('100', '0.01')),
      discount,
      tax: fc.constantFrom(null, vat('0.22'), vat('0.1'), vat('0.09975'), vat('0')),
      optional: fc.boolean(),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((all) => all.map((each, index) => line({ ...each, id: `${index}`, title: `Строка ${index}` })));

const payments: fc.Arbitrary<EstimateInput['payments']> = fc
  .array(fc.integer({ min: 1, max: 2500 }), { maxLength: 4 })
  .map((parts) => [
    ...parts.map((n) => ({ title: 'Часть', due: '', part: { share: (n / 10_000).toFixed(4) } })),
    { title: 'Остаток', due: '', part: 'rest' as const },
  ]);

const inputs: fc.Arbitrary<EstimateInput> = fc
  .tuple(lines, discount, discount, payments, fc.constantFrom('exclusive', 'inclusive'))
  .filter(([all]) => all.some(({ optional }) => !optional))
  .map(([all, whole, group, schedule, taxMode]) => {
    const reached = all.find(({ kind }) => kind !== 'media');
    const groups = reached === undefined ? [] : [{ title: reached.section, discount: group }];
    const fee = reached === undefined ? null : whole;
    return estimate(all, { discount: fee, groups, payments: schedule, taxMode } as Partial<EstimateInput>);
  });

/** Everything a reader can add up. */
function expectAddsUp(result: Estimate, mode: string): void {
  for (const section of result.sections) {
    for (const { gross, discount: off, net } of section.lines) expect(cents(gross) - cents(off)).toBe(cents(net));
    expect(sum(section.lines.map(({ net }) => net))).toBe(cents(section.net));
  }
  expect(sum(result.sections.map(({ net }) => net))).toBe(cents(result.subtotal));
  expect(sum(result.discounts.map(({ amount }) => amount))).toBe(cents(result.discount));
  expect(cents(result.subtotal) - cents(result.discount)).toBe(cents(result.discounted));
  const [bases, amounts] = [sum(result.taxes.map(({ base }) => base)), sum(result.taxes.map(({ amount }) => amount))];
  expect(mode === 'inclusive' ? bases + amounts : bases).toBe(cents(result.discounted));
  expect(bases + amounts).toBe(cents(result.total));
  for (const part of [result.fee, result.media]) expect(cents(part.net) + cents(part.tax)).toBe(cents(part.total));
  expect(cents(result.fee.total) + cents(result.media.total)).toBe(cents(result.total));
  expect(cents(result.fee.tax) + cents(result.media.tax)).toBe(amounts);
  expect(sum(result.payments.map(({ amount }) => amount))).toBe(cents(result.total));
  for (const { amount } of result.payments) expect(cents(amount)).toBeGreaterThanOrEqual(0n);
  for (const { base, amount } of result.taxes) expect([cents(base) >= 0n, cents(amount) >= 0n]).toEqual([true, true]);
}

describe('any estimate', () => {
  it('adds up exactly in everything that is printed', () => {
    fc.assert(
      fc.property(inputs, fc.array(fc.nat(11)), (input, ticks) => {
        expect(checkEstimate(input)).toEqual([]);
        const optional = input.lines.filter((each) => each.optional).map(({ id }) => id);
        const options = optional.filter((_, index) => ticks.includes(index));
        expectAddsUp(computeEstimate(input, { options }), input.taxMode);
      }),
      { numRuns: 300 },
    );
  });

  it('has the same sums whatever the order of its lines and groups', () => {
    const shuffled = inputs.chain((input) =>
      fc.tuple(fc.constant(input), fc.shuffledSubarray(input.lines, { minLength: input.lines.length })),
    );
    const sums = ({ subtotal, discount: off, taxes, fee, media, total, words, payments: paid }: Estimate) => ({
      ...{ subtotal, off, taxes, fee, media, total, words, paid },
    });
    fc.assert(
      fc.property(shuffled, ([input, other]) => {
        expect(sums(computeEstimate({ ...input, lines: other }))).toEqual(sums(computeEstimate(input)));
      }),
      { numRuns: 200 },
    );
  });

  it('gives the odd kopeck of a discount to the same tax whatever the order', () => {
    const two = [line({ tax: vat('0.22') }), line({ tax: vat('0.1') })];
    const bases = (lines: LineInput[]) =>
      computeEstimate(estimate(lines, { discount: { amount: '0.01' } })).taxes.map(({ base }) => base);
    expect(bases(two.toReversed())).toEqual(bases(two));
  });

  it('says how much an option adds: the total with it less the total without', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const bare = computeEstimate(input);
        for (const { id, adds } of bare.options.lines) {
          const ticked = computeEstimate(input, { options: [id] });
          expect(cents(ticked.total) - cents(bare.total)).toBe(cents(adds));
        }
      }),
      { numRuns: 50 },
    );
  });

  it('survives the journey to the browser as JSON', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        expect(computeEstimate(JSON.parse(JSON.stringify(input)) as EstimateInput)).toEqual(computeEstimate(input));
      }),
      { numRuns: 30 },
    );
  });
});

describe('spreading', () => {
  const weights = fc.array(fc.bigInt({ min: 0n, max: 10n ** 12n }), { minLength: 1, maxLength: 9 });

  it('gives parts that add up, each within one unit of its due and not above its weight', () => {
    fc.assert(
      fc.property(weights, fc.nat(1_000_000), (all, part) => {
        const whole = all.reduce((a, b) => a + b, 0n);
        const amount = (whole * BigInt(part)) / 1_000_000n;
        const parts = spread(amount, all);
        expect(parts.reduce((a, b) => a + b, 0n)).toBe(amount);
        parts.forEach((each, index) => {
          const off = each * whole - amount * all[index]!;
          expect(off > -whole - 1n && off < whole + 1n && each >= 0n && each <= all[index]!).toBe(true);
        });
      }),
    );
  });

  it('gives the units left over to those who lost most, then to the larger', () => {
    expect(spread(10n, [1n, 1n, 1n])).toEqual([4n, 3n, 3n]);
    expect(spread(10n, [1n, 1n, 1n], ['c', 'b', 'a'])).toEqual([3n, 3n, 4n]);
    expect(spread(1n, [10n, 20n, 30n])).toEqual([0n, 0n, 1n]);
    expect(spread(5n, [60n, 25n, 15n])).toEqual([3n, 1n, 1n]);
    expect(spread(0n, [0n, 0n])).toEqual([0n, 0n]);
    expect(() => spread(1n, [0n])).toThrow(RangeError);
  });
});

describe('estimate.json', () => {
  it('has the promised shape, keys in order', () => {
    const packages = [{ id: 'a', title: 'Старт', about: null, recommended: true }];
    const input = estimate([line({ tax: vat('0.22') }), line({ package: 'a' }), line({ optional: true })], {
      packages,
      discount: { share: '0.05' },
      payments: [{ title: 'Аванс', due: '2026-12-01', part: { share: '1' } }],
    });
    const file = estimateFile({ number: 'КП-12', version: 2 }, computeEstimate(input));
    expect(Object.keys(file)).toEqual([
      ...['number', 'version', 'currency', 'sections', 'options', 'packages'],
      ...['discount', 'taxes', 'total', 'words', 'payments'],
    ]);
    const keys = ['title', 'kind', 'quantity', 'unit', 'price', 'discount', 'net', 'tax'];
    expect(Object.keys(file.sections[0]!)).toEqual(['title', 'lines', 'net']);
    expect(Object.keys(file.sections[0]!.lines[0]!)).toEqual(keys);
    expect(Object.keys(file.options[0]!)).toEqual([...keys, 'section']);
    expect(file.taxes).toEqual([
      { rate: '0.22', base: '95.00', amount: '20.90' },
      { rate: null, base: '95.00', amount: '0.00' },
    ]);
    expect(file.payments).toEqual([{ title: 'Аванс', due: '2026-12-01', amount: '210.90' }]);
    expect(file.sections[0]!.lines[0]!.tax).toBe('0.22');
  });
});
